/** The rows for all these ids, read for so many ids at a time. */
export async function inPages<Row>(
  ids: readonly string[],
  size: number,
  readPage: (page: readonly string[]) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < ids.length; start += size)
    for (const row of await readPage(ids.slice(start, start + size))) rows.push(row);
  return rows;
}
