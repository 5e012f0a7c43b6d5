import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graderSpecSchema } from '../../../src/config/graders/graders.ts';
import { createGrader } from '../../../src/grading/registry.ts';
import { strictGradeAtOnce } from '../../support/strict-grade.ts';
import { withoutEffects } from '../../support/without-effects.ts';

const grader = createGrader(graderSpecSchema.parse({ type: 'choice' }), withoutEffects);
const grade = (text: string, choices?: readonly string[], answer = 'B') =>
  strictGradeAtOnce(grader.grade(text, { id: 'i', answer, meta: choices && { choices } }));

describe('the letters of other alphabets', () => {
  test.each([
    ['ক)', 'A'],
    ['(খ) দুই', 'B'],
    ['উত্তর হলো: **গ. তিন**', 'C'],
    ['ক) এক\nখ) দুই\nগ) তিন\n\nউত্তর: ঘ) চার', 'D'],
    ['सही उत्तर: ख) दो', 'B'],
    ['ค', 'C'],
    ['الجواب: ب)', 'B'],
  ])('%j is %s', (text, answer) => {
    expect(grade(text, undefined, answer)).toMatchObject({ outcome: 'correct', answer });
  });

  test('reads no option from a list of them, or from a word', () => {
    expect(grade('ক) এক\nখ) দুই\nগ) তিন')).toEqual({ outcome: 'unparseable' });
    expect(grade('কোনো উত্তর নেই।')).toEqual({ outcome: 'unparseable' });
  });

  test('reads degrees in LaTeX as degrees', () => {
    expect(grade('35°', ['$25^{\\circ}$', '$35^\\circ$', '$45^{\\circ}$'])).toMatchObject({ answer: 'B' });
  });
});

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
  ])('%j states no option', (text) => {
    expect(grade(text)).toEqual({ outcome: 'unparseable' });
  });

  test.each([
    'The answer is A or B.',
    'Answer: (A) and (B)',
    'Answer: A, B, C',
    'Answer: A/B',
    '\\boxed{A, B}',
  ])('%j states several options, which counts as none', (text) => {
    expect(grade(text)).toMatchObject({ outcome: 'unparseable', rule: expect.any(String) });
  });

  test('reads "A" as a letter if no word follows, or one that gives a reason', () => {
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
    ['It is (D), not a cat', 'D', 'answer-marker'],
  ])('%j is %s by %s', (text, answer, rule) => {
    expect(grade(text, animals, answer)).toEqual({ outcome: 'correct', answer, rule });
  });

  test('reads no option from a line with two options', () => {
    expect(grade('It is a cat or no animal', animals)).toEqual({ outcome: 'unparseable' });
    expect(grade('Bobcats are a category', animals)).toEqual({ outcome: 'unparseable' });
  });

  test('does not find a number within another one', () => {
    expect(grade('The answer is 50', ['5', '50'])).toMatchObject({ answer: 'B' });
    expect(grade('The answer is 5.', ['5', '50'])).toMatchObject({ answer: 'A' });
    expect(grade('It is 5.0', ['5', '50'])).toEqual({ outcome: 'unparseable' });
  });

  test('ignores letters of options that do not exist', () => {
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
    ['B', ['Rome', 'Paris', 'Rome', 'Rome']],
    ['Paris', ['Rome', 'Paris', 'Rome', '']],
    ['Aa', ['AA', 'Aa', 'aa']],
    ['B', ['c', 'a', 'b']],
    ['B', ['4', '3', '2', '1']],
    ['H', ['He', 'H', 'Li']],
    ['1', ['B', 'A']],
  ])('%j with choices %j is B', (answer, choices) => {
    expect(check(answer, choices)).toBeUndefined();
    expect(grade('The answer is (B)', choices, answer)).toMatchObject({ outcome: 'correct' });
  });

  test.each([
    [undefined, undefined, 'it has no answer'],
    ['Paris', undefined, 'its answer "Paris" is not a letter from A to Z'],
    ['1', undefined, 'its answer "1" is not a letter from A to Z'],
    [
      'C',
      ['Rome', 'Paris'],
      'its answer "C" is neither a letter from A to B nor the text or index of an option in meta.choices',
    ],
    ['1', ['1', '2'], 'its answer "1" could be A or B; use the letter of the option instead'],
    [
      'B',
      ['Rome', 'Paris ', 'Paris'],
      'options B and C have the same text, and the right answer is one of them',
    ],
    [
      'paris',
      ['Rome', 'Paris', 'Paris'],
      'options B and C have the same text, and the right answer is one of them',
    ],
    ['PARIS', ['Paris', 'paris'], 'its answer "PARIS" could be A or B; use the letter of the option instead'],
    ['A', ['B', 'A'], 'its answer "A" could be A or B; use the index of the option (from 0) instead'],
    ['3', ['4', '3', '2', '1'], 'its answer "3" could be B or D; use the letter of the option instead'],
    ['B', ['Rome', ' '], 'its right answer, option B, is empty'],
    ['B', ['Rome'], 'its meta.choices is not a list of 2 to 26 strings'],
    ['B', 'Rome', 'its meta.choices is not a list of 2 to 26 strings'],
  ])('%j with choices %j is refused', (answer, choices, reason) => {
    expect(check(answer, choices)).toBe(reason);
  });
});

