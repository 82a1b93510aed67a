import type { ReactNode } from 'react';
import { EditClaimDocument } from '../../api/operations.generated.ts';
import type { ClaimKind, Direction } from '../../api/operations.generated.ts';
import { capitalise, CLAIM_KIND_WORDS, DIRECTION_WORDS } from '../../language/words.ts';
import type { CorrectionProps, Task } from '../../views/correction.ts';
import { optionsOf, Select, TextBlock } from '../fields.tsx';
import { FormFrame } from '../FormFrame.tsx';
import { change } from '../send.ts';
import { useCorrection } from '../use-correction.ts';
import { changedOnly, listed, orNull, parsed, problemsIn } from '../values.ts';

const DIRECTIONS = Object.keys(DIRECTION_WORDS) as readonly Direction[];
const KINDS = Object.keys(CLAIM_KIND_WORDS) as readonly ClaimKind[];
const KIND_OPTIONS = optionsOf(CLAIM_KIND_WORDS).map(({ value, text }) => ({
  value,
  text: capitalise(text),
}));

interface Fields {
  readonly text: string;
  readonly direction: string;
  readonly kind: string;
  readonly topics: string;
  readonly figures: string;
  readonly note: string;
}

/** What a claim says, and of what kind it is. */
export function ClaimForm({
  task,
  ...rest
}: CorrectionProps<Extract<Task, { form: 'claim' }>>): ReactNode {
  const { claim, about } = task;
  const initial: Fields = {
    text: claim.text,
    direction: claim.direction,
    kind: claim.claimKind,
    topics: claim.topics.join('\n'),
    figures: claim.figures.join('\n'),
    note: claim.note ?? '',
  };
  const correction = useCorrection<Fields>(
    {
      initial,
      check: ({ text }) =>
        problemsIn({ text: orNull(text) === null ? 'Say what it claims.' : null }),
      send: async (fields, terms, before) => {
        const given = { id: claim.id, ...changedOnly(valuesOf(fields), valuesOf(before)) };
        return [await change(EditClaimDocument, { claim: given, change: terms })];
      },
      name: `edit of the claim “${about}”`,
      saved: 'Claim saved.',
      takeTheirs: (fields, field, theirs) =>
        field in fields ? { ...fields, [field]: typed(theirs) } : fields,
    },
    { task, ...rest },
  );
  const { fields, problems, set } = correction;
  return (
    <FormFrame title="Edit this claim" about="" correction={correction}>
      <TextBlock
        label="What it says"
        rows={4}
        value={fields.text}
        onChange={(text) => set({ text })}
        problem={problems['text']}
      />
      <Select
        label="Direction"
        value={fields.direction}
        onChange={(direction) => set({ direction })}
        options={optionsOf(DIRECTION_WORDS)}
      />
      <Select
        label="Kind"
        value={fields.kind}
        onChange={(kind) => set({ kind })}
        options={KIND_OPTIONS}
      />
      <TextBlock
        label="Topics"
        hint="One to a line."
        rows={2}
        value={fields.topics}
        onChange={(topics) => set({ topics })}
      />
      <TextBlock
        label="Figures, as printed"
        hint="One to a line."
        rows={2}
        value={fields.figures}
        onChange={(figures) => set({ figures })}
      />
      <TextBlock label="Note" rows={2} value={fields.note} onChange={(note) => set({ note })} />
    </FormFrame>
  );
}

function valuesOf(fields: Fields) {
  return {
    text: fields.text.trim(),
    direction: DIRECTIONS.find((each) => each === fields.direction) ?? null,
    kind: KINDS.find((each) => each === fields.kind) ?? null,
    topics: [...listed(fields.topics)],
    figures: [...listed(fields.figures)],
    note: orNull(fields.note),
  };
}

/** A value of others as it would be typed. */
function typed(theirs: string | null): string {
  const value = theirs === null ? '' : parsed(theirs);
  return Array.isArray(value) ? value.join('\n') : (theirs ?? '');
}
