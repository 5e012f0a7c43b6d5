import { expect, test } from 'vitest';
import type { FoundSuite } from '../../src/init/find-eval-sets.ts';
import { withoutRepeats } from '../../src/init/without-repeats.ts';

const suite = (source: string, prompts: readonly string[], more: Partial<FoundSuite> = {}): FoundSuite => ({
  name: source,
  sources: [source],
  title: undefined,
  count: prompts.length,
  rewritten: undefined,
  grader: 'code',
  template: undefined,
  prompts: new Set(prompts),
  notes: [],
  ...more,
});
const names = (suites: readonly FoundSuite[]) =>
  withoutRepeats(suites).suites.map(({ sources, name, template }) => [sources[0], name, template]);

test('different questions are all kept', () => {
  const found = [suite('a', ['1', '2']), suite('b', ['3', '4', '1'])];
  expect(withoutRepeats([])).toEqual({ suites: [], unusable: [] });
  expect(names(found.slice(0, 1))).toHaveLength(1);
  expect(withoutRepeats([suite('a', ['1', '2', '3']), suite('b', ['3', '4', '5'])]).suites).toHaveLength(2);
});

test('of two files with half of the questions in common, the first is used', () => {
  const { suites, unusable } = withoutRepeats([suite('a', ['1', '2', '3']), suite('b', ['2', '9'])]);
  expect(suites.map(({ name }) => name)).toEqual(['a']);
  expect(unusable).toEqual([{ source: 'b', why: 'it has the same questions as a' }]);
});

test.each([[[0, 1]], [[1, 0]]] as const)(
  'converted items are used as they are, and asked as their origin, in the order %j',
  (order) => {
    const both = [
      suite('data/x.jsonl', ['1', '2', '3'], { name: 'mbpp', rewritten: '…', template: 'Task: {{prompt}}' }),
      suite('evals/mbpp.jsonl', ['1', '2'], { count: 2 }),
    ];
    const { suites, unusable } = withoutRepeats(order.flatMap((place) => both[place] ?? []));
    expect(suites).toMatchObject([
      {
        sources: ['evals/mbpp.jsonl'],
        name: 'mbpp',
        template: 'Task: {{prompt}}',
        count: 2,
        rewritten: undefined,
      },
    ]);
    expect(unusable).toEqual([
      { source: 'data/x.jsonl', why: 'it has the same questions as evals/mbpp.jsonl' },
    ]);
  },
);

test('items that need another grader than their origin are asked in their own way', () => {
  const both = [
    suite('data/x.jsonl', ['1', '2'], { name: 'mbpp', rewritten: '…', template: 'Task: {{prompt}}' }),
    suite('evals/own.jsonl', ['1', '2'], { grader: 'numeric', template: 'Own: {{prompt}}' }),
  ];
  expect(names(both)).toEqual([['evals/own.jsonl', 'evals/own.jsonl', 'Own: {{prompt}}']]);
});
