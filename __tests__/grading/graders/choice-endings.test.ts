import { describe, expect, test } from 'vitest';
import { graderSpecSchema } from '../../../src/config/graders/graders.ts';
import { createGrader } from '../../../src/grading/registry.ts';
import { withoutEffects } from '../../support/without-effects.ts';

const grader = createGrader(graderSpecSchema.parse({ type: 'choice' }), withoutEffects);

async function read(text: string): Promise<string | undefined> {
  const graded = await grader.grade(text, { id: 'i', answer: 'B', meta: undefined });
  return graded.outcome === 'unparseable' ? undefined : graded.answer;
}

const GOES_THROUGH =
  'Let us see.\n\nA. Iron: it is a solid.\n\nB. Neon: it is a gas.\n\nC. Zinc: it is a metal.\n\n';

describe('a bold option at the end of a sentence', () => {
  test.each([
    'The lightest of these gases is **B. neon**.',
    'The best explanation for the glow is **(B) Neon is excited.** The current heats it.',
    `${GOES_THROUGH}**Answer:**\n\nThe gas in the tube is **B. Neon**.`,
    `The gas is **B. Neon**\n\nHere is why:\n\n* **A:** Iron is a solid.\n* **C:** Zinc is a metal.`,
    `${GOES_THROUGH}Of these, the measured mass is closest to **B. 20 u**. The rest is heavier.`,
    'The measured mass is 19.8 u, which is closest to option B: 20 u.\n\nThe measurement has an error of 1 u.',
    'The spectrum corresponds to **Option B**. No other gas has these lines.',
    'The most likely reason is option B: the tube leaks.\n\nA. The tube is new.\n\nC. The current is low.',
    'The answer is closest to B. 20 u; 4 K.',
  ])('%j', async (text) => {
    expect(await read(text)).toBe('B');
  });

  test.each([
    '* **A. Iron** is a solid.\n* **B. Neon** is a gas.\n* **C. Zinc** is a metal.',
    'Tell me whether it is option B or option C.',
    'It is not clear which is option B.',
    'The tube is **very old**.',
  ])('is not in %j', async (text) => {
    expect(await read(text)).toBeUndefined();
  });

  test('the last one counts', async () => {
    expect(await read('The solid is **A. iron**.\n\nSo the gas is **B. neon**.')).toBe('B');
  });
});

describe('an option in a line that the line above announces', () => {
  test.each([
    'The gas that glows in the tube is:\n\nB. Neon\n\nIts atoms emit the light that one sees.',
    `${GOES_THROUGH}Considering all this, the element that fits is:\n\n**B. Neon**\n\nIt has no colour.`,
    `${GOES_THROUGH}The second author most likely refers to:\n\nB. Neon`,
    `${GOES_THROUGH}The correct order of the elements in a tube that was filled, sealed, heated and cooled again is:\n\n**Option B**:\n1. Neon\n2. Iron`,
  ])('%j', async (text) => {
    expect(await read(text)).toBe('B');
  });

  test.each([
    'The options are:\n\nA. Iron\n\nB. Neon',
    'The options to go through are:\n\nA. Iron: it is a solid.\n\nIt melts late.\n\nB. Neon: it is a gas.',
  ])('is not in %j', async (text) => {
    expect(await read(text)).toBeUndefined();
  });
});

describe("an option's letter behind its text", () => {
  test.each([
    'The gas is neon (Option B).\n\nThis gas has ten electrons and no colour, unlike any metal.',
    'The correct answer is **noble gas neon (B)**. Here is why it glows.',
  ])('%j', async (text) => {
    expect(await read(text)).toBe('B');
  });

  test.each(['The answer is not neon (B).', "The answer isn't the noble gas (B)."])(
    'is not in %j',
    async (text) => {
      expect(await read(text)).toBeUndefined();
    },
  );
});

describe('a statement that is not true, if the question asks for it', () => {
  test.each([
    `${GOES_THROUGH}Therefore, the incorrect statement is B.`,
    '**Thus, the false statement is B.**',
    'So the statement that is not true is (B).',
  ])('%j', async (text) => {
    expect(await read(text)).toBe('B');
  });

  test.each(['The incorrect option is B.', 'Therefore, the incorrect statement is clear.'])(
    'is not in %j',
    async (text) => {
      expect(await read(text)).toBeUndefined();
    },
  );
});

test('reads a letter in damaged tags', async () => {
  expect(await read('B</answer>')).toBe('B');
  expect(await read('<ans>B</ans>')).toBe('B');
  expect(await read('<answer>B. Neon</asnwer>')).toBe('B');
  expect(await read('Neon</answer>')).toBeUndefined();
});