test('excludes an item with a flaw of its own; a missing required member is an error of the file', () => {
  const excluded = (answer: string | undefined, choices?: unknown) =>
    grader.excludeItem?.({ id: 'i', answer, meta: choices === undefined ? undefined : { choices } });
  expect(excluded('C', ['Rome', 'Paris'])).toContain('is neither a letter from A to B');
  expect(excluded('B', ['Rome', 'Paris', 'Paris'])).toContain('have the same text');
  expect(excluded('1', ['1', '2'])).toContain('could be A or B');
  expect(excluded('Paris')).toContain('is not a letter');
  expect(excluded('B', ['Rome', 'Paris', 'Rome'])).toBeUndefined();
  expect(excluded(undefined, ['Rome', 'Paris'])).toBeUndefined();
  expect(excluded('B', 'Rome')).toBeUndefined();
});

describe('options of one letter', () => {
  const elements = ['He', 'Li', 'Be', 'H'];
  const swapped = ['B', 'A', 'D', 'C'];

  test.each([
    ['The answer is H', 'D', 'answer-marker'],
    ['The answer is **H**.', 'D', 'answer-marker'],
    ['The answer is (H).', 'D', 'answer-marker'],
    ['The answer is H, hydrogen', 'D', 'answer-marker'],
    ['The answer is D) H', 'D', 'answer-marker'],
    ['The answer is D', 'D', 'answer-marker'],
    ['The answer is He', 'A', 'answer-marker'],
    ['\\boxed{\\text{H}}', 'D', 'boxed'],
    ['I choose H.', 'D', 'selection'],
    ['Thus, H is correct.', 'D', 'option-is-correct'],
    ['It has one proton.\nH', 'D', 'letter-line'],
  ])('%j names the option that is a chemical symbol: %s by %s', (text, answer, rule) => {
    expect(grade(text, elements, answer)).toEqual({ outcome: 'correct', answer, rule });
  });

  test.each([
    ['The answer is (A)', 'A'],
    ['The answer is [A]', 'A'],
    ['The answer is option A', 'A'],
    ['Answer: A)', 'A'],
    ['Answer: B) A', 'B'],
    ['Answer: B. A', 'B'],
    ['Answer: (B) A', 'B'],
    ['Option A is correct', 'A'],
    ['(A)', 'A'],
    ['Option A', 'A'],
    ['A. B', 'A'],
  ])('%j is the letter %s by its form, although another option has that text', (text, answer) => {
    expect(grade(text, swapped, answer === 'A' ? '0' : '1')).toMatchObject({ outcome: 'correct', answer });
  });

  test.each([
    ['The answer is A', 'answer-marker'],
    ['The answer is A because it fits', 'answer-marker'],
    ['the answer is a.', 'answer-marker'],
    ['\\boxed{A}', 'boxed'],
    ['I choose A', 'selection'],
    ['Thus, A is correct', 'option-is-correct'],
    ['A', 'letter-line'],
    ['Answer: A) A', 'answer-marker'],
  ])('%j is the letter of one option and the text of another, and states neither', (text, rule) => {
    expect(grade(text, swapped, '0')).toEqual({
      outcome: 'unparseable',
      rule,
      reason: 'its answer is the letter of one option and the text of another',
    });
  });

  test('accepts a letter that is also the text of its own option', () => {
    for (const text of ['The answer is B', 'B', 'B) B', '\\boxed{B}'])
      expect(grade(text, ['A', 'B', 'C', 'D'])).toMatchObject({ outcome: 'correct', answer: 'B' });
  });

  test('reads a capital as a letter and not as text in lower case; a small letter may be either', () => {
    const small = ['c', 'a', 'b', 'd'];
    expect(grade('The answer is B', small)).toMatchObject({ outcome: 'correct', answer: 'B' });
    expect(grade('The answer is b', small)).toMatchObject({ outcome: 'unparseable' });
    expect(grade('The answer is d', small, 'D')).toMatchObject({ outcome: 'correct', answer: 'D' });
    expect(grade('The answer is y', ['x', 'y', 'z'])).toMatchObject({ outcome: 'correct', answer: 'B' });
    expect(grade('The answer is Y', ['x', 'y', 'z'])).toMatchObject({ outcome: 'correct', answer: 'B' });
    expect(grade('The answer is $y$', ['$x$', '$y$', '$z$'])).toMatchObject({
      outcome: 'correct',
      answer: 'B',
    });
    expect(grade('The answer is x', ['X', 'x'])).toMatchObject({ outcome: 'correct', answer: 'B' });
  });

  test('reads Roman numerals', () => {
    const numerals = ['I', 'II', 'I and II', 'III'];
    expect(grade('The answer is I', numerals, '0')).toMatchObject({ outcome: 'correct', answer: 'A' });
    expect(grade('The answer is II.', numerals, '1')).toMatchObject({ outcome: 'correct', answer: 'B' });
    expect(grade('The answer is I and II', numerals, '2')).toMatchObject({ outcome: 'correct', answer: 'C' });
    expect(grade('The answer is I and III', numerals, '2')).toMatchObject({ outcome: 'unparseable' });
    expect(grade('The answer is I think unclear', numerals, '0')).toEqual({ outcome: 'unparseable' });
  });

  test('does not read a letter that only begins a formula or a word as an option', () => {
    const unknowns = ['x', 'y', 'z'];
    for (const text of [
      'The answer is y + 1',
      'The answer is y = 2',
      'The answer is Y - 1',
      'The answer is y/2',
    ])
      expect(grade(text, unknowns)).not.toMatchObject({ outcome: 'correct' });
    expect(grade('The answer is a dog', ['b', 'a'])).toEqual({ outcome: 'unparseable' });
  });

  test('reads a mention in brackets or bold neither as a letter nor as text', () => {
    const symbols = ['C', 'N', 'O', 'B'];
    expect(grade('Surely boron (B) has three.\nYes!', symbols, '3')).toEqual({ outcome: 'unparseable' });
    expect(grade('It must be option B, then.\nYes!', symbols, '3')).toMatchObject({
      answer: 'B',
      rule: 'mention',
    });
  });
});

