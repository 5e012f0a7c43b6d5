import { createReadStream } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SuiteConfig } from '../../src/config/schema/suites.ts';
import { readSuite } from '../../src/evalset/read-suite.ts';
import { graderSpecSchema } from '../../src/config/graders/graders.ts';
import { createGrader } from '../../src/grading/registry.ts';
import { memoryFile } from '../support/memory-file.ts';
import { refusal } from '../support/refusal.ts';
import { describeOnData } from '../support/describe-on-data.ts';
import { testData } from '../support/test-data.ts';

const SUITE: SuiteConfig = {
  name: 'sums',
  role: 'target',
  items: 'evals/sums.jsonl',
  grader: graderSpecSchema.parse('numeric'),
};

const read = (
  content: string | Uint8Array,
  more: Partial<Pick<SuiteConfig, 'system' | 'template'>> = {},
  chunkSize = 7,
) =>
  readSuite({
    suite: { ...SUITE, ...more },
    folder: 'ci',
    open: memoryFile('ci/evals/sums.jsonl', content, chunkSize),
  });

const refused = (content: string | Uint8Array, more = {}): Promise<string> =>
  refusal(() => read(content, more));

describe('items', () => {
  test('are read with their messages, as text, ordered by id', async () => {
    const suite = await read(
      [
        '{"id": "b", "messages": [{"role": "system", "content": "S"}, {"role": "user", "content": "U"}], "meta": {"x": [1]}}',
        '{"id": 7, "prompt": "2 + 2 = ?", "answer": 4, "group": 1, "cluster": "c"}',
      ].join('\n'),
    );
    expect(suite).toMatchObject({ name: 'sums', role: 'target' });
    expect(suite.items[0]).toEqual({
      id: '7',
      prompt: '2 + 2 = ?',
      messages: [{ role: 'user', content: '2 + 2 = ?' }],
      answer: '4',
      group: '1',
      cluster: 'c',
      meta: undefined,
    });
    expect(suite.items[1]).toMatchObject({
      id: 'b',
      messages: [
        { role: 'system', content: 'S' },
        { role: 'user', content: 'U' },
      ],
      answer: undefined,
      group: undefined,
      meta: { x: [1] },
    });
  });

  test('get the suite’s system message and template, with the prompt inserted verbatim at every place', async () => {
    const { items } = await read(String.raw`{"id": "a", "prompt": "costs $& or $1"}`, {
      system: 'Be brief.',
      template: 'Q: {{prompt}}\nAgain: {{prompt}}',
    });
    expect(items[0]?.prompt).toBe('costs $& or $1');
    expect(items[0]?.messages).toEqual([
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Q: costs $& or $1\nAgain: costs $& or $1' },
    ]);
  });

  test('share a cluster exactly if their own words are the same, whatever the template', async () => {
    const lines =
      '{"id": "a", "prompt": "x"}\n{"id": "b", "messages": [{"role": "user", "content": "x"}]}\n{"id": "c", "prompt": "y"}';
    const [a, b, c] = (await read(lines)).items;
    expect(a?.cluster).toBe(b?.cluster);
    expect(a?.cluster).not.toBe(c?.cluster);
    const [templated] = (await read('{"id": "z", "prompt": "x"}', { template: 'Q: {{prompt}}' })).items;
    expect(templated?.cluster).toBe(a?.cluster);
  });
});

const hash = async (content: string | Uint8Array, more = {}): Promise<string> =>
  (await read(content, more)).hash;

const text = (list: readonly object[], separator: string) =>
  list.map((each) => JSON.stringify(each)).join(separator);

