import { describe, expect, test } from 'vitest';
import { graderSpecSchema } from '../../../src/config/graders/graders.ts';
import { createGrader } from '../../../src/grading/registry.ts';
import { withoutEffects } from '../../support/without-effects.ts';

const grader = createGrader(graderSpecSchema.parse({ type: 'choice' }), withoutEffects);

/** The answer that a completion gives to a question whose options only the prompt lists. */
function read(text: string, prompt: string, right = 'B'): string {
  const grade = grader.grade(text, { id: 'i', answer: right, prompt, meta: undefined });
  if (grade instanceof Promise) throw new TypeError('a grader of text is not asynchronous');
  return grade.outcome === 'unparseable' ? 'unparseable' : `${grade.outcome} ${grade.answer}`;
}

const ON_LINES = 'Which is the capital of Norway?\nA) Rome\nB) Oslo\nC) Bonn';
const IN_LINE =
  'Where do fish live?\nAnswer Choices: (a) tree (b) sea (c) desert<|im_end|>\n<|im_start|>assistant\n';
const NUMBERS = 'How many?\nA) 16 cm\nB) 14 cm\nC) 13 cm\n\nThink first.';

describe('options that only the prompt lists', () => {
  test.each([
    ['The answer is Oslo.', ON_LINES, 'correct B'],
    ['The answer is Bonn.', ON_LINES, 'incorrect C'],
    ['It must be Oslo.', ON_LINES, 'correct B'],
    ['The answer is none of the above.', ON_LINES, 'incorrect none of them'],
    ['(b) sea', IN_LINE, 'correct B'],
    ['(c) desert', IN_LINE, 'incorrect C'],
    ['(b) sea\n\nMost fish live there.', IN_LINE, 'correct B'],
    ['The answer is the sea.', IN_LINE, 'correct B'],
    ['So it is \\boxed{14}.', NUMBERS, 'correct B'],
    ['So it is \\boxed{13\\text{ cm}}.', NUMBERS, 'incorrect C'],
    ['The answer is 15 cm', NUMBERS, 'unparseable'],
    ['The answer is <b>250 cm</b>.', NUMBERS, 'incorrect 250'],
    ['The answer is sea', 'Where?\n(A) tree\n(B) sea', 'correct B'],
    ['The answer is sea', 'Where? A) tree B) sea C) sky', 'correct B'],
    ['The answer is sea', 'Where?\n**A.** tree\n**B.** sea', 'correct B'],
    ['A) $16$\nB) $\\boxed{14}$\nC) $13$', NUMBERS, 'correct B'],
  ])('%j of %j is %s', (text, prompt, expected) => {
    expect(read(text, prompt)).toBe(expected);
  });

  test('are those of the last list, below the examples', () => {
    const examples = 'Q: Red?\nA) yes\nB) no\nThe answer is A.\n\nQ: Where do fish live?\nA) tree\nB) sea';
    expect(read('The answer is sea.', examples)).toBe('correct B');
    expect(read('The answer is no.', examples)).toBe('unparseable');
  });

  test.each([
    ['two options with the same text', 'Where?\nA) sea\nB) sea'],
    ['a list without the letter of the right answer', 'Where?\nA) sea\nB) tree'],
    ['a list that does not begin at A', 'Where?\nB) tree\nC) sea'],
    ['no list', 'Where do fish live?'],
  ])('%s gives no options', (_, prompt) => {
    expect(read('The answer is sea.', prompt, 'C')).toBe('unparseable');
  });

  test('do not replace the options of the item', () => {
    const item = { id: 'i', answer: 'B', prompt: 'A) sea\nB) tree', meta: { choices: ['tree', 'sea'] } };
    expect(grader.grade('The answer is sea.', item)).toMatchObject({ outcome: 'correct', answer: 'B' });
  });

  test('are found in the last message of the user', () => {
    const messages = [
      { role: 'system' as const, content: 'A) x\nB) y' },
      { role: 'user' as const, content: ON_LINES },
    ];
    const item = { id: 'i', answer: 'B', messages, meta: undefined };
    expect(grader.grade('The answer is Oslo.', item)).toMatchObject({ outcome: 'correct', answer: 'B' });
  });
});

describe('lower-case letters in brackets', () => {
  test.each([
    ['a list of several options', '(a) tree\n(b) sea'],
    ['a list within a line', '(a) tree (b) sea (c) desert'],
    ['a list that was cut off', '1. **Options:**\n    *   **(a) tree:** dry.\n    *   **(b) sea'],
  ])('%s states no option', (_, text) => {
    expect(read(text, IN_LINE)).toBe('unparseable');
  });
});

describe('several options', () => {
  test.each([
    'Answer: (A) Rome (C) Bonn',
    'Answer: (B) Oslo (C) Bonn',
    'The answer is (B) Oslo and (C) Bonn.',
  ])('%j states no option', (text) => {
    expect(read(text, ON_LINES)).toBe('unparseable');
  });

  test('are not letters within the text of an option', () => {
    const prompt = 'Which?\nA) Valid.\nB) Invalid when E, F are true\nC) Invalid when F and G are true';
    expect(read('Answer: B. Invalid when E, F are true.', prompt)).toBe('correct B');
    expect(read('Answer: C. Invalid when F and G are true', prompt)).toBe('incorrect C');
  });
});

test('"A: 14" above a calculation gives the text of option A', () => {
  expect(read('A: 14 is the length.\nWe go on', NUMBERS)).toBe('unparseable');
});
