import { createHash } from 'node:crypto';
import { renderComment } from '../../report/comment.ts';
import { lostIn } from '../../result/lost-guardrails.ts';
import { renderMarkdown } from '../../report/markdown.ts';
import type { Result } from '../../result/result.ts';

/** A run's report, as Markdown that can be shortened to fit. */
export interface ReportToPublish {
  /** The full text. */
  readonly whole: string;
  /**
   * Returns the text shortened to at most this many characters (UTF-16 code units; at least 500). The least important
   * parts are omitted first.
   */
  readonly atMost: (maxCharacters: number) => string;
  /**
   * A one-word digest of the verdict and the lost guardrails. It changes only if something changes that a reader needs
   * to know.
   */
  readonly outcome: string;
  readonly passed: boolean;
}

/** A result's report; `reportUrl` is the address of the full report. */
export function reportToPublish(result: Result, reportUrl: string | undefined): ReportToPublish {
  const { verdict } = result;
  return {
    whole: renderMarkdown(result),
    atMost: (maxCharacters) =>
      renderComment(result, { maxCharacters, ...(reportUrl === undefined ? {} : { reportUrl }) }),
    outcome: `${verdict.status}-${digestOf(lostIn(result).toSorted())}`,
    passed: verdict.passed,
  };
}

function digestOf(names: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(names)).digest('hex').slice(0, 16);
}
