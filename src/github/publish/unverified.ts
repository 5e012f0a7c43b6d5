import { ConfigError, ReversalCheckError } from '../../errors.ts';
import { decodeUtf8 } from '../../files/utf8.ts';
import { zipEntry } from '../../files/zip/zip-entry.ts';
import { parseResult } from '../../result/json.ts';
import type { Result } from '../../result/result.ts';
import type { GitHubApi } from '../api/api.ts';
import { publishComment } from './comment.ts';
import { issueComments } from './issue-comments.ts';
import { type ReportToPublish, reportToPublish } from './report-to-publish.ts';
import {
  artifactOf,
  downloadArtifact,
  pullRequestsOf,
  type WorkflowRun,
  workflowRun,
} from '../api/workflow-run.ts';

/** What happened to a fork's report. If it was not posted, `nothing` gives the reason in one sentence. */
export type PublishedReport =
  | { readonly kind: 'published'; readonly number: number; readonly url: string }
  | { readonly kind: 'nothing'; readonly reason: string };

/**
 * Maximum size of the archive and of its unpacked file. It is far larger than any report, yet small enough to read
 * safely from an untrusted source.
 */
const MOST_ARCHIVE_BYTES = 8 * 1024 * 1024;
const MOST_RESULT_BYTES = 2 * 1024 * 1024;

const RESULT = 'result.json';

const DEPENDABOT = 'dependabot[bot]';

const HEADER = `> [!WARNING]
> **Not verified: reported by the fork's own run.** That run could have reported anything. This is not a verdict of this
> repository, and it does not make any check pass or fail.

`;

/**
 * Posts the report of a run for a fork's pull request, because that run is not allowed to post it. Used by a workflow
 * triggered by `workflow_run`, with a token that has write access. Nothing in the artifact is trusted:
 * - The pull request is the open one whose head repository, branch and commit match those that the server reports for
 * the run, or the open one that the server names for the run, if its latest commit is the run's (Gitea).
 * - Only one file of the archive is read, up to a maximum size. It must be a result that matches the schema. It is
 * rendered again with every text escaped.
 * - The comment has its own key, so it never replaces a verified comment.
 *
 * @throws {ConfigError} if the artifact is not from such a run
 * @throws {GitHubError} if GitHub refuses or does not respond
 */
export async function publishUnverified({
  api,
  repository,
  runId,
  artifact,
  key,
  runUrl,
  onWarning,
}: {
  readonly api: GitHubApi;
  /** The repository, as `owner/name`. */
  readonly repository: string;
  readonly runId: number;
  /** The artifact's name. */
  readonly artifact: string;
  /** The key of this check's verified comments. */
  readonly key: string;
  readonly runUrl: string | undefined;
  readonly onWarning: (message: string) => void;
}): Promise<PublishedReport> {
  const run = await workflowRun(api, runId);
  const why = whyNot(run, repository);
  if (why !== undefined) return { kind: 'nothing', reason: why };
  const [pull, ...others] = await pullRequestsOf(api, run);
  if (pull === undefined || others.length > 0) {
    const count = pull === undefined ? 'no' : 'more than one';
    return {
      kind: 'nothing',
      reason: `found ${count} open pull request whose latest commit is this run's commit`,
    };
  }
  // Gitea's record of the run does not contain the head repository.
  const whyNotPull = whyNot({ ...run, headRepository: pull.headRepository }, repository);
  if (whyNotPull !== undefined) return { kind: 'nothing', reason: whyNotPull };
  const { number } = pull;
  const found = await artifactOf(api, run.id, artifact);
  if (found === undefined) return { kind: 'nothing', reason: `the run has no artifact ${artifact}` };
  const where = `artifact ${artifact} of run ${run.id}`;
  if (found.bytes > MOST_ARCHIVE_BYTES) throw tooLarge(where, found.bytes);
  const archive = await downloadArtifact(api, found);
  if (archive.byteLength > MOST_ARCHIVE_BYTES) throw tooLarge(where, archive.byteLength);
  const result = reportedResult(archive, where);
  const published = await publishComment({
    comments: issueComments(api, number),
    showing: unverifiedShowing(result, { where, runUrl }),
    key: `${key} unverified`,
    mode: 'always',
    run: run.id,
    mayCreate: result.verdict.status !== 'skipped',
    onWarning,
  });
  if (published.kind === 'none') {
    return {
      kind: 'nothing',
      reason: 'the run measured nothing, and there is no comment to update',
    };
  }
  return { kind: 'published', number, url: published.url };
}

/**
 * The reason why a run's report is not posted; undefined if it is posted. Runs that may post comments themselves post
 * verified reports.
 */
function whyNot({ event, headRepository, actor }: WorkflowRun, repository: string): string | undefined {
  if (event !== 'pull_request') return `the run was started by ${event}, not by a pull request`;
  const isOwn = headRepository?.toLowerCase() === repository.toLowerCase();
  if (isOwn && actor !== DEPENDABOT)
    return 'the run belongs to a branch of this repository, so it posts its own comment';
  return undefined;
}

function tooLarge(where: string, bytes: number): ConfigError {
  return new ConfigError({
    what: `found ${bytes} bytes, expected at most ${MOST_ARCHIVE_BYTES}`,
    where,
    fix: 'Set artifact: report in the workflow of the pull request.',
  });
}

/** Reads the result that the run reports. It is untrusted. */
function reportedResult(archive: Uint8Array, where: string): Result {
  const bytes = zipEntry(archive, RESULT, { maxBytes: MOST_RESULT_BYTES, where });
  const text = bytes && decodeUtf8(bytes);
  if (text === undefined) {
    throw new ConfigError({
      what: `found no ${RESULT}, or it is not UTF-8`,
      where,
      fix: 'Use the artifact that the Action uploaded, without changes.',
    });
  }
  const reported = parseResult(text, where);
  // A command from an untrusted source is not shown, because users might copy and run it.
  const { reproduce: _, ...provenance } = reported.provenance;
  return { ...reported, provenance };
}

function unverifiedShowing(
  result: Result,
  { where, runUrl }: { readonly where: string; readonly runUrl: string | undefined },
): ReportToPublish {
  try {
    const showing = reportToPublish(result, runUrl);
    const headed = (report: string): string => `${HEADER}${report}`;
    // Rendered here once, so that a result that cannot be rendered is treated as an invalid artifact and nothing is
    // posted.
    const whole = headed(showing.whole);
    return { ...showing, whole, atMost: (most) => headed(showing.atMost(most - HEADER.length)) };
  } catch (cause) {
    if (cause instanceof ReversalCheckError) throw cause;
    throw new ConfigError({
      what: 'contains a result that matches the schema but cannot be rendered',
      where,
      fix: 'Use the result.json that a run wrote, without changes.',
      cause,
    });
  }
}
