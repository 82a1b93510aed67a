import type { ReactNode } from 'react';
import { EditEvidenceDocument } from '../../api/operations.generated.ts';
import type { Basis } from '../../api/operations.generated.ts';
import type { CorrectionProps, Task } from '../../views/correction.ts';
import { FormFrame } from '../FormFrame.tsx';
import { BASES, BasisField, PlaceFields, placeOf, placeProblems } from '../PlaceFields.tsx';
import { change } from '../send.ts';
import { useCorrection } from '../use-correction.ts';
import { changedOnly } from '../values.ts';

interface Fields {
  readonly line: string;
  readonly pages: string;
  readonly section: string;
  readonly basis: string;
}

/** Where an item of evidence stands in the text, and what it brings. */
export function PlaceForm({
  task,
  ...rest
}: CorrectionProps<Extract<Task, { form: 'place' }>>): ReactNode {
  const { item, about } = task;
  const correction = useCorrection<Fields>(
    {
      initial: {
        line: item.place.line === null ? '' : String(item.place.line),
        pages: item.place.pages ?? '',
        section: item.place.section ?? '',
        basis: item.basis ?? '',
      },
      check: placeProblems,
      send: async (fields, terms, before) => {
        const given = changedOnly(valuesOf(fields), valuesOf(before));
        return [
          await change(EditEvidenceDocument, { item: item.id, fields: given, change: terms }),
        ];
      },
      name: `place of ${about}`,
      saved: 'Place saved.',
      takeTheirs: (fields, field, theirs) =>
        field in fields ? { ...fields, [field]: theirs ?? '' } : fields,
    },
    { task, ...rest },
  );
  const { fields, problems, set } = correction;
  return (
    <FormFrame title="Place" about={about} correction={correction}>
      <PlaceFields fields={fields} set={set} problems={problems} />
      <BasisField value={fields.basis} onChange={(basis) => set({ basis })} />
    </FormFrame>
  );
}

function valuesOf(fields: Fields) {
  const basis: Basis | null = BASES.find((each) => each === fields.basis) ?? null;
  return { ...placeOf(fields), basis };
}
