import type { ReactNode } from 'react';
import {
  SetStudyEvidenceDocument,
  SetStudyStatusDocument,
} from '../../api/operations.generated.ts';
import type { EvidenceRole, StudyStatus } from '../../api/operations.generated.ts';
import { capitalise, EVIDENCE_WORDS, STATUS_WORDS } from '../../language/words.ts';
import type { CorrectionProps, Task } from '../../views/correction.ts';
import { optionsOf, Radios, TextBlock, TextLine } from '../fields.tsx';
import { FormFrame } from '../FormFrame.tsx';
import { change } from '../send.ts';
import { useCorrection } from '../use-correction.ts';
import { dateProblem, orNull, parsed, problemsIn } from '../values.ts';

const STATUSES = Object.keys(STATUS_WORDS) as readonly StudyStatus[];
const STATUS_OPTIONS = [
  ...optionsOf(STATUS_WORDS).map(({ value, text }) => ({ value, text: capitalise(text) })),
  { value: '', text: 'Not known' },
];

/** What became of a study after it was published. */
export function StatusForm({
  task,
  ...rest
}: CorrectionProps<Extract<Task, { form: 'status' }>>): ReactNode {
  const { study, about } = task;
  const correction = useCorrection(
    {
      initial: {
        value: study.status ?? '',
        date: study.statusDate ?? '',
        reason: study.statusReason ?? '',
        source: study.statusSource ?? '',
      },
      check: ({ value, date }) => problemsIn({ date: value === '' ? null : dateProblem(date) }),
      send: async ({ value, date, reason, source }, terms) => {
        const given = STATUSES.find((each) => each === value);
        const said = Object.entries({ date, reason, source }).flatMap(([field, text]) => {
          const filled = orNull(text);
          return filled === null ? [] : [[field, filled] as const];
        });
        const status = given === undefined ? null : { value: given, ...Object.fromEntries(said) };
        return [await change(SetStudyStatusDocument, { study: study.id, status, change: terms })];
      },
      name: `status of ${about}`,
      saved: 'Status saved.',
      takeTheirs: (_fields, _field, theirs) => theirStatus(theirs),
    },
    { task, ...rest },
  );
  const { fields, problems, set } = correction;
  return (
    <FormFrame title="Status" about={about} correction={correction}>
      <Radios
        label="Since it was published it is"
        value={fields.value}
        onChange={(value) => set({ value })}
        options={STATUS_OPTIONS}
      />
      {fields.value === '' ? null : (
        <>
          <TextLine
            label="Since when"
            hint="As exactly as it is known: 2021, 2021-03 or 2021-03-25."
            narrow
            value={fields.date}
            onChange={(date) => set({ date })}
            problem={problems['date']}
          />
          <TextBlock
            label="Reason"
            rows={2}
            value={fields.reason}
            onChange={(reason) => set({ reason })}
          />
          <TextLine
            label="Where this stands"
            hint="The notice, its address or DOI."
            value={fields.source}
            onChange={(source) => set({ source })}
          />
        </>
      )}
    </FormFrame>
  );
}

function theirStatus(theirs: string | null): {
  readonly value: string;
  readonly date: string;
  readonly reason: string;
  readonly source: string;
} {
  const status = theirs === null ? null : parsed(theirs);
  const {
    value = '',
    date = '',
    reason = '',
    source = '',
  } = typeof status === 'object' && status !== null
    ? (status as { value?: string; date?: string; reason?: string; source?: string })
    : {};
  return { value, date, reason, source };
}

const ROLES = Object.keys(EVIDENCE_WORDS) as readonly EvidenceRole[];
const ROLE_OPTIONS = optionsOf(EVIDENCE_WORDS).map(({ value, text }) => ({
  value,
  text: capitalise(text),
}));

/** Whether a study has data of its own, and what says so. */
export function EvidenceForm({
  task,
  ...rest
}: CorrectionProps<Extract<Task, { form: 'evidence' }>>): ReactNode {
  const { study, about } = task;
  const correction = useCorrection(
    {
      initial: { evidence: study.evidence as string, ground: study.evidenceGround ?? '' },
      check: () => ({}),
      send: async ({ evidence, ground }, terms) => [
        await change(SetStudyEvidenceDocument, {
          study: study.id,
          evidence: ROLES.find((each) => each === evidence) ?? study.evidence,
          ground: orNull(ground),
          change: terms,
        }),
      ],
      name: `evidence role of ${about}`,
      saved: 'Evidence role saved.',
      takeTheirs: (fields, field, theirs) => {
        if (field === 'evidence') return { ...fields, evidence: theirs ?? '' };
        return field === 'evidenceGround' ? { ...fields, ground: theirs ?? '' } : fields;
      },
    },
    { task, ...rest },
  );
  const { fields, set } = correction;
  return (
    <FormFrame title="Evidence role" about={about} correction={correction}>
      <Radios
        label="This study"
        value={fields.evidence}
        onChange={(evidence) => set({ evidence })}
        options={ROLE_OPTIONS}
      />
      <TextBlock
        label="What says so"
        hint="A sentence, or the place in the study that shows it."
        rows={2}
        value={fields.ground}
        onChange={(ground) => set({ ground })}
      />
    </FormFrame>
  );
}
