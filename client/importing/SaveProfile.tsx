import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { refreshAnswers } from '../api/answers.ts';
import type { Profile } from '../api/import.ts';
import { SaveTableProfileDocument } from '../api/operations.generated.ts';
import { TextLine } from '../curation/fields.tsx';
import { asApiError, ask } from '../curation/send.ts';
import { inputOf } from './columns.ts';
import { importDesk } from './desk.ts';
import { refusedText } from './words.ts';

/** Keeps what the columns say under a name, for the next table of these headings. */
export function SaveProfile({
  profile,
  name: former,
  onSaved,
}: {
  readonly profile: Profile;
  /** What it is saved as already; empty where it is not. */
  readonly name: string;
  readonly onSaved: (name: string) => void;
}): ReactNode {
  const [name, setName] = useState(former);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setProblem(null);
    try {
      const called = name.trim();
      await ask(SaveTableProfileDocument, { profile: inputOf(profile, called) });
      onSaved(called);
      refreshAnswers();
      importDesk.settle({ type: 'setProfile', profile: called });
    } catch (error) {
      setProblem(refusedText(asApiError(error)));
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
    </form>
  );
}
