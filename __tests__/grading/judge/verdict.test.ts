import { expect, test } from 'vitest';
import { readVerdict } from '../../../src/grading/judge/verdict.ts';

const CORRECT = '{"reason": "r", "verdict": "correct"}';
const correct = { reason: 'r', verdict: 'correct' };

test.each([
  [CORRECT],
  [`  ${CORRECT}\n`],
  [`\`\`\`json\n${CORRECT}\n\`\`\``],
  [`\`\`\`\n${CORRECT}\`\`\``],
  [`<think>{"reason": "no", "verdict": "incorrect"}</think>\n${CORRECT}`],
  [`[THINK]It says "[/THINK]".[/THINK]${CORRECT}`],
  [`<think>It says <|channel|>final<|message|>{}<|end|></think>${CORRECT}`],
])('%j is a verdict', (content) => {
  expect(readVerdict(content)).toEqual(correct);
});

test.each([
  [''],
  ['correct'],
  [`The completion says ${CORRECT}`],
  [`${CORRECT}\n${CORRECT}`],
  [`<think>${CORRECT}`],
  [`It says </thought>${CORRECT}`],
  [`It says <|channel|>final<|message|>${CORRECT}<|end|> and no more.`],
  [`<|START_THINKING|>It says <|START_RESPONSE|>${CORRECT}<|END_RESPONSE|> and no more.`],
  ['{"verdict": "correct"}'],
  ['{"reason": "r", "verdict": "Correct"}'],
  ['{"reason": "r", "verdict": "correct", "score": 10}'],
  ['{"reason": 1, "verdict": "correct"}'],
  ['[]'],
  ['null'],
])('%j is none', (content) => {
  expect(readVerdict(content)).toBeUndefined();
});

test('a reason is cut', () => {
  const reason = 'x'.repeat(100_000);
  expect(readVerdict(JSON.stringify({ reason, verdict: 'incorrect' }))?.reason).toHaveLength(500);
});
