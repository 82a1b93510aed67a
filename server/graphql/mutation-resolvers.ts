import { Course } from '../curation/course.ts';
import { edit, settled, type PlanEdits } from '../curation/edit.ts';
import {
  editItem,
  editLine,
  linkEvidence,
  relateClaims,
  relateStudies,
  removeLink,
  setVerdict,
  upsertAssertion,
} from '../curation/edits/evidence.ts';
import {
  removeRecord,
  setNote,
  setStudy,
  upsertCitation,
  upsertMention,
  upsertRecord,
} from '../curation/edits/records.ts';
import {
  mergeAuthors,
  mergeStudies,
  splitAuthor,
  splitStudy,
} from '../curation/edits/same-works.ts';
import { importSource, type ImportReport } from '../curation/import-source.ts';
import type { Outcome } from '../curation/proposal.ts';
import { redo, undo } from '../curation/revert.ts';
import { importSeed } from '../curation/seed.ts';
import { takeOutSource } from '../curation/take-out-source.ts';
import { readRevision } from '../store/current-evidence.ts';
import { askedFor, type Terms } from './asked.ts';
import type { RequestContext } from './context.ts';
import { profileGiven, profileMutations } from './profile-resolvers.ts';
import type { Resolvers, ResolversTypes } from './types.generated.ts';

type Answer = Promise<ResolversTypes['ChangeReport']>;

