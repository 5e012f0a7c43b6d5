import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { storedLineReader, storedSchema } from '../../src/store/stored-line.ts';

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

const ODD = [null, '', 'x', 0, -1, 1.5, 2 ** 53, [], {}, true, undefined];
const ODD_VALUES: Readonly<Record<string, readonly unknown[]>> = {
  finish_reason: [...ODD, 'length', 'MAX_TOKENS', 'model_length', 'SAFETY', 'content_filter'],
  time: [...ODD, '2026-02-30T08:00:00Z', '2026-11-02', '2026-11-02T08:00Z'],
  usage: [...ODD, { prompt_tokens: -1, completion_tokens: 5 }, { ...USUAL.usage, more: 1 }],
  block: [...ODD, { first: 0, lines: 0 }, { first: 0.5, lines: 1 }, { ...USUAL.block, more: 1 }],
};

const changed = fc.constantFrom(...Object.keys(USUAL), 'outcome', 'answer', 'error', 'more').chain((field) =>
  fc.oneof(
    fc
      .constantFrom(...(ODD_VALUES[field] ?? ODD))
      .map((value) => (line: object) => ({ ...line, [field]: value })),
    fc.constant((line: object) =>
      Object.fromEntries(Object.entries(line).filter(([name]) => name !== field)),
    ),
  ),
);

it('reads every line like the schema, one after the other', () => {
  const lines = fc.array(
    fc
      .array(changed, { maxLength: 3 })
      .map((changes) => changes.reduce((line, change) => change(line), USUAL as object)),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(lines, (lines) => {
      const read = storedLineReader();
      for (const line of lines) expect(read(line)).toEqual(storedSchema.safeParse(line).data);
    }),
    { numRuns: 1000 },
  );
});

it.each([null, undefined, 4, 'text', true, [], [USUAL]])('does not read %j as a line', (line) => {
  expect(storedLineReader()(line)).toBeUndefined();
});

it('reads a typical line in full', () => {
  expect(storedLineReader()(USUAL)).toStrictEqual(USUAL);
});
