import { describe, expect, test } from 'vitest';
import { both, outcomes } from '../../support/number-outcomes.ts';

const QUESTION = 'A hen lays 3 eggs a day. How many eggs are there after 6 days?';
const IN_CLAIM = `You must enclose your final claim within <claim> tags.\n\n${QUESTION}`;

describe('tags that the prompt asks for', () => {
  test.each([
    'There are 3 x 6 = 18 eggs.\n\n<claim>18</claim>',
    'We multiply.\n\n<claim>\nThere are 18 eggs in total.\n</claim>',
    'We multiply 3 and 6.\n\n<claim>The hen has laid a total of 18 eggs',
    'Eggs = 3 x 6\n\n<claim>18</claim',
    'Eggs = 3 x 6\n\n<claim>\n18 eggs\n/claim>',
    'Eggs = 3 x 6\n\nclaim> 18</claim>',
    'Eggs = 3 x 6\n\n<claim>there_are_18_eggs</claim>',
    '$$\n<claim>18</claim>\n$$',
    'At first <claim>12</claim>, but the right one is <claim>18</claim>.',
  ])('%j gives the answer', async (text) => {
    expect(await outcomes(text, IN_CLAIM)).toEqual(both('correct'));
  });

  test.each([
    ['Put the final value in [VALUE] and [/VALUE].', '3 x 6\n[VALUE]18[/VALUE]'],
    [
      'Think in <scratchpad> tags, give the final count in <n> tags.',
      '<scratchpad>3 a day, 6</scratchpad><n>18</n>',
    ],
  ])('to the prompt %j, %j gives the answer', async (prompt, text) => {
    expect(await outcomes(text, `${prompt}\n\n${QUESTION}`)).toEqual(both('correct'));
  });

  test.each([
    ['a wrong value', '<claim>12</claim>', 'incorrect'],
    ['the words of the prompt', 'The <claim>final claim</claim> comes later', 'unparseable'],
    ['a confirmation', 'Thus it is 3 x 6.\n<claim>true</claim>', 'unparseable'],
    ['two labelled values', 'It is 20 - 2 = 18\n<claim>White: 20, brown: 18</claim>', 'unparseable'],
    ['three different values', '<claim>3</claim> <claim>6</claim> <claim>18</claim>', 'unparseable'],
  ])('%s: %j is %s', async (_, text, outcome) => {
    expect(await outcomes(text, IN_CLAIM)).toEqual(both(outcome));
  });

  test('several values in the tags are not the answer', async () => {
    expect(await outcomes('<claim>18 or 20</claim>', IN_CLAIM)).toEqual(['unparseable', 'incorrect']);
  });

  test('tags for the working hold no answer', async () => {
    const prompt = `Put your working in <w> tags.\n\n${QUESTION}`;
    expect(await outcomes('<w>3 eggs a day, 18</w> and so on', prompt)).toEqual(both('unparseable'));
  });
});

describe('damaged answer tags', () => {
  test.each(['(answer)$18', 'We count.\n<a> 18 eggs </answer>'])('%j gives the answer', async (text) => {
    expect(await outcomes(text)).toEqual(both('correct'));
  });

  test.each([
    '<answer> $20 - $2 = $18. The hens still cost $18. </answer>',
    '<answer> They eat 54 pounds. To find the daily amount, we divide 54 by 3, which is $18. </answer>',
  ])('reads the last sentence of %j', async (text) => {
    expect(await outcomes(text)).toEqual(both('correct'));
  });

  test('a comparison in a relative clause is no result', async () => {
    const text =
      '<answer> We have many. To compare, we look at 54 eggs, which is 18 more than before. </answer>';
    expect(await outcomes(text)).not.toContain('correct');
  });
});

describe('a second solution below the answer', () => {
  const AGAIN = "Okay, let's see. A hen lays 3 eggs a day. Wait, let me check that for 6 days. So 3 times";
  test.each([
    `3 x 6 = 18\n\nFinal Answer: 18\n${AGAIN}`,
    `3 x 6 = 18\n\n**Final Answer: 18**\n\n${AGAIN}`,
    `Final Answer: 18\n${AGAIN} 6 it is. Let me add them step by step.`,
    'Final Answer: 18\n\nWait',
  ])('%j, cut off, does not take the answer back', async (text) => {
    expect(await outcomes(text)).toEqual(both('correct'));
  });

  test.each([
    `3 x 6 = 18\n\nFinal Answer: 18\n${AGAIN} 5, so that is wrong and`,
    'Final Answer: 18\nWait, the hen lays 4 eggs and',
    `Final Answer: 18\n${'Okay, wait, 3 eggs a day. '.repeat(300)} and`,
    'We say that the answer is 18 because of it. Okay, wait, 3 eggs a day and',
  ])('%j is unparseable', async (text) => {
    expect(await outcomes(text)).toEqual(both('unparseable'));
  });

  test('another answer replaces the first', async () => {
    expect(await outcomes(`Final Answer: 18\n${AGAIN} 5.\n\nFinal Answer: 15`)).toEqual(both('incorrect'));
  });
});

describe('a conclusion that is cut off', () => {
  test.each([
    'Step 1: Count the eggs.\nTotal eggs = 3 + 15 = 18 eggs\n\nTherefore, the total number of eggs is',
    'Step 1: Count the eggs.\nTotal eggs = 3 + 15 = 18 eggs\n\nTherefore,',
    'Therefore, the hen had 18 eggs altogether.\n\nFinal',
  ])('%j gives the result above it', async (text) => {
    expect(await outcomes(text, QUESTION)).toEqual(both('correct'));
  });

  test.each([
    'Step 1: Count.\nEggs = 3 + 15 = 18 eggs\n\nSo, we need to add the eggs of the other hens',
    'Step 1: Count.\nEggs = 3 + 15 = 18 eggs\n\nTherefore, the total for 4',
    'Thus, the number of eggs grows by 18.\n\nThus, the number of eggs grows',
    'Step 1: Count.\nEggs = 3 + 15 = 18 eggs\n\nTherefore, the second hen has',
  ])('%j is unparseable', async (text) => {
    expect(await outcomes(text, QUESTION)).toEqual(both('unparseable'));
  });
});
