import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decode } from '../../../server/ingest/decode.ts';
import { openText } from '../../../server/ingest/text-stream.ts';

const BOMB = gzipSync(Buffer.alloc(200_000_000));
const REFUSED =
  'This file is compressed (gzip), and unpacks to more than 100 times its size: unpack it first, and bring it in parts.';

test('a small file that unpacks to a large one is refused within two seconds, and not held', async () => {
  const [memory, time] = [process.memoryUsage().rss, process.cpuUsage()];
  expect(() => decode(BOMB)).toThrow(REFUSED);
  const open = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < BOMB.length; at += 65_536) yield BOMB.subarray(at, at + 65_536);
  };
  await expect(openText(open)).rejects.toThrow(REFUSED);
  // Of the processor: whatever else the machine does takes its time too.
  const { user, system } = process.cpuUsage(time);
  expect((user + system) / 1000).toBeLessThan(2000);
  expect(process.memoryUsage().rss - memory).toBeLessThan(100_000_000);
});
