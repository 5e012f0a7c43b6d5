import { expect, test } from 'vitest';
import { readGraded } from '../../../src/run/explain/graded-file.ts';
import { ConfigError } from '../../../src/errors.ts';

const reading = (text: string) =>
  readGraded('out/graded.jsonl', {
    suites: new Set(['sums']),
    open: async function* open() {
      yield await Promise.resolve(Buffer.from(text));
    },
  });

const line = (rest: object): string =>
  `${JSON.stringify({ side: 'old', suite: 'sums', id: 'q', index: 0, outcome: 'correct', ...rest })}\n`;

test('reads samples by item and side, greedy ones separately, without other suites', async () => {
  const graded = await reading(
    line({ answer: '4', rule: 'boxed', key: 'k' }) +
      line({ side: 'new', outcome: 'failed', reason: 'timeout' }) +
      line({ greedy: true, index: undefined, outcome: 'incorrect' }) +
      line({ suite: 'other' }),
  );
  expect([...graded]).toEqual([
    [
      'sums',
      [
        {
          id: 'q',
          old: [{ index: 0, outcome: 'correct', answer: '4', rule: 'boxed', key: 'k' }],
          new: [{ index: 0, outcome: 'failed', reason: 'timeout' }],
          greedy: { old: [{ index: 0, outcome: 'incorrect' }], new: [] },
        },
      ],
    ],
  ]);
});

test.each([
  ['no JSON', '{', 'the line ends before its JSON object is complete'],
  ['another outcome', line({ outcome: 'fine' }), 'this line is not a graded sample'],
  ['another side', line({}) + line({ side: '__proto__' }), 'this line is not a graded sample'],
])('refuses with its line: %s', async (_, text, what) => {
  const error: unknown = await reading(text).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConfigError);
  expect(String(error)).toContain(what);
  expect(String(error)).toMatch(/graded\.jsonl:\d/u);
});

test('accepts an item with the name of an inherited object member', async () => {
  const graded = await reading(line({ id: '__proto__' }));
  expect(graded.get('sums')?.map(({ id }) => id)).toEqual(['__proto__']);
});
