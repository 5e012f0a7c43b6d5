import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choice } from '../../src/grading/choice.ts';
import { withoutEffects } from '../support/without-effects.ts';

const grader = choice.create(choice.optionsSchema.parse({ type: 'choice' }), withoutEffects);
const grade = (text: string, choices?: readonly string[], answer = 'B') =>
  grader.grade(text, { id: 'i', answer, meta: choices && { choices } });

describe('a stated letter', () => {
  test.each([
    ['The answer is (B).', 'answer-marker'],
    ['The answer is B', 'answer-marker'],
    ['The answer is B because it is.', 'answer-marker'],
    ['the answer is: **B**', 'answer-marker'],
    ['The final answer is $\\text{B}$', 'answer-marker'],
    ['The correct option is [B].', 'answer-marker'],
    ['The correct answer to this question is B', 'answer-marker'],
    ['The answer is option B.', 'answer-marker'],
    ['Answer: B', 'answer-marker'],
    ['**Answer:** B. Paris', 'answer-marker'],
    ['ANSWER: b', 'answer-marker'],
    ['Answer: b) Paris', 'answer-marker'],
    ['Answer:\n\nB', 'answer-marker'],
    ['The answer is A. Wait. The answer is B.', 'answer-marker'],
    ['The answer is B. The answer is not A.', 'answer-marker'],
    ['\\boxed{B}', 'boxed'],
    ['The answer is A, hence \\boxed{\\textbf{(B)}}', 'boxed'],
    ['\\boxed{A} is wrong; the answer is B', 'answer-marker'],
    ['Option B is correct. A is not.', 'option-is-correct'],
    ['B is the best option', 'option-is-correct'],
    ['B', 'letter-line'],
    ['b', 'letter-line'],
    ['(B)', 'letter-line'],
    ['**B**', 'letter-line'],
    ['B.', 'letter-line'],
    ['Option B', 'letter-line'],
    ['Let me think.\n\nB\n', 'letter-line'],
    ['B\n\nIt was the capital then.', 'letter-line'],
    ['B. Paris', 'labelled-line'],
    ['B) Paris\nIt was the capital then.', 'labelled-line'],
    ['B, because it fits', 'labelled-line'],
    ["'B'", 'letter-line'],
    ['### B', 'letter-line'],
    ['\uff22', 'letter-line'],
    ['<answer>B</answer>', 'answer-tag'],
    ['{"answer":"B"}', 'json'],
    ['Answer\uff1aB', 'answer-marker'],
    ['Answer - B', 'answer-marker'],
    ['So the answer must be B.', 'answer-marker'],
    ['The answer is definitely B.', 'answer-marker'],
    ['\\fbox{B}', 'boxed'],
    ['Thus, B is correct.', 'option-is-correct'],
    ['Because B is valid', 'option-is-correct'],
    ['I choose B.', 'selection'],
    ["I'd go with (B).", 'selection'],
    ['We therefore select option B', 'selection'],
    ['I pick Option B over the others', 'selection'],
    ['I wanted option A, but I choose B', 'selection'],
    ['I am sure of (B), as it fits.', 'mention'],
    ['(A) is wrong and (B) is right', 'mention'],
    ['Not option C, surely? I go with **B** here.\nThat is my choice!', 'selection'],
    ['Not option C, surely? It is **B** here.\nThat is my choice!', 'mention'],
  ])('%j is B by %s', (text, rule) => {
    expect(grade(text)).toEqual({ outcome: 'correct', answer: 'B', rule });
  });

  test.each([
    '',
    'A dog is an animal.',
    'The answer is A dog.',
    'The answer is a dog.',
    'I think so.',
    'The answer is I think unclear',
    'The answer is not B.',
    'The answer is B-12.',
    "The answer is B's",
    'The answer is C++',
    'The answer is vitamin B',
    'Bananas',
    'B is not valid',
    'Which one should I choose?',
    'I choose a dog.',
    "B's",
    'A. Rome\nB. Paris\nC. Bonn',
    'Either (A) or (B) would do',
  ])('%j states none', (text) => {
    expect(grade(text)).toEqual({ outcome: 'unparseable' });
  });

  test.each([
    'The answer is A or B.',
    'Answer: (A) and (B)',
    'Answer: A, B, C',
    'Answer: A/B',
    '\\boxed{A, B}',
  ])('%j states several, which is none', (text) => {
    expect(grade(text)).toMatchObject({ outcome: 'unparseable', rule: expect.any(String) });
  });

  test('"A" is a letter where no word follows, or one that gives a reason', () => {
    for (const text of [
      'A',
      'A.',
      'The answer is A',
      'The answer is A.',
      'The answer is A, as said',
      'Answer: A since',
    ]) {
      expect(grade(text, undefined, 'A')).toMatchObject({ outcome: 'correct', answer: 'A' });
    }
  });
});

