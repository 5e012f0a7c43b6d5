import type { Checked } from '../run/stages/conclude.ts';
import { exitCodeOf } from '../run/stages/exit-code.ts';
import { type Annotation, annotationOf } from '../github/job/annotations.ts';
import { type FoundOutputs, outputsOf } from '../github/job/outputs.ts';
import { type ReportToPublish, reportToPublish } from '../github/publish/report-to-publish.ts';

/** What a run came to, all of it decided before any of it is shown. */
export interface JobOutcome {
  readonly showing: ReportToPublish;
  readonly outputs: FoundOutputs;
  /** The folder of the shard that was sampled; absent where none was. */
  readonly shard?: string;
  readonly exitCode: 0 | 1 | 2 | 3;
  /** Whether it is worth a comment where there is none yet. */
  readonly mayCreateComment: boolean;
  readonly annotations: readonly Annotation[];
  /** The guardrails that stand in alarm after a scheduled run. */
  readonly alarmed?: readonly string[];
  /** Whether it is about what is closed or deleted: nothing is posted, and what was said there stays as it is. */
  readonly isOfWhatIsGone?: boolean;
  /** What goes into the run's folder; absent where there is no result. */
  readonly checked?: Checked;
}

/** A result as a finding. */
export function jobOutcomeOf(
  checked: Checked,
  {
    runUrl,
    mayCreateComment,
    showing = reportToPublish(checked.result, runUrl),
    alarmed,
  }: {
    readonly runUrl: string | undefined;
    readonly mayCreateComment: boolean;
    /** Shown in place of the result's report. */
    readonly showing?: ReportToPublish;
    readonly alarmed?: readonly string[] | undefined;
  },
): JobOutcome {
  const { result } = checked;
  const exitCode = exitCodeOf(result);
  return {
    showing,
    outputs: outputsOf(result),
    exitCode,
    mayCreateComment,
    annotations: exitCode === 0 ? [] : [annotationOf(result)],
    checked,
    ...(alarmed === undefined ? {} : { alarmed }),
  };
}
