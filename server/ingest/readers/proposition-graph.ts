import { findDoi, normalizeOpenalex, normalizePmid } from '../../domain/identifiers.ts';
import type { Statement } from './rdf-statements.ts';
import { textOf, yearOf } from './values.ts';

export const MP = 'http://purl.org/mp/';
export const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

const NANOPUB = 'http://www.nanopub.org/nschema#';
const DCTERMS = 'http://purl.org/dc/terms/';
const DC = 'http://purl.org/dc/elements/1.1/';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
const PROV = 'http://www.w3.org/ns/prov#';
const ANNOTATION = 'http://www.w3.org/ns/oa#';
const CITO = 'http://purl.org/spar/cito/';
const AIDA = /^https?:\/\/(?:w3id|purl)\.org\/aida\//;

const CLAIM_TYPES = new Set([`${MP}Claim`, `${MP}Statement`]);
/** Where the sentence of a claim stands, surest first. */
const SENTENCES = [
  `${MP}statement`,
  `${MP}value`,
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  `${RDFS}label`,
  `${DCTERMS}title`,
  `${DCTERMS}description`,
  `${RDFS}comment`,
];
const TITLES = [`${DCTERMS}title`, `${DC}title`, `${RDFS}label`, `${MP}citation`];
const DATES = [
  `${DCTERMS}issued`,
  `${DCTERMS}date`,
  `${DC}date`,
  'http://prismstandard.org/namespaces/basic/2.0/publicationDate',
  'http://purl.org/spar/fabio/hasPublicationYear',
];
const DERIVED = [
  `${PROV}wasDerivedFrom`,
  `${PROV}hadPrimarySource`,
  `${PROV}wasQuotedFrom`,
  `${DCTERMS}source`,
];

/** Which of the things that statements are about is a claim, which a document, which stands in which. */
export class PropositionGraph {
  /** The statements about each thing. */
  readonly #about = new Map<string, Statement[]>();
  /** The statements that lead to each thing. */
  readonly #towards = new Map<string, Statement[]>();
  readonly #statements: readonly Statement[];
  /** The claims that a graph of a nanopublication holds. */
  readonly #claimsWithin = new Map<string, string[]>();
  readonly #claims = new Set<string>();
  /** What was found out of a thing before: files may say thousands of things of one. */
  readonly #texts = new Map<string, string | undefined>();
  readonly #types = new Map<string, ReadonlySet<string>>();
  readonly #documents = new Map<string, readonly string[]>();
  readonly #wordless: { address: string; line: number }[] = [];

