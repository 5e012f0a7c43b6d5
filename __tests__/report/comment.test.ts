import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderComment } from '../../src/report/comment.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { actsOf } from '../support/platform.ts';
import { hostile, measureResult, NASTY, reversal, withEveryText } from '../support/results.ts';

const reportUrl = 'https://ci.example/runs/1';

const crowded = () => {
  const result = reversal();
  const [first] = result.suites;
  if (first === undefined) throw new Error('no suite');
  result.suites = Array.from({ length: 200 }, (_, at) => ({ ...first, name: `suite-${at}` }));
  result.measures = Array.from({ length: 400 }, (_, at) =>
    measureResult({
      id: `${at}`,
      suite: `suite-${at}`,
      role: 'target',
      dimension: 'coverage',
      name: 'pass@32',
      old: 0.5,
      new: 0.5,
      interval: [-0.01, 0.01],
      state: 'kept',
    }),
  );
  return result;
};

test('contains the whole report if it fits', () => {
  expect(renderComment(reversal(), { maxCharacters: 65_536, reportUrl })).toBe(renderMarkdown(reversal()));
});

test('shortens a report that does not fit, says so, and links to the whole', () => {
  const comment = renderComment(crowded(), { maxCharacters: 65_536, reportUrl });
  expect(renderMarkdown(crowded()).length).toBeGreaterThan(65_536);
  expect(comment.length).toBeLessThanOrEqual(65_536);
  expect(comment).toContain('| ✓\u00A0**Coverage** pass@32 suite-0 |');
  expect(comment).toContain(`Shortened to fit a comment. [Full report](${reportUrl})`);
});

test('says where the full report is if there is no address', () => {
  expect(renderComment(crowded(), { maxCharacters: 65_536 })).toContain('job summary and in `report.md`');
});

describe('as space shrinks', () => {
  test('the verdict remains', () => {
    for (const maxCharacters of [500, 1000, 2000, 5000, 10_000, 20_000, 40_000, 65_536]) {
      for (const result of [reversal(), crowded(), hostile()]) {
        const comment = renderComment(result, { maxCharacters, reportUrl });
        expect(comment.length).toBeLessThanOrEqual(maxCharacters);
        expect(comment).toMatch(/^> \[!CAUTION\]\n> \*\*Self-improvement reversal(?: \(waived\))?\.\*\* /u);
      }
    }
  });

  test('more space never shows less', () => {
    const lengths = [500, 1000, 2000, 4000, 8000, 16_000].map(
      (maxCharacters) => renderComment(reversal(), { maxCharacters, reportUrl }).length,
    );
    expect(lengths).toEqual(lengths.toSorted((one, other) => one - other));
  });

  test('no text breaks the limit or has an effect, even at its longest', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NASTY, '$', '@', '\u{1F468}\u{1F3FB}', '`'),
        fc.integer({ min: 500, max: 20_000 }),
        (text, maxCharacters) => {
          const comment = renderComment(withEveryText(reversal(), text.repeat(60)), { maxCharacters });
          expect(comment.length).toBeLessThanOrEqual(maxCharacters);
          expect(actsOf(comment)).toEqual([]);
        },
      ),
      { numRuns: 15 },
    );
  });
});
