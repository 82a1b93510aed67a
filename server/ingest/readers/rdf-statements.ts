import {
  DataFactory,
  Parser,
  type ParserOptions,
  type Quad_Graph,
  type Quad_Object,
  type Quad_Predicate,
  type Quad_Subject,
} from 'n3';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import type { Problem } from '../source-text.ts';

/** A thing by its address, a thing without one, or a text. */
export interface Term {
  readonly kind: 'named' | 'blank' | 'text';
  readonly value: string;
}

/** A statement of RDF, with the 1-based line at which it is complete. */
export interface Statement {
  readonly subject: Term;
  readonly predicate: string;
  readonly object: Term;
  /** The address of its graph; empty where it stands in none. */
  readonly graph: string;
  readonly line: number;
}

export interface Statements {
  readonly statements: readonly Statement[];
  readonly problems: readonly Problem[];
}

/** Where addresses that a file gives as parts of itself lead. */
const BASE = 'urn:file';

/** Reads RDF: TriG, Turtle, N-Quads and N-Triples, or RDF/XML; a problem where it is none. */
export function readStatements(text: string): Statements {
  try {
    return { statements: isXml(text) ? readXml(text) : readTriG(text), problems: [] };
  } catch (error) {
    const { line, message } = placeOf(error);
    return {
      statements: [],
      problems: [{ line, column: 1, place: '', message: `This is no RDF: ${message}` }],
    };
  }
}

export function isXml(text: string): boolean {
  return /^\s*<(\?xml|!--|!DOCTYPE|rdf:RDF)/.test(text.slice(0, 1000));
}

function readTriG(text: string): Statement[] {
  const statements: Statement[] = [];
  let line = 1;
  let blank = 0;
  // The parser asks its factory for each statement as it meets the token that completes it.
  const factory = {
    ...DataFactory,
    blankNode: (name?: string) => DataFactory.blankNode(name ?? `unnamed-${(blank += 1)}`),
    quad: (
      subject: Quad_Subject,
      predicate: Quad_Predicate,
      object: Quad_Object,
      graph?: Quad_Graph,
    ) => {
      const quad = DataFactory.quad(subject, predicate, object, graph);
      const statement = statementOf(quad, line);
      if (statement !== null) statements.push(statement);
      return quad;
    },
  };
  const options = { factory, blankNodePrefix: 'named-', baseIRI: BASE };
  const callbacks = {
    onToken: (token: { line: number }) => {
      line = token.line;
    },
  };
  // The package's types are older than the package: they know no callbacks without one for quads.
  new Parser(options as unknown as ParserOptions).parse(text, callbacks as never);
  return statements;
}

/** Line by line, so that what has been read after one is known to be complete at it. */
function readXml(text: string): Statement[] {
  const statements: Statement[] = [];
  const parser = new RdfXmlParser({
    baseIRI: BASE,
    trackPosition: true,
    // Real files have blanks in their addresses.
    validateUri: false,
  });
  let failed: unknown = null;
  parser.on('error', (error: unknown) => {
    failed ??= error;
  });
  let line = 0;
  const take = () => {
    if (parser.errored) throw parser.errored as Error;
    for (let quad: Parts | null; (quad = parser.read() as Parts | null) !== null;) {
      const statement = statementOf(quad, line);
      if (statement !== null) statements.push(statement);
    }
  };
  for (const printed of text.split(/(?<=\n)/)) {
    line += 1;
    parser.write(printed);
    take();
  }
  parser.end();
  take();
  if (failed !== null) throw failed as Error;
  return statements;
}

function statementOf({ subject, predicate, object, graph }: Parts, line: number): Statement | null {
  const from = termOf(subject);
  const to = termOf(object);
  return from === null || to === null
    ? null
    : { subject: from, predicate: predicate.value, object: to, graph: graph.value, line };
}

interface Parts {
  readonly subject: Printed;
  readonly predicate: Printed;
  readonly object: Printed;
  readonly graph: Printed;
}

interface Printed {
  readonly termType: string;
  readonly value: string;
}

function termOf({ termType, value }: Printed): Term | null {
  if (termType === 'NamedNode') return { kind: 'named', value: value.trim() };
  // One of the parsers counts its runs in the names that it gives.
  if (termType === 'BlankNode')
    return { kind: 'blank', value: `_:${value.replace(/^df_\d+_/, 'unnamed-')}` };
  return termType === 'Literal' ? { kind: 'text', value } : null;
}

/** Both parsers say a line somewhere in what they throw. */
function placeOf(error: unknown): { line: number; message: string } {
  const { message, context } = error as Error & { context?: { line?: number } };
  const printed = /\bline (\d+)|^(\d+):\d+/.exec(message);
  const line = context?.line ?? Number(printed?.[1] ?? printed?.[2] ?? 1);
  return {
    line: Math.max(1, line),
    message: `${message.split('\n', 1)[0]?.slice(0, 200).replace(/\.?$/, '.')}`,
  };
}
