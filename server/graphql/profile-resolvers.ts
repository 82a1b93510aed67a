import type { TableProfile } from '../curation/table-profiles.ts';
import type { MutationResolvers, Resolvers, TableProfileInput } from './types.generated.ts';

/** The profiles of tables: as lists of fields, where they are kept by field. */
export const profileResolvers = {
  TableProfile: {
    columns: ({ columns }) =>
      Object.entries(columns).map(([field, headings]) => ({
        field: field as keyof typeof columns,
        headings: [...headings],
      })),
    stances: ({ stances = {} }) =>
      Object.entries(stances).map(([word, stance]) => ({ word, stance })),
    documentRole: ({ documentRole }) => documentRole ?? null,
  },
} satisfies Resolvers;

export const profileMutations = {
  saveTableProfile: (_parent, { profile }, { curation }) =>
    curation.profiles.save(profileGiven(profile)),
  deleteTableProfile: (_parent, { name }, { curation }) => curation.profiles.remove(name),
} satisfies Pick<MutationResolvers, 'saveTableProfile' | 'deleteTableProfile'>;

/** A profile as it is given, in the form in which it is kept. */
export function profileGiven({
  name,
  columns,
  stances,
  documentRole,
}: TableProfileInput): Partial<TableProfile> {
  return {
    name: name ?? '',
    columns: Object.fromEntries(columns.map(({ field, headings }) => [field, headings])),
    ...(stances === null || stances === undefined
      ? {}
      : { stances: Object.fromEntries(stances.map(({ word, stance }) => [word, stance])) }),
    ...(documentRole === null || documentRole === undefined ? {} : { documentRole }),
  };
}
