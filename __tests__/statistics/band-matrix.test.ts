import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { BandMatrix, LANES } from '../../src/statistics/band-matrix.ts';
import { expectClose } from '../support/close.ts';

describe('a band matrix', () => {
  it('multiplies four vectors like four single products, with or without zeros at the ends of rows', () => {
    const element = fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 2, noNaN: true }));
    const shape = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }));
    const matrix = shape.chain(([rows, columns]) =>
      fc.record({
        rows: fc.array(fc.array(element, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
        vectors: fc.array(element, { minLength: columns * LANES, maxLength: columns * LANES }),
      }),
    );
    fc.assert(
      fc.property(matrix, ({ rows, vectors }) => {
        const band = new BandMatrix(
          rows.map((row) => Float64Array.from(row)),
          0,
        );
        const product = new Float64Array(band.size);
        band.times(Float64Array.from(vectors), product);
        rows.forEach((row, place) => {
          for (let lane = 0; lane < LANES; lane += 1) {
            const expected = row.reduce(
              (sum, value, column) => sum + value * (vectors[column * LANES + lane] ?? 0),
              0,
            );
            expectClose(product[place * LANES + lane] ?? Number.NaN, expected);
          }
        });
      }),
    );
  });
});
