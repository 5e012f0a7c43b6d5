import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/read.ts';
import { ConfigError } from '../../src/errors.ts';
import { calculate, equationsOfWay } from './simulator/calculation.ts';
import { readEvals, readLines } from './simulator/read-evals.ts';
import { families, simulatedItem, simulatedLineSchema } from './simulator/simulated-item.ts';
import { committedEvals } from './simulator/write-evals.ts';
import { toJsonLines, writeSuite } from './simulator/write-suite.ts';

const example = join(import.meta.dirname, '../../examples/simulated');
const folder = join(example, 'evals');
const items = readEvals(folder);

describe.each(Object.entries(committedEvals))('%s', (suite, request) => {
  const path = join(folder, `${suite}.jsonl`);
  const lines = readLines(path).map((line) => simulatedLineSchema.parse(line));

  test('equals the output for its seed, byte for byte', () => {
    expect(readFileSync(path, 'utf8')).toBe(toJsonLines(writeSuite(request)));
  });

  test('has 300 items with unique ids and prompts, in three groups of at least 60', () => {
    expect(lines).toHaveLength(300);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(300);
    expect(new Set(lines.map(({ prompt }) => prompt)).size).toBe(300);
    const groups = Map.groupBy(lines, ({ group }) => group);
    expect([...groups.keys()].sort()).toEqual(
      request.role === 'target' ? ['2 steps', '3 steps', '4 steps'] : ['5 steps', '6 steps', '7 steps'],
    );
    for (const members of groups.values()) expect(members.length).toBeGreaterThanOrEqual(60);
  });

  test('includes every family of its role, and every number of a problem is in its prompt', () => {
    const told = new Set(lines.map(({ meta }) => meta.family));
    expect(told).toEqual(
      new Set(families.filter(({ role }) => role === request.role).map(({ name }) => name)),
    );
    for (const { prompt, meta } of lines) {
      const numbers = prompt.match(/\d+/g)?.map(Number) ?? [];
      for (const number of meta.numbers.map(Math.abs).filter((value) => value > 1)) {
        expect(numbers).toContain(number);
      }
    }
  });
});

describe('the items of the simulator', () => {
  test('have at least two ways, which all give the answer and never share a set of equations', () => {
    for (const { ways, answer, steps } of items) {
      expect(ways.length).toBeGreaterThanOrEqual(2);
      for (const way of ways) expect(calculate(way).answer).toBe(answer);
      const sets = ways.map((way) => [...equationsOfWay(way)].sort().join('; '));
      expect(new Set(sets).size).toBe(ways.length);
      expect(Math.min(...ways.map((way) => calculate(way).steps.length))).toBe(steps);
    }
  });

  test('are whole and positive in every step, and right in arithmetic', () => {
    const operations = {
      '+': (a: number, b: number) => a + b,
      '-': (a: number, b: number) => a - b,
      '*': (a: number, b: number) => a * b,
      '/': (a: number, b: number) => a / b,
    };
    for (const { left, operation, right, result } of items.flatMap(({ ways }) =>
      ways.flatMap((way) => calculate(way).steps),
    )) {
      expect(operations[operation](left, right)).toBe(result);
      expect(Number.isInteger(result) && result > 0).toBe(true);
    }
  });

  test('refuse a line whose answer does not follow from its numbers, and a line of another eval set', () => {
    const [line] = readLines(join(folder, 'word-problems.jsonl')).map((value) =>
      simulatedLineSchema.parse(value),
    );
    const altered = { ...line, answer: '1' };
    expect(() => simulatedItem('word-problems', altered, 4)).toThrow(
      /word-problems\.jsonl:5: the answer is \d+, found 1/,
    );
    expect(() => simulatedItem('gsm8k', { id: 'a', prompt: 'b', answer: '1' }, 0)).toThrow(ConfigError);
  });
});

test('can be written as a suite of any size, which differs by seed', () => {
  const large = writeSuite({ role: 'target', items: 1319, seed: 2 });
  expect(new Set(large.map(({ prompt }) => prompt)).size).toBe(1319);
  expect(large.slice(0, 300)).not.toEqual(writeSuite({ role: 'target', items: 1319, seed: 3 }).slice(0, 300));
});

test('the configuration of the example is valid, names these eval sets, and samples both versions from the simulator', () => {
  const path = join(example, 'reversal.yml');
  const { config } = parseConfig(readFileSync(path, 'utf8'), path);
  expect(config.suites.map(({ name, role, items: file }) => [name, role, file])).toEqual(
    Object.entries(committedEvals).map(([name, { role }]) => [name, role, `evals/${name}.jsonl`]),
  );
  expect(config.checkpoints).toMatchObject({
    model: 'simulated-{version}',
    baseUrlEnv: 'SIMULATOR_BASE_URL',
  });
  expect(config.sampling).toMatchObject({ n: 16, temperature: 0.8, topP: 0.95, maxTokens: 512 });
});

test('the example stays small', () => {
  const bytes = Object.keys(committedEvals)
    .map((suite) => readFileSync(join(folder, `${suite}.jsonl`)).length)
    .reduce((sum, length) => sum + length, 0);
  expect(bytes).toBeLessThan(300_000);
});
