import { describe, expect, test } from 'vitest';
import { customFormat } from '../../src/import/custom-format.ts';
import type { FormatName } from '../../src/import/format-names.ts';
import { importRows } from '../../src/import/import-rows.ts';
import { formatNamed } from '../../src/import/published-formats.ts';
import type { Fields } from '../../src/import/rows/row.ts';
import { refusal } from '../support/refusal.ts';

const named = (name: FormatName) => {
  const format = formatNamed(name);
  if (format === undefined) throw new Error(`no format ${name}`);
  return format;
};

const rowsOf = (rows: readonly Fields[]) =>
  rows.map((fields, place) => ({ path: 'data/f.jsonl', place: place + 1, fields }));

const imported = (name: FormatName, ...rows: readonly Fields[]) =>
  importRows({ format: named(name), rows: rowsOf(rows) });

/** How the rows are left out, if one good row is kept. */
const leftOut = (name: FormatName, good: Fields, ...rows: readonly Fields[]) => {
  const { items, leftOut: found } = imported(name, good, ...rows);
  expect(items).toHaveLength(1);
  return found;
};

const arc = (more: Fields = {}): Fields => ({
  id: 'Exam_1',
  question: 'Which?',
  choices: { text: ['this', 'that'], label: ['A', 'B'] },
  answerKey: 'B',
  ...more,
});
const other = (question: string, more: Fields = {}): Fields => arc({ id: question, question, ...more });

describe('rows that are left out', () => {
  test.each<[string, Fields]>([
    ['the row has no right answer', other('1', { answerKey: '' })],
    ['the row has no right answer', other('2', { answerKey: null })],
    ['the right answer is not one of the options', other('3', { answerKey: 'E' })],
    ['the question is empty', other('4', { question: ' ' })],
    ['an option is empty', other('5', { choices: { text: ['this', ''], label: ['A', 'B'] } })],
    [
      'there are fewer than two options',
      other('6', { choices: { text: ['this'], label: ['A'] }, answerKey: 'A' }),
    ],
    ['the row does not have the fields of ARC', other('7', { choices: 'none' })],
    ['the row does not have the fields of ARC', { query: 'What?' }],
    [
      'the grader choice cannot grade the item (for example: options A and B have the same text, and the right answer is one of them)',
      other('8', { choices: { text: ['same', 'same'], label: ['A', 'B'] } }),
    ],
  ])('%s', (reason, row) => {
    expect(leftOut('arc', arc(), row)).toEqual([{ reason, count: 1, places: ['data/f.jsonl:2'] }]);
  });

  test('are counted by reason, the most frequent first, with the places of the first three', () => {
    const without = Array.from({ length: 5 }, (_, place) => other(`q${place}`, { answerKey: null }));
    expect(leftOut('arc', arc(), other('x', { answerKey: 'E' }), ...without)).toEqual([
      {
        reason: 'the row has no right answer',
        count: 5,
        places: ['data/f.jsonl:3', 'data/f.jsonl:4', 'data/f.jsonl:5'],
      },
      { reason: 'the right answer is not one of the options', count: 1, places: ['data/f.jsonl:2'] },
    ]);
  });

  test('include repeated questions, and all rows of a question with different answers', () => {
    const solved = (question: string, answer: string): Fields => ({ question, answer: `#### ${answer}` });
    const { items, leftOut: found } = imported(
      'gsm8k',
      solved('One?', '1'),
      solved('Two?', '2'),
      solved('One?', '1'),
      solved('Two?', '3'),
    );
    expect(items).toMatchObject([{ prompt: 'One?', answer: '1' }]);
    expect(found).toEqual([
      {
        reason: 'the same question has a different answer in another row',
        count: 2,
        places: ['data/f.jsonl:2', 'data/f.jsonl:4'],
      },
      { reason: 'the question repeats an earlier row', count: 1, places: ['data/f.jsonl:3'] },
    ]);
  });

  test.each<[FormatName, string, Fields, Fields]>([
    [
      'gsm8k',
      'the solution has no final answer after ####',
      { question: 'A?', answer: '#### 1' },
      { question: 'B?', answer: 'One.' },
    ],
    [
      'gsm8k',
      'the grader numeric cannot grade the item (for example: its answer "many" is not a number)',
      { question: 'A?', answer: '#### 1' },
      { question: 'B?', answer: '#### many' },
    ],
    [
      'math',
      String.raw`the solution has no \boxed{} answer`,
      { problem: 'A?', level: 'Level 1', type: 'T', solution: String.raw`\boxed{1}` },
      { problem: 'B?', level: 'Level 1', type: 'T', solution: 'It is 1.' },
    ],
    [
      'humaneval',
      'the row has no tests',
      {
        task_id: 'a',
        prompt: 'def f():\n',
        canonical_solution: '',
        test: 'def check(c):\n    pass\n',
        entry_point: 'f',
      },
      { task_id: 'b', prompt: 'def g():\n', canonical_solution: '', test: '', entry_point: 'g' },
    ],
    [
      'mmlu-pro',
      'the letter and the index of the right answer differ',
      {
        question_id: 1,
        question: 'A?',
        options: ['x', 'y'],
        answer: 'A',
        answer_index: 0,
        cot_content: '',
        category: 'c',
        src: 's',
      },
      {
        question_id: 2,
        question: 'B?',
        options: ['x', 'y'],
        answer: 'A',
        answer_index: 1,
        cot_content: '',
        category: 'c',
        src: 's',
      },
    ],
    [
      'truthfulqa',
      'several options are labeled as right',
      { question: 'A?', mc1_targets: { choices: ['x', 'y'], labels: [1, 0] } },
      { question: 'B?', mc1_targets: { choices: ['x', 'y'], labels: [1, 1] } },
    ],
  ])('%s: %s', (name, reason, good, bad) => {
    expect(leftOut(name, good, bad)).toEqual([{ reason, count: 1, places: ['data/f.jsonl:2'] }]);
  });

  test('are an error if no row is left, with the reasons and the fields that were found', async () => {
    const message = await refusal(async () => imported('arc', arc({ answerKey: '' }), { query: '<b>' }));
    expect(message).toContain(
      'data/f.jsonl: none of the 2 rows can be used as an item of ARC: the row has no right answer (1); the row does not have the fields of ARC (1)',
    );
    expect(message).toContain('"id", "question", "choices", "answerKey"');
  });
});

