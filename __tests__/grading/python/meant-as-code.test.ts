import { expect, test } from 'vitest';
import { isMeantAsCode } from '../../../src/grading/python/meant-as-code.ts';
import { processorMs } from '../../support/processor-time.ts';

test('a megabyte of any of these fragments is read in linear time', () => {
  const slow: string[] = [];
  for (const fragment of ' |\n|`|```\n|~|def |if |a|a.|a =|[|for x|\t\n|def f(|```python\ndef f'.split('|')) {
    const text = fragment.repeat(1_000_000 / fragment.length);
    const began = processorMs();
    isMeantAsCode(text);
    if (processorMs() - began > 3000) slow.push(fragment);
  }
  expect(slow).toEqual([]);
});

test.each<[string, boolean]>([
  ['I cannot do that.', false],
  ['The answer is 3 for every x.', false],
  ['```\n', true],
  ['def f(x', true],
  ['    return x +', true],
  ['x = f(', true],
])('%j is meant as code: %j', (text, meant) => {
  expect(isMeantAsCode(text)).toBe(meant);
});