describe('options that are numbers', () => {
  const digits = ['4', '3', '2', '1'];

  test.each([
    ['The answer is 3', 'B'],
    ['The answer is 3.', 'B'],
    ['The answer is **3**', 'B'],
    ['Answer: B) 3', 'B'],
    ['Answer: D', 'D'],
    ['\\boxed{1}', 'D'],
    ['3', 'B'],
    ['So there are 3 of them.', 'B'],
    ['Result: 3', 'B'],
    ['x = 3', 'B'],
  ])('%j is %s', (text, answer) => {
    expect(grade(text, digits, answer)).toMatchObject({ outcome: 'correct', answer });
  });

  test.each([
    'The answer is 3 + 1',
    'The answer is 3^2',
    'The answer is 3-4',
    'The answer is 3:1',
    'The answer is -3',
    'It is COVID-3',
  ])('%j states none of them', (text) => {
    expect(grade(text, digits)).toEqual({ outcome: 'unparseable' });
  });

  test('the sign of a number counts, whatever character the minus is', () => {
    const signed = ['3', '-3'];
    for (const text of ['The answer is -3', 'The answer is \u22123', '\\boxed{-3}', 'Answer: $-3$'])
      expect(grade(text, signed)).toMatchObject({ outcome: 'correct', answer: 'B' });
    expect(grade('The answer is 3', signed, 'A')).toMatchObject({ outcome: 'correct', answer: 'A' });
  });
});

