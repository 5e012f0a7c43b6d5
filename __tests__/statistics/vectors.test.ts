import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { passAtK } from '../../src/measures/accuracy/pass-at-k.ts';
import { clusteredMean } from '../../src/statistics/clustered-mean.ts';
import { holm } from '../../src/statistics/holm.ts';
import { mcnemarExact } from '../../src/statistics/mcnemar.ts';
import { expectAdjusted } from '../support/benjamini-hochberg.ts';
import { expectClose, expectRelativelyClose } from '../support/close.ts';

const folder = new URL('../../../shared/data/', import.meta.url);
const absent = !existsSync(folder);

const count = z.number().int();

function read<T>(path: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(new URL(path, folder), 'utf8')));
}

describe.skipIf(absent)('reference vectors of other programs (skipped if ../shared/data is absent)', () => {
  it("equals McNemar's exact p-values of statsmodels, R and a published comparison", () => {
    const cases = read(
      'vectors/mcnemar.json',
      z.array(
        z.union([
          z.object({
            table: z.tuple([z.tuple([count, count]), z.tuple([count, count])]),
            exact_p: z.number(),
          }),
          z.object({ improved: count, regressed: count, exact_p: z.number() }),
        ]),
      ),
    );
    expect(cases.length).toBeGreaterThan(4);
    for (const one of cases) {
      const [b, c] = 'table' in one ? [one.table[0][1], one.table[1][0]] : [one.improved, one.regressed];
      expectRelativelyClose(mcnemarExact(b, c), one.exact_p);
    }
  });

  it("equals McNemar's p of two real models on GSM8K", () => {
    const { pair } = read(
      'gsm8k/expected.json',
      z.object({
        pair: z.object({ only_old: count, only_new: count, mcnemar: z.object({ exact_p: z.number() }) }),
      }),
    );
    expectRelativelyClose(mcnemarExact(pair.only_old, pair.only_new), pair.mcnemar.exact_p);
  });

  it('equals Holm and Benjamini–Hochberg of R multtest', () => {
    const cases = read(
      'vectors/multiple-testing.json',
      z.array(z.object({ rawp: z.array(z.number()), Holm: z.array(z.number()), BH: z.array(z.number()) })),
    );
    expect(cases.length).toBe(4);
    for (const { rawp, Holm, BH } of cases) {
      holm(rawp).forEach((value, place) => expectClose(value, Holm[place] ?? Number.NaN));
      expectAdjusted(rawp, BH);
    }
  });

  it('equals standard errors, plain and clustered, and pass@k of Inspect', () => {
    const cases = read('vectors/inspect-ai.json', z.array(z.looseObject({ fn: z.string() })));
    const standardError = z.object({
      values: z.array(z.number()),
      clusters: z.array(z.number()).optional(),
      expected_3dp: z.number(),
    });
    for (const one of cases.filter(({ fn }) => fn.endsWith('stderr'))) {
      const { values, clusters, expected_3dp: expected } = standardError.parse(one);
      const differences = values.map((value, place) => ({
        value,
        cluster: `c${clusters?.[place] ?? place}`,
      }));
      expect(clusteredMean(differences, 4 / 3).plainStandardError).toBeCloseTo(expected, 3);
    }
    const passAt = z.object({ scores_correct: count, n: count, k: count, expected: z.number() });
    for (const one of cases.filter(({ fn }) => fn === 'pass_at')) {
      const { n, scores_correct: correct, k, expected } = passAt.parse(one);
      expectClose(passAtK(n, correct, k) ?? Number.NaN, expected);
    }
    expect(cases.filter(({ fn }) => fn.endsWith('stderr') || fn === 'pass_at')).toHaveLength(4);
  });
});
