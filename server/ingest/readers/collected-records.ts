import type {
  Assertion,
  Author,
  BibliographyEntry,
  Citation,
  CitationStance,
  Claim,
  ClaimRelation,
  Contributor,
  Study,
  StudyRelation,
} from '../../domain/document.generated.ts';
import type { Problem } from '../source-text.ts';
import type { Reading } from './reader.ts';
import { plainText } from '../plain-text.ts';
import { digestOf } from './study-id.ts';
import { textOf } from './values.ts';

/**
 * The records of a source as they are read. What is told of one work, person or
 * pair in several places becomes one record: what is said first stays.
 */
export class CollectedRecords {
  readonly #authors = new Map<string, Author>();
  readonly #studies = new Map<string, Study>();
  /** Studies that are only named so far, by a work that cites them. */
  readonly #named = new Set<string>();
  readonly #studyRelations = new Map<string, StudyRelation>();
  readonly #citations = new Map<string, Citation>();
  readonly #claims = new Map<string, Claim>();
  readonly #assertions = new Set<string>();
  readonly #relations = new Map<string, ClaimRelation>();
  readonly #lines = new Map<string, number>();
  readonly #problems: Problem[] = [];

  addAuthor(author: Author, line: number): string {
    this.#authors.set(author.id, { ...asRead(author), ...this.#authors.get(author.id) });
    this.#begin(author.id, line);
    return author.id;
  }

  addStudy(told: Study, line: number): string {
    const study = { ...asRead(told), contributors: told.contributors.map(asRead) };
    const earlier = this.#studies.get(study.id);
    if (earlier === undefined || this.#named.has(study.id)) {
      const status = study.status ?? earlier?.status;
      this.#studies.set(study.id, status === undefined ? study : { ...study, status });
      this.#lines.set(study.id, line);
    } else {
      // What a work is a part of is said by one record: two could make a ring.
      const { partOf: _, ...rest } = study;
      const { contributors } = earlier.contributors.length > 0 ? earlier : study;
      this.#studies.set(study.id, { ...rest, ...earlier, contributors });
    }
    this.#named.delete(study.id);
    return study.id;
  }

  /** A study of which only a name is known here; its own record may follow. */
  nameStudy(study: Study, line: number): string {
    if (!this.#studies.has(study.id)) {
      this.#studies.set(study.id, asRead(study));
      this.#named.add(study.id);
      this.#begin(study.id, line);
    }
    return study.id;
  }

  study(id: string): Study | undefined {
    return this.#studies.get(id);
  }

  setStatus(id: string, status: NonNullable<Study['status']>): void {
    const study = this.#studies.get(id);
    if (study !== undefined) this.#studies.set(id, { ...study, status });
  }

  relateStudies(relation: StudyRelation): void {
    const { from, kind, to } = relation;
    if (from !== to) this.#studyRelations.set(`${from}\n${kind}\n${to}`, relation);
  }

  /** That one study cites another; null, with a problem, where it is the same one. */
  cite(
    ends: { readonly citing: string; readonly cited: string },
    line: number,
    more: { readonly stance?: CitationStance; readonly entry?: BibliographyEntry } = {},
  ): string | null {
    const { citing, cited } = ends;
    if (citing === cited) {
      this.problem(line, `“${nameOf(this.#studies.get(citing), citing)}” cites itself: left out.`);
      return null;
    }
    const id = `${citing}>${cited}`;
    const citation = this.#citations.get(id) ?? { id, citing, cited, mentions: [] };
    const stance = joinStances(citation.stance, more.stance);
    if (stance !== undefined) citation.stance = stance;
    if (more.entry !== undefined) (citation.entries ??= []).push(asRead(more.entry));
    this.#citations.set(id, citation);
    this.#begin(id, line);
    return id;
  }

  /** A claim; the one that is there already, where its id is. */
  addClaim(claim: Omit<Claim, 'assertions' | 'lines'>, line: number): Claim {
    const there = this.#claims.get(claim.id) ?? { ...claim, assertions: [], lines: [] };
    this.#claims.set(claim.id, there);
    this.#begin(claim.id, line);
    return there;
  }

  /** That a study makes a claim: once, however often it is told. */
  assert(claim: Claim, assertion: Omit<Assertion, 'id'>): void {
    const id = `assertion:${digestOf(`${claim.id}\n${assertion.study}`)}`;
    if (this.#assertions.has(id)) return;
    this.#assertions.add(id);
    claim.assertions.push({ id, ...assertion });
  }

  relateClaims(relation: ClaimRelation, line: number): void {
    this.#relations.set(relation.id, relation);
    this.#begin(relation.id, line);
  }

  problem(line: number, message: string, place = ''): void {
    this.#problems.push({ line: Math.max(1, line), column: 1, place, message });
  }

  addProblem(problem: Problem): void {
    this.#problems.push(problem);
  }

  reading(): Reading {
    return {
      document: {
        authors: [...this.#authors.values()],
        studies: this.#fullRecordsFirst(),
        studyRelations: [...this.#studyRelations.values()],
        citations: [...this.#citations.values()],
        claims: [...this.#claims.values()],
        relations: [...this.#relations.values()],
        judgements: [],
      },
      lines: this.#lines,
      named: this.#named,
      problems: this.#problems,
    };
  }

  /** Where two records turn out to be one work, the one that tells of it is to come before its names. */
  #fullRecordsFirst(): Study[] {
    const studies = [...this.#studies.values()];
    const isNamed = ({ id }: Study): boolean => this.#named.has(id);
    return [...studies.filter((study) => !isNamed(study)), ...studies.filter(isNamed)];
  }

  #begin(id: string, line: number): void {
    if (!this.#lines.has(id)) this.#lines.set(id, line);
  }
}

/** What people read of a work or of a person, and an address, which is to lead somewhere. */
const READ = ['title', 'label', 'name', 'venue', 'publisher', 'printed', 'url'] as const;

/** A record without what a catalogue writes for a web page alone. */
function asRead<T extends Author | Study | Contributor | BibliographyEntry>(record: T): T {
  const read = READ.flatMap((field) => {
    const text: unknown = Reflect.get(record, field);
    if (typeof text !== 'string' || !/[&<]/.test(text)) return [];
    // A text of nothing but markup is better than none.
    return [[field, textOf(plainText(text)) ?? text] as const];
  });
  return read.length === 0 ? record : { ...record, ...Object.fromEntries(read) };
}

/** The contributors of a title page, each once in a role: where he stands first. */
export function onceEach(contributors: readonly Contributor[]): Contributor[] {
  const first = new Map<string, Contributor>();
  for (const contributor of contributors) {
    const key = `${contributor.author}\n${contributor.role}`;
    if (!first.has(key)) first.set(key, contributor);
  }
  return [...first.values()];
}

/** A pair that is coded twice: for and against is mixed; a sense says more than none. */
export function joinStances(
  one: CitationStance | undefined,
  other: CitationStance | undefined,
): CitationStance | undefined {
  if (one === undefined || other === undefined || one === other) return one ?? other;
  if (one === 'unknown' || one === 'neutral') return other === 'unknown' ? one : other;
  if (other === 'unknown' || other === 'neutral') return one;
  return 'mixed';
}

function nameOf(study: Study | undefined, id: string): string {
  return study?.title ?? study?.label ?? id;
}
