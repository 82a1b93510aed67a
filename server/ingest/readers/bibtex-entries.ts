import { parse, type Entry, type Library, type Options } from '@retorquere/bibtex-parser';
import type { Problem } from '../source-text.ts';
import { placeFinder } from '../place-finder.ts';

/** An entry, and the 1-based line at which it begins. */
export interface PlacedEntry {
  readonly entry: Entry;
  readonly line: number;
}

/** Longer than this is no record of a work, and would keep the parser busy for long. */
const LONGEST_ENTRY = 200_000;
/** Where more at signs than these stand in one entry, its end was lost. */
const MOST_AT_SIGNS = 500;

const OPTIONS: Options = {
  english: false,
  sentenceCase: false,
  caseProtection: false,
  applyCrossRef: false,
  unsupported: 'ignore',
};

/** What no work is known by, and what takes the parser most of its time. */
const IDLE_FIELDS =
  /[,\n][ \t]*(?:abstract|annotation|annote|bdsk-[\w-]+|cited-references|comment|file|groups|keywords?|notes?|review|timestamp)\s*=\s*(?=[{"])/gi;

/**
 * The entries of a BibTeX text. Each is parsed by itself, so that one that is
 * broken takes no other with it, and is told of at its line.
 */
export function readEntries(text: string): { entries: PlacedEntry[]; problems: Problem[] } {
  const placeOf = placeFinder(text);
  const chunks = chunksOf(text);
  const strings = new Strings();
  const entries: PlacedEntry[] = [];
  const problems: Problem[] = [];
  for (const { type, chunk, offset } of chunks) {
    if (type === 'string') strings.define(chunk);
    if (['string', 'preamble', 'comment'].includes(type)) continue;
    const { line } = placeOf(offset);
    const { library, problem } = parseEntry(chunk, strings);
    // Of an entry that broke off, the parser gives what it had until then.
    const whole = (library?.entries ?? []).filter(({ input }) => input !== '');
    for (const entry of whole) entries.push({ entry, line });
    if (problem !== null && whole.length === 0)
      problems.push({
        line,
        column: 1,
        place: keyOf(chunk),
        message: `${problem}: this entry is left out.`,
      });
  }
  return { entries, problems };
}

interface Chunk {
  readonly type: string;
  readonly chunk: string;
  readonly offset: number;
}

/** From each line that begins an entry to the next. */
function chunksOf(text: string): Chunk[] {
  const starts = [...text.matchAll(/^[ \t]*@[ \t]*([A-Za-z][\w-]*)\s*[{(]/gm)];
  return starts.map(({ index, 1: type = '' }, at) => ({
    type: type.toLowerCase(),
    chunk: text.slice(index, starts[at + 1]?.index ?? text.length).replace(/^\s+/, ''),
    offset: index,
  }));
}

/** The definitions of a text, for whatever else of the file comes after it. */
export function definitionsIn(text: string): string {
  const strings = chunksOf(text).filter(({ type }) => type === 'string');
  return strings.map(({ chunk }) => `${chunk.trimEnd()}\n`).join('');
}

/** What was defined so far: as in BibTeX itself, for what comes after it. */
class Strings {
  readonly #byName = new Map<string, string>();

  define(chunk: string): void {
    if (!isBearable(chunk)) return;
    const { library } = parseText(chunk, this.namedIn(chunk));
    for (const [name, value] of Object.entries(library?.strings ?? {}))
      this.#byName.set(name.toLowerCase(), value);
  }

  /** The definitions that an entry names: the parser goes through all that it is given. */
  namedIn(chunk: string): Record<string, string> {
    if (this.#byName.size === 0) return {};
    const named: [string, string][] = [];
    for (const word of new Set(chunk.match(/[^\s"#%'(),={}]+/g))) {
      const value = this.#byName.get(word.toLowerCase());
      if (value !== undefined) named.push([word, value], [word.toLowerCase(), value]);
    }
    return Object.fromEntries(named);
  }
}

function isBearable(chunk: string): boolean {
  return (
    chunk.length <= LONGEST_ENTRY && chunk.split('@', MOST_AT_SIGNS + 1).length <= MOST_AT_SIGNS
  );
}

interface Parsed {
  readonly library: Library | null;
  /** The beginning of a sentence. */
  readonly problem: string | null;
}

function parseEntry(chunk: string, defined: Strings): Parsed {
  const short = withoutIdleFields(chunk);
  if (!isBearable(short))
    return {
      library: null,
      problem: `This is no entry of a work: its end is missing, or it is longer than ${LONGEST_ENTRY} characters`,
    };
  const strings = defined.namedIn(short);
  const parsed = parseText(short, strings);
  // A single dollar is money more often than the beginning of a formula.
  return parsed.problem?.startsWith('Unclosed math') === true
    ? parseText(short.replaceAll(/(?<!\\)\$/g, '\\$'), strings)
    : parsed;
}

function parseText(text: string, strings: Record<string, string>): Parsed {
  try {
    const library = parse(text, { ...OPTIONS, strings });
    const fault = library.errors.find(({ error }) => !error.startsWith('Unresolved @string'));
    return { library, problem: fault === undefined ? null : said(fault.error) };
  } catch (error) {
    return { library: null, problem: said((error as Error).message) };
  }
}

/** What the parser says, without where in the entry: that would be a line of another text. */
function said(message: string): string {
  const [words = ''] = message.split(/ at line \d+/);
  return words.length > 120 ? `${words.slice(0, 120)}…` : words;
}

function keyOf(chunk: string): string {
  return /[{(]\s*([^\s,{}()]{1,80})\s*,/.exec(chunk)?.[1] ?? '';
}

/** An entry without the fields that nothing here asks for; one that has no end stays, to be told of. */
function withoutIdleFields(chunk: string): string {
  let short = '';
  let from = 0;
  for (const { index, 0: opening } of chunk.matchAll(IDLE_FIELDS)) {
    if (index < from) continue;
    const end = endOfValue(chunk, index + opening.length);
    if (end === null) break;
    const [behind, comma] = /^\s*([,})]?)/.exec(chunk.slice(end, end + 200)) ?? [''];
    if (comma === '') continue;
    short += chunk.slice(from, index);
    // One of the two commas around it goes with it.
    from = opening.startsWith('\n') && comma === ',' ? end + behind.length : end;
  }
  return short + chunk.slice(from);
}

/** Where a value in braces or quotes ends. */
function endOfValue(text: string, start: number): number | null {
  const isQuoted = text[start] === '"';
  let depth = 0;
  for (let at = isQuoted ? start + 1 : start; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '\\') at += 1;
    else if (letter === '{') depth += 1;
    else if (letter === '}') {
      depth -= 1;
      if (!isQuoted && depth === 0) return at + 1;
    } else if (letter === '"' && isQuoted && depth === 0) return at + 1;
  }
  return null;
}
