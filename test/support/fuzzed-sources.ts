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
  '\uD800',
  '__proto__',
  'constructor',
  '=HYPERLINK("http://example.org")',
  '<script>alert(1)</script>',
  '10.1000/x y',
  'null',
  '-1e999',
  '"""',
  '> < ',
];

/**
 * What is left of a good source after an accident: something cut away, written
 * twice, put in, turned round or of another type, several times over.
 */
export function fuzzed(seeds: readonly string[]): fc.Arbitrary<string> {
  const accident = fc.record({
    kind: fc.constantFrom('cut', 'repeat', 'insert', 'swap', 'truncate', 'retype'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 60 }),
    piece: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 8 })),
  });
  return fc
    .tuple(fc.constantFrom(...seeds), fc.array(accident, { minLength: 1, maxLength: 6 }))
    .map(([seed, accidents]) => accidents.reduce(suffer, seed));
}

function suffer(
  text: string,
  { kind, at, length, piece }: { kind: string; at: number; length: number; piece: string },
): string {
  const start = Math.floor(at * text.length);
  const part = text.slice(start, start + length);
  const [before, after] = [text.slice(0, start), text.slice(start + length)];
  if (kind === 'retype') return retype(text, at, piece);
  if (kind === 'cut') return before + after;
  if (kind === 'repeat') return before + part + part + after;
  if (kind === 'insert') return before + piece + part + after;
  if (kind === 'swap') return before + [...part].toReversed().join('') + after;
  return at < 0.2 ? text : before;
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
