import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decimal } from 'decimal.js';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createGrader } from '../../../src/grading/registry.ts';
import { planWarnings } from '../../../src/report/plan.ts';
import { renderPlanMarkdown } from '../../../src/report/plan-rendering.ts';
import { planRun } from '../../../src/run/plan/plan-run.ts';
import { readPlan } from '../../../src/run/stages/plan.ts';
import { estimateSampling } from '../../../src/sampling/estimate/estimate.ts';
import { estimateEmbedding } from '../../../src/sampling/estimate/estimate-embedding.ts';
import { estimateJudging } from '../../../src/sampling/estimate/estimate-judging.ts';
import { describeOnData } from '../../support/describe-on-data.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { readLines } from '../../support/simulator/read-evals.ts';
import { TEST_DATA } from '../../support/test-data.ts';
import { withoutEffects } from '../../support/without-effects.ts';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'examples/suites');
const text = (name: string): string => readFileSync(join(folder, name), 'utf8');

const problems = readLines(join(folder, 'word-problems.jsonl')).map((line) =>
  z.strictObject({ id: z.string(), prompt: z.string(), answer: z.string(), group: z.string() }).parse(line),
);
const tasks = readLines(join(folder, 'creative.jsonl')).map((line) =>
  z.strictObject({ id: z.string(), prompt: z.string(), group: z.string() }).parse(line),
);
const solutions = readLines(join(folder, 'word-problems.solutions.jsonl')).map((line) =>
  z.strictObject({ id: z.string(), kind: z.string(), steps: z.array(z.string()) }).parse(line),
);

const readme = text('README.md');
const configurations = [...readme.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, body = '']) => body);

const filesWith = (configuration: string) =>
  memoryFiles({
    'reversal.yml': `checkpoints: { model: 'm-{version}', base-url: http://127.0.0.1:9/v1 }\n${configuration}`,
    'evals/word-problems.jsonl': text('word-problems.jsonl'),
    'evals/creative.jsonl': text('creative.jsonl'),
  });

/** Prompts are equal if they differ only in case, punctuation or whitespace. */
const normalized = (prompt: string): string =>
  prompt
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** One step: an operation on two numbers, possibly rounded to an integer, and its result. */
const STEP =
  /^(?:(?<rounding>ceil|floor)\()?(?<left>[\d.]+) (?<operation>[-+*/]|mod) (?<right>[\d.]+)\)? = (?<result>[\d.]+)$/u;

const operations: Readonly<Record<string, (left: Decimal, right: Decimal) => Decimal>> = {
  '+': (left, right) => left.plus(right),
  '-': (left, right) => left.minus(right),
  '*': (left, right) => left.times(right),
  '/': (left, right) => left.dividedBy(right),
  mod: (left, right) => left.modulo(right),
};

function parseStep(step: string) {
  const { left = '', operation = '', right = '', result = '', rounding } = STEP.exec(step)?.groups ?? {};
  const operate = operations[operation];
  if (operate === undefined) throw new Error(`not a step: ${step}`);
  const exact = operate(new Decimal(left), new Decimal(right));
  const value = rounding === 'ceil' ? exact.ceil() : rounding === 'floor' ? exact.floor() : exact;
  return {
    operands: [left, right].map((each) => new Decimal(each).toString()),
    value: value.toString(),
    result,
  };
}

