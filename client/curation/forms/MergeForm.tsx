import type { ReactNode } from 'react';
import { MergeAuthorsDocument, MergeStudiesDocument } from '../../api/operations.generated.ts';
import type { ChangeInput } from '../../api/operations.generated.ts';
import { shorten } from '../../language/words.ts';
import type { CorrectionProps, Task } from '../../views/correction.ts';
import { DryRunTold } from '../DryRunTold.tsx';
import { Radios } from '../fields.tsx';
import { FormFrame } from '../FormFrame.tsx';
import { Picker } from '../Picker.tsx';
import { change } from '../send.ts';
import type { Report } from '../send.ts';
import { useCorrection } from '../use-correction.ts';
import { useDryRun } from '../use-dry-run.ts';
import { problemsIn } from '../values.ts';

interface Fields {
  readonly other: string;
  readonly otherText: string;
  /** Which of the two goes: this one, or the other. */
  readonly goes: string;
}

/** Makes one of two records that are the same work, or the same person; what that does is shown first. */
export function MergeForm({
  task,
  store,
  revision,
  ...rest
}: CorrectionProps<Extract<Task, { form: 'merge' }>>): ReactNode {
  const { kind, id, about } = task;
  const endsOf = ({ other, goes }: Fields): { readonly from: string; readonly into: string } =>
    goes === 'this' ? { from: id, into: other } : { from: other, into: id };
  const merge = (fields: Fields, terms: ChangeInput): Promise<Report> =>
    change(kind === 'study' ? MergeStudiesDocument : MergeAuthorsDocument, {
      ...endsOf(fields),
      change: terms,
    });
  const correction = useCorrection<Fields>(
    {
      initial: { other: '', otherText: '', goes: 'this' },
      check: ({ other }) =>
        problemsIn({ other: other === '' ? `Choose the other ${kind}.` : null }),
      send: async (fields, terms) => [await merge(fields, terms)],
      name: `merging of ${about}`,
      saved: 'Merged: the old id leads to the one that stays.',
      afterwards: (fields) => store.dispatch({ type: 'select', id: endsOf(fields).into }),
    },
    { task, revision, ...rest },
  );
  const { fields, problems, set } = correction;
  const planned = useDryRun(
    fields.other === '' ? '' : `${fields.goes} ${fields.other}`,
    (terms) => merge(fields, terms),
    revision,
  );
  const other = shorten(fields.otherText, 60);
  return (
    <FormFrame title="Merge" about={about} save="Merge them" correction={correction}>
      <Picker
        label={kind === 'study' ? 'The same work as' : 'The same as'}
        kind={kind}
        picked={{ id: fields.other, text: fields.otherText }}
        onPick={(picked) => set({ other: picked.id, otherText: picked.text })}
        without={id}
        problem={problems['other']}
      />
      {fields.other === '' ? null : (
        <>
          <Radios
            label="Which record stays"
            value={fields.goes}
            onChange={(goes) => set({ goes })}
            options={[
              { value: 'this', text: `“${other}”`, detail: 'this one goes, and leads there' },
              { value: 'other', text: 'This one', detail: 'the other goes, and leads here' },
            ]}
          />
          <DryRunTold planned={planned} />
        </>
      )}
    </FormFrame>
  );
}
