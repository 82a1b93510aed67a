import type { ReactNode } from 'react';
import { RelateClaimsDocument } from '../../api/operations.generated.ts';
import type { ClaimRelationType, Shift } from '../../api/operations.generated.ts';
import { RELATION_WORDS, SHIFT_WORDS } from '../../language/words.ts';
import type { CorrectionProps, Task } from '../../views/correction.ts';
import { optionsOf, Select, TextBlock } from '../fields.tsx';
import { FormFrame } from '../FormFrame.tsx';
import { Picker } from '../Picker.tsx';
import { change } from '../send.ts';
import { useCorrection } from '../use-correction.ts';
import { orNull, problemsIn } from '../values.ts';

const TYPES = Object.keys(RELATION_WORDS) as readonly ClaimRelationType[];
const SHIFTS = Object.keys(SHIFT_WORDS) as readonly Shift[];
const WAYS = TYPES.flatMap((type) => [
  { value: `out ${type}`, text: `This claim ${RELATION_WORDS[type].out} it` },
  { value: `in ${type}`, text: `This claim is ${RELATION_WORDS[type].in} it` },
]);

interface Fields {
  readonly other: string;
  readonly otherText: string;
  readonly way: string;
  readonly shift: string;
  readonly note: string;
}

/** How one claim stands to another. */
export function RelateForm({
  task,
  ...rest
}: CorrectionProps<Extract<Task, { form: 'relate' }>>): ReactNode {
  const { claim, about } = task;
  const correction = useCorrection<Fields>(
    {
      initial: { other: '', otherText: '', way: 'out CONTRADICTS', shift: '', note: '' },
      check: ({ other }) => problemsIn({ other: other === '' ? 'Choose the other claim.' : null }),
      send: async (fields, terms) => {
        const [way, word] = fields.way.split(' ');
        const type = TYPES.find((each) => each === word) ?? 'CONTRADICTS';
        const ends =
          way === 'out'
            ? { from: claim.id, to: fields.other }
            : { from: fields.other, to: claim.id };
        const shift = SHIFTS.find((each) => each === fields.shift) ?? null;
        const relation = {
          ...ends,
          type,
          ...(shift === null || type !== 'RESTATES' ? {} : { shift }),
          ...(orNull(fields.note) === null ? {} : { note: orNull(fields.note) }),
        };
        return [await change(RelateClaimsDocument, { relation, change: terms })];
      },
      name: `relation of “${about}”`,
      saved: 'Related.',
    },
    { task, ...rest },
  );
  const { fields, problems, set } = correction;
  return (
    <FormFrame title="Relate to another claim" about="" save="Relate" correction={correction}>
      <Picker
        label="The other claim"
        kind="claim"
        picked={{ id: fields.other, text: fields.otherText }}
        onPick={(picked) => set({ other: picked.id, otherText: picked.text })}
        without={claim.id}
        problem={problems['other']}
      />
      <Select
        label="How they stand"
        value={fields.way}
        onChange={(way) => set({ way })}
        options={WAYS}
      />
      {fields.way.endsWith('RESTATES') ? (
        <Select
          label="In what sense"
          value={fields.shift}
          onChange={(shift) => set({ shift })}
          options={[{ value: '', text: 'Not said' }, ...optionsOf(SHIFT_WORDS)]}
        />
      ) : null}
      <TextBlock label="Note" rows={2} value={fields.note} onChange={(note) => set({ note })} />
    </FormFrame>
  );
}
