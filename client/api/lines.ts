/** The values of an answer in lines of JSON, as they come in. */
export async function* jsonLines(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  // A report may be one long line: its pieces are joined once.
  let pieces: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const [first = '', ...rest] = decoder.decode(value, { stream: true }).split('\n');
      pieces.push(first);
      for (const begun of rest) {
        yield JSON.parse(pieces.join(''));
        pieces = [begun];
      }
    }
  } finally {
    void reader.cancel();
  }
}
