import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../../src/config/read.ts';
import { refusal } from '../../support/refusal.ts';

const yaml = (tags: string): string => `
sampling: { reasoning-tags: ${tags} }
suites: [{ name: gsm8k, role: target, items: a.jsonl, grader: numeric }]
`;

const tagsOf = (tags: string) => parseConfig(yaml(tags), 'reversal.yml').config.sampling.reasoningTags;

test.each([
  ['[]', []],
  ["[{ open: '<pad>', close: '</pad>' }]", [{ open: '<pad>', close: '</pad>' }]],
  ['[{ open: \'Draft of mine:\', close: "Now:" }]', [{ open: 'Draft of mine:', close: 'Now:' }]],
  [`[{ open: x, close: ${'y'.repeat(100)} }]`, [{ open: 'x', close: 'y'.repeat(100) }]],
])('%s is read', (written, tags) => {
  expect(tagsOf(written)).toEqual(tags);
});

describe('refused, by name and with its place', () => {
  test.each([
    ['<pad>', 'sampling.reasoning-tags: found "<pad>", expected a list of up to 32 pairs of tags'],
    ['[<pad>]', 'sampling.reasoning-tags[0]: found "<pad>", expected a mapping with open and close'],
    ['[{ open: <pad> }]', 'sampling.reasoning-tags[0].close: missing'],
    [
      "[{ open: '', close: b }]",
      'sampling.reasoning-tags[0].open: found an empty string, expected a string of 1 to 100',
    ],
    [
      "[{ open: ' ', close: b }]",
      'sampling.reasoning-tags[0].open: found " ", expected a string of 1 to 100',
    ],
    ["[{ open: 'a ', close: b }]", 'without leading or trailing whitespace'],
    [`[{ open: a, close: ${'b'.repeat(101)} }]`, 'sampling.reasoning-tags[0].close: '],
    ['[{ open: a, close: a }]', 'sampling.reasoning-tags[0].close: found "a", which is also open of entry 1'],
    [
      '[{ open: a, close: b }, { open: b, close: c }]',
      'sampling.reasoning-tags[1].open: found "b", which is also close of entry 1; expected each tag only once',
    ],
    [
      `[${Array.from({ length: 33 }, (_, n) => `{ open: a${n}, close: b${n} }`).join(', ')}]`,
      'expected a list of up to 32 pairs of tags',
    ],
    ['[{ open: a, close: b, answer: c }]', 'answer'],
  ])('%s', async (tags, message) => {
    expect(await refusal(() => tagsOf(tags))).toContain(message);
  });
});
