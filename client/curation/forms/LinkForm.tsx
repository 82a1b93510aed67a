import type { ReactNode } from 'react';
import {
  CitationThereDocument,
  ClaimsOfStudyDocument,
  LinkEvidenceDocument,
  MakeCitationDocument,
} from '../../api/operations.generated.ts';
import type { ChangeInput } from '../../api/operations.generated.ts';
import { shorten } from '../../language/words.ts';
import type { CorrectionProps, Task } from '../../views/correction.ts';
import { useAnswer } from '../../views/use-answer.ts';
import { Radios, Select } from '../fields.tsx';
import { FormFrame } from '../FormFrame.tsx';
import { evidenceOf, EMPTY_LINK, lineOptions, linkProblems, STANCE_OPTIONS } from '../link.ts';
import type { LinkFields } from '../link.ts';
import { Picker } from '../Picker.tsx';
import { BasisField, PlaceFields } from '../PlaceFields.tsx';
import { ask, change } from '../send.ts';
import type { Report } from '../send.ts';
import { useCorrection } from '../use-correction.ts';

/** Links evidence to a claim: a cited study, a study itself, or another claim. */
export function LinkForm({
  task,
  ...rest
}: CorrectionProps<Extract<Task, { form: 'link' }>>): ReactNode {
  const { claim, about } = task;
  const sayers = [...new Map(claim.assertions.map(({ study }) => [study.id, study])).values()];
  const correction = useCorrection<LinkFields>(
    {
      initial: {
        ...EMPTY_LINK,
        way: sayers.length === 0 ? 'study' : 'cited',
        citing: sayers[0]?.id ?? '',
      },
      check: linkProblems,
      send: (fields, terms) => link(claim.id, fields, terms),
      name: `link of evidence to “${about}”`,
      saved: 'Evidence linked.',
    },
    { task, ...rest },
  );
  const { fields, problems, set } = correction;
  const citation = `${fields.citing}>${fields.target}`;
  const cites = fields.way === 'cited' && fields.target !== '';
  const there = useAnswer(CitationThereDocument, cites ? { id: citation } : null);
  const citing = sayers.find(({ id }) => id === fields.citing)?.shortLabel ?? fields.citing;
  return (
    <FormFrame title="Link evidence" about="" save="Link" correction={correction}>
      <Radios
        label="This claim rests on"
        value={fields.way}
        onChange={(way) => set({ way, target: '', targetText: '', meant: '' })}
        options={[
          ...(sayers.length === 0 ? [] : [{ value: 'cited', text: 'a work that is cited for it' }]),
          { value: 'study', text: 'a study itself', detail: 'what it brings of its own' },
          { value: 'claim', text: 'another claim' },
        ]}
      />
      {fields.way !== 'cited' || sayers.length < 2 ? null : (
        <Select
          label="Who cites it"
          value={fields.citing}
          onChange={(chosen) => set({ citing: chosen })}
          options={sayers.map(({ id, shortLabel }) => ({ value: id, text: shortLabel }))}
        />
      )}
      <Picker
        key={fields.way}
        label={LABELS[fields.way] ?? ''}
        kind={fields.way === 'claim' ? 'claim' : 'study'}
        picked={{ id: fields.target, text: fields.targetText }}
        onPick={({ id, text }) => set({ target: id, targetText: text, meant: '' })}
        without={fields.way === 'claim' ? claim.id : fields.way === 'cited' ? fields.citing : ''}
        problem={problems['target']}
      />
      {cites && there.current && there.data?.citation === null ? (
        <output className="correction-note">
          It is not recorded yet that {citing} cites this: that is recorded first.
        </output>
      ) : null}
      {fields.way === 'claim' || fields.target === '' ? null : (
        <MeantClaim
          study={fields.target}
          value={fields.meant}
          onChange={(meant) => set({ meant })}
        />
      )}
      <Select
        label="Where it belongs"
        value={fields.line}
        onChange={(line) => set({ line })}
        options={lineOptions(claim)}
      />
      {fields.line === '' ? (
        <Select
          label="How it bears on the claim"
          value={fields.stance}
          onChange={(stance) => set({ stance })}
          options={STANCE_OPTIONS}
        />
      ) : null}
      <PlaceFields
        fields={{ line: fields.at, pages: fields.pages, section: fields.section }}
        set={({ line, ...other }) => set({ ...(line === undefined ? {} : { at: line }), ...other })}
        problems={problems['at'] === undefined ? {} : { line: problems['at'] }}
      />
      <BasisField value={fields.basis} onChange={(basis) => set({ basis })} />
    </FormFrame>
  );
}

const LABELS: Readonly<Record<string, string>> = {
  cited: 'The work that is cited',
  study: 'The study',
  claim: 'The other claim',
};

/** Which of the claims of a study is meant. */
function MeantClaim({
  study,
  value,
  onChange,
}: {
  readonly study: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const answer = useAnswer(ClaimsOfStudyDocument, { id: study });
  const claims = answer.current ? (answer.data?.study?.claims.nodes ?? []) : [];
  if (claims.length === 0) return null;
  return (
    <Select
      label="Which of its claims is meant"
      value={value}
      onChange={onChange}
      options={[
        { value: '', text: 'None in particular' },
        ...claims.map(({ id, text }) => ({ value: id, text: shorten(text, 90) })),
      ]}
    />
  );
}

/** A citation that is not recorded yet is made first, as a change of its own; both are undone as one. */
async function link(
  claim: string,
  fields: LinkFields,
  terms: ChangeInput,
): Promise<readonly Report[]> {
  const made = fields.way === 'cited' ? await madeCitation(fields, terms) : [];
  const evidence = evidenceOf(claim, fields);
  return [...made, await change(LinkEvidenceDocument, { evidence, change: terms })];
}

async function madeCitation(fields: LinkFields, terms: ChangeInput): Promise<readonly Report[]> {
  const { citing, target } = fields;
  const { citation } = await ask(CitationThereDocument, { id: `${citing}>${target}` });
  if (citation !== null) return [];
  const key = typeof terms.key === 'string' ? { key: `${terms.key}-citation` } : {};
  const given = { citation: { citing, cited: target }, change: { ...terms, ...key } };
  return [await change(MakeCitationDocument, given)];
}
