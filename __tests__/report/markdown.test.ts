import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../src/report/markdown.ts';
import type { Result } from '../../src/result/result.ts';
import { actsOf, nodesOf, parseMarkdown } from '../support/platform.ts';
import * as results from '../support/results.ts';

const GOLDEN: Readonly<Record<string, () => Result>> = {
  progress: results.progress,
  unchanged: results.unchanged,
  reversal: results.reversal,
  waived: results.waived,
  regression: results.regression,
  inconclusive: results.inconclusive,
  invalid: results.invalid,
  skipped: results.skipped,
  'barely-measured': results.barelyMeasured,
  hostile: results.hostile,
};

const firstTable = (markdown: string): string[] =>
  markdown
    .split('<details>', 1)
    .join('')
    .split('\n')
    .filter((line) => line.startsWith('|'));

/** The Markdown with folds left out: the part that a reader sees without a tap. */
const unfolded = (markdown: string): string => markdown.split('<details>', 1).join('');

describe.each(Object.entries(GOLDEN))('the report of %s', (name, build) => {
  test('equals the golden file', async () => {
    await expect(renderMarkdown(build())).toMatchFileSnapshot(`golden/${name}.md`);
  });

  test('has no active text, and closes every fold and table', () => {
    const markdown = renderMarkdown(build());
    expect(actsOf(markdown)).toEqual([]);
    expect(markdown.match(/^<details>/gmu)?.length).toBe(markdown.match(/^<\/details>$/gmu)?.length);
    for (const { node } of nodesOf(parseMarkdown(markdown))) {
      if (node.type !== 'table') continue;
      const [head] = node.children;
      for (const row of node.children) expect(row.children.length).toBe(head?.children.length);
    }
  });

  test('contains no number spoilt by rounding', () => {
    const markdown = renderMarkdown(build());
    expect(markdown).not.toMatch(/NaN|undefined|Infinity|\[object|[+−-]0\.0\b|\d\.\d{7}/u);
  });
});

test.each([
  ['progress', 'TIP', 'Progress'],
  ['unchanged', 'NOTE', 'Unchanged'],
  ['reversal', 'CAUTION', 'Self-improvement reversal'],
  ['regression', 'CAUTION', 'Regression'],
  ['inconclusive', 'WARNING', 'Inconclusive'],
  ['invalid', 'CAUTION', 'Invalid measurement'],
  ['skipped', 'NOTE', 'Skipped'],
])('%s begins with its alert and its name', (name, alert, words) => {
  const [first, second] = renderMarkdown(GOLDEN[name]?.() ?? results.progress()).split('\n');
  expect(first).toBe(`> [!${alert}]`);
  expect(second?.startsWith(`> **${words}.** `)).toBe(true);
});

test('a headline that begins with the verdict does not repeat it', () => {
  const result = results.reversal();
  result.verdict.headline = 'Self-improvement reversal: v3 is narrower.';
  expect(renderMarkdown(result)).toContain('> **Self-improvement reversal.** v3 is narrower.\n');
  result.verdict.headline = 'Self-improvement reversals are rare.';
  expect(renderMarkdown(result)).toContain(
    '> **Self-improvement reversal.** Self-improvement reversals are rare.\n',
  );
});

test('an inconclusive or invalid verdict shows its reasons unfolded', () => {
  for (const build of [results.inconclusive, results.invalid]) {
    const [reason] = build().verdict.reasons;
    expect(unfolded(renderMarkdown(build()))).toContain(reason);
  }
  expect(unfolded(renderMarkdown(results.reversal()))).not.toContain(results.reversal().verdict.reasons[1]);
});

test('says so if a failing verdict passes, or the other way round', () => {
  const result = results.reversal();
  result.verdict.passed = true;
  expect(unfolded(renderMarkdown(result))).toContain('The check **passes**.');
});

test('shows at most 8 gating rows, including lost ones, and folds the rest', () => {
  const result = results.progress();
  const [, coverage] = result.measures;
  if (coverage === undefined) throw new Error('no measure');
  const many = Array.from({ length: 12 }, (_, at) =>
    results.measureResult({ ...coverage, id: `s${at}`, suite: `suite-${at}` }),
  );
  many.push(
    results.measureResult({
      ...coverage,
      id: 'lost',
      suite: 'last',
      interval: [-0.05, -0.03],
      state: 'lost',
    }),
  );
  result.measures = [...result.measures, ...many];
  const markdown = renderMarkdown(result);
  const rows = firstTable(markdown).slice(2);
  expect(rows).toHaveLength(8);
  expect(rows[0]).toContain('**Accuracy** gsm8k');
  expect(rows[1]).toContain('▼\u00A0**Coverage** pass@32 last');
  for (const { suite } of many) expect(markdown).toContain(`pass@32 ${suite}`);
});

test('folds measures that do not gate', () => {
  const markdown = renderMarkdown(results.reversal());
  expect(unfolded(markdown)).not.toContain('maj@32');
  expect(markdown).toContain('**Accuracy** maj@32 gsm8k');
});

test('shows an interval beside every change', () => {
  for (const build of Object.values(GOLDEN)) {
    for (const [, after] of renderMarkdown(build()).matchAll(/\*\*[+−][^*]+\*\*(.{0,2})/gu))
      expect(after).toBe(' [');
  }
});

const heads = (old: string, newer: string): string => {
  const result = results.progress();
  result.old.version = old;
  result.new.version = newer;
  return firstTable(renderMarkdown(result))[0] ?? '';
};

describe('the columns', () => {
  test('have short versions, as code, as headings', () => {
    expect(heads('v2', 'v3')).toContain('| `v2` → `v3` |');
  });

  test('have old and new as headings if versions are long or equal, with the versions above', () => {
    expect(heads('v3', 'v3')).toContain('| old → new |');
    expect(heads('2026-11-01-base', '0123456789abcdef0123456789abcdef01234567')).toContain('| old → new |');
    const result = results.progress();
    result.new.version = '0123456789abcdef0123456789abcdef01234567';
    expect(unfolded(renderMarkdown(result))).toContain(
      'old: `v2`, new: `0123456789abcdef0123456789abcdef01234567`',
    );
  });

  test('have old and new as headings if versions differ only in invisible characters', () => {
    expect(heads('v3', 'v3\u200B')).toContain('| old → new |');
  });
});

test('the pass@k fold says where new falls below old, or up to which k was checked', () => {
  expect(renderMarkdown(results.reversal())).toContain(
    'pass@k: <code>v3</code> falls below <code>v2</code> from k = 8',
  );
  expect(renderMarkdown(results.progress())).toContain('pass@k: no crossover shown up to k = 32');
  const two = results.reversal();
  const [first] = two.suites;
  if (first === undefined) throw new Error('no suite');
  two.suites = [{ ...first, name: 'other', crossover: null }, first];
  expect(renderMarkdown(two)).toContain('pass@k of <code>gsm8k</code>: <code>v3</code> falls below');
});

test('a report renders without any of its optional parts', () => {
  const result = results.barelyMeasured();
  result.measures = result.measures.map((measure) => ({
    ...measure,
    reason: null,
    p_loss: null,
    p_loss_adjusted: null,
  }));
  result.suites = [];
  result.verdict.reasons = [];
  const { engine, config_hash } = result.provenance;
  result.provenance = { engine, config_hash, sampling: {}, graders: {} };
  const markdown = renderMarkdown(result);
  expect(markdown).toContain('| – | unclear |');
  expect(markdown).toContain('no lock');
  expect(markdown).not.toContain('pass@k:');
  expect(actsOf(markdown)).toEqual([]);
});

test('lists only as many groups as one would read, largest loss first', () => {
  const result = results.reversal();
  const [suite] = result.suites;
  if (suite === undefined) throw new Error('no suite');
  suite.groups = Array.from({ length: 100 }, (_, at) => ({
    name: `group ${at}`,
    items: 30,
    old: 0.5,
    new: 0.5 - at / 1000,
    change: { estimate: -at / 1000, interval: [-0.2, 0.1] as [number, number] },
  }));
  const markdown = renderMarkdown(result);
  expect(markdown.indexOf('group 99')).toBeLessThan(markdown.indexOf('group 98'));
  expect(markdown).not.toContain('group 39 ');
  expect(markdown).toContain('40\u00A0more groups in `result.json`.');
});

test('no text that a result can hold has an effect, wherever it is', () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom(...results.NASTY), fc.string({ unit: 'binary', maxLength: 10 })), {
      maxLength: 4,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(GOLDEN)), text, (build, hostile) => {
      expect(actsOf(renderMarkdown(results.withEveryText(build(), hostile)))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
