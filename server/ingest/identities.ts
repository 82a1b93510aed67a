import type { EvidenceDocument } from '../domain/document.generated.ts';
import { linkKeys } from '../domain/link-keys.ts';
import type { Path, Problem } from './source-text.ts';

export type SayProblem = (path: Path, message: string) => Problem;

/**
 * What no schema can say: ids are unique across all kinds of record, a citation
 * is called by its ends, a line needs no more items than it has, and no study is
 * a part of itself.
 */
export function findIdentityProblems(document: EvidenceDocument, say: SayProblem): Problem[] {
  return [
    ...duplicateIds(document, say),
    ...duplicateKeys(document, say),
    ...wrongCitations(document, say),
    ...wrongNeeds(document, say),
    ...ringsOfParts(document, say),
  ];
}

/** Every id that the document gives, with its place. */
export function* givenIds(document: EvidenceDocument): Generator<{ id: string; path: Path }> {
  for (const kind of [
    'authors',
    'studies',
    'citations',
    'claims',
    'relations',
    'judgements',
  ] as const)
    for (const [index, { id }] of document[kind].entries()) yield { id, path: [kind, index, 'id'] };
  for (const [index, claim] of document.claims.entries()) {
    for (const [at, { id }] of claim.assertions.entries())
      yield { id, path: ['claims', index, 'assertions', at, 'id'] };
    for (const [line, { items }] of claim.lines.entries())
      for (const [at, { id }] of items.entries())
        yield { id, path: ['claims', index, 'lines', line, 'items', at, 'id'] };
  }
}

function duplicateIds(document: EvidenceDocument, say: SayProblem): Problem[] {
  const first = new Map<string, Path>();
  const problems: Problem[] = [];
  for (const { id, path } of givenIds(document)) {
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, path);
    else
      problems.push(
        say(path, `The id “${id}” is given twice, first on line ${say(earlier, '').line}.`),
      );
  }
  return problems;
}

/** Every key of what has no id of its own, with its place and what it is. */
function* givenKeys(
  document: EvidenceDocument,
): Generator<{ key: string; path: Path; what: string }> {
  for (const [index, study] of document.studies.entries())
    for (const [at, { author, role }] of study.contributors.entries())
      yield {
        key: linkKeys.contribution(study.id, author, role),
        path: ['studies', index, 'contributors', at],
        what: `“${author}” is ${role} of this study`,
      };
  for (const [index, { from, kind, to }] of document.studyRelations.entries())
    yield {
      key: linkKeys.studyRelation(from, kind, to),
      path: ['studyRelations', index],
      what: `“${from}” is ${kind} “${to}”`,
    };
  for (const [index, citation] of document.citations.entries())
    for (const [at, mention] of citation.mentions.entries())
      yield {
        key: linkKeys.mention(citation.id, mention.at),
        path: ['citations', index, 'mentions', at],
        what: `mention ${mention.at} of “${citation.id}”`,
      };
}

function duplicateKeys(document: EvidenceDocument, say: SayProblem): Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const { key, path, what } of givenKeys(document)) {
    if (seen.has(key)) problems.push(say(path, `That ${what} is given twice.`));
    seen.add(key);
  }
  return problems;
}

function wrongCitations(document: EvidenceDocument, say: SayProblem): Problem[] {
  return document.citations.flatMap(({ id, citing, cited }, index) =>
    id === `${citing}>${cited}`
      ? []
      : [say(['citations', index, 'id'], `The id “${id}” should be “${citing}>${cited}”.`)],
  );
}

function wrongNeeds(document: EvidenceDocument, say: SayProblem): Problem[] {
  return document.claims.flatMap(({ lines }, index) =>
    lines.flatMap(({ needs, items }, line) =>
      needs === undefined || needs <= items.length
        ? []
        : [
            say(
              ['claims', index, 'lines', line, 'needs'],
              `The line needs ${needs} items and has ${items.length}.`,
            ),
          ],
    ),
  );
}

function ringsOfParts(document: EvidenceDocument, say: SayProblem): Problem[] {
  const whole = new Map(document.studies.map(({ id, partOf }) => [id, partOf]));
  return document.studies.flatMap(({ id }, index) => {
    const seen = new Set<string>();
    let current = whole.get(id);
    while (current !== undefined && current !== id && !seen.has(current)) {
      seen.add(current);
      current = whole.get(current);
    }
    return current === id
      ? [say(['studies', index, 'partOf'], `The study “${id}” is a part of itself.`)]
      : [];
  });
}