  constructor(statements: readonly Statement[]) {
    this.#statements = statements;
    for (const statement of statements) {
      push(this.#about, statement.subject.value, statement);
      if (statement.object.kind !== 'text') push(this.#towards, statement.object.value, statement);
    }
    for (const { subject, predicate, object, graph } of statements) {
      if (predicate === RDF_TYPE && CLAIM_TYPES.has(object.value)) this.#add(subject.value, graph);
      if (predicate === `${MP}argues` && object.kind !== 'text') this.#add(object.value, graph);
    }
    this.#addAssertions();
  }

  /** A nanopublication that has no claim in terms of MP makes one: the sentence that names it. */
  #addAssertions(): void {
    const graphs = new Map<string, Statement[]>();
    for (const statement of this.#statements)
      if (statement.graph !== '') push(graphs, statement.graph, statement);
    for (const { subject, predicate, object, line } of this.#statements) {
      if (predicate !== `${NANOPUB}hasAssertion` || this.#claimsWithin.has(object.value)) continue;
      const within = graphs.get(object.value) ?? [];
      if (within.some((statement) => statement.predicate.startsWith(CITO))) continue;
      const sentence = within
        .flatMap((statement) => [statement.subject, statement.object])
        .find(({ value }) => AIDA.test(value));
      const named = [sentence?.value, object.value, subject.value].find(
        (address) => address !== undefined && this.textOf(address) !== undefined,
      );
      if (named === undefined) this.#wordless.push({ address: subject.value, line });
      else this.#add(named, object.value);
    }
  }

  #add(address: string, graph: string): void {
    this.#claims.add(address);
    const there = this.#claimsWithin.get(graph) ?? [];
    if (graph !== '' && !there.includes(address)) push(this.#claimsWithin, graph, address);
  }

  *claims(): Generator<{ address: string; text: string; line: number }> {
    for (const address of this.#claims) {
      const text = this.textOf(address);
      if (text !== undefined) yield { address, text, line: this.lineOf(address) };
    }
  }

  /** What should make a claim and has no words for it. */
  *wordless(): Generator<{ address: string; line: number }> {
    yield* this.#wordless;
    for (const address of this.#claims)
      if (this.textOf(address) === undefined) yield { address, line: this.lineOf(address) };
  }

  isClaim(address: string): boolean {
    return this.#claims.has(address);
  }

  /** The claim that is meant: the thing itself, or the one that a graph of that address holds. */
  claimOf(address: string): string {
    const [only, ...more] = this.#claimsWithin.get(address) ?? [];
    return only !== undefined && more.length === 0 ? only : address;
  }

  textOf(address: string): string | undefined {
    return found(this.#texts, address, () => this.#text(address, SENTENCES) ?? sentenceIn(address));
  }

  titleOf(address: string): string | undefined {
    return this.#text(address, TITLES);
  }

  yearOf(address: string): number | undefined {
    return yearOf(this.#text(address, DATES));
  }

  lineOf(address: string): number {
    return this.#about.get(address)?.[0]?.line ?? this.#towards.get(address)?.[0]?.line ?? 1;
  }

  isData(address: string): boolean {
    return this.#hasType(address, `${MP}Data`);
  }

  /** Typed as a reference, or named as works are. */
  isDocument(address: string): boolean {
    return (
      this.#hasType(address, `${MP}Reference`) ||
      findDoi(address) !== undefined ||
      normalizePmid(address) !== undefined ||
      normalizeOpenalex(address) !== undefined
    );
  }

  /**
   * The documents in which a thing stands: itself, those that it was annotated in,
   * those that are said to support it, or what its nanopublication was derived from.
   * @param isWork whether a thing of which nothing of the kind is known is one itself
   */
  documentsOf(address: string, isWork = false): readonly string[] {
    if (this.isDocument(address)) return [address];
    const documents = found(this.#documents, address, () => this.#findDocuments(address));
    return documents.length === 0 && isWork && !address.startsWith('_:') ? [address] : documents;
  }

  /** From where the claims of a nanopublication, or a claim itself, were taken. */
  *derivations(): Generator<{ claim: string; source: string; line: number }> {
    for (const { subject, predicate, object, line } of this.#statements) {
      if (!DERIVED.includes(predicate) || object.kind !== 'named') continue;
      const within = this.#claimsWithin.get(subject.value) ?? [];
      for (const claim of this.isClaim(subject.value) ? [subject.value] : within)
        yield { claim, source: object.value, line };
    }
  }

  /** Citations that are things of their own: what cites, what is cited, and how. */
  *reifiedCitations(): Generator<Statement> {
    for (const { subject, predicate, object, graph, line } of this.#statements) {
      if (predicate !== `${CITO}hasCitingEntity`) continue;
      const [cited] = this.#objects(subject.value, `${CITO}hasCitedEntity`);
      if (cited === undefined) continue;
      const kinds = this.#objects(subject.value, `${CITO}hasCitationCharacterization`);
      for (const kind of kinds.length === 0 ? [`${CITO}cites`] : kinds)
        yield {
          subject: object,
          predicate: kind,
          object: { kind: cited.startsWith('_:') ? 'blank' : 'named', value: cited },
          graph,
          line,
        };
    }
  }

  /** Whether a property is made use of here. */
  isUsed(property: string): boolean {
    return (
      property === `${MP}argues` ||
      SENTENCES.includes(property) ||
      TITLES.includes(property) ||
      property.startsWith(`${CITO}hasCit`)
    );
  }

  #findDocuments(address: string): readonly string[] {
    const annotated = this.#incoming(address, `${ANNOTATION}hasBody`)
      .flatMap(({ subject }) => this.#objects(subject.value, `${ANNOTATION}hasTarget`))
      .flatMap((target) => [target, ...this.#objects(target, `${ANNOTATION}hasSource`)])
      .filter((target) => this.isDocument(target) || this.#isSource(target));
    const supporting = this.#incoming(address, `${MP}supports`)
      .map(({ subject }) => subject.value)
      .filter((subject) => this.isDocument(subject));
    const derived = [
      ...DERIVED.flatMap((property) => this.#objects(address, property)),
      ...(this.#about.get(address) ?? [])
        .slice(0, 1)
        .flatMap(({ graph }) => DERIVED.flatMap((property) => this.#objects(graph, property))),
    ];
    const documents = [annotated, supporting, derived].find((some) => some.length > 0);
    return [...new Set(documents ?? [])];
  }

  #isSource(address: string): boolean {
    return this.#incoming(address, `${ANNOTATION}hasSource`).length > 0;
  }

  #hasType(address: string, type: string): boolean {
    const types = found(this.#types, address, () => new Set(this.#objects(address, RDF_TYPE)));
    return types.has(type);
  }

  #objects(address: string, property: string): string[] {
    return (this.#about.get(address) ?? []).flatMap(({ predicate, object }) =>
      predicate === property && object.kind !== 'text' ? [object.value] : [],
    );
  }

  #incoming(address: string, property: string): Statement[] {
    return (this.#towards.get(address) ?? []).filter(({ predicate }) => predicate === property);
  }

  #text(address: string, properties: readonly string[]): string | undefined {
    const about = this.#about.get(address) ?? [];
    for (const property of properties)
      for (const { predicate, object } of about)
        if (predicate === property && object.kind === 'text') {
          const text = textOf(object.value);
          if (text !== undefined) return text;
        }
    return undefined;
  }
}

/** An AIDA sentence is an address that is the sentence itself. */
function sentenceIn(address: string): string | undefined {
  if (!AIDA.test(address)) return undefined;
  const printed = address.replace(AIDA, '').replace(/\+/g, ' ');
  try {
    return textOf(decodeURIComponent(printed));
  } catch {
    return textOf(printed);
  }
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [value]);
  else there.push(value);
}

/** What was found out before, or is now. */
function found<Value>(map: Map<string, Value>, key: string, find: () => Value): Value {
  const there = map.get(key);
  if (there !== undefined || map.has(key)) return there as Value;
  const value = find();
  map.set(key, value);
  return value;
}
