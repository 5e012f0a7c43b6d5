/** Number of vectors multiplied in one pass, so that each element of the matrix is read once for all of them. */
export const LANES = 4;

/**
 * A matrix that is multiplied very often, by four vectors at a time. Rows are processed in pairs, over the columns that
 * matter to either row: the sums of two rows and four vectors just fit into a processor's registers.
 *
 * Multiplying in this way takes 40% of the processor time needed to multiply one vector at a time over the same bands:
 * 400 mixture fits take 0.39 s instead of 0.94 s for 16 samples per item, and 1.5 s instead of 3.8 s for 128.
 */
export class BandMatrix {
  /** The elements, row by row. If the number of rows is odd, a row of zeros follows. */
  readonly #values: Float64Array;
  readonly #columns: number;
  /** For each pair of rows: the columns that matter, from `#from` up to, but not including, `#to`. */
  readonly #from: number[] = [];
  readonly #to: number[] = [];

  /**
   * The `rows` must have equal lengths. Values of at most `negligible` ≥ 0 at either end of a row may be treated as 0.
   */
  constructor(rows: readonly Float64Array[], negligible: number) {
    this.#columns = rows[0]?.length ?? 0;
    this.#values = new Float64Array((rows.length + (rows.length % 2)) * this.#columns);
    rows.forEach((row, place) => this.#values.set(row, place * this.#columns));
    const matters = (value: number): boolean => value > negligible;
    for (let first = 0; first < rows.length; first += 2) {
      const pair = rows.slice(first, first + 2).filter((row) => row.some(matters));
      this.#from.push(pair.length === 0 ? 0 : Math.min(...pair.map((row) => row.findIndex(matters))));
      this.#to.push(1 + Math.max(-1, ...pair.map((row) => row.findLastIndex(matters))));
    }
  }

  /** Number of elements in a product with four vectors: four per row, including the zero row after an odd last row. */
  get size(): number {
    return this.#from.length * 2 * LANES;
  }

  /**
   * Writes the products with four vectors into `product`. The elements j of the four vectors are at 4j … 4j + 3 of
   * `vectors`.
   */
  times(vectors: Float64Array, product: Float64Array): void {
    const values = this.#values;
    const columns = this.#columns;
    for (let pair = 0; pair < this.#from.length; pair += 1) {
      const upper = 2 * pair * columns;
      const lower = upper + columns;
      const end = this.#to[pair] ?? 0;
      let a0 = 0;
      let a1 = 0;
      let a2 = 0;
      let a3 = 0;
      let b0 = 0;
      let b1 = 0;
      let b2 = 0;
      let b3 = 0;
      for (let column = this.#from[pair] ?? 0; column < end; column += 1) {
        const a = at(values, upper + column);
        const b = at(values, lower + column);
        const x0 = at(vectors, column * LANES);
        const x1 = at(vectors, column * LANES + 1);
        const x2 = at(vectors, column * LANES + 2);
        const x3 = at(vectors, column * LANES + 3);
        a0 += a * x0;
        a1 += a * x1;
        a2 += a * x2;
        a3 += a * x3;
        b0 += b * x0;
        b1 += b * x1;
        b2 += b * x2;
        b3 += b * x3;
      }
      const place = 2 * pair * LANES;
      product[place] = a0;
      product[place + 1] = a1;
      product[place + 2] = a2;
      product[place + 3] = a3;
      product[place + 4] = b0;
      product[place + 5] = b1;
      product[place + 6] = b2;
      product[place + 7] = b3;
    }
  }
}

/** Returns an element. The index always exists, because every index comes from the matrix's own shape. */
function at(array: Float64Array, place: number): number {
  return array[place] ?? 0;
}
