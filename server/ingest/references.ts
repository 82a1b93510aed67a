import type { EvidenceDocument } from '../domain/document.generated.ts';
import type { NodeKind } from '../domain/elements.ts';
import type { Path, Problem, SourceText } from './source-text.ts';

/** That a document names the id of a record. */
export interface Reference {
  readonly id: string;
  readonly kinds: readonly NodeKind[];
  readonly path: Path;
}

const ANY: readonly NodeKind[] = ['author', 'study', 'citation', 'claim', 'judgement'];

/** Every place in a document that names the id of a record. */
export function* referencesOf(document: EvidenceDocument): Generator<Reference> {
  for (const [index, { successorOf }] of document.authors.entries())
    yield* optional(['authors', index, 'successorOf'], 'author', successorOf);
  for (const [index, study] of document.studies.entries()) {
    yield* optional(['studies', index, 'partOf'], 'study', study.partOf);
    for (const [at, { author }] of study.contributors.entries())
      yield* optional(['studies', index, 'contributors', at, 'author'], 'author', author);
  }
  for (const [index, { from, to }] of document.studyRelations.entries()) {
    yield* optional(['studyRelations', index, 'from'], 'study', from);
    yield* optional(['studyRelations', index, 'to'], 'study', to);
  }
  for (const [index, citation] of document.citations.entries()) {
    yield* optional(['citations', index, 'citing'], 'study', citation.citing);
    yield* optional(['citations', index, 'cited'], 'study', citation.cited);
    for (const [at, mention] of citation.mentions.entries()) {
      yield* optional(['citations', index, 'mentions', at, 'in'], 'study', mention.in);
      yield* optional(['citations', index, 'mentions', at, 'via'], 'study', mention.via);
    }
  }
  for (const [index, claim] of document.claims.entries())
    yield* referencesOfClaim(claim, ['claims', index]);
  for (const [index, { from, to }] of document.relations.entries()) {
    yield* optional(['relations', index, 'from'], 'claim', from);
    yield* optional(['relations', index, 'to'], 'claim', to);
  }
  for (const [index, { target }] of document.judgements.entries())
    yield { id: target, kinds: ANY, path: ['judgements', index, 'target'] };
}

function* referencesOfClaim(
  claim: EvidenceDocument['claims'][number],
  path: Path,
): Generator<Reference> {
  for (const [at, assertion] of claim.assertions.entries())
    for (const field of ['study', 'in', 'via'] as const)
      yield* optional([...path, 'assertions', at, field], 'study', assertion[field]);
  for (const [lineAt, line] of claim.lines.entries()) {
    yield* optional([...path, 'lines', lineAt, 'in'], 'study', line.in);
    for (const [at, item] of line.items.entries()) {
      const itemPath = [...path, 'lines', lineAt, 'items', at];
      yield* optional([...itemPath, 'citation'], 'citation', item.citation);
      yield* optional([...itemPath, 'study'], 'study', item.study);
      yield* optional([...itemPath, 'via'], 'study', item.via);
      yield* optional([...itemPath, 'claim'], 'claim', item.claim);
      yield* optional([...itemPath, 'for'], 'claim', item.for);
    }
  }
}

function* optional(path: Path, kind: NodeKind, id: string | undefined): Generator<Reference> {
  if (id !== undefined) yield { id, kinds: [kind], path };
}

/** The ids of the records that a document brings, each with its kind. */
export function kindsWithin(document: EvidenceDocument): Map<string, NodeKind> {
  return new Map<string, NodeKind>([
    ...document.authors.map(({ id }) => [id, 'author'] as const),
    ...document.studies.map(({ id }) => [id, 'study'] as const),
    ...document.citations.map(({ id }) => [id, 'citation'] as const),
    ...document.claims.map(({ id }) => [id, 'claim'] as const),
    ...document.judgements.map(({ id }) => [id, 'judgement'] as const),
  ]);
}

/**
 * References that lead nowhere, or to a record of another kind.
 * @param kinds the kind of every record that the document or the store has.
 */
export function danglingReferences(
  document: EvidenceDocument,
  kinds: ReadonlyMap<string, NodeKind>,
  source: SourceText,
): Problem[] {
  const problems: Problem[] = [];
  for (const { id, kinds: expected, path } of referencesOf(document)) {
    const kind = kinds.get(id);
    if (kind === undefined)
      problems.push(
        source.problemAt(
          path,
          `There is no ${expected.length === 1 ? expected[0] : 'record'} “${id}”, here or in the store.`,
        ),
      );
    else if (!expected.includes(kind))
      problems.push(
        source.problemAt(
          path,
          `“${id}” is ${withArticle(kind)}; ${withArticle(expected.join(' or '))} was expected.`,
        ),
      );
  }
  return problems;
}

/** “a claim”, “an author”. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
