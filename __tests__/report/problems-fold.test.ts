import { expect, test } from 'vitest';
import { problemsFold } from '../../src/report/problems-fold.ts';
import type { SuiteResult } from '../../src/result/result.ts';
import { sidesOf } from '../../src/report/version-names.ts';
import * as results from '../support/results.ts';

const sides = sidesOf(results.reversal());
const counts = { both: 10, only_old: 2, only_new: 5, neither: 3 };
const suite = (ledger: SuiteResult['ledger'], name = 'gsm8k'): SuiteResult =>
  results.suiteResult({ name, ledger });

test('the summary counts learned and corrupted problems of all suites beside a frozen model', () => {
  const fold = problemsFold(
    [suite(results.ledgerResult(counts)), suite(results.ledgerResult(counts), 'b')],
    sides,
  );
  expect(fold?.summary).toBe('82\u00A0problems learned, 24 corrupted (a frozen model: 0)');
});

test('the summary falls back to flips if no problem can be named, and omits the null if there is none', () => {
  const few = { moved: null, reason: 'n = 4 is too small to name individual problems' };
  const flips = problemsFold([suite(results.ledgerResult({ ...counts, ...few }))], sides);
  expect(flips?.summary).toBe('5\u00A0problems solved only by <code>v3</code>, 2 only by <code>v2</code>');
  expect(flips?.body).toContain('n = 4 is too small to name individual problems');
  expect(flips?.body).not.toContain('Fisher');
  const half = results.ledgerResult(counts);
  const unsplit = {
    ...half,
    frozen: half.frozen && { ...half.frozen, learned: null, learned_solved_before: null, corrupted: null },
  };
  const fold = problemsFold([suite(unsplit)], sides);
  expect(fold?.summary).toBe('41\u00A0problems learned, 12 corrupted');
  expect(fold?.body).toContain('| learned | 41 | – | – |');
});

test('names only as many problems as one would read, and leaves the rest to the result', () => {
  const body = problemsFold([suite(results.ledgerResult(counts))], sides)?.body;
  expect(body).toContain('`gsm8k-3`, `gsm8k-20`');
  expect(body).toContain('and 29 more in `result.json`');
  expect(body).toContain('had solved 35 of the learned problems at least once');
  expect(body).toContain('| of these, solved at least once by `v2` | 35 | 13.6 | <0.1 [0,\u00A00] |');
});

test('is absent if no suite has right answers', () => {
  expect(problemsFold([suite(null)], sides)).toBeUndefined();
});
