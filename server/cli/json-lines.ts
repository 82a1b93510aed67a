/** The values of a stream of JSON lines, as they come in. */
export async function* jsonLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<unknown> {
  const decoder = new TextDecoder();
  // A report may be one long line: its pieces are joined once.
  let pieces: string[] = [];
  for await (const chunk of bytes) {
    const [first = '', ...rest] = decoder.decode(chunk, { stream: true }).split('\n');
    pieces.push(first);
    for (const begun of rest) {
      yield JSON.parse(pieces.join(''));
      pieces = [begun];
    }
  }
}
