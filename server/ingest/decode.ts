import { UnderpinError } from '../domain/errors.ts';

/** What files begin with that are no text. */
const NO_TEXT: readonly { readonly magic: readonly number[]; readonly what: string }[] = [
  { magic: [0x1f, 0x8b], what: 'compressed (gzip): unpack it first' },
  { magic: [0x50, 0x4b, 0x03, 0x04], what: 'a ZIP archive: unpack it first' },
  { magic: [0x50, 0x4b, 0x05, 0x06], what: 'a ZIP archive: unpack it first' },
  { magic: [0x42, 0x5a, 0x68], what: 'compressed (bzip2): unpack it first' },
  { magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a], what: 'compressed (xz): unpack it first' },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], what: 'compressed (zstd): unpack it first' },
  { magic: [0x37, 0x7a, 0xbc, 0xaf], what: 'a 7z archive: unpack it first' },
  { magic: [0x25, 0x50, 0x44, 0x46], what: 'a PDF: bring its references as BibTeX or RIS' },
  { magic: [0xd0, 0xcf, 0x11, 0xe0], what: 'an Office file: save it as CSV first' },
];

/**
 * Bytes as text: UTF-8, UTF-16 by its mark or by its many zeros, else Windows-1252,
 * in which every byte is something.
 * @throws INVALID where they are no text.
 */
export function decode(bytes: Uint8Array): string {
  const found = NO_TEXT.find(({ magic }) => magic.every((byte, at) => bytes[at] === byte));
  if (found !== undefined) throw new UnderpinError('INVALID', `This file is ${found.what}.`);
  const encoding = encodingOf(bytes);
  const text =
    encoding === 'windows-1252' ? fromWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
  const zero = text.indexOf('\0');
  if (zero !== -1)
    throw new UnderpinError(
      'INVALID',
      `This file is no text: there is a zero byte on line ${text.slice(0, zero).split('\n').length}.`,
    );
  return text;
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = zerosIn(bytes.subarray(0, 1000));
  if (zeros.odd > 0.3 && zeros.even < 0.05) return 'utf-16le';
  if (zeros.even > 0.3 && zeros.odd < 0.05) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
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

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** What Windows-1252 has from 80 to 9F, where Latin-1 has control characters. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Some versions of Node take Windows-1252 for Latin-1. */
function fromWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80] ?? letter);
}
