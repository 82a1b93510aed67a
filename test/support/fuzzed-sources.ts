import fc from 'fast-check';

/** Pieces that upset readers: quotes, brackets, odd keys, odd characters, hostile words. */
const PIECES = [
  '"',
  "'",
  ',',
  '\t',
  ';',
  '\n',
  '\r\n',
  '\r',
  '{',
  '}',
  '[',
  ']',
  ':',
  '<',
  '>',
  '.',
  '\u0000',
  '\uFEFF',
  '\u2028',
  '__proto__',
  'constructor',
  '=HYPERLINK("http://example.org")',
  '<script>alert(1)</script>',
  '10.1000/x y',
  'null',
  '-1e999',
  '"""',
  '> < ',
  '@',
  '\\',
  'TY  - ',
  'ER  - ',
  '{{',
  '$',
  '#',
];

/**
 * What is left of a good source after an accident: something cut away, written
 * twice, put in, turned round or of another type, several times over.
 */
export function fuzzed(originals: readonly Buffer[]): fc.Arbitrary<Buffer> {
  const accident = fc.record({
    kind: fc.constantFrom('cut', 'repeat', 'insert', 'set', 'turn', 'truncate', 'retype'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 60 }),
    piece: fc.oneof(
      fc.constantFrom(...PIECES.map((text) => Buffer.from(text))),
      fc.uint8Array({ maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 8 }).map((text) => Buffer.from(text)),
    ),
  });
  return fc
    .tuple(fc.constantFrom(...originals), fc.array(accident, { minLength: 1, maxLength: 6 }))
    .map(([original, accidents]) => {
      const bytes = accidents.reduce(suffer, original);
      // So that a failure can be read.
      return Object.assign(Buffer.from(bytes), {
        [fc.toStringMethod]: () => JSON.stringify(bytes.toString('latin1')),
      });
    });
}

interface Accident {
  readonly kind: string;
  readonly at: number;
  readonly length: number;
  readonly piece: Uint8Array;
}

function suffer(bytes: Buffer, { kind, at, length, piece }: Accident): Buffer {
  const start = Math.floor(at * bytes.length);
  const part = bytes.subarray(start, start + length);
  const [before, after] = [bytes.subarray(0, start), bytes.subarray(start + length)];
  switch (kind) {
    case 'retype':
      return Buffer.from(retype(bytes.toString(), at, Buffer.from(piece).toString()));
    case 'cut':
      return Buffer.concat([before, after]);
    case 'repeat':
      return Buffer.concat([before, part, part, after]);
    case 'insert':
      return Buffer.concat([before, piece, part, after]);
    case 'set':
      return Buffer.concat([before, piece, after]);
    case 'turn':
      return Buffer.concat([before, Buffer.from(part).toReversed(), after]);
    default:
      return at < 0.2 ? bytes : before;
  }
}

/** JSON in which one value, at any depth, is of another type; any other text as it is. */
function retype(text: string, at: number, piece: string): string {
  const wrong = [null, 0, piece, [], [null], [[]], {}, { [piece]: piece }, true];
  try {
    let count = 0;
    JSON.parse(text, () => (count += 1));
    const nth = Math.floor(at * count);
    let seen = 0;
    const value: unknown = JSON.parse(text, (_, each: unknown) =>
      seen++ === nth ? wrong[(nth + piece.length) % wrong.length] : each,
    );
    return JSON.stringify(value, null, 1);
  } catch {
    return text;
  }
}
