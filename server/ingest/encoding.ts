import { UnderpinError } from '../domain/errors.ts';

const WORKBOOK = 'an Office file: save it as CSV first';
const IMAGE = 'an image: bring what it shows as BibTeX, RIS or CSV';

/** What files begin with that are no text. */
const NO_TEXT: readonly { readonly magic: readonly number[]; readonly what: string }[] = [
  { magic: [0x1f, 0x8b], what: 'compressed twice (gzip): unpack it first' },
  { magic: [0x50, 0x4b, 0x03, 0x04], what: 'a ZIP archive: unpack it first' },
  { magic: [0x50, 0x4b, 0x05, 0x06], what: 'a ZIP archive: unpack it first' },
  { magic: [0x42, 0x5a, 0x68], what: 'compressed (bzip2): unpack it first' },
  { magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a], what: 'compressed (xz): unpack it first' },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], what: 'compressed (zstd): unpack it first' },
  { magic: [0x37, 0x7a, 0xbc, 0xaf], what: 'a 7z archive: unpack it first' },
  { magic: [0x25, 0x50, 0x44, 0x46], what: 'a PDF: bring its references as BibTeX or RIS' },
  { magic: [0xd0, 0xcf, 0x11, 0xe0], what: WORKBOOK },
  { magic: [0x89, 0x50, 0x4e, 0x47], what: IMAGE },
  { magic: [0xff, 0xd8, 0xff], what: IMAGE },
];

/** What the first file is called in the archives that Office programs write. */
const IN_WORKBOOK =
  /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|xl\/|word\/|mimetypeapplication\/vnd)/;
/** In a ZIP archive, after so many bytes. */
const FIRST_NAME = 30;

/** @throws INVALID where a file begins as those do that are no text. */
export function refuseNoText(beginning: Uint8Array): void {
  const found = NO_TEXT.find(({ magic }) => magic.every((byte, at) => beginning[at] === byte));
  if (found === undefined) return;
  const name = new TextDecoder('latin1').decode(beginning.subarray(FIRST_NAME, FIRST_NAME + 100));
  const what = found.magic[0] === 0x50 && IN_WORKBOOK.test(name) ? WORKBOOK : found.what;
  throw new UnderpinError('INVALID', `This file is ${what}.`);
}

/** The refusal of a text that has a zero byte, as no text has. */
export function zeroByteOn(line: number): UnderpinError {
  return new UnderpinError(
    'INVALID',
    `This file is no text: there is a zero byte on line ${line}.`,
  );
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** UTF-16 by its mark or by its many zeros; null where all bytes have to be seen to tell. */
export function utf16Of(beginning: Uint8Array): Encoding | null {
  if (beginning[0] === 0xff && beginning[1] === 0xfe) return 'utf-16le';
  if (beginning[0] === 0xfe && beginning[1] === 0xff) return 'utf-16be';
  const zeros = zerosIn(beginning.subarray(0, 1000));
  if (zeros.odd > 0.3 && zeros.even < 0.05) return 'utf-16le';
  if (zeros.even > 0.3 && zeros.odd < 0.05) return 'utf-16be';
  return null;
}

/** Which part of the bytes at even and at odd places is zero: of Latin letters in UTF-16, nearly all of one. */
function zerosIn(bytes: Uint8Array): { readonly even: number; readonly odd: number } {
  let [even, odd] = [0, 0];
  for (const [at, byte] of bytes.entries())
    if (byte === 0) {
      if (at % 2 === 0) even += 1;
      else odd += 1;
    }
  const half = Math.max(1, bytes.length / 2);
  return { even: even / half, odd: odd / half };
}

/** Takes the bytes of a file as they come, and says whether all of them are UTF-8. */
export class Utf8Check {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #isUtf8 = true;

  /** Whether they can be, so far. */
  take(bytes: Uint8Array): boolean {
    this.#try(() => this.#decoder.decode(bytes, STREAM));
    return this.#isUtf8;
  }

  end(): boolean {
    this.#try(() => this.#decoder.decode());
    return this.#isUtf8;
  }

  #try(decode: () => void): void {
    if (!this.#isUtf8) return;
    try {
      decode();
    } catch {
      this.#isUtf8 = false;
    }
  }
}

/** Turns the bytes of a file into text as they come; without bytes, what is left at the end. */
export function decoderOf(encoding: Encoding): (bytes?: Uint8Array) => string {
  if (encoding === 'windows-1252') return (bytes) => fromWindows1252(bytes ?? new Uint8Array());
  const decoder = new TextDecoder(encoding);
  return (bytes) => (bytes === undefined ? decoder.decode() : decoder.decode(bytes, STREAM));
}

const STREAM = { stream: true };

/** What Windows-1252 has from 80 to 9F, where Latin-1 has control characters. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Some versions of Node take Windows-1252 for Latin-1. */
function fromWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80] ?? letter);
}
