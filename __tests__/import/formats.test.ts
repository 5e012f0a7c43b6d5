import { describe, expect, test } from 'vitest';
import { graderSpecSchema } from '../../src/config/graders/graders.ts';
import { createGrader } from '../../src/grading/registry.ts';
import { FORMAT_NAMES } from '../../src/import/format-names.ts';
import { importRows } from '../../src/import/import-rows.ts';
import { formatNamed, formOf, PUBLISHED_FORMATS } from '../../src/import/published-formats.ts';
import { recogniseFile } from '../../src/import/select-rows.ts';
import { PUBLISHED_EXAMPLES } from '../support/published-examples.ts';
import { rowsOfText } from './rows-of-text.ts';

describe.each(PUBLISHED_EXAMPLES)('$format, $form', ({ format, file, content, items }) => {
  const read = async () => {
    const recognised = recogniseFile(await rowsOfText(content, file));
    if (recognised === undefined) throw new Error('not recognized');
    return recognised;
  };

  test('is recognized by its fields', async () => {
    const recognised = await read();
    expect(recognised.format.name).toBe(format);
  });

  test('becomes items with the ids, answers and groups of the rows', async () => {
    const recognised = await read();
    const imported = importRows(recognised);
    expect(imported.leftOut).toEqual([]);
    expect(imported.items).toHaveLength(items.length);
    for (const [place, { id, prompt, answer, group }] of items.entries()) {
      const item = imported.items[place];
      expect(item?.prompt).toContain(prompt);
      expect(item?.group).toBe(group);
      expect(item?.id).toMatch(id === undefined ? new RegExp(`^${format}-[0-9a-f]{16}$`, 'u') : /./u);
      if (id !== undefined) expect(item?.id).toBe(id);
      if (answer !== undefined) expect(item?.answer).toBe(answer);
    }
  });
});

const WITH_NAMES = PUBLISHED_EXAMPLES.filter(({ form }) => !form.includes('without column names'));

test.each(WITH_NAMES)(
  '$format, $form: every kind of JSON file gives the same items',
  async ({ format, file, content }) => {
    const recognised = recogniseFile(await rowsOfText(content, file));
    if (recognised === undefined) throw new Error('not recognized');
    const rows = recognised.rows.map(({ fields }) => fields);
    const columns = Object.fromEntries(
      Object.keys(rows[0] ?? {}).map((name) => [name, rows.map((row) => row[name])]),
    );
    const { items: expected } = importRows(recognised);
    for (const document of [rows, { data: rows }, columns]) {
      const again = recogniseFile(await rowsOfText(JSON.stringify(document, undefined, 1), 'any.txt'));
      if (again === undefined) throw new Error('not recognized');
      expect(again.format.name).toBe(format);
      expect(importRows(again).items).toEqual(expected);
    }
  },
);

// The end-to-end test runs programs.
const GRADED_HERE = PUBLISHED_EXAMPLES.filter(({ format }) => formatNamed(format)?.grader !== 'code');

test.each(GRADED_HERE)(
  "$format, $form: the suite's grader tells right and wrong completions apart",
  async ({ file, content, items }) => {
    const recognised = recogniseFile(await rowsOfText(content, file));
    if (recognised === undefined) throw new Error('not recognized');
    const grader = createGrader(graderSpecSchema.parse(recognised.format.grader));
    const imported = importRows(recognised);
    for (const [place, item] of imported.items.entries()) {
      const asked = { ...item, answer: item.answer, meta: item.meta };
      expect(await grader.grade(items[place]?.right ?? '', asked)).toMatchObject({ outcome: 'correct' });
      expect(await grader.grade(items[place]?.wrong ?? '', asked)).toMatchObject({ outcome: 'incorrect' });
    }
    await grader.close?.();
  },
);

test('every form of every format has an example', async () => {
  const seen = new Set<unknown>();
  for (const { format, file, content } of PUBLISHED_EXAMPLES) {
    const recognised = recogniseFile(await rowsOfText(content, file));
    const known = formatNamed(format);
    for (const row of recognised?.rows ?? []) seen.add(known && formOf(known, row));
  }
  const missing = PUBLISHED_FORMATS.flatMap(({ name, forms }) =>
    forms.filter((form) => !seen.has(form)).map(({ fields }) => `${name}: ${fields}`),
  );
  expect(missing).toEqual([]);
});

test('every format has the name under which it is listed', () => {
  expect(PUBLISHED_FORMATS.map(({ name }) => name)).toEqual(FORMAT_NAMES);
});

test.each([
  ['HumanEval+', 'humaneval-plus'],
  ['math500', 'math-500'],
  ['MMLU_Pro', 'mmlu-pro'],
  ['commonsense_qa', 'commonsenseqa'],
  ['no such data', undefined],
])('%s is the name of %s', (given, name) => {
  expect(formatNamed(given)?.name).toBe(name);
});
