import { ageAt, type StudyFigures } from '../domain/clusters/study-measures.ts';
import type { RequestContext } from './context.ts';
import type { Resolvers } from './types.generated.ts';

/** Fields of `Study` that say where it stands among the others. */
export const figureFields = {
  citationsIn: async ({ id }, _arguments, context) => figureOf(id, 'citationsIn', context),
  citationsOut: async ({ id }, _arguments, context) => figureOf(id, 'citationsOut', context),
  pageRank: async ({ id }, _arguments, context) => figureOf(id, 'pageRank', context),
  mainPathStep: async ({ id }, _arguments, context) => {
    const step = await figureOf(id, 'mainPathStep', context);
    return step < 0 ? null : step + 1;
  },
  age: ({ year }, _arguments, context) => ageAt(thisYear(context), year),
} satisfies Resolvers['Study'];

/** The year in which the request is answered. */
export function thisYear({ curation }: RequestContext): number {
  return curation.now().getUTCFullYear();
}

/** A filter by age as one by year, from which the present year tells it. */
export function youngerThan<Filter extends { readonly yearFrom?: number }>(
  { ageAtMost, ...filter }: Filter & { readonly ageAtMost?: number },
  year: number,
) {
  if (ageAtMost === undefined) return filter;
  return { ...filter, yearFrom: Math.max(year - ageAtMost, filter.yearFrom ?? -Infinity) };
}

/** A study that came after the picture has no citations in it. */
async function figureOf(
  id: string,
  figure: keyof StudyFigures,
  context: RequestContext,
): Promise<number> {
  const { studies } = (await context.evidence()).graph;
  const node = studies.get(id);
  const missing = figure === 'mainPathStep' ? -1 : 0;
  return node === undefined ? missing : ((await context.figures())[figure][node.index] ?? 0);
}
