import { expect, test } from 'vitest';
import { judgeDrift } from '../../../src/sampling/judges/judge-drift.ts';
import type { ServedBy } from '../../../src/store/served-by.ts';

const stack = (fingerprint: string | null, from: number, to: number): ServedBy => ({
  model: 'judge-2026',
  fingerprint,
  completions: 2,
  oldest: `2026-11-${from}T08:00:00.000Z`,
  newest: `2026-11-${to}T08:00:00.000Z`,
});

test('reports a stack that ended before another began', () => {
  const stacks = [stack('b', 20, 21), stack('a', 10, 12)];
  expect(judgeDrift('judge', stacks)).toBe(
    "The judge judge was served as judge-2026, a until 2026-11-12 and as judge-2026, b from 2026-11-20. If its grading changed, the grades of the two checkpoints are not comparable. To grade all completions again, delete the judge's file under judges/ in the store.",
  );
});

test('reports nothing for one stack, replicas side by side, or a server that does not name its stack', () => {
  expect(judgeDrift('judge', [])).toBeUndefined();
  expect(judgeDrift('judge', [stack(null, 10, 20)])).toBeUndefined();
  expect(judgeDrift('judge', [stack('a', 10, 20), stack('b', 11, 21)])).toBeUndefined();
});
