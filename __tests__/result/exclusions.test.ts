import { expect, test } from 'vitest';
import { exclusionSentence } from '../../src/result/exclusions.ts';

const exclusion = (count: number, of: number) => ({
  suite: 'mmlu',
  grader: 'choice',
  of,
  items: Array.from({ length: count }, (_, place) => ({ id: `q${place}`, reason: `reason ${place}` })),
});

test('names the first three items with their reasons and counts the others', () => {
  expect(exclusionSentence(exclusion(1, 300))).toBe(
    '1 of 300\u00A0items of mmlu is excluded on both sides, because the grader choice cannot grade it: q0 (reason 0).',
  );
  expect(exclusionSentence(exclusion(3, 14_042))).toBe(
    '3 of 14,042\u00A0items of mmlu are excluded on both sides, because the grader choice cannot grade them: q0 (reason 0), q1 (reason 1), q2 (reason 2).',
  );
  expect(exclusionSentence(exclusion(1003, 40_000))).toMatch(/q2 \(reason 2\) and 1,000 more\.$/u);
});

test('cuts an id that is a page long', () => {
  const { items, ...rest } = exclusion(1, 300);
  const long = items.map((item) => ({ ...item, id: 'i'.repeat(5000) }));
  expect(exclusionSentence({ ...rest, items: long }).length).toBeLessThan(250);
});
