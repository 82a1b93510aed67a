import { decoderOf, refuseNoText, utf16Of, Utf8Check, zeroByteOn } from './encoding.ts';
import { isGzip, unpacked } from './gzip.ts';

/**
 * Bytes as text: UTF-8, UTF-16 by its mark or by its many zeros, else Windows-1252,
 * in which every byte is something. What gzip has packed is unpacked.
 * @throws INVALID where they are no text, or unpack to too much.
 */
export function decode(file: Uint8Array): string {
  const bytes = isGzip(file) ? unpacked(file) : file;
  refuseNoText(bytes);
  const next = decoderOf(utf16Of(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252'));
  const text = next(bytes) + next();
  const zero = text.indexOf('\0');
  if (zero !== -1) throw zeroByteOn(text.slice(0, zero).split('\n').length);
  return text;
}

function isUtf8(bytes: Uint8Array): boolean {
  const check = new Utf8Check();
  check.take(bytes);
  return check.end();
}
