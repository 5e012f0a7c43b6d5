import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { renderTerminal } from '../../src/report/terminal.ts';
import * as results from '../support/results.ts';

const PLAIN = { colour: false, columns: 80, unicode: true };
const ALL = [
  results.progress,
  results.unchanged,
  results.reversal,
  results.regression,
  results.inconclusive,
  results.invalid,
  results.skipped,
  results.barelyMeasured,
];

test('a reversal at 80 columns equals the golden file', async () => {
  await expect(renderTerminal(results.reversal(), PLAIN)).toMatchFileSnapshot('golden/reversal-80.txt');
});

test('a reversal at 120 columns equals the golden file', async () => {
  await expect(renderTerminal(results.reversal(), { ...PLAIN, columns: 120 })).toMatchFileSnapshot(
    'golden/reversal-120.txt',
  );
});

test('a result with hardly any measurements equals the golden file', async () => {
  await expect(renderTerminal(results.barelyMeasured(), PLAIN)).toMatchFileSnapshot(
    'golden/barely-measured-80.txt',
  );
});

test('the verdict and its effect on the check come first', () => {
  expect(renderTerminal(results.reversal(), PLAIN).split('\n')[0]).toBe(
    'Self-improvement reversal. The check fails.',
  );
  expect(renderTerminal(results.progress(), PLAIN).split('\n')[0]).toBe('Progress. The check passes.');
});

describe.each([80, 100, 120, 160])('at %i columns', (columns) => {
  test.each(ALL.map((build) => [build.name, build] as const))('%s fits', (_, build) => {
    for (const line of renderTerminal(build(), { ...PLAIN, columns }).split('\n')) {
      expect(stringWidth(line), line).toBeLessThanOrEqual(columns);
    }
  });
});

test('rows align whatever script their suites are in', () => {
  const result = results.reversal();
  for (const measure of result.measures) measure.suite = measure.role === 'ood' ? '数学代数' : 'gsm8k';
  const rows = renderTerminal(result, PLAIN)
    .split('\n')
    .filter((line) => /^[▲▼·] /u.test(line));
  const starts = rows.map((row) => stringWidth(row.slice(0, row.indexOf('['))));
  expect(rows.length).toBe(result.measures.length);
  expect(new Set(starts).size).toBe(1);
});

test('the text is the same without colors', () => {
  for (const build of [...ALL, results.hostile]) {
    const coloured = renderTerminal(build(), { ...PLAIN, colour: true });
    expect(coloured).toContain('\u001B[1m');
    expect(stripVTControlCharacters(coloured)).toBe(renderTerminal(build(), PLAIN));
  }
});

test('our own symbols are ASCII without Unicode', () => {
  for (const build of ALL) {
    for (const columns of [80, 120]) {
      // oxlint-disable-next-line no-control-regex -- it is the range of ASCII that is asked for
      expect(renderTerminal(build(), { colour: false, columns, unicode: false })).toMatch(/^[\n -~]*$/u);
    }
  }
});

test('an interval strip is shown only if there is room', () => {
  expect(renderTerminal(results.reversal(), { ...PLAIN, columns: 120 })).toContain('┊');
  expect(renderTerminal(results.reversal(), PLAIN)).not.toContain('┊');
});

test('no text in a result moves the cursor, reorders text or is a workflow command', () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom(...results.NASTY), fc.string({ unit: 'binary', maxLength: 10 })), {
      maxLength: 4,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      fc.constantFrom(...ALL),
      text,
      fc.integer({ min: 20, max: 160 }),
      (build, hostile, columns) => {
        const shown = renderTerminal(results.withEveryText(build(), hostile), { ...PLAIN, columns });
        for (const line of shown.split('\n')) {
          expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
          expect(line).not.toMatch(/::|##\[/u);
        }
      },
    ),
    { numRuns: 200 },
  );
});
