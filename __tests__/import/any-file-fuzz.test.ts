import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ConfigError } from '../../src/errors.ts';
import { importRows, itemLines } from '../../src/import/import-rows.ts';
import { fitsFormat, PUBLISHED_FORMATS } from '../../src/import/published-formats.ts';
import { recogniseFile } from '../../src/import/select-rows.ts';
import { itemLineSchema } from '../../src/evalset/item-line.ts';
import { PUBLISHED_EXAMPLES } from '../support/published-examples.ts';
import { rowsOfText } from './rows-of-text.ts';

/** Imports a file in every way that its rows allow. Returns the number of imports; errors that users can fix are fine. */
async function imports(content: string | Uint8Array): Promise<number> {
  let count = 0;
  try {
    const file = await rowsOfText(content);
    recogniseFile(file);
    for (const format of PUBLISHED_FORMATS.filter((each) => fitsFormat(each, file.rows))) {
      for (const line of itemLines(importRows({ format, rows: file.rows }).items)) {
        expect(itemLineSchema.safeParse(JSON.parse(line)).success).toBe(true);
      }
      count += 1;
    }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
  }
  return count;
}

test('any bytes, plain or packed, are read or refused with an explanation', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      await imports(bytes);
      await imports(gzipSync(bytes));
    }),
    { numRuns: 200, seed: 1 },
  );
});

test('any text and any JSON are read or refused with an explanation', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.json(), async (text, json) => {
      await imports(text);
      await imports(json);
      await imports(`${json.replaceAll('\n', '')}\n${json.replaceAll('\n', '')}\n`);
      await imports(`q\t${text}\n1\t2`);
    }),
    { numRuns: 300, seed: 2 },
  );
});

const objects = PUBLISHED_EXAMPLES.flatMap(({ content }) => {
  const [line = ''] = content.split('\n');
  try {
    const value: unknown = JSON.parse(line);
    return [Array.isArray(value) ? (value[0] as unknown) : value];
  } catch {
    return [];
  }
});

/** A published row in which values at any depth were replaced. */
const changedRow = fc
  .tuple(fc.constantFrom(...objects), fc.infiniteStream(fc.tuple(fc.nat(9), fc.jsonValue({ maxDepth: 2 }))))
  .map(([row, changes]) =>
    JSON.stringify(row, (key, value: unknown) => {
      const [
        {
          value: [chance, other],
        },
      ] = [changes.next()];
      return key !== '' && chance === 0 ? other : value;
    }),
  );

test('published rows with any changed values become valid items, or are left out or refused', async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(changedRow, { minLength: 1, maxLength: 4 }), async (rows) => {
      count += await imports(`${rows.join('\n')}\n`);
    }),
    { numRuns: 500, seed: 3 },
  );
  expect(count).toBeGreaterThan(50);
});

test('a Parquet file with any changed byte is read or refused with an explanation', async () => {
  const whole = readFileSync(join(import.meta.dirname, 'parquet/arc-none.parquet'));
  for (let at = 4; at < whole.length; at += 3) {
    const changed = Uint8Array.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 0x55;
    await imports(changed);
  }
});
