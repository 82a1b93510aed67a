import type { ReactNode } from 'react';
import { SetVerdictDocument } from '../../api/operations.generated.ts';
import type { VerdictValue } from '../../api/operations.generated.ts';
import { VERDICT_GLYPHS } from '../../language/glyphs.ts';
import { VERDICT_WORDS } from '../../language/words.ts';
import type { CorrectionProps, Task } from '../../views/correction.ts';
import { useViewer } from '../../views/viewer.ts';
import { Radios, TextBlock, TextLine } from '../fields.tsx';
import { FormFrame } from '../FormFrame.tsx';
import { change } from '../send.ts';
import { useCorrection } from '../use-correction.ts';
import { dayOf, orNull, parsed } from '../values.ts';

const SHORT: Readonly<Record<VerdictValue, string>> = {
  supports: 'Supports',
  partly: 'Partly',
  does_not_address: 'Does not address it',
  contradicts: 'Contradicts',
  no_access: 'No access',
};
const VALUES = Object.keys(SHORT) as readonly VerdictValue[];
const OPTIONS = [
  ...VALUES.map((value) => ({
    value,
    text: SHORT[value],
    detail: VERDICT_WORDS[value],
    glyph: VERDICT_GLYPHS[value],
  })),
  { value: '', text: 'No verdict', detail: 'nobody has looked' },
];

/** What somebody found who opened the source and looked. */
export function VerdictForm({
  task,
  ...rest
}: CorrectionProps<Extract<Task, { form: 'verdict' }>>): ReactNode {
  const { item, about } = task;
  const { name } = useViewer();
  const correction = useCorrection(
    {
      initial: {
        value: item.verdict ?? '',
        note: item.verdictNote ?? '',
        assessor: item.verdictAssessor ?? (name === 'Curator' ? '' : (name ?? '')),
      },
      check: () => ({}),
      send: async ({ value, note, assessor }, terms) => {
        const given = VALUES.find((each) => each === value);
        const verdict =
          given === undefined
            ? null
            : {
                value: given,
                date: dayOf(new Date()),
                ...('' === note.trim() ? {} : { note: note.trim() }),
                ...('' === assessor.trim() ? {} : { assessor: assessor.trim() }),
              };
        return [await change(SetVerdictDocument, { item: item.id, verdict, change: terms })];
      },
      name: `verdict on ${about}`,
      saved: 'Verdict saved.',
      takeTheirs: (_fields, _field, theirs) => theirVerdict(theirs),
    },
    { task, ...rest },
  );
  const { fields, set } = correction;
  return (
    <FormFrame title="Verdict" about={about} correction={correction}>
      <Radios
        label="The source, opened and read:"
        value={fields.value}
        onChange={(value) => set({ value })}
        options={OPTIONS}
      />
      {fields.value === '' ? null : (
        <>
          <TextBlock
            label="What you found"
            rows={2}
            value={fields.note}
            onChange={(note) => set({ note })}
          />
          <TextLine
            label="Who looked"
            value={fields.assessor}
            onChange={(assessor) => set({ assessor })}
          />
        </>
      )}
    </FormFrame>
  );
}

function theirVerdict(theirs: string | null): {
  readonly value: string;
  readonly note: string;
  readonly assessor: string;
} {
  const verdict = theirs === null ? null : parsed(theirs);
  const {
    value = '',
    note = '',
    assessor = '',
  } = typeof verdict === 'object' && verdict !== null
    ? (verdict as { value?: string; note?: string; assessor?: string })
    : {};
  return { value, note: orNull(note) ?? '', assessor };
}
