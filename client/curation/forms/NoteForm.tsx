import type { ReactNode } from 'react';
import { SetNoteDocument } from '../../api/operations.generated.ts';
import type { CorrectionProps, Task } from '../../views/correction.ts';
import { TextBlock } from '../fields.tsx';
import { FormFrame } from '../FormFrame.tsx';
import { change } from '../send.ts';
import { useCorrection } from '../use-correction.ts';
import { orNull } from '../values.ts';

/** A note; an empty one takes it away. */
export function NoteForm({
  task,
  ...rest
}: CorrectionProps<Extract<Task, { form: 'note' }>>): ReactNode {
  const { id, note, about } = task;
  const correction = useCorrection(
    {
      initial: { note: note ?? '' },
      check: () => ({}),
      send: async (fields, terms) => [
        await change(SetNoteDocument, { id, note: orNull(fields.note), change: terms }),
      ],
      name: `note on ${about}`,
      saved: 'Note saved.',
      takeTheirs: (_fields, _field, theirs) => ({ note: theirs ?? '' }),
    },
    { task, ...rest },
  );
  const { fields, set } = correction;
  return (
    <FormFrame title="Note" about={about} correction={correction}>
      <TextBlock
        label="Note"
        hint="Leave it empty to take it away."
        rows={4}
        value={fields.note}
        onChange={(text) => set({ note: text })}
      />
    </FormFrame>
  );
}
