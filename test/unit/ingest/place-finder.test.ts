import { expect, test } from 'vitest';
import { placeFinder } from '../../../server/ingest/place-finder.ts';

test('the place of every character is what counting from the start gives', () => {
  const text = 'one\n\ntwo\r\nthree “quoted”\n';
  const placeOf = placeFinder(text);
  let [line, column] = [1, 1];
  for (let offset = 0; offset <= text.length; offset += 1) {
    expect(placeOf(offset)).toEqual({ line, column });
    if (text[offset] === '\n') [line, column] = [line + 1, 1];
    else column += 1;
  }
});

test('two hundred thousand places on one line of twenty million characters are found at once', () => {
  // Counted from the start of the line, these would be two million million characters.
  const placeOf = placeFinder(`\n${'x'.repeat(20_000_000)}`);
  const offsets = Array.from({ length: 200_000 }, (_each, at) => 1 + at * 100);
  expect(offsets.filter((offset) => placeOf(offset).column !== offset)).toEqual([]);
});
