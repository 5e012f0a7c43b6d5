import { describe, expect, test } from 'vitest';
import { areItems, itemsFromRows } from '../../src/init/item-fields.ts';

describe('rows of other data sets', () => {
  test('a worked solution becomes its final answer: after the last ####, or in the last box', () => {
    const rows = [
      { question: 'How many?', answer: 'First 3 #### no, then 4.\n#### 1,234' },
      { question: 'And now?', answer: String.raw`It is \boxed{2}, so \boxed{\frac{1}{2}}.` },
      { question: 'At last?', answer: 7 },
    ];
    expect(itemsFromRows(rows, 'sums')).toEqual([
      { id: 'sums-1', prompt: 'How many?', answer: '1,234' },
      { id: 'sums-2', prompt: 'And now?', answer: String.raw`\frac{1}{2}` },
      { id: 'sums-3', prompt: 'At last?', answer: '7' },
    ]);
  });

  test('a group is a value that some items share; an id is a value that each item has alone', () => {
    const rows = ['a', 'a', 'b'].map((level, place) => ({
      id: 'same',
      task_id: place,
      problem: `p${place}`,
      solution: 'x',
      level,
    }));
    expect(itemsFromRows(rows, 'math')).toEqual([
      { id: '0', prompt: 'p0', answer: 'x', group: 'a' },
      { id: '1', prompt: 'p1', answer: 'x', group: 'a' },
      { id: '2', prompt: 'p2', answer: 'x', group: 'b' },
    ]);
  });

  test('choices are lettered below the question and kept for the grader', () => {
    expect(itemsFromRows([{ question: 'Sky?', choices: ['blue', 'red'], answer: 'A' }], 'sky')).toEqual([
      { id: 'sky-1', prompt: 'Sky?\n\nA. blue\nB. red', answer: 'A', meta: { choices: ['blue', 'red'] } },
    ]);
  });

  test.each([
    ['from 0', [0, 1], ['A', 'B']],
    ['from 1', [1, 2], ['A', 'B']],
    ['which does not tell', [1, 1], ['1', '1']],
  ])('answers that are numbers of choices, %s', (_, numbers, answers) => {
    const rows = numbers.map((answer) => ({ question: 'Sky?', options: ['blue', 'red'], answer }));
    expect(itemsFromRows(rows, 'sky')?.map(({ answer }) => answer)).toEqual(answers);
  });

  test('a task with tests keeps them, and its worked solution does not become an answer', () => {
    const row = { task_id: 'T/0', prompt: 'def f():', test: 'assert f()', entry_point: 'f', output: 'f' };
    expect(itemsFromRows([row], 'code')).toEqual([
      { id: 'T/0', prompt: 'def f():', meta: { test: 'assert f()', entry_point: 'f' } },
    ]);
  });

  test('rows are not items unless every row has a field that is a prompt', () => {
    expect(itemsFromRows([{ question: 'a' }, { problem: 'b' }], 'mixed')).toBeUndefined();
    expect(itemsFromRows([{ prompt: '   ' }], 'blank')).toBeUndefined();
  });

  test('recognizes rows that are already items', () => {
    expect(areItems([{ id: 1, prompt: 'a', answer: 2 }])).toBe(true);
    expect(areItems([{ id: 1, question: 'a', answer: 2 }])).toBe(false);
  });
});

describe('options with labels', () => {
  const lists = { text: ['blue', 'red'], label: ['1', '2'] };
  const pairs = [
    { label: 'B', text: 'red' },
    { label: 'A', text: 'blue' },
  ];

  test.each([
    ['in two lists', lists, '2', 'Sky?\n\nA. blue\nB. red', 'B'],
    ['in pairs, whatever their order', pairs, 'A', 'Sky?\n\nA. red\nB. blue', 'B'],
    ['that the answer does not use', lists, 'red', 'Sky?\n\nA. blue\nB. red', 'red'],
  ])('%s: the answer is the letter that the prompt shows', (_, choices, answerKey, prompt, answer) => {
    const [item] = itemsFromRows([{ question: 'Sky?', choices, answerKey, source: 'x' }], 'sky') ?? [];
    expect(item).toMatchObject({ prompt, answer });
  });

  test('are shown for no question unless every question has them', () => {
    const rows = [
      { question: 'Sky?', choices: lists, answer: '1' },
      { question: 'Sea?', choices: { text: ['a'] }, answer: '2' },
    ];
    expect(itemsFromRows(rows, 'sky')?.map(({ prompt }) => prompt)).toEqual(['Sky?', 'Sea?']);
  });

  test.each([
    ['fewer labels than texts', { text: ['a', 'b'], label: ['A'] }],
    ['pairs without labels', [{ text: 'a' }, { text: 'b' }]],
    ['nothing', null],
  ])('%s are no options', (_, choices) => {
    expect(itemsFromRows([{ question: 'Sky?', choices, answer: '1' }], 'sky')).toMatchObject([
      { prompt: 'Sky?' },
    ]);
  });
});

test('the prompt of a task shows its tests if only they name the function', () => {
  const row = {
    id: 7,
    text: 'Add one.',
    test_list: ['assert inc(1) == 2', 'assert inc(0) == 1'],
    difficulty: 1,
  };
  expect(itemsFromRows([row], 'code')).toMatchObject([
    { prompt: 'Add one. Your code should pass these tests:\n\nassert inc(1) == 2\nassert inc(0) == 1' },
  ]);
});

test('a table needs a column that can only be a prompt, because its texts may be anything', () => {
  const rows = [{ text: 'a', input: 'b' }];
  expect(itemsFromRows(rows, 'table', { isTable: true })).toBeUndefined();
  expect(itemsFromRows(rows, 'lines')).toMatchObject([{ prompt: 'a' }]);
  expect(itemsFromRows([{ ...rows[0], question: 'c' }], 'table', { isTable: true })).toMatchObject([
    { prompt: 'c' },
  ]);
});
