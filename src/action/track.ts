import { GitHubError } from '../errors.ts';
import { issuesOf } from '../github/publish/issues.ts';
import { alarmedBefore, type Meaning, trackIssue } from '../github/publish/tracking-issue.ts';
import { markdownText, NAME_LIMIT, oneLine, SENTENCE_LIMIT } from '../result/text/neutralise.ts';
import { headlineAfterName, VERDICT_WORDS } from '../result/sentences/verdict-names.ts';
import { checkKeyOf } from './check-key.ts';
import type { JobOutcome } from './job-outcome.ts';
import type { JobContext } from './job-context.ts';
import { publishTargetOf } from './publish-target.ts';

/**
 * Reads which guardrails have an active alarm from an earlier night. If that fails, prints a warning and returns an
 * empty list.
 */
export async function readAlarm(place: JobContext): Promise<readonly string[]> {
  if (publishTargetOf(place).kind !== 'issue') return [];
  return (
    (await attempt(place, async (api) =>
      alarmedBefore({ issues: issuesOf(api), key: checkKeyOf(place), run: place.job.run }),
    )) ?? []
  );
}

/** Updates the tracking issue. If GitHub refuses, a warning explains how to fix the problem. */
export async function track(finding: JobOutcome, place: JobContext): Promise<void> {
  await attempt(place, async (api) => {
    const key = checkKeyOf(place);
    const tracked = await trackIssue({
      issues: issuesOf(api),
      key,
      showing: finding.showing,
      title: titleOf(finding, key),
      meaning: meaningOf(finding, place),
      run: place.job.run,
      alarmed: finding.alarmed,
    });
    if (tracked.kind !== 'none') place.log.info(`Tracking issue #${tracked.number}: ${tracked.kind}.`);
  });
}

/**
 * Decides what to do with the tracking issue. A check that fails or has an active alarm needs an open issue, which
 * stores the alarm, even if the policy lets the verdict pass. A check that measured something and passes does not need
 * an issue.
 */
function meaningOf(
  { exitCode, checked, alarmed = [] }: JobOutcome,
  { job: { runUrl } }: JobContext,
): Meaning {
  if (exitCode !== 0) return { kind: 'open' };
  if (checked === undefined || checked.result.verdict.status === 'skipped') return { kind: 'leave' };
  const { status, headline } = checked.result.verdict;
  if (alarmed.length > 0) return { kind: 'open' };
  if (status === 'invalid') return { kind: 'update' };
  const said = markdownText(headlineAfterName(status, headline), SENTENCE_LIMIT);
  const run = runUrl === undefined ? 'A later run' : `[A later run](${runUrl})`;
  return { kind: 'close', reason: `${run} passes. **${VERDICT_WORDS[status]}.** ${said}` };
}

function titleOf({ checked }: JobOutcome, key: string): string {
  const { status } = checked?.result.verdict ?? {};
  return `reversal-check: ${status === undefined ? 'No result' : VERDICT_WORDS[status]} (${oneLine(key, NAME_LIMIT)})`;
}

/** Runs `work` with the API. If GitHub refuses or if there is no token, prints a warning and returns undefined. */
async function attempt<T>(
  { api, log }: JobContext,
  work: (api: NonNullable<JobContext['api']>) => Promise<T>,
): Promise<T | undefined> {
  if (api === undefined) {
    log.warning('No tracking issue was written, because the github-token input is empty.');
    return undefined;
  }
  try {
    return await work(api);
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    log.warning(`Could not write the tracking issue: ${error.what}. ${error.fix}`);
    return undefined;
  }
}