describe('the hash', () => {
  const lines = [
    '{"id": "a", "prompt": "é", "answer": "1"}',
    '{"id": "b", "prompt": "y", "meta": {"p": 1, "q": 2}}',
  ];

  test('does not depend on the order of lines or keys, whitespace, blank lines, CRLF, a byte order mark or escapes', async () => {
    const plain = await hash(lines.join('\n'));
    expect(plain).toMatch(/^sha256:[0-9a-f]{64}$/);
    const same = [
      lines.toReversed().join('\n'),
      `${lines.join('\r\n')}\r\n`,
      `\uFEFF${lines.join('\n\n \n')}\n\n`,
      String.raw`{ "answer":1,"prompt" :"\u00e9","id":"a"}` +
        '\n{"meta":{"q":2,"p":1.0},"prompt":"y","id":"b"}',
    ];
    for (const content of same) expect(await hash(content)).toBe(plain);
  });

  test('depends on every word of an item, but not on the prompt around it, which the lock records separately', async () => {
    const plain = await hash(lines.join('\n'));
    for (const [from, to] of [
      ['"y"', '"z"'],
      ['"1"', '"2"'],
      ['"p": 1', '"p": 3'],
      ['"b"', '"c"'],
      ['"answer"', '"group"'],
    ]) {
      expect(await hash(lines.join('\n').replace(from ?? '', to ?? ''))).not.toBe(plain);
    }
    expect(await hash(lines.join('\n'), { system: 'S', template: 'T {{prompt}}' })).toBe(plain);
  });

  test('and the items are the same for every order of lines, line end and chunk size', async () => {
    const item = fc.record(
      {
        id: fc.string({ minLength: 1, unit: 'grapheme' }),
        prompt: fc.string({ minLength: 1, unit: 'grapheme' }),
        answer: fc.string({ minLength: 1 }),
        group: fc.string({ minLength: 1 }),
        meta: fc.jsonValue(),
      },
      { requiredKeys: ['id', 'prompt'] },
    );
    const eval_ = fc.uniqueArray(item, { minLength: 1, selector: ({ id }) => id });
    const shuffled = eval_.chain((items) =>
      fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
    );
    await fc.assert(
      fc.asyncProperty(
        shuffled,
        fc.constantFrom('\n', '\r\n', '\n\n'),
        fc.integer({ min: 1, max: 64 }),
        async ([items, other], end, size) => {
          const suite = await read(text(items, '\n'));
          const again = await read(`\uFEFF${text(other, end)}${end}`, {}, size);
          expect(again).toEqual(suite);
        },
      ),
      { numRuns: 100, seed: 1 },
    );
  });
});

