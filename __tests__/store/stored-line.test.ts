import { expect, it } from 'vitest';
import { storedSchema } from '../../src/store/stored-line.ts';

const USUAL = {
  suite: 's',
  id: 'a',
  index: 3,
  text: 'The answer is 4.',
  finish_reason: 'stop',
  usage: { prompt_tokens: 7, completion_tokens: 5 },
  key: 'k',
  model: 'm',
  system_fingerprint: 'fp',
  time: '2026-11-02T08:00:00.000Z',
  block: { first: 0, lines: 4 },
};
const read = (line: unknown): unknown => storedSchema.safeParse(line).data;

it('reads a usual line in full', () => {
  expect(read(USUAL)).toStrictEqual(USUAL);
});

it('reads a line with nothing but what every line has', () => {
  const { suite, id, index, text, key, time } = USUAL;
  expect(read({ suite, id, index, text, key, time })).toMatchObject({ suite, id, index, text, key, time });
});

it.each([
  ['MAX_TOKENS', 'length'],
  ['SAFETY', 'content_filter'],
  ['stop', 'stop'],
])('reads the finish reason %s as %s', (written, expected) => {
  expect(read({ ...USUAL, finish_reason: written })).toMatchObject({ finish_reason: expected });
});

it.each([null, undefined, 4, 'text', true, [], [USUAL]])('reads %j as no line', (line) => {
  expect(read(line)).toBeUndefined();
});

it.each([
  ['suite', ['', 4, null]],
  ['id', ['', 4, null]],
  ['index', [-1, 1.5, 2 ** 53, '3', null]],
  ['text', [null, 4, {}]],
  ['key', [null, 4]],
  ['finish_reason', [4, {}]],
  ['model', [4, {}]],
  ['time', [undefined, 0, '', '2026-02-30T08:00:00Z', '2026-11-02', '2026-11-02T08:00:00']],
  ['usage', [0, 'x', { prompt_tokens: -1, completion_tokens: 5 }]],
  ['block', [0, [], { first: 0, lines: 0 }, { first: 0.5, lines: 1 }]],
])('refuses a line with another %s', (field, values) => {
  for (const value of values)
    expect(read({ ...USUAL, [field]: value }), JSON.stringify(value)).toBeUndefined();
});
