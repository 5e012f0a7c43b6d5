import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Checkpoint } from './simulator/checkpoint.ts';
import { first, modelName } from './simulator/checkpoint.ts';
import { readEvals } from './simulator/read-evals.ts';
import type { Scenario, ScenarioName } from './simulator/scenarios.ts';
import { checkpoints, scenarios } from './simulator/scenarios.ts';
import { simulatedItem } from './simulator/simulated-item.ts';
import { trueValues } from './simulator/true-values.ts';

const items = readEvals(join(import.meta.dirname, '../../examples/simulated/evals'));
const words = items.filter(({ role }) => role === 'target');
const chains = items.filter(({ role }) => role === 'ood');

const truthOf = (checkpoint: Checkpoint) => ({
  target: trueValues(checkpoint, words, { k: 16 }),
  ood: trueValues(checkpoint, chains, { k: 16 }),
});

const sum = (weights: readonly number[]): number => weights.reduce((total, weight) => total + weight, 0);

/** The true changes of a scenario: fractions; diversity and reach as a share of old's value. */
function changes({ old, new: candidate }: Scenario) {
  const [before, after] = [truthOf(old), truthOf(candidate)];
  return {
    accuracy: after.target.passAt1 - before.target.passAt1,
    coverage: after.target.passAtK - before.target.passAtK,
    diversity: after.target.logicalDissimilarity / before.target.logicalDissimilarity - 1,
    reach: after.target.reachAtK / before.target.reachAtK - 1,
    ood: after.ood.passAt1 - before.ood.passAt1,
  };
}

test('true values follow their definitions', () => {
  const item = simulatedItem(
    'hand-made',
    {
      id: 'a',
      prompt: 'What do 3 friends pay for tickets at 10 dollars and drinks at 4?',
      answer: '42',
      group: '2 steps',
      meta: { family: 'cinema', numbers: [3, 10, 4] },
    },
    0,
  );
  const coin: Checkpoint = {
    version: 'coin',
    solve: () => 0.5,
    wayWeights: () => [0.5, 0.5],
    styleWeights: first.styleWeights,
  };
  expect(trueValues(coin, [item], { k: 2 })).toEqual({
    passAt1: 0.5,
    passAtK: 0.75,
    reachAtK: 2 * (1 - 0.75 ** 2),
    logicalDissimilarity: 0.5,
  });
});

describe('v1', () => {
  test('solves 96% of the items at least occasionally, each between .2 and .97, in nearly even ways', () => {
    expect(words.filter((item) => first.solve(item) === 0)).toHaveLength(12);
    for (const item of items.filter((each) => first.solve(each) > 0)) {
      expect(first.solve(item)).toBeGreaterThan(0.2);
      expect(first.solve(item)).toBeLessThan(0.97);
      expect(Math.max(...first.wayWeights(item))).toBeLessThan(0.56);
    }
  });

  test('has the intended true values', () => {
    const target = trueValues(first, words, { k: 16 });
    expect(target.passAt1).toBeCloseTo(0.593, 3);
    expect(target.passAtK).toBeCloseTo(0.96, 3);
    expect(target.logicalDissimilarity).toBeCloseTo(0.486, 3);
    expect(trueValues(first, chains, { k: 16 }).passAt1).toBeCloseTo(0.502, 3);
  });
});

describe('every scenario', () => {
  const entries = Object.entries(scenarios);

  test.each(entries)(
    '%s: weights are weights, and probabilities are probabilities',
    (_, { new: candidate }) => {
      expect(sum(candidate.styleWeights)).toBeCloseTo(1, 12);
      for (const item of items) {
        expect(sum(candidate.wayWeights(item))).toBeCloseTo(1, 12);
        expect(candidate.wayWeights(item)).toHaveLength(item.ways.length);
        expect(candidate.solve(item)).toBeGreaterThanOrEqual(0);
        expect(candidate.solve(item)).toBeLessThanOrEqual(1);
      }
    },
  );

  test.each(entries)(
    '%s: losses are clearly beyond their margin, all else is truly kept',
    (name, scenario) => {
      const { lost } = scenario;
      const found = changes(scenario);
      for (const guardrail of ['accuracy', 'coverage', 'ood'] as const) {
        if (lost.includes(guardrail)) expect(found[guardrail], `${name} ${guardrail}`).toBeLessThan(-0.08);
        else expect(found[guardrail], `${name} ${guardrail}`).toBeGreaterThan(-0.005);
      }
      if (lost.includes('diversity')) {
        expect(found.diversity).toBeLessThan(-0.4);
        expect(found.reach).toBeLessThan(-0.2);
      } else expect(found.diversity).toBeGreaterThan(-0.01);
    },
  );

  test.each(entries)('%s: the target changes as its verdict says', (_, scenario) => {
    const { accuracy } = changes(scenario);
    if (scenario.verdict === 'regression') expect(accuracy).toBeLessThan(-0.08);
    else if (scenario.verdict === 'unchanged') expect(accuracy).toBe(0);
    else expect(accuracy).toBeGreaterThan(0.08);
  });
});

describe('the scenarios, item by item', () => {
  const [progress, narrowed, lostCoverage] = (['progress', 'narrowed', 'lost-coverage'] as const).map(
    (name: ScenarioName) => scenarios[name].new,
  );

  test('progress: every item of both suites is solved more often, in ways of the same weights', () => {
    for (const item of items) {
      expect(progress?.solve(item)).toBeGreaterThan(first.solve(item));
      expect(progress?.wayWeights(item)).toEqual(first.wayWeights(item));
    }
  });

  test('narrowed: solved more often, yet every way but the first is found less often than before', () => {
    for (const item of words.filter((each) => first.solve(each) > 0)) {
      const solvedBy = (checkpoint: Checkpoint | undefined, way: number): number =>
        (checkpoint?.solve(item) ?? 0) * (checkpoint?.wayWeights(item)[way] ?? 0);
      expect(narrowed?.solve(item)).toBeGreaterThan(first.solve(item));
      expect(solvedBy(narrowed, 0)).toBeGreaterThan(solvedBy(first, 0));
      for (let way = 1; way < item.ways.length; way += 1) {
        expect(solvedBy(narrowed, way)).toBeLessThan(solvedBy(first, way));
      }
    }
  });

  test('lost-coverage: exactly 12% of the items change from solvable to unsolvable', () => {
    const forgotten = words.filter((item) => first.solve(item) > 0 && lostCoverage?.solve(item) === 0);
    expect(forgotten).toHaveLength(0.12 * words.length);
  });

  test('same: no ability differs', () => {
    const { new: again } = scenarios.same;
    for (const item of items) expect(again.solve(item)).toBe(first.solve(item));
    expect(again).toEqual({ ...first, version: again.version });
  });
});

test('every checkpoint has its own version and model name', () => {
  expect(new Set(checkpoints.map(modelName)).size).toBe(Object.keys(scenarios).length + 1);
  expect(modelName(scenarios.reversal.new)).toBe('simulated-v2');
  for (const { version } of checkpoints) expect(version).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/);
});
