import type { Checked } from '../run/stages/conclude.ts';
import { renderTerminal, type TerminalOptions } from '../report/terminal.ts';
import { exitCodeOf } from '../run/stages/exit-code.ts';
import { type Annotation, annotationOf } from '../github/job/annotations.ts';
import { type FoundOutputs, outputsOf } from '../github/job/outputs.ts';
import { type ReportToPublish, reportToPublish } from '../github/publish/report-to-publish.ts';

/** How text is rendered in the log. */
export const LOG_RENDERING: TerminalOptions = { colour: false, columns: 100, unicode: true };

/** A run's complete outcome, decided before any of it is published. */
export interface JobOutcome {
  readonly showing: ReportToPublish;
  /** The text for the job's log, in addition to the annotations. Not neutralized yet; empty if there is nothing to add. */
  readonly logText: string;
  readonly outputs: FoundOutputs;
  /** The sampled shard's folder; absent if no shard was sampled. */
  readonly shard?: string;
  readonly exitCode: 0 | 1 | 2 | 3;
  /** Whether a comment may be created for the outcome if there is none yet. */
  readonly mayCreateComment: boolean;
  readonly annotations: readonly Annotation[];
  /** The guardrails with an active alarm after a scheduled run. */
  readonly alarmed?: readonly string[];
  /**
   * Whether the subject of the check was closed or deleted. If so, nothing is posted, and earlier comments remain
   * unchanged.
   */
  readonly isOfWhatIsGone?: boolean;
  /** Written to the run's folder. Absent if there is no result. */
  readonly checked?: Checked;
}

/** The outcome of a run with a result. */
export function jobOutcomeOf(
  checked: Checked,
  {
    runUrl,
    mayCreateComment,
    showing = reportToPublish(checked.result, runUrl),
    logText = renderTerminal(checked.result, LOG_RENDERING),
    alarmed,
  }: {
    readonly runUrl: string | undefined;
    readonly mayCreateComment: boolean;
    /** A report to publish in place of the result's own report. */
    readonly showing?: ReportToPublish;
    /** Text for the log in place of the result's own. */
    readonly logText?: string;
    readonly alarmed?: readonly string[] | undefined;
  },
): JobOutcome {
  const { result } = checked;
  const exitCode = exitCodeOf(result);
  return {
    showing,
    logText,
    outputs: outputsOf(result),
    exitCode,
    mayCreateComment,
    annotations: exitCode === 0 ? [] : [annotationOf(result)],
    checked,
    ...(alarmed === undefined ? {} : { alarmed }),
  };
}
