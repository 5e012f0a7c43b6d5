import { createHash } from 'node:crypto';
import { renderComment } from '../../report/comment.ts';
import { lostIn } from '../../result/lost-guardrails.ts';
import { renderMarkdown } from '../../report/markdown.ts';
import type { Result } from '../../result/result.ts';

/** What a run shows, as Markdown that can be cut to the room there is. */
export interface ReportToPublish {
  /** Everything. */
  readonly whole: string;
  /** At most so many characters (UTF-16 code units), 500 or more, by leaving out what matters least. */
  readonly atMost: (maxCharacters: number) => string;
  /** One word that is the same where nothing changed that a reader must know of: verdict and lost guardrails. */
  readonly outcome: string;
  readonly passed: boolean;
}

/** A result as it is shown; `reportUrl` is where the whole report stands. */
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
