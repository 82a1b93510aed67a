import type { CitationStance, Claim, Stance } from '../../domain/document.generated.ts';
import { findDoi, normalizeOpenalex, normalizePmid } from '../../domain/identifiers.ts';
import { citoTerm } from './cito-terms.ts';
import { CollectedRecords } from './collected-records.ts';
import { MP, PropositionGraph, RDF_TYPE } from './proposition-graph.ts';
import { isXml, readStatements, type Statement } from './rdf-statements.ts';
import type { Reader, Reading, SourceFile } from './reader.ts';
import { digestOf, studyId, wordsId } from './study-id.ts';
import { known } from './values.ts';

const TERMS = /nanopub\.org\/nschema|purl\.org\/mp\/|purl\.org\/spar\/cito/;

/**
 * Nanopublications and micropublications, in TriG, N-Quads, Turtle or RDF/XML:
 * what argues, supports and challenges in terms of MP, what cites in terms of CiTO.
 */
export const nanopublications: Reader = {
  format: 'nanopublications',
  name: 'Nanopublications, micropublications and CiTO (TriG, RDF/XML)',
  recognises: ({ text, name }: SourceFile) => {
    const beginning = text.slice(0, 20_000);
    const isRdf =
      isXml(beginning) || /^\s*(@prefix|@base|PREFIX\b|BASE\b|#|<[^>\s]+>\s)/im.test(beginning);
    if (!isRdf) return 0;
    if (TERMS.test(beginning)) return 0.95;
    return /\.(trig|nq|nt|ttl|rdf|owl)$/i.test(name ?? '') ? 0.5 : 0;
  },
  read: readNanopublications,
};

function readNanopublications({ text }: SourceFile): Reading {
  const { statements, problems } = readStatements(text);
  const reading = new NanopublicationReading(statements);
  for (const problem of problems) reading.records.addProblem(problem);
  reading.read();
  return reading.records.reading();
}

const STANCES: ReadonlyMap<string, Stance> = new Map([
  [`${MP}supports`, 'supports'],
  [`${MP}directlySupports`, 'supports'],
  [`${MP}challenges`, 'contradicts'],
  [`${MP}directlyChallenges`, 'contradicts'],
]);

/** What a thing in terms of CiTO is to a claim, where the claim is the citing side. */
const RESTS: ReadonlyMap<CitationStance, Stance> = new Map([
  ['supports', 'supports'],
  ['disputes', 'contradicts'],
]);

class NanopublicationReading {
  readonly records = new CollectedRecords();
  readonly #graph: PropositionGraph;
  readonly #statements: readonly Statement[];
  /** What was left out for one reason: how often, and where first. */
  readonly #leftOut = new Map<string, { line: number; times: number }>();
  /** The evidence that was told of already: items by their ids, and claim, stance and study. */
  readonly #told = new Set<string>();

  constructor(statements: readonly Statement[]) {
    this.#statements = statements;
    this.#graph = new PropositionGraph(statements);
  }

  read(): void {
    for (const { address, text, line } of this.#graph.claims()) this.#claim(address, text, line);
    for (const { line, address } of this.#graph.wordless())
      this.records.problem(
        line,
        `“${address}” has no sentence that says what it claims: left out.`,
      );
    this.#assert();
    // Data and statements before whole documents: what they bring is told more exactly.
    const evidence = this.#statements.filter(({ predicate }) => STANCES.has(predicate));
    for (const isDocument of [false, true])
      for (const statement of evidence)
        if (this.#graph.isDocument(statement.subject.value) === isDocument)
          this.#support(statement);
    for (const statement of [...this.#statements, ...this.#graph.reifiedCitations()])
      this.#cite(statement);
    for (const statement of this.#statements) this.#notice(statement);
    for (const [reason, { line, times }] of this.#leftOut)
      this.records.problem(line, `${reason}: left out${times > 1 ? `, ${times} times` : ''}.`);
  }

  #claim(address: string, text: string, line: number): Claim {
    const id = this.#claimId(address);
    return this.records.addClaim({ id, text, direction: 'descriptive', kind: 'finding' }, line);
  }

  #claimId(address: string): string {
    return `claim:${wordsId(this.#graph.textOf(address) ?? '', address)}`;
  }

  #there(address: string): Claim | undefined {
    const text = this.#graph.textOf(address);
    return text !== undefined && this.#graph.isClaim(address)
      ? this.#claim(address, text, this.#graph.lineOf(address))
      : undefined;
  }

  /** A claim is made by what its nanopublication was derived from. */
  #assert(): void {
    for (const { claim: address, source, line } of this.#graph.derivations()) {
      const claim = this.#there(address);
      if (claim === undefined) continue;
      this.records.assert(claim, { study: this.#study(source, line), role: 'asserts' });
    }
  }

  /** `subject` supports or challenges `object`, which so rests on it. */
  #support({ subject, predicate, object, line }: Statement): void {
    const claim = this.#there(object.value);
    const stance = STANCES.get(predicate);
    const name = `mp:${predicate.slice(MP.length)}`;
    if (stance === undefined) return;
    if (claim === undefined) {
      // What supports the data of a claim, as a method does, has no place of its own.
      this.#leaveOut(`${name} of what is no claim with a sentence`, line);
      return;
    }
    const other = this.#there(subject.value);
    if (other !== undefined) this.#restOnClaim(claim, stance, other, line);
    else {
      const documents = this.#graph.documentsOf(subject.value);
      if (documents.length === 0)
        this.#leaveOut(`${name} by what is in no document that is named`, line);
      for (const document of documents)
        this.#restOnStudy({
          claim,
          stance,
          study: this.#study(document, line),
          // A document is told of its data already.
          isRepeated: document === subject.value,
          by: subject.value,
          basis: this.#graph.isData(subject.value) ? 'data' : undefined,
        });
    }
  }

  #restOnStudy(evidence: {
    readonly claim: Claim;
    readonly stance: Stance;
    readonly study: string;
    readonly by: string;
    readonly isRepeated: boolean;
    readonly basis: 'data' | undefined;
  }): void {
    const { claim, stance, study, by, isRepeated, basis } = evidence;
    const told = `${claim.id}\n${stance}\n${study}`;
    if (isRepeated && this.#told.has(told)) return;
    this.#told.add(told);
    const id = itemId(`${told}\n${by}`);
    if (this.#told.has(id)) return;
    this.#told.add(id);
    claim.lines.push({ stance, in: study, items: [known({ id, study, basis })] });
  }

  /** In the document that makes the claim, where there is one; else the two claims stand to each other. */
  #restOnClaim(claim: Claim, stance: Stance, other: Claim, line: number): void {
    if (claim.id === other.id) {
      this.records.problem(line, 'A claim that rests on itself: left out.');
      return;
    }
    const [assertion, ...more] = claim.assertions;
    const id = itemId(`${claim.id}\n${stance}\n${other.id}`);
    if (assertion !== undefined && more.length === 0) {
      if (this.#told.has(id)) return;
      this.#told.add(id);
      claim.lines.push({ stance, in: assertion.study, items: [{ id, claim: other.id }] });
    } else {
      const type = stance === 'supports' ? 'SUPPORTS' : 'CONTRADICTS';
      this.records.relateClaims({ id, from: other.id, to: claim.id, type }, line);
    }
  }

  /** Works cite works; claims support and dispute claims, and rest on what they cite as evidence. */
  #cite({ subject, predicate, object, line }: Statement): void {
    const term = citoTerm(predicate);
    if (term === undefined) return;
    const [citing, cited] = term.isInverse ? [object, subject] : [subject, object];
    if (citing.kind === 'text' || cited.kind === 'text') {
      this.#leaveOut(`cito:${term.name} of a text instead of an address`, line);
      return;
    }
    const from = this.#there(this.#graph.claimOf(citing.value));
    const to = this.#there(this.#graph.claimOf(cited.value));
    if (from === undefined && to === undefined) {
      if (this.#graph.isClaim(citing.value) || this.#graph.isClaim(cited.value))
        this.#leaveOut(`cito:${term.name} of a claim without a sentence`, line);
      else if (citing.kind === 'blank' || cited.kind === 'blank')
        this.#leaveOut(`cito:${term.name} of a work without an address`, line);
      else this.#citeWork({ ...term, citing: citing.value, cited: cited.value, line });
      return;
    }
    const rests = term.stance === undefined ? undefined : RESTS.get(term.stance);
    const lends =
      term.name === 'supports' || term.name === 'confirms' || term.name === 'agreesWith';
    if (from !== undefined && to !== undefined && lends)
      this.#restOnClaim(to, 'supports', from, line);
    else if (from !== undefined && to !== undefined && term.name === 'qualifies')
      this.records.relateClaims(
        {
          id: itemId(`${from.id}\nqualifies\n${to.id}`),
          from: from.id,
          to: to.id,
          type: 'QUALIFIES',
        },
        line,
      );
    else if (from !== undefined && to !== undefined && rests === 'supports')
      this.#restOnClaim(from, 'supports', to, line);
    else if (from !== undefined && to !== undefined && rests === 'contradicts')
      this.#restOnClaim(to, 'contradicts', from, line);
    else if (from !== undefined && to === undefined && rests !== undefined)
      this.#restOnWork(from, rests, cited.value, line);
    else if (from === undefined && to !== undefined && (lends || rests === 'contradicts'))
      this.#restOnWork(to, lends ? 'supports' : 'contradicts', citing.value, line);
    else this.#leaveOut(`cito:${term.name} of a claim`, line);
  }

  #restOnWork(claim: Claim, stance: Stance, work: string, line: number): void {
    for (const document of this.#graph.documentsOf(work, true))
      this.#restOnStudy({
        claim,
        stance,
        study: this.#study(document, line),
        by: work,
        isRepeated: true,
        basis: undefined,
      });
  }

  #citeWork(link: {
    readonly name: string;
    readonly stance: CitationStance | undefined;
    readonly citing: string;
    readonly cited: string;
    readonly line: number;
  }): void {
    const { name, stance, line } = link;
    const citing = this.#study(link.citing, line);
    const cited = this.#study(link.cited, line);
    const id = this.records.cite({ citing, cited }, line, stance === undefined ? {} : { stance });
    if (id !== null && name === 'retracts')
      this.records.setStatus(cited, { value: 'retracted', source: link.citing });
  }

  #study(address: string, line: number): string {
    const doi = findDoi(address);
    const pmid = normalizePmid(address);
    const openalex = normalizeOpenalex(address);
    const title = this.#graph.titleOf(address);
    return this.records.nameStudy(
      known({
        id: studyId({ doi, pmid, openalex, words: address }),
        title,
        label: title === undefined ? (doi ?? (pmid ? `PMID ${pmid}` : address)) : undefined,
        year: this.#graph.yearOf(address),
        type: 'other' as const,
        evidence: 'unknown' as const,
        resolution: 'identified' as const,
        contributors: [],
        doi,
        pmid,
        openalex,
        url: doi === undefined && pmid === undefined ? address : undefined,
      }),
      line,
    );
  }

  /** What is said in the terms that are read here, and has no counterpart. */
  #notice({ predicate, line }: Statement): void {
    const isRead = STANCES.has(predicate) || citoTerm(predicate) !== undefined;
    if (isRead || predicate === RDF_TYPE || this.#graph.isUsed(predicate)) return;
    for (const [prefix, address] of [
      ['mp', MP],
      ['cito', 'http://purl.org/spar/cito/'],
    ] as const)
      if (predicate.startsWith(address))
        this.#leaveOut(
          `${prefix}:${predicate.slice(address.length)} has no counterpart here`,
          line,
        );
  }

  #leaveOut(reason: string, line: number): void {
    const there = this.#leftOut.get(reason);
    if (there === undefined) this.#leftOut.set(reason, { line, times: 1 });
    else there.times += 1;
  }
}

function itemId(words: string): string {
  return `item:${digestOf(words)}`;
}
