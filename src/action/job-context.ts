import { resolve } from 'node:path';
import { findClone } from '../versions/clone-root.ts';
import type { Event, FindPullRequest } from '../versions/comparison.ts';
import { createHistory, type History } from '../versions/history.ts';
import { localGit } from '../versions/local-git.ts';
import { localHistory } from '../versions/local-history.ts';
import type { Repository } from '../versions/repository.ts';
import { createRepository } from '../versions/repository.ts';
import { localTrialMerge, type TryMerge } from '../versions/trial-merge.ts';
import { ConfigError } from '../errors.ts';
import { readRegularFile } from '../files/regular-file.ts';
import type { GitHubApi } from '../github/api/api.ts';
import { connectGitHub } from '../github/api/connect.ts';
import { readEvent } from '../github/job/event.ts';
import { gitObjectsOf } from '../github/api/git-objects.ts';
import { historyOf } from '../github/api/history.ts';
import { type Inputs, readInputs } from '../github/job/inputs.ts';
import { type Job, readJob } from '../github/job/job.ts';
import type { JobLog } from '../github/job/log.ts';
import { findPullRequestOf } from '../github/api/pull-request.ts';
import type { BaseFiles } from '../run/stages/base-files.ts';
import { parseShard, type Shard } from '../run/shards/shard.ts';
import { systemTiming } from '../timing.ts';

/** The Action's access to its environment, provided by the entry point. */
export interface Edges {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The absolute working directory of the process: the workspace. */
  readonly folder: string;
  readonly log: JobLog;
  /** Writes to the log without escaping. Only for text that is already safe. */
  readonly stream: NodeJS.WriteStream;
  readonly setOutput: (name: string, value: string) => void;
  /** Stores a value for the post step. */
  readonly saveState: (name: string, value: string) => void;
  /** Aborts if the job is cancelled. */
  readonly signal: AbortSignal;
}

/** The Action's environment, with its inputs. */
export interface JobContext extends Edges {
  readonly inputs: Inputs;
  readonly job: Job;
  readonly event: Event;
  /** The shard to sample; absent to sample everything. */
  readonly shard?: Shard;
  /** Absent if there is no token. */
  readonly api?: GitHubApi;
}

/** Access to the commits that determine the comparison. */
export interface Checkout {
  readonly repository: Repository;
  readonly history: History;
  /** The absolute path of the clone's root. */
  readonly root: string;
  readonly findPullRequest: FindPullRequest;
  readonly tryMerge: TryMerge;
}

/** @throws {ConfigError} if an input or a value from the runner is invalid */
export async function readJobContext(edges: Edges): Promise<JobContext> {
  const { env, log, signal } = edges;
  const inputs = readInputs(env);
  const job = readJob(env);
  const { token } = inputs;
  const event = await readEvent(job.event, readRegularFile);
  const shard = inputs.shard === undefined ? {} : { shard: parseShard(inputs.shard, 'input shard') };
  if (token === undefined) return { ...edges, inputs, job, event, ...shard };
  const api = connectGitHub({
    token,
    baseUrl: job.apiUrl,
    repository: job.repository,
    timing: systemTiming,
    signal,
    onRetry: (message) => log.info(message),
  });
  return { ...edges, inputs, job, event, ...shard, api };
}

/** Opens the clone in the workspace. History that was not checked out is read through the API. */
export async function openCheckout({ api, env, event, folder, inputs, job }: JobContext): Promise<Checkout> {
  const commit = 'commit' in event ? event.commit : job.event.commit;
  const { root, objects } = await findClone({
    workspace: folder,
    configPath: resolve(folder, inputs.config),
    commit,
    gitIn: (clone) => localGit({ folder: clone, env }),
  });
  const sources = [objects, api && gitObjectsOf(api)].filter((source) => source !== undefined);
  return {
    root,
    repository: createRepository(sources),
    history: createHistory({
      clone: objects && localHistory({ folder: root, env }),
      server: api && historyOf(api),
    }),
    tryMerge: localTrialMerge({ folder: root, env }),
    findPullRequest: api === undefined ? refuseWithoutToken : findPullRequestOf(api),
  };
}

const refuseWithoutToken: FindPullRequest = () =>
  Promise.reject(
    new ConfigError({
      what: 'empty, but a token is required to read the pull request',
      where: 'input github-token',
      fix: "Remove this input to use the job's own token.",
    }),
  );

/** Whether the run gets a read-only token, as do runs for a fork's pull request and runs that Dependabot started. */
export function mayOnlyRead(event: Event): boolean {
  return event.name === 'pull_request' && (isOfFork(event) || event.isDependabots);
}

/** Whether the pull request's branch is in another repository. */
export function isOfFork({
  headRepository,
  baseRepository,
}: Extract<Event, { name: 'pull_request' }>): boolean {
  return headRepository?.toLowerCase() !== baseRepository.toLowerCase();
}

/** The commit whose files apply to a comparison, and their location. */
export function baseFilesOf(
  base: string,
  { folder, inputs }: JobContext,
  { repository, root }: Checkout,
): BaseFiles {
  return { repository, commit: base, root, folder, configPath: inputs.config };
}