describe('with the texts of the options', () => {
  const animals = ['A dog', 'A cat', 'A dog and a cat', 'No animal'];

  test.each([
    ['The answer is A dog', 'A', 'answer-marker'],
    ['The answer is a  DOG and a cat.', 'C', 'answer-marker'],
    ['\\boxed{\\text{No animal}}', 'D', 'boxed'],
    ['The answer is B', 'B', 'answer-marker'],
    ['It was dark.\nI think it is a cat.', 'B', 'option-text'],
    ['No animal', 'D', 'option-text'],
    ['It is (D), not a cat', 'D', 'mention'],
  ])('%j is %s by %s', (text, answer, rule) => {
    expect(grade(text, animals, answer)).toEqual({ outcome: 'correct', answer, rule });
  });

  test('a line that holds two options names none', () => {
    expect(grade('It is a cat or no animal', animals)).toEqual({ outcome: 'unparseable' });
    expect(grade('Bobcats are a category', animals)).toEqual({ outcome: 'unparseable' });
  });

  test('a number is not found within another one', () => {
    expect(grade('The answer is 50', ['5', '50'])).toMatchObject({ answer: 'B' });
    expect(grade('The answer is 5.', ['5', '50'])).toMatchObject({ answer: 'A' });
    expect(grade('It is 5.0', ['5', '50'])).toEqual({ outcome: 'unparseable' });
  });

  test('letters of options that do not exist are no mentions', () => {
    expect(grade('Figure (X) shows that (B) holds', animals)).toMatchObject({
      outcome: 'correct',
      rule: 'mention',
    });
  });
});

const check = (answer: string | undefined, choices?: unknown) =>
  grader.checkItem({ id: 'i', answer, meta: choices === undefined ? undefined : { choices } });

describe('items', () => {
  test.each([
    ['B', undefined],
    ['b', undefined],
    ['(B)', undefined],
    ['B', ['Rome', 'Paris']],
    ['1', ['Rome', 'Paris']],
    ['paris', ['Rome', 'Paris']],
    ['1', ['0', '1']],
  ])('%j with choices %j is B', (answer, choices) => {
    expect(check(answer, choices)).toBeUndefined();
    expect(grade('The answer is (B)', choices, answer)).toMatchObject({ outcome: 'correct' });
  });

  test.each([
    [undefined, undefined, 'it has no answer'],
    ['Paris', undefined, 'its answer "Paris" is not a letter from A to Z'],
    ['1', undefined, 'its answer "1" is not a letter from A to Z'],
    ['C', ['Rome', 'Paris'], 'its answer "C" is no letter from A to B, and no text or index of meta.choices'],
    ['1', ['1', '2'], 'its answer "1" could be A or B: give the letter of the option'],
    ['B', ['Rome', 'rome'], 'two of its meta.choices are the same'],
    ['B', ['Rome'], 'its meta.choices is not a list of 2 to 26 texts'],
    ['B', 'Rome', 'its meta.choices is not a list of 2 to 26 texts'],
  ])('%j with choices %j is refused', (answer, choices, reason) => {
    expect(check(answer, choices)).toBe(reason);
  });
});

test('every letter is read in every form', () => {
  const forms = ['#', '(#)', '**#**', '#.', 'Answer: #', 'The answer is (#).', '\\boxed{#}', 'So:\nOption #'];
  fc.assert(
    fc.property(fc.integer({ min: 65, max: 90 }), fc.constantFrom(...forms), (code, form) => {
      const letter = String.fromCharCode(code);
      expect(grade(form.replace('#', letter), undefined, letter)).toMatchObject({
        outcome: 'correct',
        answer: letter,
      });
    }),
  );
});

test('the chance of a guess is that of the options listed, else of the number configured, else unknown', () => {
  const item = { id: 'i', answer: 'B', meta: { choices: ['Rome', 'Paris', 'Bonn', 'Oslo', 'Bern'] } };
  const bare = { id: 'i', answer: 'B', meta: undefined };
  const four = choice.create(choice.optionsSchema.parse({ type: 'choice', options: 4 }), withoutEffects);
  expect([grader.chanceOf?.(item), grader.chanceOf?.(bare)]).toEqual([1 / 5, undefined]);
  expect([four.chanceOf?.(item), four.chanceOf?.(bare)]).toEqual([1 / 5, 1 / 4]);
  expect(grader.chanceOf?.({ ...item, answer: 'Rome or Bern' })).toBeUndefined();
});
