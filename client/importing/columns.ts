import type { Profile, ReadTable } from '../api/import.ts';
import type { ClaimsColumn, Stance, TableProfileInput } from '../api/operations.generated.ts';
import type { Option } from '../curation/fields.tsx';
import { shorten, STANCE_WORDS } from '../language/words.ts';

const STANCES = Object.keys(STANCE_WORDS) as readonly Stance[];

/** What a column can say, as the page asks for it. */
export const FIELDS: readonly {
  readonly field: ClaimsColumn;
  readonly label: string;
  readonly hint: string;
}[] = [
  { field: 'claim', label: 'Claim', hint: 'The proposition, as a sentence.' },
  { field: 'claimId', label: 'Claim’s key', hint: 'Rows of one key are one claim.' },
  { field: 'source', label: 'Source', hint: 'What it rests on: a DOI, a PubMed number, a title.' },
  { field: 'sourceTitle', label: 'Source’s title', hint: '' },
  { field: 'sourceYear', label: 'Source’s year', hint: '' },
  {
    field: 'document',
    label: 'Document',
    hint: 'Who makes the claim and cites the source for it.',
  },
  { field: 'stance', label: 'Stance', hint: 'Supports, contradicts, qualifies, mentions.' },
  { field: 'basis', label: 'Basis', hint: 'Data, record, search, relay, argument.' },
  { field: 'pages', label: 'Pages', hint: '' },
  { field: 'section', label: 'Section', hint: '' },
  { field: 'direction', label: 'Direction', hint: 'Positive, negative, none, mixed, gap.' },
  { field: 'kind', label: 'Kind of claim', hint: 'Finding, statistic, recommendation, …' },
  { field: 'topic', label: 'Topic', hint: '' },
];

/** The profile by which a table is read, or was asked to be read. */
export function profileNow(given: Profile | string | null, table: ReadTable): Profile {
  return typeof given === 'object' && given !== null ? given : table.used;
}

/** By what the columns are read, or what is wanted of a person. */
export function howRead(profile: Profile, isSaved: boolean): string {
  if (isSaved) return `read by your profile “${profile.name}”`;
  // Without a claim nothing can be read.
  if (columnOf(profile, 'claim') === '' && columnOf(profile, 'claimId') === '')
    return 'say which has the claims';
  return profile.name === '' ? 'read as you say' : 'read by their headings';
}

/** The profile with one field read from a column, or from none. */
export function withColumn(profile: Profile, field: ClaimsColumn, heading: string): Profile {
  const { [field]: _before, ...rest } = profile.columns;
  const columns = heading === '' ? rest : { ...rest, [field]: [heading] };
  // It is no longer what it was called.
  return { ...profile, name: '', columns };
}

/** Which column a field is read from; the first of several. */
export function columnOf({ columns }: Profile, field: ClaimsColumn): string {
  return columns[field]?.[0] ?? '';
}

/** What a word of the stance column means by the profile; empty where it does not say. */
export function stanceOf({ stances }: Profile, word: string): string {
  return new Map(Object.entries(stances ?? {})).get(word.toLowerCase()) ?? '';
}

/** The profile with a word of the stance column that means this stance, or nothing that is known. */
export function withStance(profile: Profile, word: string, stance: string): Profile {
  const { [word.toLowerCase()]: _before, ...rest } = profile.stances ?? {};
  const known = STANCES.find((each) => each === stance);
  const stances = known === undefined ? rest : { ...rest, [word.toLowerCase()]: known };
  return { ...profile, name: '', stances };
}

/** The columns to choose from. */
export function columnOptions({ headings }: ReadTable): readonly Option[] {
  const named = [...new Set(headings)].filter((heading) => heading !== '');
  return [
    { value: '', text: 'No column' },
    ...named.map((heading) => ({ value: heading, text: heading })),
  ];
}

/** Some of what a column has. */
export function samplesOf({ headings, samples }: ReadTable, heading: string): string {
  const at = headings.indexOf(heading);
  if (heading === '' || at === -1) return '';
  const found = samples.flatMap((row) => {
    const cell = row[at]?.trim() ?? '';
    return cell === '' ? [] : [shorten(cell, 40)];
  });
  return [...new Set(found)].slice(0, 3).join(' · ');
}

/** A profile under a name, as the API takes it. */
export function inputOf(profile: Profile, name: string): TableProfileInput {
  const { columns, stances, documentRole } = profile;
  return {
    name,
    columns: FIELDS.flatMap(({ field }) => {
      const headings = columns[field] ?? [];
      return headings.length === 0 ? [] : [{ field, headings: [...headings] }];
    }),
    ...(stances === undefined
      ? {}
      : { stances: Object.entries(stances).map(([word, stance]) => ({ word, stance })) }),
    ...(documentRole === undefined ? {} : { documentRole }),
  };
}