describe('word-problems.jsonl', () => {
  test('has 120 problems with unique ids and prompts, 30 for each number of steps', () => {
    expect(problems).toHaveLength(120);
    expect(new Set(problems.map(({ id }) => id)).size).toBe(120);
    expect(new Set(problems.map(({ prompt }) => normalized(prompt))).size).toBe(120);
    const groups = Map.groupBy(problems, ({ group }) => group);
    expect([...groups].map(([group, members]) => [group, members.length])).toEqual([
      ['2 steps', 30],
      ['3 steps', 30],
      ['4 steps', 30],
      ['5 steps', 30],
    ]);
  });

  test('has a solution for each problem, with two or three problems of every kind in each group', () => {
    expect(solutions.map(({ id }) => id)).toEqual(problems.map(({ id }) => id));
    const kinds = new Set(solutions.map(({ kind }) => kind));
    expect(kinds.size).toBe(14);
    for (const members of Map.groupBy(solutions, ({ steps }) => steps.length).values()) {
      const counts = Map.groupBy(members, ({ kind }) => kind);
      expect(new Set(counts.keys())).toEqual(kinds);
      for (const { length } of counts.values()) expect([2, 3]).toContain(length);
    }
  });

  test.each(problems.map((problem, at) => ({ ...problem, steps: solutions[at]?.steps ?? [] })))(
    '$id: the solution has the number of steps of its group and reaches the answer',
    ({ prompt, answer, group, steps }) => {
      expect(`${steps.length} steps`).toBe(group);
      const parsed = steps.map(parseStep);
      for (const { value, result } of parsed) expect(value).toBe(result);
      expect(parsed.at(-1)?.result).toBe(answer);
      // No step is padding: each result but the last is used in a later step.
      for (const [at, { result }] of parsed.slice(0, -1).entries()) {
        expect(parsed.slice(at + 1).flatMap(({ operands }) => operands)).toContain(result);
      }
      expect(answer).toMatch(/^\d+(?:\.\d{1,2})?$/u);
      expect(prompt).toMatch(/^[^?]+\?$/u);
    },
  );

  test.each(configurations.map((configuration, at) => ({ configuration, at: at + 1 })))(
    'is graded as documented with configuration $at: the right answer is correct, and an intermediate result is not',
    async ({ configuration }) => {
      const { suites } = await readPlan('reversal.yml', filesWith(configuration));
      const [planned] = suites;
      if (planned?.grader === undefined) throw new Error('word-problems has no grader');
      const grader = createGrader(planned.grader, withoutEffects);
      expect(planned.suite.items).toHaveLength(120);
      const stepsById = new Map(solutions.map(({ id, steps }) => [id, steps]));
      for (const item of planned.suite.items) {
        expect(item.messages).toEqual([
          {
            role: 'user',
            content: `${item.prompt}\nSolve the problem step by step. End with "The answer is" and the number.`,
          },
        ]);
        const steps = stepsById.get(item.id) ?? [];
        const stated = (answer: string): string => `${steps.join('\n')}\nThe answer is ${answer}.`;
        const grade = async (answer: string) => (await grader.grade(stated(answer), item)).outcome;
        const right = item.answer ?? '';
        expect(await grade(right), item.id).toBe('correct');
        expect(await grade(new Decimal(right).plus(1).toString()), item.id).toBe('incorrect');
        const [first = ''] = steps;
        const { result } = parseStep(first);
        if (result !== right) expect(await grade(result), item.id).toBe('incorrect');
      }
    },
  );
});

describe('creative.jsonl', () => {
  test('has 60 tasks with unique ids and prompts, at least four of each form', () => {
    expect(tasks).toHaveLength(60);
    expect(new Set(tasks.map(({ id }) => id)).size).toBe(60);
    expect(new Set(tasks.map(({ prompt }) => normalized(prompt))).size).toBe(60);
    const forms = Map.groupBy(tasks, ({ group }) => group);
    expect(forms.size).toBe(9);
    for (const { length } of forms.values()) expect(length).toBeGreaterThanOrEqual(4);
  });

  test('never asks for more than 120 words', () => {
    for (const { prompt } of tasks) {
      for (const [, words] of prompt.matchAll(/(\d+) words/gu))
        expect(Number(words)).toBeLessThanOrEqual(120);
    }
  });

  test.each(configurations)('is an open suite of 60 items in the documented configuration', async (each) => {
    const { suites } = await readPlan('reversal.yml', filesWith(each));
    const suite = suites.find(({ suite: { name } }) => name === 'creative')?.suite;
    expect(suite?.role).toBe('open');
    expect(suite?.items).toHaveLength(60);
  });
});

describe('README.md', () => {
  test('shows what plan prints for its two configurations, and plan has no warnings', async () => {
    expect(configurations).toHaveLength(2);
    for (const configuration of configurations) {
      const planned = await planRun({
        configPath: 'reversal.yml',
        versions: undefined,
        files: filesWith(configuration),
        estimator: estimateSampling,
        embeddingEstimator: estimateEmbedding,
        judgingEstimator: estimateJudging,
        storeDir: 'none',
        env: {},
      });
      expect(planWarnings(planned)).toEqual([]);
      const rows = renderPlanMarkdown(planned)
        .replaceAll('\u00A0', ' ')
        .split('\n')
        .filter((line) => line.startsWith('|'));
      const guardrails = rows.slice(rows.findIndex((line) => line.startsWith('| guardrail')));
      expect(guardrails.length).toBeGreaterThan(3);
      expect(readme).toContain(guardrails.map((line) => `  ${line}\n`).join(''));
    }
  });
});

describeOnData('the prompts, compared with real data', () => {
  test('occur in none of the data sets', () => {
    const known = new Set<string>();
    for (const name of readdirSync(TEST_DATA, { recursive: true, encoding: 'utf8' })) {
      // The files of completions have no prompts.
      if (!name.endsWith('.jsonl') || name.includes('generations')) continue;
      for (const line of readLines(join(TEST_DATA, name))) {
        const { data } = z.object({ prompt: z.string() }).safeParse(line);
        if (data !== undefined) known.add(normalized(data.prompt));
      }
    }
    expect(known.size).toBeGreaterThan(1000);
    for (const { id, prompt } of [...problems, ...tasks])
      expect(known.has(normalized(prompt)), id).toBe(false);
  });
});
