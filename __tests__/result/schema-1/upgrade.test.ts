import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseResult, serialiseResult } from '../../../src/result/json.ts';
import type { MeasureResult, Result } from '../../../src/result/result.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { findTarget } from '../../../src/run/explain/find-target.ts';

/*
 * Results that version 0.1.0 wrote, with the reports that are rendered from them: of the simulated example, of
 * comparisons of files and logs, of a night, of shards and judges, and of checks that measured nothing. When the
 * words of a report change, the files are updated; the numbers must stay.
 */

const folder = join(import.meta.dirname, 'stored');
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -5)] : []));

const textOf = (name: string): string => readFileSync(join(folder, `${name}.json`), 'utf8');
const stored = (name: string): Result => parseResult(textOf(name), name);

const measureOf = (name: string, id: string): MeasureResult => {
  const found = stored(name).measures.find((measure) => measure.id === id);
  if (found === undefined) throw new Error(`${name} has no ${id}`);
  return found;
};

/** The values of a JSON document, without nulls and empty texts, which schema 2 leaves out in some places. */
function leavesOf(value: unknown): readonly string[] {
  if (value === null || value === '') return [];
  if (typeof value !== 'object') return [JSON.stringify(value)];
  return Object.values(value).flatMap(leavesOf);
}

describe.each(names)('a stored result of schema 1: %s', (name) => {
  test('becomes one of schema 2, which can be written and read', () => {
    expect(textOf(name)).toMatch(/^\{\n {2}"schema": 1,/u);
    const result = stored(name);
    expect(result.schema).toBe(2);
    expect(parseResult(serialiseResult(result))).toEqual(result);
  });

  test('loses no value', () => {
    const kept = leavesOf(stored(name));
    const { schema: _, cost, ...old } = JSON.parse(textOf(name)) as Record<string, unknown>;
    const lost = [...leavesOf(old), ...leavesOf(cost).filter((leaf) => leaf !== '0')].filter(
      (leaf) => !kept.includes(leaf),
    );
    expect(lost).toEqual([]);
  });

  test('renders to the same report', async () => {
    await expect(renderMarkdown(stored(name))).toMatchFileSnapshot(`stored/${name}.md`);
  });
});

test('a change has its interval, and neither standard error nor degrees of freedom', () => {
  const { old, new: candidate, change } = measureOf('simulated-reversal', 'word-problems/accuracy/pass@1');
  expect(Object.keys(change ?? {})).toEqual(['estimate', 'interval']);
  expect(change?.estimate).toBeCloseTo((candidate ?? 0) - (old ?? 0), 12);
});

test('a margin has its kind, and the loss that it accepts', () => {
  expect(measureOf('simulated-reversal', 'word-problems/coverage/pass@16').margin).toEqual({
    kind: 'absolute',
    value: 0.05,
    accepted_loss: 0.05,
  });
  const { old, margin } = measureOf('simulated-reversal', 'word-problems/diversity/logical');
  expect(margin).toEqual({ kind: 'relative', value: 0.1, accepted_loss: expect.closeTo((old ?? 0) / 10) });
  expect(measureOf('simulated-reversal', 'word-problems/accuracy/maj@16').margin).toBeNull();
});

test('a guardrail has its key, except the only target, which gates without its guardrail too', () => {
  const guardrails = ({ measures }: Result) =>
    Object.fromEntries(measures.flatMap(({ id, gates, guardrail }) => (gates ? [[id, guardrail]] : [])));
  expect(guardrails(stored('simulated-reversal'))).toEqual({
    'word-problems/accuracy/pass@1': undefined,
    'word-problems/coverage/pass@16': 'coverage',
    'word-problems/diversity/syntactic': 'diversity',
    'word-problems/diversity/logical': 'diversity',
    'word-problems/generalization/hardest group': 'hardest-group',
    'longer-chains/generalization/pass@1': 'ood',
  });
  expect(guardrails(stored('pooled-targets'))).toMatchObject({
    'all targets/accuracy/pass@1': undefined,
    'sums/accuracy/pass@1': 'accuracy',
    'products/accuracy/pass@1': 'accuracy',
    'stories/diversity/syntactic': 'diversity',
  });
});

test('a pooled measure names its suites, and can be explained', () => {
  const result = stored('pooled-targets');
  expect(measureOf('pooled-targets', 'all targets/accuracy/pass@1')).toMatchObject({
    suite: null,
    pooled: ['sums', 'products'],
  });
  expect(findTarget(result, 'all targets/accuracy/pass@1', 'x')).toMatchObject({
    suites: ['sums', 'products'],
  });
  expect(findTarget(result, 'sums/accuracy/pass@1', 'x')).toMatchObject({ suites: ['sums'] });
});

test('reused completions are counted by side with their times; requests and tokens are totals', () => {
  expect(stored('nightly-alarm').cost).toEqual({
    sampling: {
      requests: expect.any(Number),
      prompt_tokens: expect.any(Number),
      completion_tokens: expect.any(Number),
      reused: 960,
      by_side: {
        old: {
          reused: 960,
          oldest_reused: expect.stringMatching(/Z$/u),
          newest_reused: expect.stringMatching(/Z$/u),
        },
        new: { reused: 0 },
      },
    },
  });
  expect(stored('judge').cost.judge).toMatchObject({ reused: 32, cost_usd: 0.008_12 });
  expect(stored('lm-eval-logs').cost).toEqual({});
  expect(stored('skipped').cost).toEqual({});
});

test('what was empty is absent', () => {
  const { old, new: candidate, provenance } = stored('skipped');
  expect([old, candidate]).toEqual([{ version: 'none' }, { version: 'none' }]);
  expect(provenance).toEqual({ engine: '0.1.0', sampling: {}, graders: {} });
});

test('an exploratory verdict names the look that applies', () => {
  expect(stored('exploratory').verdict.exploratory).toEqual({
    status: 'inconclusive',
    first: { samples_per_item: 1, time: expect.stringMatching(/Z$/u) },
  });
});

test('a result of schema 1 is refused with a field that schema 1 does not have', () => {
  const text = textOf('skipped').replace('"schema": 1,', '"schema": 1, "html": "<script>",');
  expect(() => parseResult(text)).toThrow(/html/u);
});
