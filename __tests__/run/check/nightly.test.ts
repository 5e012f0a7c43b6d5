import { expect, test } from 'vitest';
import type { Draws } from '../../../src/servers/resolve-checkpoints.ts';
import { checkNightly } from '../../../src/run/check/nightly.ts';
import type { Result } from '../../../src/result/result.ts';
import { reversal } from '../../support/results.ts';

const waived = (): Result => {
  const { measures, verdict, ...rest } = reversal();
  const waiver = { reason: 'we accept', by: '@acme/ml', expires: '2999-12-31' };
  return {
    ...rest,
    measures: measures.map((measure) => (measure.state === 'lost' ? { ...measure, waiver } : measure)),
    verdict: { ...verdict, passed: true, waived: true },
  };
};

/** The draws of a night whose check gives this result. */
const drawn = async (result: Result): Promise<readonly Draws[]> => {
  const all: Draws[] = [];
  await checkNightly({
    look: async (draws) => {
      all.push(draws);
      return { result, graded: [] };
    },
    date: '2026-11-22',
    alarmed: [],
    failOn: ['reversal'],
  });
  return all;
};

test('a lost guardrail gets a second look on fresh samples of both sides, unless it is waived', async () => {
  expect(await drawn(reversal())).toEqual([
    { new: '2026-11-22' },
    { old: '2026-11-22 again, old', new: '2026-11-22 again, new' },
  ]);
  expect(await drawn(waived())).toEqual([{ new: '2026-11-22' }]);
});
