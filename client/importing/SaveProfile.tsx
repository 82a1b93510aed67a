import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { Profile } from '../api/import.ts';
import { SaveTableProfileDocument } from '../api/operations.generated.ts';
import { TextLine } from '../curation/fields.tsx';
import { asApiError, ask } from '../curation/send.ts';
import { inputOf } from './columns.ts';
import { importDesk } from './desk.ts';

/** Keeps what the columns say under a name, for the next table of these headings. */
export function SaveProfile({ profile }: { readonly profile: Profile }): ReactNode {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [saved, setSaved] = useState('');
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setProblem(null);
    setSaved('');
    try {
      const called = name.trim();
      await ask(SaveTableProfileDocument, { profile: inputOf(profile, called) });
      setSaved(`Saved as “${called}”: tables with these headings are read by it.`);
      setName('');
      importDesk.settle({ type: 'setProfile', profile: called });
    } catch (error) {
      const { code, message } = asApiError(error);
      setProblem(
        code === 'FORBIDDEN' ? 'Your session has ended: sign in again, then save.' : message,
      );
    }
  };
  return (
    <form className="import-save" noValidate onSubmit={(event) => void save(event)}>
      <TextLine
        label="Save these columns as"
        value={name}
        problem={problem ?? undefined}
        onChange={setName}
      />
      <button type="submit" className="button small" aria-disabled={name.trim() === ''}>
        Save
      </button>
      <output className="quiet">{saved}</output>
    </form>
  );
}