/** What changes the store. That a curator asks was checked before, for all of them at once. */
export const mutationResolvers = {
  Mutation: {
    ...profileMutations,
    importSource: async (_parent, { content, keepEdits, ...asIs }, context) => {
      const { format, name, same, apart, allApart, profile, profileName, ...terms } = asIs;
      const answered = [keepEdits, same, apart, allApart, profile, profileName];
      const request = ['importSource', content, format, name, ...answered];
      const brought = {
        content,
        name: name ?? null,
        format: format ?? null,
        profile: profile ? profileGiven(profile) : (profileName ?? null),
        keepsEdits: keepEdits ?? false,
        answers: {
          same: new Map((same ?? []).map(({ record, is }) => [record, is])),
          apart: allApart === true ? ('all' as const) : new Set(apart),
        },
      };
      const asked = {
        ...askedFor(terms, request, context),
        course: new Course({ signal: context.signal }),
      };
      return reportOf(await importSource(context.curation, brought, asked), context);
    },
    importSeed: async (_parent, { keepEdits, ...terms }, context) => {
      const asked = askedFor(terms, ['importSeed', keepEdits], context);
      return reportOf(await importSeed(context.curation, asked, keepEdits ?? false), context);
    },
    undoImport: async (_parent, { source, keepEdits, ...terms }, context) => {
      const asked = askedFor(terms, ['undoImport', source, keepEdits], context);
      const keepsEdits = keepEdits ?? false;
      const outcome = await takeOutSource(context.curation, { source, keepsEdits }, asked);
      return answerOf(settled(outcome, asked), context);
    },
    undo: async (_parent, { change, ...terms }, context) => {
      const asked = askedFor(terms, ['undo', change], context);
      return answerOf(settled(await undo(context.curation, change, asked), asked), context);
    },
    redo: async (_parent, { change, ...terms }, context) => {
      const asked = askedFor(terms, ['redo', change], context);
      return answerOf(settled(await redo(context.curation, change, asked), asked), context);
    },

    setVerdict: (_parent, { item, verdict, change }, context) =>
      edited(context, change, ['setVerdict', item, verdict], setVerdict(item, verdict ?? null)),
    setStudyStatus: (_parent, { study, status, change }, context) =>
      edited(
        context,
        change,
        ['setStudyStatus', study, status],
        setStudy(study, { status: status ?? null }),
      ),
    setStudyEvidence: (_parent, { study, evidence, ground, traced, change }, context) =>
      edited(
        context,
        change,
        ['setStudyEvidence', study, evidence, ground, traced],
        setStudy(study, { evidence, evidenceGround: ground, traced }),
      ),
    setNote: (_parent, { id, note, change }, context) =>
      edited(context, change, ['setNote', id, note], setNote(id, note ?? null)),

    upsertAuthor: (_parent, { author, change }, context) =>
      upserted('author', author, change, context),
    upsertStudy: (_parent, { study, change }, context) => upserted('study', study, change, context),
    upsertClaim: (_parent, { claim, change }, context) => upserted('claim', claim, change, context),
    judge: (_parent, { judgement, change }, context) =>
      upserted('judgement', judgement, change, context),
    upsertCitation: (_parent, { citation, change }, context) => {
      const { citing, cited, ...fields } = citation;
      return edited(
        context,
        change,
        ['upsertCitation', citation],
        upsertCitation(citing, cited, fields),
      );
    },
    upsertMention: (_parent, { mention, change }, context) => {
      const { citation, at, ...fields } = mention;
      return edited(
        context,
        change,
        ['upsertMention', mention],
        upsertMention(citation, at, fields),
      );
    },
    upsertAssertion: (_parent, { assertion, change }, context) => {
      const { id, claim, ...fields } = assertion;
      const named = id ?? context.curation.makeId('assertion');
      return edited(
        context,
        change,
        ['upsertAssertion', assertion],
        upsertAssertion(claim, named, fields),
      );
    },
    linkEvidence: (_parent, { evidence, change }, context) => {
      const { claim, line, items, stance, needs, in: place } = evidence;
      return edited(
        context,
        change,
        ['linkEvidence', evidence],
        linkEvidence({
          claim,
          line: line ?? null,
          fields: { stance: stance ?? 'supports', needs, in: place },
          items: items.map((item) => ({ ...item, id: item.id ?? context.curation.makeId('item') })),
        }),
      );
    },
    editEvidence: (_parent, { item, fields, change }, context) =>
      edited(context, change, ['editEvidence', item, fields], editItem(item, { ...fields })),
    editLine: (_parent, { line, fields, change }, context) =>
      edited(context, change, ['editLine', line, fields], editLine(line, { ...fields })),
    relateClaims: (_parent, { relation, change }, context) => {
      const { id, from, ...fields } = relation;
      const named = id ?? context.curation.makeId('relation');
      return edited(context, change, ['relateClaims', relation], relateClaims(named, from, fields));
    },
    relateStudies: (_parent, { relation, change }, context) => {
      const { from, kind, to, ...fields } = relation;
      return edited(
        context,
        change,
        ['relateStudies', relation],
        relateStudies(from, kind, to, fields),
      );
    },
    removeLink: (_parent, { id, change }, context) =>
      edited(context, change, ['removeLink', id], removeLink(id)),
    removeRecord: (_parent, { id, change }, context) =>
      edited(context, change, ['removeRecord', id], removeRecord(id)),
    mergeStudies: (_parent, { from, into, change }, context) =>
      edited(context, change, ['mergeStudies', from, into], mergeStudies(from, into)),
    mergeAuthors: (_parent, { from, into, change }, context) =>
      edited(context, change, ['mergeAuthors', from, into], mergeAuthors(from, into)),
    splitStudy: (_parent, { split, change }, context) => {
      const { study, as, citations, assertions, items } = split;
      const { id, ...fields } = as;
      return edited(
        context,
        change,
        ['splitStudy', split],
        splitStudy({
          study,
          as: { id: id ?? context.curation.makeId('study'), fields },
          citations: citations ?? [],
          assertions: assertions ?? [],
          items: items ?? [],
        }),
      );
    },
    splitAuthor: (_parent, { split, change }, context) => {
      const { author, as, studies } = split;
      const { id, ...fields } = as;
      const named = { id: id ?? context.curation.makeId('author'), fields };
      return edited(
        context,
        change,
        ['splitAuthor', split],
        splitAuthor({ author, as: named, studies }),
      );
    },
  },
} satisfies Pick<Resolvers, 'Mutation'>;

async function edited(
  context: RequestContext,
  change: Terms,
  request: unknown,
  planEdits: PlanEdits,
): Answer {
  const asked = askedFor(change, request, context);
  return answerOf(settled(await edit(context.curation, planEdits, asked), asked), context);
}

function upserted(
  kind: 'author' | 'study' | 'claim' | 'judgement',
  record: { readonly id?: string | null | undefined },
  change: Terms,
  context: RequestContext,
): Answer {
  const { id, ...fields } = record;
  return edited(
    context,
    change,
    [`upsert ${kind}`, record],
    upsertRecord(kind, id ?? context.curation.makeId(kind), fields),
  );
}

async function answerOf(outcome: Outcome, context: RequestContext): Answer {
  const { plan, counts, change, isApplied } = outcome;
  const revision = await readRevision(context.store);
  return { plan: { plan, counts }, change, isApplied, revision };
}

async function reportOf(
  report: ImportReport,
  context: RequestContext,
): Promise<ResolversTypes['ImportReport']> {
  return { ...report, revision: await readRevision(context.store) };
}
