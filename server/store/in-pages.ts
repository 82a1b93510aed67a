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

/**
 * The rows for all these ids; of a store that has fewer rows than a page, all are
 * read and looked through, where more is asked than that. So a large source is
 * brought into a small store without asking for each of its ids.
 */
export async function inPagesOrWhole<Row>(
  ids: readonly string[],
  size: number,
  readPage: (page: readonly string[]) => Promise<readonly Row[]>,
  readWhole: (limit: number) => Promise<readonly Row[]>,
  idOf: (row: NoInfer<Row>) => string,
): Promise<Row[]> {
  if (ids.length > size) {
    const all = await readWhole(size);
    if (all.length === 0) return [];
    const asked = new Set(ids);
    if (all.length < size) return all.filter((row) => asked.has(idOf(row)));
  }
  return inPages(ids, size, readPage);
}
