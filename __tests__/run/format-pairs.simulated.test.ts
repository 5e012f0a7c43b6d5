import { describe, expect, test } from 'vitest';
import { compare } from '../../src/run/compare/compare.ts';
import type { Result } from '../../src/result/result.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { fromFilesAlone } from '../support/from-files-alone.ts';

/** What a side writes for the item at an index whose right answer is `right`. */
type Writes = (place: number, right: number) => { readonly text: string; readonly finish?: string };

const stated: Writes = (_, right) => ({ text: `The answer is ${right}.` });
const wrong: Writes = () => ({ text: 'The answer is -1.' });
/** Two numbers, neither of which is marked as the answer; the last is the right one. */
const unstated: Writes = (_, right) => ({ text: `I counted 7000 there.\n\nThen somebody wrote ${right}` });

/** Right on three of five items. */
const three =
  (writes: Writes): Writes =>
  (place, right) =>
    place % 5 < 3 ? writes(place, right) : wrong(place, right);
/** `some` on every tenth item that the other would be right on, `most` on the others. */
const oneInTen =
  (some: Writes, most: Writes): Writes =>
  (place, right) =>
    place % 10 === 0 ? some(place, right) : most(place, right);

async function compared(
  { old, new: candidate }: { readonly old: Writes; readonly new: Writes },
  { grader = 'numeric', n = 1, count = 400, more = '' } = {},
): Promise<Result> {
  const answer = (place: number): number => place + 10;
  const items = Array.from({ length: count }, (_, place) =>
    JSON.stringify({ id: `${place}`, prompt: `question ${place}`, answer: `${answer(place)}` }),
  ).join('\n');
  const file = (writes: Writes): string =>
    Array.from({ length: count }, (_, place) =>
      ['sums', 'other'].flatMap((suite) =>
        Array.from({ length: n }, (__, index) => {
          const { text, finish = 'stop' } = (suite === 'sums' ? writes : three(stated))(place, answer(place));
          return JSON.stringify({ suite, id: `${place}`, index, text, finish_reason: finish });
        }),
      ),
    )
      .flat()
      .join('\n');
  const { result } = await compare({
    configPath: 'reversal.yml',
    logs: undefined,
    paths: { old: 'old.jsonl', new: 'new.jsonl' },
    names: {},
    files: memoryFiles({
      'items.jsonl': items,
      'old.jsonl': file(old),
      'new.jsonl': file(candidate),
      'reversal.yml': `
sampling: { n: ${n}, temperature: 1 }
suites:
  - { name: sums, role: target, items: items.jsonl, grader: ${grader}${more} }
  - { name: other, role: ood, items: items.jsonl, grader: numeric }
guardrails: { coverage: off, diversity: off, accuracy: { margin: 3 points }, ood: { margin: 3 points } }
`,
    }),
    ...fromFilesAlone,
  });
  return result;
}

describe.each(['numeric', 'math'])(
  '%s: the same answers, one in ten of old’s without a statement',
  (grader) => {
    const pair = { old: oneInTen(unstated, three(stated)), new: three(stated) };

    test('would be a gain, and is invalid with both numbers, the rules and an example', async () => {
      const { verdict } = await compared(pair, { grader });
      expect(verdict).toMatchObject({ status: 'invalid', passed: false });
      expect(verdict.headline).toBe(
        'The measurement cannot be trusted: on sums, pass@1 depends on how answers are written, not on whether they are right.',
      );
      expect(verdict.reasons[0]).toMatch(
        /^The change in pass@1 on sums depends on how answers are written, not on whether they are right: \+10\.0 points .*, 0\.0 points .* reversal-check explain sums\/0$/u,
      );
    });

    test('would be a loss the other way round', async () => {
      const { verdict } = await compared({ old: pair.new, new: pair.old }, { grader });
      expect(verdict).toMatchObject({ status: 'invalid', passed: false });
    });
  },
);

describe('answers that the lenient grade does not find either', () => {
  const hidden: Writes = () => ({ text: 'I would rather not say it in a number. Nobody should.' });
  const pair = {
    old: three((place, right) => (place % 5 === 0 ? hidden : stated)(place, right)),
    new: three(stated),
  };

  test('are invalid because of the share of unparseable samples', async () => {
    const { verdict } = await compared(pair);
    expect(verdict.status).toBe('invalid');
    expect(verdict.headline).toContain('on sums, the verdict depends on samples without a readable answer');
    expect(verdict.reasons[0]).toMatch(
      /^On sums, 20\.0% of the baseline's samples and 0\.0% of the candidate's have no readable answer/u,
    );
    expect(verdict.reasons[0]).toContain('unparseable: wrong');
  });

  test('are a warning if the suite counts them as wrong', async () => {
    const { verdict, warnings } = await compared(pair, { more: ', unparseable: wrong' });
    expect(verdict.status).toBe('progress');
    expect(warnings.join('\n')).toMatch(/count as wrong because the suite sets unparseable: wrong/u);
  });
});

test('two checkpoints at 0.0% on everything are invalid, without any check mark', async () => {
  const result = await compared({ old: wrong, new: wrong });
  expect(result.verdict.status).not.toBe('unchanged');
  expect(result.measures.filter(({ suite, state }) => suite === 'sums' && state === 'kept')).toEqual([]);
  expect(renderMarkdown(result)).toContain('the baseline solves 0 of 400 items, so there is nothing to lose');
});

test('1,119 truncated samples of 1,120 on both sides are invalid, with the fix', async () => {
  const cut: Writes = (place, right) =>
    place === 0 ? stated(place, right) : { text: '<think>so', finish: 'length' };
  const { verdict } = await compared({ old: cut, new: cut }, { n: 4, count: 280 });
  expect(verdict.status).toBe('invalid');
  expect(verdict.headline).toContain('on sums, the token limit cut off most samples');
  expect(verdict.reasons[0]).toMatch(/ended during reasoning\. Increase sampling\.max-tokens/u);
});

test('a format that both sides share gives no warning', async () => {
  const { verdict, warnings } = await compared({
    old: oneInTen(unstated, three(stated)),
    new: oneInTen(unstated, three(stated)),
  });
  expect(verdict.status).toBe('unchanged');
  expect(warnings).toEqual([]);
});
