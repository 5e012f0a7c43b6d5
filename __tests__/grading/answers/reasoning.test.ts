import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutReasoning } from '../../../src/grading/answers/reasoning.ts';

test.each([
  ['<think>17?</think>18', '18'],
  ['\n <think>\n17?\n</think>\n\n18\n', '18\n'],
  ['<think>a</think><think>b</think> 18', '18'],
  ['17?</think>\n18', '18'],
  ['17?</think><think>again</think>18', '18'],
  ['<think>17 and so on', ''],
  ['<think>a</think><think>b', ''],
  ['<think>a</think>', ''],
  ['<think>the tag <think> is odd</think>18', '18'],
])('%j becomes %j', (text, expected) => {
  expect(withoutReasoning(text)).toBe(expected);
});

test.each(['18', '', ' 18 ', 'Wait. <think>17?</think> 18', 'a <think> b', '<thinking>17</thinking>18'])(
  '%j stays as it is',
  (text) => {
    expect(withoutReasoning(text)).toBe(text);
  },
);

test('a leading block can always be taken away', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (reasoning, answer) => {
      expect(withoutReasoning(`<think>${reasoning.replaceAll('<', '')}</think>${answer}`)).toBe(
        withoutReasoning(`<think></think>${answer}`),
      );
    }),
  );
});
