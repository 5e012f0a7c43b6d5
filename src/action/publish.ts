import { ConfigError, GitHubError } from '../errors.ts';
import { publishComment } from '../github/publish/comment.ts';
import { issueComments } from '../github/publish/issue-comments.ts';
import { writeSummary } from '../github/job/summary.ts';
import { type RunFiles, writeRunFolder } from '../run/stages/run-folder.ts';
import { leaveArtifact } from './artifact.ts';
import { checkKeyOf } from './check-key.ts';
import type { JobOutcome } from './job-outcome.ts';
import type { JobContext } from './job-context.ts';
import { publishTargetOf } from './publish-target.ts';
import { track } from './track.ts';

/**
 * Publishes the outcome of a run: the log, the folder, the summary, the outputs, the artifact, the comment and the annotations,
 * in this order, so that everything is available when the check fails. A failure to publish is a warning and does not
 * change the verdict.
 */
export async function publish(finding: JobOutcome, place: JobContext): Promise<void> {
  const { job, log } = place;
  if (finding.logText !== '') log.info(finding.logText);
  const files = await writeFolder(finding, place);
  const summary = await writeSummary(finding.showing, job.summaryPath);
  if (summary.kind === 'unwritten') log.warning(`Could not write the job summary: ${summary.reason}.`);
  writeOutputs(finding, files, place);
  // A cancelled run must not delay the run that replaces it. The job that merges the shards posts the overall outcome.
  if (!place.signal.aborted) await leaveArtifact(finding, files, place);
  if (!place.signal.aborted && place.shard === undefined) await post(finding, place);
  for (const annotation of finding.annotations) log.error(annotation);
}

async function writeFolder(
  { checked }: JobOutcome,
  { inputs, log }: JobContext,
): Promise<RunFiles | undefined> {
  if (checked === undefined) return undefined;
  try {
    return await writeRunFolder(inputs.out, checked);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    log.warning(`No files were written: ${error.what}. ${error.fix}`);
    return undefined;
  }
}

function writeOutputs({ outputs, shard }: JobOutcome, files: RunFiles | undefined, place: JobContext): void {
  setOutputs(
    {
      ...outputs,
      ...(files === undefined ? {} : { result: files.result, report: files.report }),
      ...(shard === undefined ? {} : { shard }),
    },
    place,
  );
}

function setOutputs(
  outputs: Readonly<Record<string, string>>,
  { job, log, setOutput }: Pick<JobContext, 'job' | 'log' | 'setOutput'>,
): void {
  if (job.outputPath === undefined) return;
  try {
    for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  } catch (error) {
    log.warning(`Could not set the outputs: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** Posts the report as a comment or in the tracking issue. */
async function post(finding: JobOutcome, place: JobContext): Promise<void> {
  const at = publishTargetOf(place);
  if (finding.isOfWhatIsGone === true || at.kind === 'nowhere') return;
  if (at.kind === 'issue') return track(finding, place);
  const url = await comment(finding, at.number, place);
  if (url !== undefined) setOutputs({ 'comment-url': url }, place);
}

/** Creates or updates the pull request's comment, and returns its address. */
async function comment(
  { showing, mayCreateComment }: JobOutcome,
  number: number,
  place: JobContext,
): Promise<string | undefined> {
  const { api, inputs, job, log } = place;
  if (api === undefined) {
    log.warning('No comment was written, because the github-token input is empty.');
    return undefined;
  }
  try {
    const published = await publishComment({
      comments: issueComments(api, number),
      showing,
      key: checkKeyOf(place),
      mode: inputs.comment,
      run: job.run,
      mayCreate: mayCreateComment,
      onWarning: (message) => log.warning(message),
    });
    return published.kind === 'none' ? undefined : published.url;
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    log.warning(`Could not write the comment: ${error.what}. ${error.fix}`);
    return undefined;
  }
}
