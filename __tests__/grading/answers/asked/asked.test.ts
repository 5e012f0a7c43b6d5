import { describe, expect, test } from 'vitest';
import { askedOf } from '../../../../src/grading/answers/asked/asked.ts';
import type { Message } from '../../../../src/evalset/suite.ts';

function forms(prompt: string): readonly (readonly [before: string, after: string])[] {
  const { forms, tags } = askedOf({ prompt }) ?? { forms: [], tags: [] };
  return [
    ...forms.map(({ before, after }) => [before, after] as const),
    ...tags.map((name) => [`<${name}>`, `</${name}>`] as const),
  ];
}

describe('forms that a prompt asks for', () => {
  test.each([
    ['End your response with "RESULT=" followed by the value.', 'RESULT=', ''],
    ["End with 'Therefore, the total is [number]'.", 'Therefore, the total is', ''],
    ['End with "Therefore, the total is ___."', 'Therefore, the total is', ''],
    ['Your last line must be of the form `Solution => <integer>`.', 'Solution =>', ''],
    ['Respond in JSON: {"reasoning": "...", "choice": "A"}', '"choice":', ''],
    ['Use JSON such as {"explanation": "...", "result": 42}.', '"result":', ''],
    ['Put your answer between <<< and >>>.', '<<<', '>>>'],
    ['Put the final value inside <result> and </result> tags.', '<result>', '</result>'],
    ['Format:\n<plan>\n...\n</plan>\n<solution>\n[number]\n</solution>', '<solution>', '</solution>'],
    ['Finally output your choice as [[A]], [[B]] or [[C]].', '[[', ']]'],
    ['Reply in the format: Choose("X")', 'Choose(', ')'],
    ['Submit it with finish[answer].', 'finish[', ']'],
    ['Give the final answer as \\answer{...}.', '\\answer{', '}'],
    ['Answer like this:\n\nReasoning: <your reasoning>\nPick: <letter>\nConfidence: <number>', 'Pick:', ''],
    ['State it on a new line prefixed with "Prediction:".', 'Prediction:', ''],
    ['Schreibe am Ende "Ergebnis: [Zahl]".', 'Ergebnis:', ''],
    ['Terminez par « Résultat : [nombre] ».', 'Résultat :', ''],
    ['Escribe «Resultado: [número]» al final.', 'Resultado:', ''],
    ['最後に「結論：[数字]」と書いてください。', '結論：', ''],
    ['请在最后一行写“最终结果：[数字]”。', '最终结果：', ''],
    ['将答案写在[金额]与<eoa>之间，例如[金额]2000元<eoa>。', '[金额]', '<eoa>'],
    ['### Instruction:\nWhat is 9 + 9?\n\n### Response:', '### Response:', ''],
    ['Q: 1 + 1?\nWe add.\nOutcome => 2\n\nQ: 2 + 2?\nWe add.\nOutcome => 4\n\nQ: 9 + 9?', 'Outcome =>', ''],
  ])('reads the form of %j', (prompt, before, after) => {
    expect(forms(prompt)).toEqual([[before, after]]);
  });

  test.each([
    'Compute $\\frac{x}{n}$ if f(x) = 3. Give your answer as a fraction. What is P(X)?',
    'The box [see figure] has a number (an integer) of 5 balls. Answer with it.',
    'Choose one: (A) red (B) blue. Answer with a single letter.',
    'Output format: {"reasoning": "<your reasoning>", "confidence": <0-100>}',
    'Write "Step 1: [calculation]" for each step.',
    'Solve x + y + z = 9.\n\nx + y + z = 9\n\nx + y + z = 10\n\nx + y + z = 11',
    'She says "My answer is a number" and writes it on the board. What is 9 + 9?',
    '',
  ])('finds no form in %j', (prompt) => {
    expect(forms(prompt)).toEqual([]);
  });

  test.each([
    ['You must enclose your final assertion within <assertion> tags.', ['assertion']],
    ['Wrap the final value in <val>…</val>.', ['val']],
    ['Think step by step. Write your final number between <n> and </n>.', ['n']],
    ['Use <outcome_1> tags for your final answer.', ['outcome_1']],
    ['In <zz> tags, give the final number.', ['zz']],
    ['Place the final answer inside [FOO] and [/FOO].', ['foo']],
    ['Think in <scratchpad> tags, answer in <result> tags.', ['result']],
    ['Put your working in <a> tags and your final value in <b> tags.', ['b']],
    ['Setze dein Endergebnis, also eine Zahl, in <wert> Tags.', ['wert']],
    ['Écris ta réponse finale entre les balises <fin> et </fin>.', ['fin']],
    ['Escribe tu respuesta final dentro de <fin>...</fin>.', ['fin']],
    ['请把最终答案放在<jieguo>标签中。', ['jieguo']],
  ])('reads the tags of %j', (prompt, tags) => {
    expect(askedOf({ prompt })?.tags).toEqual(tags);
  });

  test.each([
    'Think in <scratchpad> tags.',
    'Put your reasoning in <r> tags.',
    'First write a draft in <draft> tags, then answer.',
    'Show your working inside <w> tags; then give the answer.',
    'What does the <b> tag do in HTML?',
    'She put 5 eggs into <the> box. How many are left?',
    'Write your final answer in <answer> tags.',
  ])('finds no other tags in %j', (prompt) => {
    expect(askedOf({ prompt })?.tags).toEqual([]);
  });

  test.each([
    'End with "The answer is [answer]".',
    'Write the answer after ####, as in "#### 42".',
    'Put your final answer within \\boxed{}.',
    'Respond with JSON: {"answer": <number>}',
    'Write FINAL: followed by the number.',
  ])('leaves the form of %j to the rules that always apply', (prompt) => {
    expect(forms(prompt)).toEqual([]);
  });

  test('reads the whole conversation, and the endings of the assistant’s messages', () => {
    const messages: readonly Message[] = [
      { role: 'system', content: 'End with "RESULT=[number]".' },
      { role: 'user', content: '1 + 1?' },
      { role: 'assistant', content: 'Easy.\nOutcome => 2' },
      { role: 'user', content: '2 + 2?' },
      { role: 'assistant', content: 'Easy.\nOutcome => 4' },
      { role: 'user', content: '9 + 9?' },
    ];
    const found = askedOf({ messages })?.forms.map(({ before }) => before);
    expect(found).toEqual(['Outcome =>', 'RESULT=']);
  });

  test('knows nothing without a prompt', () => {
    expect(askedOf({})).toBeUndefined();
  });

  test('reads long and hostile prompts in linear time', () => {
    for (const part of [
      '[',
      '[[A',
      '"',
      '<a>',
      '{"a": "',
      'between <<< and ',
      ' \n',
      'write "X: ',
      '(X) = ',
      '「',
    ]) {
      const start = performance.now();
      askedOf({ prompt: part.repeat(200_000 / part.length) });
      expect(performance.now() - start).toBeLessThan(2000);
    }
  });
});
