import { z } from 'zod';
import type { GitHubApi } from './api.ts';
import { findPullRequestOf } from './pull-request.ts';

/** A workflow run, as the server reports it. */
export interface WorkflowRun {
  readonly id: number;
  readonly event: string;
  readonly headSha: string;
  /** Null if the run had no branch; undefined on Gitea, which names the pull requests instead. */
  readonly headBranch: string | null | undefined;
  /** The repository as `owner/name`; undefined on Gitea, or if the repository was deleted. */
  readonly headRepository: string | undefined;
  /** The numbers of the pull requests that the run belongs to. GitHub omits those from forks. */
  readonly pullRequests: readonly number[];
  /** The login of the user who started the run. */
  readonly actor: string | undefined;
}

/** The pull request that a run checked. */
interface CheckedPullRequest {
  readonly number: number;
  /** The head repository as `owner/name`; undefined if it was deleted. */
  readonly headRepository: string | undefined;
}

/** A run's artifact. */
export interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
}

const named = z.object({ full_name: z.string() }).nullable();

/** Gitea's record of a pull request's run has no head branch and repository, but since 1.27 it has the pull request. */
const runSchema = z
  .object({
    id: z.number().int(),
    event: z.string(),
    head_sha: z.string(),
    head_branch: z.string().nullish(),
    head_repository: named.optional(),
    pull_requests: z.array(z.object({ number: z.number().int().positive() })).nullish(),
    actor: z.object({ login: z.string() }).nullish(),
  })
  .superRefine((run, context) => {
    if ((run.pull_requests ?? []).length > 0) return;
    for (const field of ['head_branch', 'head_repository'] as const)
      if (run[field] === undefined)
        context.addIssue({ code: 'custom', path: [field], message: 'expected a value' });
  });

const artifactsSchema = z.object({
  artifacts: z.array(
    z.object({
      id: z.number().int(),
      name: z.string(),
      size_in_bytes: z.number(),
      expired: z.boolean(),
    }),
  ),
});

const pullsSchema = z.array(
  z.object({
    number: z.number().int().positive(),
    head: z.object({ sha: z.string(), ref: z.string(), repo: named.optional() }),
  }),
);

/** @throws {GitHubError} as `GitHubApi.request` does */
export async function workflowRun(api: GitHubApi, id: number): Promise<WorkflowRun> {
  const { data } = await api.request({
    route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
    parameters: { run_id: id },
    answer: runSchema,
    purpose: `reading run ${id}`,
    permission: 'actions: read',
  });
  return {
    id: data.id,
    event: data.event,
    headSha: data.head_sha,
    headBranch: data.head_branch,
    headRepository: data.head_repository?.full_name,
    pullRequests: (data.pull_requests ?? []).map(({ number }) => number),
    actor: data.actor?.login,
  };
}

/**
 * A run's newest unexpired artifact with this name; undefined if there is none.
 *
 * @throws {GitHubError} as `GitHubApi.request` does
 */
export async function artifactOf(api: GitHubApi, run: number, name: string): Promise<Artifact | undefined> {
  const { data } = await api.request({
    route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
    parameters: { run_id: run, name, per_page: 100 },
    answer: artifactsSchema,
    purpose: `finding an artifact of run ${run}`,
    permission: 'actions: read',
  });
  const [newest] = data.artifacts
    .filter((artifact) => artifact.name === name && !artifact.expired)
    .toSorted((a, b) => b.id - a.id);
  return newest && { id: newest.id, name: newest.name, bytes: newest.size_in_bytes };
}

/**
 * Downloads an artifact's archive.
 *
 * @throws {GitHubError} as `GitHubApi.request` does
 */
export async function downloadArtifact(api: GitHubApi, { id, name }: Artifact): Promise<Uint8Array> {
  const { data } = await api.request({
    route: 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
    parameters: { artifact_id: id, archive_format: 'zip' },
    answer: z.instanceof(ArrayBuffer),
    purpose: `downloading artifact ${name}`,
    permission: 'actions: read',
  });
  return new Uint8Array(data);
}

/**
 * The open pull requests whose head repository, branch and commit match the run's. On Gitea, those that the run's record
 * names, if they are open and their latest commit is the run's.
 *
 * @throws {GitHubError} as `GitHubApi.request` does
 */
export async function pullRequestsOf(
  api: GitHubApi,
  { headBranch, headRepository, headSha, pullRequests }: WorkflowRun,
): Promise<readonly CheckedPullRequest[]> {
  if (headBranch === undefined) {
    const found = await Promise.all(pullRequests.map(findPullRequestOf(api)));
    return found
      .filter((pull) => pull !== undefined)
      .filter(({ isOpen, headCommit }) => isOpen && headCommit === headSha);
  }
  if (headBranch === null || headRepository === undefined) return [];
  const [owner = ''] = headRepository.split('/');
  const { data } = await api.request({
    route: 'GET /repos/{owner}/{repo}/pulls',
    parameters: { state: 'open', head: `${owner}:${headBranch}`, per_page: 100 },
    answer: pullsSchema,
    purpose: "finding the run's pull request",
    permission: 'pull-requests: read',
  });
  return data
    .filter(
      ({ head }) =>
        head.sha === headSha &&
        head.ref === headBranch &&
        head.repo?.full_name.toLowerCase() === headRepository.toLowerCase(),
    )
    .map(({ number }) => ({ number, headRepository }));
}
