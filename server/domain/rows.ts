/** Lists of numbers, one for each index, end to end: row `i` is values[starts[i]] to values[starts[i + 1] - 1]. */
export interface Rows {
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

/** Rows that are written one after the other. */
export class GrowingRows {
  readonly #starts = [0];
  readonly #values: number[] = [];

  add(row: Iterable<number>): void {
    for (const value of row) this.#values.push(value);
    this.#starts.push(this.#values.length);
  }

  rows(): Rows {
    return { starts: Int32Array.from(this.#starts), values: Int32Array.from(this.#values) };
  }
}

/** A row for each of these, of the numbers that it has. */
export function rowsFrom<Each>(
  all: readonly Each[],
  numbersOf: (each: Each) => Iterable<number>,
): Rows {
  const growing = new GrowingRows();
  for (const each of all) growing.add(numbersOf(each));
  return growing.rows();
}

/** The values of one row. */
export function rowOf(rows: Rows, index: number): Int32Array {
  return rows.values.subarray(rows.starts[index] ?? 0, rows.starts[index + 1] ?? 0);
}

/**
 * For each value from 0 to `count` - 1 the indices of the rows that hold it, in
 * their order. Values out of bounds are left out. Linear, by counting.
 */
export function invertRows({ starts, values }: Rows, count: number): Rows {
  const inverted = new Int32Array(count + 1);
  for (const value of values)
    if (value >= 0 && value < count) inverted[value + 1] = (inverted[value + 1] ?? 0) + 1;
  for (let value = 0; value < count; value += 1)
    inverted[value + 1] = (inverted[value + 1] ?? 0) + (inverted[value] ?? 0);
  const next = inverted.slice();
  const indices = new Int32Array(inverted[count] ?? 0);
  for (let index = 0; index + 1 < starts.length; index += 1)
    for (let at = starts[index] ?? 0; at < (starts[index + 1] ?? 0); at += 1) {
      const value = values[at] ?? -1;
      if (value < 0 || value >= count) continue;
      const place = next[value] ?? 0;
      indices[place] = index;
      next[value] = place + 1;
    }
  return { starts: inverted, values: indices };
}

/** Rows of at most one value each: -1 stands for none. */
export function rowsOfOne(values: Int32Array): Rows {
  return { starts: Int32Array.from({ length: values.length + 1 }, (_, index) => index), values };
}
