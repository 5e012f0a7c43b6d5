import { describe, expect, test } from 'vitest';
import { parseWaivers, waiversPathOf } from '../../src/config/waivers.ts';
import { refusal } from '../support/refusal.ts';

const parse = (text: string): ReturnType<typeof parseWaivers> =>
  parseWaivers(new TextEncoder().encode(text), 'reversal-waivers.yml');

const WAIVER = `{ suite: gsm8k, measure: coverage/pass@32, old: v2, new: v3, reason: faster, by: '@octocat', expires: 2026-12-31 }`;

test('are next to the configuration', () => {
  expect(waiversPathOf('evals/reversal.yml')).toBe('evals/reversal-waivers.yml');
});

test('are read as written', () => {
  expect(parse(`waivers:\n  - ${WAIVER}\n`)).toEqual([
    {
      suite: 'gsm8k',
      measure: 'coverage/pass@32',
      old: 'v2',
      new: 'v3',
      reason: 'faster',
      by: '@octocat',
      expires: '2026-12-31',
    },
  ]);
});

test.each(['', '# none yet\n', 'waivers: []\n'])('%j has no waivers', (text) => {
  expect(parse(text)).toEqual([]);
});

describe('every mistake is reported with its place', () => {
  test.each([
    [`- ${WAIVER}\n`, 'reversal-waivers.yml:1:1: found a list, expected a mapping with waivers'],
    [`waiver: []\n`, 'Did you mean waivers?'],
    [
      `waivers:\n  - ${WAIVER.replace('by: ', 'from: ')}\n`,
      'reversal-waivers.yml:2:5: waivers[0].by: missing, expected a name',
    ],
    [
      `waivers:\n  - ${WAIVER.replace('v2', '2.0')}\n`,
      'waivers[0].old: found 2, expected a version, in quotes if YAML would read it as a number',
    ],
    [
      `waivers:\n  - ${WAIVER.replace('2026-12-31', '31.12.2026')}\n`,
      'waivers[0].expires: found "31.12.2026", expected a day, as YYYY-MM-DD',
    ],
    [`waivers:\n  - ${WAIVER.replace('2026-12-31', '2026-02-30')}\n`, 'expected a day, as YYYY-MM-DD'],
    [`waivers:\n  - ${WAIVER.replace('coverage/', '')}\n`, 'expected a dimension and a measure'],
    [`waivers:\n  - ${WAIVER.replace('faster', '" "')}\n`, 'waivers[0].reason: found'],
    [`waivers:\n  - ${WAIVER.replace('faster', 'x'.repeat(501))}\n`, 'waivers[0].reason: found'],
    [
      `waivers:\n  - ${WAIVER}\n  - ${WAIVER.replace('faster', 'cheaper')}\n`,
      'reversal-waivers.yml:3:5: waivers[1]: has the same guardrail and versions as waivers[0]',
    ],
    [`waivers: [`, 'this is not YAML'],
  ])('%s', async (text, message) => {
    expect(await refusal(() => parse(text))).toContain(message);
  });
});
