import { ReversalCheckError, SamplingError } from '../errors.ts';
import { annotationsOf } from '../github/job/annotations.ts';
import { NO_OUTPUTS } from '../github/job/outputs.ts';
import type { ReportToPublish } from '../github/publish/report-to-publish.ts';
import { blocks } from '../report/fold.ts';
import { markdownText, SENTENCE_LIMIT } from '../result/text/neutralise.ts';
import { ENGINE_VERSION } from '../version.ts';
import type { JobOutcome } from './job-outcome.ts';

/** The outcome of a run without a result. The log has all details. The report neither mentions nor quotes any server. */
export function failureOf(
  error: unknown,
  { isFile, runUrl }: { readonly isFile: (path: string) => boolean; readonly runUrl: string | undefined },
): JobOutcome {
  const known = error instanceof ReversalCheckError ? error : undefined;
  const showing = showingOfFailure(known, runUrl);
  return {
    showing,
    logText: '',
    outputs: { ...NO_OUTPUTS, passed: 'false' },
    exitCode: known?.exitCode ?? 3,
    mayCreateComment: true,
    isOfWhatIsGone: known?.isOfWhatIsGone ?? false,
    annotations:
      known === undefined
        ? [{ title: 'A bug in reversal-check', message: `${stackOf(error)}\n${REPORT}` }]
        : annotationsOf(known, isFile),
  };
}

const REPORT = `This is a bug in reversal-check ${ENGINE_VERSION}. Please report it with the lines above.`;

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function showingOfFailure(
  error: ReversalCheckError | undefined,
  runUrl: string | undefined,
): ReportToPublish {
  const inLog =
    runUrl === undefined ? 'For details, see the job log.' : `For details, see [the job log](${runUrl}).`;
  const text = `${blocks(
    `> [!CAUTION]\n> **No result.** ${whatOf(error)}\n>\n> The check **fails**.`,
    error === undefined || error instanceof SamplingError ? '' : markdownText(error.fix, SENTENCE_LIMIT),
    inLog,
  )}\n`;
  return {
    whole: text,
    // The sentence and its fix have limited lengths, so the text is far shorter than the smallest allowed maximum.
    atMost: (maxCharacters) => (text.length <= maxCharacters ? text : '> [!CAUTION]\n> **No result.**\n'),
    outcome: `no-result-${(error?.name ?? 'defect').toLowerCase()}`,
    passed: false,
  };
}

function whatOf(error: ReversalCheckError | undefined): string {
  if (error === undefined) return 'The run failed because of a bug in reversal-check.';
  if (error instanceof SamplingError) return 'Could not get completions.';
  const where = error.where === undefined ? '' : `${markdownText(error.where)}: `;
  return `${where}${markdownText(error.what, SENTENCE_LIMIT)}`;
}
