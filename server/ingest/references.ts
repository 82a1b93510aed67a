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
  const kinds = new Map<string, NodeKind>();
  for (const { id } of document.authors) kinds.set(id, 'author');
  for (const { id } of document.studies) kinds.set(id, 'study');
  for (const { id } of document.citations) kinds.set(id, 'citation');
  for (const { id } of document.claims) kinds.set(id, 'claim');
  for (const { id } of document.judgements) kinds.set(id, 'judgement');
  return kinds;
}

/** References to nothing among these records, or to one of another kind. */
export function openReferences(
  document: EvidenceDocument,
  kinds: ReadonlyMap<string, NodeKind>,
): Reference[] {
  const open: Reference[] = [];
  for (const reference of referencesOf(document)) {
    const kind = kinds.get(reference.id);
    if (kind === undefined || !reference.kinds.includes(kind)) open.push(reference);
  }
  return open;
}

/**
 * References that lead nowhere, or to a record of another kind.
 * @param kinds the kind of every record that the document or the store has.
 */
export function danglingReferences(
  document: EvidenceDocument,
  kinds: ReadonlyMap<string, NodeKind>,
  source: Pick<SourceText, 'problemAt'>,
): Problem[] {
  return openReferences(document, kinds).map(({ id, kinds: expected, path }) => {
    const kind = kinds.get(id);
    const what = expected.length === 1 ? expected[0] : 'record';
    return source.problemAt(
      path,
      kind === undefined
        ? `There is no ${what} “${id}”, here or in the store.`
        : `“${id}” is ${withArticle(kind)}; ${withArticle(expected.join(' or '))} was expected.`,
    );
  });
}

/** “a claim”, “an author”. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
