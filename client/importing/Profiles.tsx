import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { Profile } from '../api/import.ts';
import { refreshAnswers } from '../api/answers.ts';
import type { TableProfileInput } from '../api/operations.generated.ts';
import {
  DeleteTableProfileDocument,
  SaveTableProfileDocument,
  TableProfilesDocument,
} from '../api/operations.generated.ts';
import { asApiError, ask } from '../curation/send.ts';
import { useAnswer } from '../views/use-answer.ts';
import { importDesk } from './desk.ts';
import { SaveProfile } from './SaveProfile.tsx';
import { refusedText } from './words.ts';

/** The saved profiles: one more, or one less; what is deleted can be had back as long as this is open. */
export function Profiles({
  profile,
  isSaved,
}: {
  readonly profile: Profile;
  /** Whether this very profile is a saved one. */
  readonly isSaved: boolean;
}): ReactNode {
  const id = useId();
  const saved = useAnswer(TableProfilesDocument, {}).data?.tableProfiles ?? [];
  const [deleted, setDeleted] = useState<ReadonlyMap<string, Deleted>>(new Map());
  const [told, setTold] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const isThere = (name: string, text: string): void => {
    setDeleted((all) => new Map([...all].filter(([other]) => other !== name)));
    setTold(text);
  };

  const remove = async (name: string, given: TableProfileInput): Promise<void> => {
    await ask(DeleteTableProfileDocument, { name });
    const wasUsed = isSaved && name === profile.name;
    setDeleted((all) => new Map([...all, [name, { given, wasUsed }]]));
    setTold(`“${name}” is deleted.`);
    // The table stays read as it is.
    if (wasUsed) importDesk.settle({ type: 'setProfile', profile: { ...profile, name: '' } });
    else importDesk.plan();
  };
  const bringBack = async (name: string, { given, wasUsed }: Deleted): Promise<void> => {
    await ask(SaveTableProfileDocument, { profile: given });
    isThere(name, `“${name}” is kept.`);
    if (wasUsed) importDesk.settle({ type: 'setProfile', profile: name });
    else importDesk.plan();
  };
  const carryOut = async (work: Promise<void>): Promise<void> => {
    setProblem(null);
    try {
      await work;
      refreshAnswers();
    } catch (error) {
      setProblem(refusedText(asApiError(error)));
    }
  };

  // A deleted one keeps its place, and its button the focus.
  const rows = new Map<string, TableProfileInput>([
    ...saved.map((each) => [each.name, each] as const),
    ...[...deleted].map(([name, { given }]) => [name, given] as const),
  ]);
  return (
    <>
      <SaveProfile
        profile={profile}
        name={isSaved ? profile.name : ''}
        onSaved={(name) =>
          isThere(name, `Saved as “${name}”: tables with these headings are read by it.`)
        }
      />
      <output className="quiet">{told}</output>
      {rows.size === 0 ? null : (
        <div className="field">
          <span id={id} className="import-profiles-label">
            Saved profiles
          </span>
          <ul className="import-profiles" aria-labelledby={id}>
            {[...rows]
              .toSorted(([a], [b]) => a.localeCompare(b))
              .map(([name, given]) => {
                const gone = deleted.get(name);
                return (
                  <li key={name}>
                    <span>
                      {name}
                      {gone === undefined ? null : <span className="quiet"> deleted</span>}
                    </span>
                    <button
                      type="button"
                      className="correct"
                      aria-label={
                        gone === undefined ? `Delete “${name}”` : `Undo deleting “${name}”`
                      }
                      onClick={() =>
                        void carryOut(
                          gone === undefined ? remove(name, given) : bringBack(name, gone),
                        )
                      }
                    >
                      {gone === undefined ? 'Delete' : 'Undo'}
                    </button>
                  </li>
                );
              })}
          </ul>
          <output className="field-problem">{problem}</output>
        </div>
      )}
    </>
  );
}

interface Deleted {
  readonly given: TableProfileInput;
  /** Whether the table was read by it. */
  readonly wasUsed: boolean;
}
