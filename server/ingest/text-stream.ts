import {
  decoderOf,
  refuseNoText,
  utf16Of,
  Utf8Check,
  zeroByteOn,
  type Encoding,
} from './encoding.ts';
import { isGzip, unpackedStream } from './gzip.ts';

/** The bytes of a file, as they come; each call begins anew. */
export type OpenFile = () => AsyncIterable<Uint8Array>;

/** A text, as it comes: without a byte order mark, its lines ended by `\n` alone. Each call begins anew. */
export type OpenText = () => AsyncIterable<string>;

/** So many bytes say whether a file is packed, and whether it is UTF-16. */
const TELLING = 1000;

/**
 * A file as text, which is read twice and never held: the first time to tell its
 * encoding. What gzip has packed is unpacked.
 * @throws INVALID where it is no text, or unpacks to too much; when it is read, too.
 */
export async function openText(open: OpenFile): Promise<OpenText> {
  const isPacked = isGzip(await beginningOf(open));
  const plain: OpenFile = isPacked ? () => unpackedStream(open()) : open;
  const beginning = await beginningOf(plain);
  refuseNoText(beginning);
  const encoding = utf16Of(beginning) ?? ((await isUtf8(plain)) ? 'utf-8' : 'windows-1252');
  return () => decoded(plain(), encoding);
}

async function beginningOf(open: OpenFile): Promise<Uint8Array> {
  let beginning = Buffer.alloc(0);
  for await (const bytes of open()) {
    beginning = Buffer.concat([beginning, bytes.subarray(0, TELLING)]);
    if (beginning.length >= TELLING) break;
  }
  return beginning;
}

async function isUtf8(open: OpenFile): Promise<boolean> {
  const check = new Utf8Check();
  for await (const bytes of open()) if (!check.take(bytes)) return false;
  return check.end();
}

async function* decoded(
  stream: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const next = decoderOf(encoding);
  const lines = new PlainLines();
  for await (const bytes of stream) yield lines.of(next(bytes));
  yield lines.of(next()) + lines.end();
}

/** Ends lines by `\n` alone, though what ends one may come in two parts. */
class PlainLines {
  #line = 1;
  #held = '';

  of(text: string): string {
    const whole = this.#held + text;
    this.#held = whole.endsWith('\r') ? '\r' : '';
    const plain = (this.#held === '' ? whole : whole.slice(0, -1)).replace(/\r\n?/g, '\n');
    const zero = plain.indexOf('\0');
    const before = zero === -1 ? plain : plain.slice(0, zero);
    for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1))
      this.#line += 1;
    if (zero !== -1) throw zeroByteOn(this.#line);
    return plain;
  }

  end(): string {
    return this.#held === '' ? '' : '\n';
  }
}