describe('ids', () => {
  test('are those of the data if they are unique', () => {
    expect(imported('arc', arc(), other('b')).items.map(({ id }) => id)).toEqual(['Exam_1', 'b']);
  });

  test('are hashes of the prompts if two rows have the same id, and stay if rows are sorted or removed', () => {
    const rows = [other('one', { id: 'x' }), other('two', { id: 'x' }), other('three', { id: 'y' })];
    const { items, hasOwnIds } = imported('arc', ...rows);
    expect(hasOwnIds).toBe(false);
    expect(items[0]?.id).toMatch(/^arc-[0-9a-f]{16}$/u);
    const again = imported('arc', ...rows.toReversed().slice(1)).items.map(({ id }) => id);
    expect(again).toEqual([items[1]?.id, items[0]?.id]);
  });
});

test('rows are not changed: HTML, LaTeX and blanks in a question stay as they are', () => {
  const question = ' <b>Which</b> of $x < 1$ &amp; \\frac12?\n ';
  const [item] = imported('arc', arc({ question })).items;
  expect(item?.prompt).toBe(`${question}\n\nA. this\nB. that`);
});

test('the order of the options of TruthfulQA depends only on their texts, and the right one is not always the first', () => {
  const row = (place: number): Fields => ({
    question: `Is it true ${place}?`,
    mc1_targets: { choices: ['yes', 'no', 'maybe'], labels: [1, 0, 0] },
  });
  const all = imported('truthfulqa', ...Array.from({ length: 60 }, (_, place) => row(place))).items;
  const counts = Map.groupBy(all, ({ answer }) => answer);
  expect(new Set(counts.keys())).toEqual(new Set(['A', 'B', 'C']));
  for (const same of counts.values()) expect(same.length).toBeGreaterThan(8);
  const [alone] = imported('truthfulqa', row(7)).items;
  expect(alone).toEqual(all[7]);
  for (const { answer, meta } of all) {
    expect(meta).toMatchObject({ choices: expect.arrayContaining(['yes', 'no', 'maybe']) });
    const { choices } = meta as { choices: readonly string[] };
    expect(choices['ABC'.indexOf(answer ?? '')]).toBe('yes');
  }
});

describe('templates', () => {
  const rows = rowsOf([
    { q: { stem: 'What is {{x}}?' }, options: ['x', 'y'], key: 1, level: 3, 'a.b': 'dotted' },
    { q: { stem: 'And?' }, options: ['x', 'y'], key: 0, level: null, 'a.b': 'dotted' },
    { q: {}, options: ['x', 'y'], key: 0 },
    { q: { stem: 'No list?' }, options: 'x', key: 0, 'a.b': 'dotted' },
  ]);

  test('reach into objects and lists, and fill in each value once', () => {
    const format = customFormat(
      {
        prompt: '{{a.b}}: {{q.stem}} {{ options.0 }}',
        answer: '{{key}}',
        group: 'level {{level}}',
        choices: '{{options}}',
      },
      'choice',
    );
    const { items, leftOut: found } = importRows({ format, rows });
    expect(items).toMatchObject([
      {
        prompt: 'dotted: What is {{x}}? x\n\nA. x\nB. y',
        answer: '1',
        group: 'level 3',
        meta: { choices: ['x', 'y'] },
      },
      { prompt: 'dotted: And? x\n\nA. x\nB. y', answer: '0' },
    ]);
    expect(items[1]).not.toHaveProperty('group');
    expect(found.map(({ count }) => count)).toEqual([1, 1]);
  });

  test('never read members of prototypes', async () => {
    const format = customFormat({ prompt: '{{constructor.name}} {{__proto__}}' }, undefined);
    expect(await refusal(async () => importRows({ format, rows }))).toContain(
      'none of the 4 rows can be used',
    );
  });
});
