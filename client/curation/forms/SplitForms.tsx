import type { ReactNode } from 'react';
import {
  BelongingsOfStudyDocument,
  SplitAuthorDocument,
  SplitStudyDocument,
  StudiesOfAuthorDocument,
} from '../../api/operations.generated.ts';
import type { StudyType } from '../../api/operations.generated.ts';
import { capitalise, STUDY_TYPE_WORDS, yearText } from '../../language/words.ts';
import type { CorrectionProps, Task } from '../../views/correction.ts';
import { Beyond } from '../../views/inspector-parts.tsx';
import { Answered } from '../../views/States.tsx';
import { useAnswer } from '../../views/use-answer.ts';
import { belongingsOf } from '../belongings.ts';
import { Checks, optionsOf, Select, TextLine } from '../fields.tsx';
import { FormFrame } from '../FormFrame.tsx';
import { change } from '../send.ts';
import { useCorrection } from '../use-correction.ts';
import { orNull, problemsIn } from '../values.ts';

const TYPES = Object.keys(STUDY_TYPE_WORDS) as readonly StudyType[];
const TYPE_OPTIONS = optionsOf(STUDY_TYPE_WORDS).map(({ value, text }) => ({
  value,
  text: capitalise(text),
}));

interface StudyFields {
  readonly title: string;
  readonly year: string;
  readonly type: string;
  readonly citations: readonly string[];
  readonly assertions: readonly string[];
  readonly items: readonly string[];
}

/** Makes two of one study: what is chosen belongs to the new one. */
export function SplitStudyForm({
  task,
  ...rest
}: CorrectionProps<Extract<Task, { form: 'split-study' }>>): ReactNode {
  const { study, about } = task;
  const correction = useCorrection<StudyFields>(
    {
      initial: { title: '', year: '', type: study.type, citations: [], assertions: [], items: [] },
      check: ({ title, year }) =>
        problemsIn({
          title: orNull(title) === null ? 'Give the new study a title.' : null,
          year: /^\s*(\d{4})?\s*$/u.test(year) ? null : 'Give the year in four figures.',
        }),
      send: async ({ title, year, type, citations, assertions, items }, terms) => {
        const as = {
          title: title.trim(),
          type: TYPES.find((each) => each === type) ?? study.type,
          // Whether it has data is for somebody to look up: it is not the other’s.
          evidence: 'unknown' as const,
          ...(orNull(year) === null ? {} : { year: Number(year) }),
        };
        const split = {
          study: study.id,
          as,
          citations: [...citations],
          assertions: [...assertions],
          items: [...items],
        };
        return [await change(SplitStudyDocument, { split, change: terms })];
      },
      name: `splitting of ${about}`,
      saved: 'Split: there are two studies now.',
    },
    { task, ...rest },
  );
  const { fields, problems, set } = correction;
  const answer = useAnswer(BelongingsOfStudyDocument, { id: study.id });
  return (
    <FormFrame title="Split" about={about} save="Split" correction={correction}>
      <TextLine
        label="Title of the new study"
        required
        value={fields.title}
        onChange={(title) => set({ title })}
        problem={problems['title']}
      />
      <TextLine
        label="Year"
        narrow
        value={fields.year}
        onChange={(year) => set({ year })}
        problem={problems['year']}
      />
      <Select
        label="Type"
        value={fields.type}
        onChange={(type) => set({ type })}
        options={TYPE_OPTIONS}
      />
      <Answered answer={answer} lines={4}>
        {(data) => {
          const { citations, assertions, items, left } = belongingsOf(data, study.id);
          return (
            <>
              <p className="correction-note">
                What you choose belongs to the new study; the rest stays. A citation takes the
                evidence that rests on it along.
              </p>
              <Checks
                label="Citations"
                options={citations}
                chosen={fields.citations}
                onChange={(chosen) => set({ citations: chosen })}
              />
              <Checks
                label="What it says"
                options={assertions}
                chosen={fields.assertions}
                onChange={(chosen) => set({ assertions: chosen })}
              />
              <Checks
                label="Evidence that means it"
                options={items}
                chosen={fields.items}
                onChange={(chosen) => set({ items: chosen })}
              />
              <Beyond shown={0} total={left} />
            </>
          );
        }}
      </Answered>
    </FormFrame>
  );
}

interface AuthorFields {
  readonly name: string;
  readonly studies: readonly string[];
}

/** Makes two of one author: on the studies that are chosen, the new one stands. */
export function SplitAuthorForm({
  task,
  ...rest
}: CorrectionProps<Extract<Task, { form: 'split-author' }>>): ReactNode {
  const { author, about } = task;
  const correction = useCorrection<AuthorFields>(
    {
      initial: { name: '', studies: [] },
      check: ({ name, studies }) =>
        problemsIn({
          name: orNull(name) === null ? 'Give the new author a name.' : null,
          '': studies.length === 0 ? 'Choose at least one study of the new author.' : null,
        }),
      send: async ({ name, studies }, terms) => {
        const as = { name: name.trim(), kind: author.authorKind };
        const split = { author: author.id, as, studies: [...studies] };
        return [await change(SplitAuthorDocument, { split, change: terms })];
      },
      name: `splitting of ${about}`,
      saved: 'Split: there are two authors now.',
    },
    { task, ...rest },
  );
  const { fields, problems, set } = correction;
  const answer = useAnswer(StudiesOfAuthorDocument, { id: author.id });
  return (
    <FormFrame title="Split" about={about} save="Split" correction={correction}>
      <TextLine
        label="Name of the new author"
        required
        value={fields.name}
        onChange={(name) => set({ name })}
        problem={problems['name']}
      />
      <Answered answer={answer} lines={3}>
        {({ author: known }) => (
          <>
            <Checks
              label="Studies of the new author"
              options={(known?.studies.nodes ?? []).map(({ id, shortLabel, title, year }) => ({
                value: id,
                text: title ?? shortLabel,
                detail: yearText(year),
              }))}
              chosen={fields.studies}
              onChange={(studies) => set({ studies })}
            />
            <Beyond
              shown={known?.studies.nodes.length ?? 0}
              total={known?.studies.totalCount ?? 0}
            />
          </>
        )}
      </Answered>
    </FormFrame>
  );
}
