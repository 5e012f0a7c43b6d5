import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxes } from '../../../src/grading/answers/boxes.ts';

const contents = (text: string): string[] => boxes(text).map(({ start, end }) => text.slice(start, end));

test.each<[string, string[]]>([
  ['\\boxed{18}', ['18']],
  ['\\boxed{1} and \\boxed{2}', ['1', '2']],
  ['\\boxed{\\frac{3}{4}}', ['\\frac{3}{4}']],
  ['\\boxed{\\boxed{1}}', ['1']],
  ['\\boxed{1 \\boxed{2} 3}', ['2']],
  ['\\boxed{\\{1, 2\\}}', ['\\{1, 2\\}']],
  ['}}\\boxed{1}', ['1']],
  ['\\boxed{1', []],
  ['\\boxed{1 {2}', []],
  ['\\boxed 1', []],
  ['{1}', []],
])('%j', (text, expected) => {
  expect(contents(text)).toEqual(expected);
});

test('spans are disjoint and in the order of the text', () => {
  const pieces = fc.array(fc.constantFrom('\\boxed{', '{', '}', '\\{', '\\}', '1', '\\'), { maxLength: 40 });
  fc.assert(
    fc.property(pieces, (parts) => {
      const spans = boxes(parts.join(''));
      spans.forEach((span, at) => {
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.start).toBeGreaterThan(spans[at - 1]?.end ?? 0);
      });
    }),
  );
});
