import { FULL, renderDetail, type Detail } from './markdown.ts';
import { blocks } from './fold.ts';
import type { Result } from '../result/result.ts';
import { VERDICT_ALERTS, VERDICT_WORDS } from '../result/sentences/verdict-names.ts';

const SHORTER: readonly Detail[] = [
  { rows: 8, reasons: 8, folds: 'why' },
  { rows: 4, reasons: 4, folds: 'none' },
  { rows: 0, reasons: 1, folds: 'none' },
];

/**
 * The report as a comment of at most `maxCharacters` UTF-16 code units (the platform's own count is never higher). The
 * report is complete if it fits. Otherwise, folds and rows are omitted first, then everything except the verdict and
 * the table; the verdict's name always remains. A shortened comment contains a note that it was shortened and a link to
 * `reportUrl`, which comes from the caller and never from the result. `maxCharacters` is at least 500.
 */
export const renderComment = (
  result: Result,
  { maxCharacters, reportUrl }: { maxCharacters: number; reportUrl?: string },
): string => {
  const whole = renderDetail(result, FULL);
  if (whole.length < maxCharacters) return `${whole}\n`;
  const note = `Shortened to fit a comment. ${reportUrl === undefined ? 'The full report is in the job summary and in `report.md`.' : `[Full report](${reportUrl})`}`;
  const { status, passed } = result.verdict;
  const least = `> [!${VERDICT_ALERTS[status]}]\n> **${VERDICT_WORDS[status]}.** The check **${passed ? 'passes' : 'fails'}**.`;
  const shortened = [...SHORTER.map((detail) => renderDetail(result, detail)), least].map((text) =>
    blocks(text, note),
  );
  return `${shortened.find((text) => text.length < maxCharacters) ?? least}\n`;
};
