import { cutterOf } from './cutters.ts';
import { readerFor } from './detect.ts';
import { LIMITS, piecesOf, type Limits, type Piece } from './pieces.ts';
import { EMPTY, isNothing, nothing, nothingOf, ProblemCap, readPart } from './read-source.ts';
import {
  nothingRead,
  type Cut,
  type Reader,
  type Reading,
  type SourceFile,
} from './readers/reader.ts';
import { SeenIds } from './seen-ids.ts';
import { openText, type OpenFile, type OpenText } from './text-stream.ts';

/** A file that is too large to be held. */
export interface LargeFile {
  /** What it is called; null where it came without a name. */
  readonly name: string | null;
  /** Its bytes; they are asked for several times. */
  readonly open: OpenFile;
}

/** How a file is read, beside what it says itself. */
export interface HowToRead {
  /** Told from the file itself where null. */
  readonly format: string | null;
  /** What reads it, by its beginning, where it is not told by the format alone. */
  readonly readerOf?: (beginning: SourceFile) => Reader | null;
  readonly limits?: Limits;
}

/** A file whose format and encoding are known. */
export interface OpenPieces {
  readonly format: string;
  /** Whether it can be cut; else it is read whole. */
  readonly isCut: boolean;
  /** What is read of each piece; each call begins anew. */
  readonly readings: () => AsyncGenerator<Reading>;
}

/**
 * Opens a file that is read piece by piece, in the format that is named or in the one
 * that it is in: the readings together say what `readSource` says of the whole, and no
 * more than a piece is held at a time. Lines are those of the file. A record that
 * several pieces name comes in each of them under one id, in full from one of them at
 * most: in the others it is `named`.
 * @throws INVALID where it is no text, unpacks to too much, or its format cannot be told.
 */
export async function openPieces(
  { name, open }: LargeFile,
  { format, readerOf, limits = LIMITS }: HowToRead,
): Promise<OpenPieces> {
  const text = await openText(open);
  const beginning = { name, text: await beginningOf(text, Math.max(limits.piece, TELLING)) };
  if (beginning.text.trim() === '') {
    const empty = async function* (): AsyncGenerator<Reading> {
      yield nothing(EMPTY);
    };
    return { format: format ?? 'json', isCut: false, readings: empty };
  }
  const reader = readerOf?.(beginning) ?? readerFor(beginning, format);
  const cut = await cutFor(reader, text, beginning.text);
  return {
    format: reader.format,
    isCut: cut !== null,
    readings: () => readPieces({ name, text, reader, cut }, limits),
  };
}

/** So many characters say which format a file is in. */
const TELLING = 2 ** 16;

interface Cuttable {
  readonly name: string | null;
  readonly text: OpenText;
  readonly reader: Reader;
  readonly cut: Cut | null;
}

async function* readPieces(
  { name, text, reader, cut }: Cuttable,
  { piece, record, whole }: Limits,
): AsyncGenerator<Reading> {
  const cap = new ProblemCap();
  const ids = new SeenIds();
  let hasAny = false;
  const within = cut === null ? { piece: whole, record: whole, whole } : { piece, record, whole };
  for await (const part of piecesOf(text(), cutterOf(cut), within)) {
    if ('isUncut' in part) {
      const message = cut === null ? tooLong(reader, whole) : endless(record);
      const problem = { line: part.line, column: 1, place: '', message };
      return yield nothingRead([...cap.rest(), problem]);
    }
    const isTaken = (id: string): boolean => ids.has(id);
    const found = placed(readPart(reader, { name, text: part.text, isTaken }), part);
    for (const { id } of found.document.studies) if (!found.named.has(id)) ids.add(id);
    hasAny ||= !isNothing(found);
    yield { ...found, problems: cap.take(found.problems) };
  }
  const reading = hasAny ? nothingRead(cap.rest()) : nothingOf(reader);
  if (reading.problems.length > 0) yield reading;
}

async function beginningOf(open: OpenText, length: number): Promise<string> {
  let beginning = '';
  for await (const text of open()) {
    beginning += text;
    if (beginning.length >= length) break;
  }
  return beginning;
}

/** How a file is cut; null where its records lean on each other. */
async function cutFor(reader: Reader, open: OpenText, beginning: string): Promise<Cut | null> {
  const cut = reader.cut?.(beginning) ?? null;
  if (cut?.kind !== 'lines' || cut.unless === undefined) return cut;
  let last = '';
  for await (const text of open()) {
    if (cut.unless.test(last + text)) return null;
    last = text.slice(-LONGEST_SIGN);
  }
  return cut;
}

/** What says that records lean on each other is no longer than this. */
const LONGEST_SIGN = 100;

/** A reading of a piece, with the lines of the file. */
function placed(reading: Reading, { headLines, line: first }: Piece): Reading {
  if (headLines === 0 && first === 1) return reading;
  const lineOf = (line: number): number => line - headLines + first - 1;
  return {
    ...reading,
    lines: new Map([...reading.lines].map(([id, line]) => [id, lineOf(line)])),
    // What is wrong with the lines in front was told where they stand.
    problems: reading.problems
      .filter(({ line }) => line > headLines)
      .map((problem) => ({ ...problem, line: lineOf(problem.line) })),
  };
}

function tooLong({ name }: Reader, whole: number): string {
  return `A file of this format (${name}) is read whole, and this one has more than ${inMillions(whole)} characters: bring it in parts.`;
}

function endless(record: number): string {
  return `What begins here goes on for more than ${inMillions(record)} characters: nothing is read from here on.`;
}

function inMillions(characters: number): string {
  return `${Math.round(characters / 2 ** 20)} million`;
}
