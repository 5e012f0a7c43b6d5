import * as fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type ReportToPublish, reportToPublish } from '../../../src/github/publish/report-to-publish.ts';
import { writeSummary } from '../../../src/github/job/summary.ts';
import * as results from '../../support/results.ts';

const LIMIT = 1024 * 1024;

function summaryFile(content = ''): string {
  const folder = mkdtempSync(join(tmpdir(), 'reversal-check-summary-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'summary.md');
  writeFileSync(path, content);
  return path;
}

/** The maximum length, in characters of this many bytes. */
const long = (letter: string, characters: number): ReportToPublish => ({
  whole: letter.repeat(characters),
  atMost: (most) => letter.repeat(Math.min(most, characters)),
  outcome: 'x',
  passed: true,
});

test('contains the whole report, after the text that an earlier part of the step wrote', async () => {
  const path = summaryFile('before\n');
  const showing = reportToPublish(results.reversal(), undefined);
  expect(await writeSummary(showing, path)).toEqual({ kind: 'written' });
  expect(readFileSync(path, 'utf8')).toBe(`before\n${showing.whole}`);
});

test('is never larger than GitHub accepts, however long the report and whatever the characters', async () => {
  for (const letter of ['a', 'é', '語', '😀']) {
    for (const earlier of [0, 1, 1000, LIMIT - 600]) {
      const path = summaryFile('x'.repeat(earlier));
      await writeSummary(long(letter, LIMIT), path);
      expect(statSync(path).size).toBeLessThanOrEqual(LIMIT);
    }
  }
});

test('writes a report of exactly the maximum size whole, and shortens one that is a byte longer', async () => {
  const [exact, over] = [summaryFile(), summaryFile()];
  expect(await writeSummary(long('a', LIMIT), exact)).toEqual({ kind: 'written' });
  expect(await writeSummary(long('a', LIMIT + 1), over)).toEqual({ kind: 'shortened' });
  expect([statSync(exact).size, statSync(over).size]).toEqual([LIMIT, LIMIT]);
});

test('shortens a real report of 1,000 hostile reasons to fit', async () => {
  const path = summaryFile('x'.repeat(LIMIT - 40_000));
  const result = results.hostile();
  result.verdict.reasons = Array.from(
    { length: 1000 },
    (_, place) => `語 ${place} ${results.NASTY.join(' ')}`,
  );
  expect(await writeSummary(reportToPublish(result, 'https://github.test/run'), path)).toEqual({
    kind: 'shortened',
  });
  expect(readFileSync(path, 'utf8')).toContain('Shortened to fit');
  expect(statSync(path).size).toBeLessThanOrEqual(LIMIT);
});

test('gives a reason and no error without a file, without room, or if it is not a file', async () => {
  const showing = reportToPublish(results.skipped(), undefined);
  expect(await writeSummary(showing, undefined)).toMatchObject({
    reason: 'the runner does not support step summaries',
  });
  const full = summaryFile('x'.repeat(LIMIT - 100));
  expect(await writeSummary(showing, full)).toMatchObject({ reason: 'the step summary is already full' });
  expect(statSync(full).size).toBe(LIMIT - 100);
  expect(await writeSummary(showing, join(full, 'nowhere'))).toMatchObject({
    reason: expect.stringMatching(/^ENOTDIR/),
  });
});

test('property: the written text fits', async () => {
  const path = summaryFile();
  await fc.assert(
    fc.asyncProperty(
      fc.nat(2000),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }),
      async (room, unit) => {
        writeFileSync(path, Buffer.alloc(LIMIT - room, 'x'));
        await writeSummary(long(unit, 3000), path);
        expect(statSync(path).size).toBeLessThanOrEqual(LIMIT);
      },
    ),
    { numRuns: 30 },
  );
});
