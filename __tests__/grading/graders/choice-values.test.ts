import { describe, expect, test } from 'vitest';
import { graderSpecSchema } from '../../../src/config/graders/graders.ts';
import { createGrader } from '../../../src/grading/registry.ts';
import { withoutEffects } from '../../support/without-effects.ts';

const grader = createGrader(graderSpecSchema.parse({ type: 'choice' }), withoutEffects);

function read(text: string, choices: readonly string[], prompt?: string): string {
  const grade = grader.grade(text, { id: 'i', answer: 'A', prompt, meta: { choices } });
  if (grade instanceof Promise) throw new TypeError('a grader of text is not asynchronous');
  return grade.outcome === 'unparseable' ? 'unparseable' : `${grade.outcome} ${grade.answer}`;
}

describe('options that are numbers', () => {
  const areas = ['$10 \\mathrm{~cm}^{2}$', '$12 \\mathrm{~cm}^{2}$', '$16 \\mathrm{~cm}^{2}$'];
  const angles = ['$36^{\\circ}$', '$38^{\\circ}$', '$40^{\\circ}$'];

  test.each([
    ['So the area is $\\boxed{12}$ square centimetres.', areas, 'incorrect B'],
    ['The measure of the angle is 36 degrees.', angles, 'correct A'],
    ['Therefore the angle is $\\boxed{60^\\circ}$.', angles, 'incorrect 60'],
    ['\\boxed{\\frac{2}{9}}', ['$\\frac{1}{3}$', '$\\frac{1}{2}$', '$1$'], 'incorrect 2/9'],
    ['45', ['30°', '50°', '65°'], 'incorrect 45'],
    ['The answer is 3/4', ['4', '3', '2', '1'], 'incorrect 0.75'],
  ])('%j of %j is %s', (text, choices, expected) => {
    expect(read(text, choices)).toBe(expected);
  });

  test.each([
    ['a value near an option', '\\boxed{38.5}', angles],
    ['a value that may be an option in another unit', '\\boxed{1000}', areas],
    ['a value in another unit', 'The answer is 12 m', areas],
    ['an option that is no number', '\\boxed{60}', ['36', '38', 'none of these']],
    ['several values', 'The answer is 50 or 60.', angles],
    ['an unmarked number on the way', 'First we add 50 and 7.\nThen we go on', angles],
  ])('%s states no option', (_, text, choices) => {
    expect(read(text, choices)).toBe('unparseable');
  });
});

test('a date that is none of the options is wrong, and one among them is read', () => {
  const dates = ['06/18/2016', '07/18/2015', '06/22/2016'];
  expect(read('So the answer is 06/20/2016.', dates)).toBe('incorrect 6/20/2016');
  expect(read('So the answer is 6/18/2016.', dates)).toBe('correct A');
});

describe('options referred to by their position', () => {
  const texts = ['A car stops at the lights.', 'A car goes on for a while.', 'A car turns round.'];

  test.each([
    ['정답은 3입니다.', 'incorrect C'],
    ['정답: **1**', 'correct A'],
    ['The answer is option 2.', 'incorrect B'],
    ['답변: 1번', 'correct A'],
  ])('%j is %s', (text, expected) => {
    expect(read(text, texts)).toBe(expected);
    expect(read(text, texts, 'Which is right?\n1: A car stops at the lights.\n2: A car goes on.')).toBe(
      expected,
    );
  });

  test.each([
    ['a prompt with letters', 'The answer is 1.', texts, 'Which?\nA. A car stops\nB. A car goes on'],
    ['a prompt that counts from 0', 'The answer is 1.', texts, 'Which?\n0. A car stops\n1. A car goes on'],
    ['no such place', 'The answer is 4.', texts, undefined],
    ['options with numbers', 'The answer is 1.', ['two cars', 'three cars'], undefined],
    ['a quantity', 'The answer is 2 cars and 1 bus.', texts, undefined],
  ])('%s states no option', (_, text, choices, prompt) => {
    expect(read(text, choices, prompt)).toBe('unparseable');
  });
});

describe('letters with their text', () => {
  test.each([
    ['(B) No', 'incorrect B'],
    ['(B) no\nThere are none in the image.', 'incorrect B'],
    ['A - Yes', 'correct A'],
  ])('%j is %s', (text, expected) => {
    expect(read(text, ['Yes', 'No'])).toBe(expected);
  });

  test('reads the option that is called more likely than another', () => {
    const texts = ['He ran.', 'He sat.'];
    expect(read('Option A: He ran.\nThus option A is more likely than option B.', texts)).toBe('correct A');
    expect(read('Option B is more plausible.', texts)).toBe('incorrect B');
    expect(read('Based on this, option B (He sat down) is more likely.', texts)).toBe('incorrect B');
    expect(read('Option A is more likely. No, option B is more likely.', texts)).not.toContain('correct A');
  });

  test('answers under conditions, followed by a refusal, state no option', () => {
    const text =
      'If the heart is wider, then the answer is (A) Yes. If it is not, then the answer is (B) No.\n\nWithout the picture we cannot determine the correct option.';
    expect(read(text, ['Yes', 'No'])).toBe('unparseable');
  });
});
