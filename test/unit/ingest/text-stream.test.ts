import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../server/ingest/decode.ts';
import { withPlainLines } from '../../../server/ingest/read-source.ts';
import { openText, type OpenFile } from '../../../server/ingest/text-stream.ts';

/** A file whose bytes come so many at a time. */
function file(bytes: Uint8Array, part: number): OpenFile {
  return async function* () {
    for (let at = 0; at < bytes.length; at += part) yield bytes.subarray(at, at + part);
  };
}

async function textOf(open: OpenFile): Promise<string> {
  let whole = '';
  for await (const text of (await openText(open))()) whole += text;
  return whole;
}

describe('a file as text, as it comes', () => {
  const text = 'TY  - JOUR\r\nTI  - Élan, 𝒳 \r\rER  - \r';

  test('is what it is as a whole, in every encoding, packed or not', async () => {
    const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(`\uFEFF${text}`),
      little,
      little.subarray(2),
      Buffer.from(little).swap16(),
      Buffer.from('caf\xe9 \x93quoted\x94\r\n', 'latin1'),
      gzipSync(text),
      Buffer.from(''),
    ])
      for (const part of [1, 2, 3, 1000])
        expect(await textOf(file(bytes, part))).toBe(withPlainLines(decode(bytes)));
  });

  test('is refused where it is none, as the whole is', async () => {
    for (const bytes of [
      Buffer.from('PK\x03\x04rest'),
      Buffer.from('one\r\ntwo\0three'),
      gzipSync(gzipSync(text)),
      gzipSync(text).subarray(0, 20),
    ]) {
      const error = await textOf(file(bytes, 7)).catch((reason: unknown) => reason);
      expect(() => decode(bytes)).toThrow((error as Error).message);
    }
  });
});