describe('mistakes', () => {
  test('are all reported at once, each with its line', async () => {
    const told = await refused(
      [
        '{"id": "a", "prompt": "x"}',
        '{"id": "a", "prompt": "y"}',
        '{"id": "b", "promt": "y"}',
        '{"id": "c", "prompt": "y", "answer": true}',
        '{"id": "d", "prompt": "y"',
        '[1]',
      ].join('\n'),
    );
    expect(told).toBe(
      [
        'ci/evals/sums.jsonl: 6 mistakes',
        '  ci/evals/sums.jsonl:2: id "a" is also on line 1',
        '    Give every item of a suite a different id. 7 and "7" are the same id.',
        '  ci/evals/sums.jsonl:3: promt: unknown key',
        '    Did you mean prompt?',
        '  ci/evals/sums.jsonl:4: answer: found true, expected the right answer: a non-empty string, or a number within ±2^53',
        '    For example: "answer": "4"',
        '  ci/evals/sums.jsonl:5:26: the line ends before its JSON object is complete',
        '    Write each JSON object on one line, and check that the file is complete.',
        '  ci/evals/sums.jsonl:6: this line is JSON but not an object, expected an item',
        '    Write {"id": …, "prompt": …, "answer": …}.',
      ]
        .join('\n')
        .replace('6 mistakes', '5 mistakes'),
    );
  });

  test.each([
    ['{"prompt": "x"}', 'sums.jsonl:1: id: missing, expected the id of the item: a non-empty string'],
    ['{"id": "", "prompt": "x"}', 'sums.jsonl:1: id: found an empty string, expected the id'],
    ['{"id": null, "prompt": "x"}', 'sums.jsonl:1: id: found nothing, expected the id'],
    ['{"id": 12345678901234567890, "prompt": "x"}', 'id: found 12345678901234567000, expected the id'],
    ['{"id": "a"}', 'found neither prompt nor messages, expected exactly one of the two'],
    [
      '{"id": "a", "prompt": "x", "messages": [{"role": "user", "content": "x"}]}',
      'found both prompt and messages',
    ],
    ['{"id": "a", "prompt": ""}', 'prompt: found an empty string, expected a non-empty string'],
    ['{"id": "a", "messages": []}', 'messages: found an empty list, expected a list of at least one message'],
    [
      '{"id": "a", "messages": [{"role": "usr", "content": "x"}]}',
      'messages[0].role: found "usr", expected "system", "user" or "assistant"\n  Did you mean user?',
    ],
    [
      '{"id": "a", "messages": [{"role": "user", "content": [{"type": "image"}]}]}',
      'messages[0].content: found a list',
    ],
    ['{"id": "a", "prompt": "x",}', ':1:27: this line is not valid JSON'],
    ["{'id': 'a'}", ':1:2: this line is not valid JSON'],
    ['{"id": "a", "prompt": "x"} {"id": "b"}', 'this line is not valid JSON'],
    ['', 'ci/evals/sums.jsonl: this file contains no items, expected one JSON object per line'],
    ['\n \r\n', 'this file contains no items'],
  ])('%s', async (content, message) => {
    expect(await refused(content)).toContain(message);
  });

  test('an id as a number and the same id as text are duplicates', async () => {
    expect(await refused('{"id": 7, "prompt": "x"}\n\n{"id": "7", "prompt": "y"}')).toContain(
      ':3: id "7" is also on line 1',
    );
  });

  test('bytes that are not UTF-8 are reported with their line', async () => {
    const bytes = Buffer.from('{"id": "a", "prompt": "x"}\n{"id": "b", "prompt": "caf\u00e9"}\n', 'latin1');
    expect(await refused(bytes)).toBe(
      'ci/evals/sums.jsonl:2: found bytes that are not UTF-8, expected UTF-8\n  Save the file in UTF-8.',
    );
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('{"id": "a"}\n{"id": "b"}', 'utf16le'),
    ]);
    expect(await refused(utf16)).toContain('ci/evals/sums.jsonl:1: found UTF-16 text, expected UTF-8');
  });

  test('a template needs a prompt, and two system messages are one too many', async () => {
    const conversation =
      '{"id": "a", "messages": [{"role": "system", "content": "S"}, {"role": "user", "content": "U"}]}';
    expect(await refused(conversation, { template: 'T {{prompt}}' })).toBe(
      'ci/evals/sums.jsonl:1: item "a" has messages, but the template of suite sums applies only to a prompt\n  Replace "messages" with a "prompt", or move the item to a suite without a template.',
    );
    expect(await refused(conversation, { system: 'S' })).toContain(
      'item "a" has a system message, but suite sums also has one\n  Keep only one of the two.',
    );
  });

  test('an item that its grader cannot grade is reported before anything is sampled', async () => {
    const grader = createGrader(graderSpecSchema.parse('numeric'));
    const told = await refusal(() =>
      readSuite({
        suite: SUITE,
        folder: 'ci',
        open: memoryFile(
          'ci/evals/sums.jsonl',
          '{"id": "a", "prompt": "x", "answer": "4"}\n{"id": "b", "prompt": "x"}',
        ),
        grader,
      }),
    );
    expect(told).toMatch(
      /^ci\/evals\/sums\.jsonl:2: item "b" cannot be graded by numeric: .+\n {2}Fix or remove the item/,
    );
  });

  test('a missing file names the suite that needs it', async () => {
    const told = await refusal(() =>
      readSuite({ suite: SUITE, folder: '.', open: memoryFile('elsewhere', '') }),
    );
    expect(told).toBe(
      "evals/sums.jsonl: there is no such file\n  Create it, or correct the path under items in suite sums. The path is relative to the configuration's folder.",
    );
  });
});

test('an absolute path is used unchanged', async () => {
  const open = memoryFile('/data/sums.jsonl', '{"id": "a", "prompt": "x"}');
  const suite = await readSuite({ suite: { ...SUITE, items: '/data/sums.jsonl' }, folder: 'ci', open });
  expect(suite.items).toHaveLength(1);
});

describeOnData('GSM8K', () => {
  test('all 1,319 problems can be read and graded', async () => {
    const grader = createGrader(graderSpecSchema.parse('numeric'));
    const suite = await readSuite({
      suite: { ...SUITE, items: testData('gsm8k/gsm8k.jsonl') },
      folder: '.',
      open: (path) => createReadStream(path),
      grader,
    });
    expect(suite.items).toHaveLength(1319);
    expect(new Set(suite.items.map(({ group }) => group)).has('2 steps')).toBe(true);
    expect(new Set(suite.items.map(({ cluster }) => cluster)).size).toBe(1319);
  });
});
