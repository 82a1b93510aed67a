import { createHash } from 'node:crypto';
import { UnderpinError } from '../domain/errors.ts';
import { importInterchange } from '../ingest/import-document.ts';
import type { Resolvers } from './types.generated.ts';

/** What a source is called that was given no name. */
const UNNAMED = 'unnamed source';

/** What changes the store. That a curator asks was checked before, for all of them at once. */
export const mutationResolvers: Pick<Resolvers, 'Mutation'> = {
  Mutation: {
    importSource: async (_parent, { content, format, name, dryRun }, { store }) => {
      checkFormat(format ?? 'json');
      const { plan, problems } = await importInterchange(store, content, {
        dryRun: dryRun ?? false,
      });
      return {
        source: { id: idOf(content), name: name ?? UNNAMED },
        plan: plan && {
          created: plan.created.length,
          updated: plan.updated.length,
          matched: plan.matched.length,
          conflicts: plan.conflicts.length,
        },
        problems: problems.map(({ line, message }) => ({ line, message })),
      };
    },
  },
};

function checkFormat(format: string): void {
  if (format !== 'json')
    throw new UnderpinError('INVALID', `The format “${format}” is not known: there is “json”.`);
}

function idOf(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
