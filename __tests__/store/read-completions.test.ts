import { createReadStream } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCompletions } from '../../src/store/read-completions.ts';
import { describeOnData } from '../support/describe-on-data.ts';
import { memoryFile } from '../support/memory-file.ts';
import { refusal } from '../support/refusal.ts';
import { testData } from '../support/test-data.ts';

const read = (content: string | Uint8Array) =>
  readCompletions({ path: 'old.jsonl', open: memoryFile('old.jsonl', content) });

const refused = (content: string | Uint8Array): Promise<string> => refusal(() => read(content));

test('reads generations in the order of the file, with numbers as ids and unknown members', async () => {
  const generations = await read(
    [
      '\uFEFF{"suite": "s", "id": "b", "index": 1, "text": "é\\n", "finish_reason": "stop", "model": "m"}\r',
      '',
      '{"suite": "s", "id": 7, "index": 0, "text": "", "error": "timeout", "usage": {"prompt_tokens": 1, "completion_tokens": 2}}',
    ].join('\n'),
  );
  expect(generations).toEqual([
    { suite: 's', id: 'b', index: 1, text: 'é\n', finish_reason: 'stop' },
    {
      suite: 's',
      id: '7',
      index: 0,
      text: '',
      error: 'timeout',
      usage: { prompt_tokens: 1, completion_tokens: 2 },
    },
  ]);
});

test('reads a finish reason in any spelling, and keeps unknown ones unchanged', async () => {
  const line = (reason: string | null): string =>
    JSON.stringify({ suite: 's', id: 'a', index: 0, text: '', finish_reason: reason });
  const reasons = ['MAX_TOKENS', 'model_length', 'guardrail_intervened', 'end_turn', 'tool_calls', null];
  const generations = await read(reasons.map(line).join('\n'));
  expect(generations.map(({ finish_reason }) => finish_reason)).toEqual([
    'length',
    'length',
    'content_filter',
    'stop',
    'tool_calls',
    null,
  ]);
  expect(await refused('{"suite": "s", "id": "a", "index": 0, "text": "", "finish_reason": 2}')).toContain(
    'old.jsonl:1: finish_reason: found 2, expected a string',
  );
});

describe('reports mistakes with file and line', () => {
  test('all of them at once', async () => {
    expect(
      await refused(
        [
          '{"suite": "s", "id": "a", "index": -1, "text": "x"}',
          '{"suite": "s", "id": "a", "index": "0", "text": "x"}',
          '{"suite": "s", "id": "a", "index": 0}',
          'null',
          '{"suite": "s", "id"',
        ].join('\n'),
      ),
    ).toBe(
      [
        'old.jsonl: 5 mistakes',
        '  old.jsonl:1: index: found -1, expected a number of at least 0',
        '    Write a number of at least 0.',
        '  old.jsonl:2: index: found "0", expected a number',
        '    Write a number.',
        '  old.jsonl:3: text: missing, expected a string',
        '    Add "text": …',
        '  old.jsonl:4: this line is JSON but not an object, expected a completion',
        '    Write {"suite": …, "id": …, "index": …, "text": …}.',
        '  old.jsonl:5:20: the line ends before its JSON object is complete',
        '    Write each JSON object on one line, and check that the file is complete.',
      ].join('\n'),
    );
  });

  test.each([
    ['{"suite": "", "id": "a", "index": 0, "text": ""}', 'old.jsonl:1: suite: found an empty string'],
    [
      '{"suite": "s", "id": "a", "index": 0.5, "text": ""}',
      'old.jsonl:1: index: found 0.5, expected a whole number',
    ],
    ['{"suite": "s", "id": 0.5, "index": 0, "text": ""}', 'old.jsonl:1: id: found 0.5, expected a string'],
    ['', 'old.jsonl: this file contains no completions, expected one JSON object per line'],
  ])('%s', async (content, message) => {
    expect(await refused(content)).toContain(message);
  });

  test('gives up on a file of another kind after a thousand lines', async () => {
    const told = await refused('{"x": 1}\n'.repeat(5000));
    expect(told).toMatch(/^old\.jsonl: 100\d mistakes\n/);
    expect(told.split('\n').length).toBeLessThan(50);
  });

  test('refuses a missing file and one that is not UTF-8', async () => {
    expect(
      await refusal(() => readCompletions({ path: 'old.jsonl', open: memoryFile('new.jsonl', '') })),
    ).toContain('old.jsonl: there is no such file');
    expect(await refused(Uint8Array.of(0x7b, 0xff, 0x7d))).toContain(
      'old.jsonl:1: found bytes that are not UTF-8',
    );
  });
});

describeOnData('CodeGen on HumanEval', () => {
  test('reads all 16,400 completions', async () => {
    const real = testData('humaneval-codegen/generations-codegen-16b.jsonl');
    const generations = await readCompletions({ path: real, open: (path) => createReadStream(path) });
    expect(generations).toHaveLength(16_400);
    expect(new Set(generations.map(({ id, index }) => `${id} ${index}`)).size).toBe(16_400);
  });
});