describe('options of the same text, and statements of several', () => {
  test('grades a wrong text that two options share as wrong, and distinguishes their letters', () => {
    const twice = ['Rome', 'Paris', 'Rome', 'Bonn'];
    expect(grade('The answer is Rome', twice)).toMatchObject({ outcome: 'incorrect', answer: 'A' });
    expect(grade('The answer is (C) Rome', twice)).toMatchObject({ outcome: 'incorrect', answer: 'C' });
    expect(grade('I am sure that it is Rome', twice)).toMatchObject({ outcome: 'incorrect', answer: 'A' });
    expect(grade('The answer is Paris', twice)).toMatchObject({ outcome: 'correct', answer: 'B' });
  });

  test('distinguishes texts that differ only by case', () => {
    const genotypes = ['AA', 'Aa', 'aa'];
    expect(grade('The answer is Aa', genotypes)).toMatchObject({ outcome: 'correct', answer: 'B' });
    expect(grade('The answer is aa.', genotypes, 'C')).toMatchObject({ outcome: 'correct', answer: 'C' });
    expect(grade('The answer is aA', genotypes)).toMatchObject({ outcome: 'unparseable' });
    expect(grade('I am sure that it is Aa', genotypes)).toMatchObject({ outcome: 'correct', answer: 'B' });
  });

  test('an empty option can be named only by its letter', () => {
    expect(grade('I do not know', ['', 'Paris'])).toEqual({ outcome: 'unparseable' });
    expect(grade('The answer is (A)', ['', 'Paris'])).toMatchObject({ outcome: 'incorrect', answer: 'A' });
  });

  test.each([
    ['The answer is Rome or Paris', ['Rome', 'Paris']],
    ['The answer is Paris/Rome', ['Rome', 'Paris']],
    ['The answer is H and He', ['He', 'Li', 'Be', 'H']],
    ['The answer is He or H', ['He', 'Li', 'Be', 'H']],
    ['The answer is 3, 4', ['4', '3']],
    ['The answer is 2, 3, and 5', ['2', '7']],
    ['The answer is x, y', ['x', 'y', 'z']],
  ])('%j names several of %j', (text, choices) => {
    expect(grade(text, choices)).toEqual({ outcome: 'unparseable', rule: 'answer-marker' });
  });

  test('ignores a second option that is only compared with', () => {
    expect(grade('The answer is Paris, not Rome', ['Rome', 'Paris'])).toMatchObject({ outcome: 'correct' });
    expect(grade('The answer is Paris, Rome being older', ['Rome', 'Paris'])).toMatchObject({
      outcome: 'correct',
    });
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

test('the chance of a guess uses the options listed, or else the configured number, and is otherwise unknown', () => {
  const item = { id: 'i', answer: 'B', meta: { choices: ['Rome', 'Paris', 'Bonn', 'Oslo', 'Bern'] } };
  const bare = { id: 'i', answer: 'B', meta: undefined };
  const four = createGrader(graderSpecSchema.parse({ type: 'choice', options: 4 }), withoutEffects);
  expect([grader.chanceOf?.(item), grader.chanceOf?.(bare)]).toEqual([1 / 5, undefined]);
  expect([four.chanceOf?.(item), four.chanceOf?.(bare)]).toEqual([1 / 5, 1 / 4]);
  expect(grader.chanceOf?.({ ...item, answer: 'Rome or Bern' })).toBeUndefined();
});

describe('an option that a long text only mentions', () => {
  const thinking = 'Let us look at it once more, since nothing is clear yet. '.repeat(30);

  test('is not an answer if it is far from the end', () => {
    expect(grade(`Option (B) comes to mind. ${thinking}`)).toEqual({ outcome: 'unparseable' });
    expect(grade('Option (B) comes to mind. Nothing else does.')).toMatchObject({ outcome: 'correct' });
  });

  test('is not an answer if the text is cut off', () => {
    expect(grade(`${thinking}\nThat would be option (B), if the second term is`)).toEqual({
      outcome: 'unparseable',
    });
    expect(grade(`${thinking}\nThat makes it option (B).`)).toMatchObject({ outcome: 'correct' });
  });
});
