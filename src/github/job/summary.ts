import { appendFile, stat } from 'node:fs/promises';
import type { ReportToPublish } from '../publish/report-to-publish.ts';

/** Maximum size of a step's summary in bytes. A larger summary is dropped completely. */
const LONGEST_SUMMARY = 1024 * 1024;

/** Maximum number of bytes that a UTF-16 code unit takes in UTF-8. */
const BYTES_A_UNIT = 3;

/** The smallest length, in characters, to which a report can be cut. */
const LEAST_CHARACTERS = 500;

/** Whether the summary was written. If not, `unwritten` gives the reason in one sentence. */
export type Summary =
  | { readonly kind: 'written' | 'shortened' }
  | { readonly kind: 'unwritten'; readonly reason: string };

/**
 * Adds the report to the step's summary, shortened to the remaining space. Never throws: failing to write a summary
 * does not fail the check.
 */
export async function writeSummary(showing: ReportToPublish, path: string | undefined): Promise<Summary> {
  if (path === undefined) return { kind: 'unwritten', reason: 'the runner does not support step summaries' };
  try {
    const written = await stat(path).then(
      ({ size }) => size,
      () => 0,
    );
    const fitted = fit(showing, LONGEST_SUMMARY - written);
    if (fitted === undefined) return { kind: 'unwritten', reason: 'the step summary is already full' };
    await appendFile(path, fitted.text);
    return { kind: fitted.isWhole ? 'written' : 'shortened' };
  } catch (error) {
    return {
      kind: 'unwritten',
      reason: error instanceof Error ? error.message : String(error),
    };
  }
}

function fit(
  showing: ReportToPublish,
  roomBytes: number,
): { readonly text: string; readonly isWhole: boolean } | undefined {
  if (Buffer.byteLength(showing.whole) <= roomBytes) return { text: showing.whole, isWhole: true };
  // A mostly ASCII text fits if it has no more characters than there are bytes left. Any text fits if it has at most a
  // third as many characters.
  for (const maxCharacters of [roomBytes, Math.floor(roomBytes / BYTES_A_UNIT)]) {
    if (maxCharacters < LEAST_CHARACTERS) return undefined;
    const text = showing.atMost(maxCharacters);
    if (Buffer.byteLength(text) <= roomBytes) return { text, isWhole: false };
  }
  return undefined;
}
