import { describe, expect, test } from 'vitest';
import { lowerBoundOfShare } from '../../src/statistics/binomial.ts';
import { FalseAlarmCounter } from '../../src/verdict/false-alarms.ts';
import type { Policy } from '../../src/config/policy.ts';
import { decideVerdict } from '../../src/verdict/verdict.ts';
import { everywhere, NOT_APPLICABLE, policyWith, suiteWith } from '../support/constructed-measures.ts';

const POLICY: Policy = policyWith({ coverage: 'off' });

const level = decideVerdict([suiteWith({ accuracy: everywhere(0, 400), logical: NOT_APPLICABLE })], POLICY);
const lost = decideVerdict([suiteWith({ accuracy: everywhere(-0.1, 400), logical: NOT_APPLICABLE })], POLICY);

function counted(alarms: number, runs: number): ReturnType<FalseAlarmCounter['result']> {
  const counter = new FalseAlarmCounter();
  for (let run = 0; run < runs; run += 1) counter.see(run < alarms ? lost : level);
  return counter.result();
}

describe('false alarms', () => {
  test('are reversals and regressions', () => {
    const counter = new FalseAlarmCounter();
    for (const status of ['progress', 'unchanged', 'inconclusive', 'reversal', 'regression'] as const) {
      counter.see({ status, family: [] });
    }
    expect(counter.result()).toMatchObject({
      runs: 5,
      alarms: 2,
      verdicts: { progress: 1, unchanged: 1, inconclusive: 1, reversal: 1, regression: 1 },
    });
  });

  test('break the guarantee only if they are shown to exceed 2.5%: 42 of 1,000 do not, 43 do', () => {
    expect(counted(42, 1000)).toMatchObject({ holds: true, alarms: 42 });
    expect(counted(43, 1000)).toMatchObject({ holds: false, alarms: 43 });
    expect(counted(43, 1000).lowerBound).toBe(lowerBoundOfShare({ successes: 43, trials: 1000 }, 0.001));
  });

  test('have exact intervals even if no check or every check is an alarm', () => {
    expect(counted(0, 10)).toMatchObject({ interval: [0, 1 - 0.025 ** (1 / 10)], holds: true });
    expect(counted(10, 10).interval[1]).toBe(1);
    expect(counted(10, 10).holds).toBe(false);
    // A single alarm in a single run is not enough evidence.
    expect(counted(1, 1).holds).toBe(true);
  });
});

test('each guardrail is counted by its state', () => {
  expect(counted(3, 10).guardrails).toEqual([
    { suite: 'suite', name: 'pass@1', lost: 3, kept: 7, unclear: 0, notGating: 0 },
    { suite: 'suite', name: 'logical', lost: 0, kept: 0, unclear: 0, notGating: 10 },
  ]);
});

test('returned results do not change with later checks', () => {
  const counter = new FalseAlarmCounter();
  counter.see(level);
  const before = counter.result();
  counter.see(lost);
  expect(before).toMatchObject({
    runs: 1,
    verdicts: { regression: 0 },
    guardrails: [{ kept: 1, lost: 0 }, {}],
  });
});
