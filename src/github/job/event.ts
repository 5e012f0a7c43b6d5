import { z } from 'zod';
import type { Event } from '../../versions/comparison.ts';
import { ConfigError } from '../../errors.ts';
import type { Job } from './job.ts';
import { closedOrDeleted } from './closed-or-deleted.ts';

const sha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'expected the id of a commit');
const repository = z.object({ full_name: z.string() });

const pullRequestEvent = z.object({
  pull_request: z.object({
    number: z.number().int().positive(),
    head: z.object({ sha, repo: repository.nullable() }),
    base: z.object({ sha, ref: z.string(), repo: repository }),
  }),
});

const mergeGroupEvent = z.object({ merge_group: z.object({ head_sha: sha, base_sha: sha }) });

/**
 * Dependabot's login. Although its branches are in the repository, its runs do not get the repository's secrets, just
 * like runs for a fork.
 */
const DEPENDABOT = 'dependabot[bot]';

const NO_COMMIT = /^0+$/;

const pushEvent = z.object({
  ref: z.string(),
  before: sha,
  forced: z.boolean().nullish(),
  repository: z.object({ default_branch: z.string() }),
});

/**
 * The events for which the runner's event file determines what to compare, or shows that nothing is left to compare.
 */
const TOLD_BY_A_FILE = new Set(['pull_request', 'merge_group', 'push', 'release', 'delete']);

const releaseEvent = z.object({ release: z.object({ tag_name: z.string() }) });

/**
 * Reads the event that started the job from the runner's file. Reads only the fields that determine the comparison.
 *
 * @throws {ConfigError} if the file does not describe such an event
 */
export async function readEvent(
  { name, path, commit, actor }: Job['event'],
  readFile: (path: string) => Promise<Uint8Array>,
): Promise<Event> {
  const here = parsed(sha, commit, 'GITHUB_SHA');
  if (name === 'pull_request_target') return { name };
  if (name === 'schedule' || name === 'workflow_dispatch') return { name, commit: here };
  if (!TOLD_BY_A_FILE.has(name)) return { name: 'other', event: name, commit: here };
  const payload = await jsonIn(path, readFile);
  const reason = closedOrDeleted(name, payload, here);
  if (reason !== undefined) return { name: 'gone', event: name, reason };
  if (name === 'merge_group') {
    const { merge_group: group } = parsed(mergeGroupEvent, payload, path);
    return { name, commit: group.head_sha, baseCommit: group.base_sha };
  }
  if (name === 'push') return pushOf(parsed(pushEvent, payload, path), here);
  if (name === 'release') {
    const { release } = parsed(releaseEvent, payload, path);
    return { name: 'tag', event: name, commit: here, tag: release.tag_name };
  }
  const { pull_request: pull } = parsed(pullRequestEvent, payload, path);
  return {
    name: 'pull_request',
    commit: here,
    number: pull.number,
    headCommit: pull.head.sha,
    baseCommit: pull.base.sha,
    baseBranch: pull.base.ref,
    headRepository: pull.head.repo?.full_name,
    baseRepository: pull.base.repo.full_name,
    isDependabots: actor === DEPENDABOT,
  };
}

function pushOf(
  { ref, before, forced, repository: { default_branch } }: z.infer<typeof pushEvent>,
  commit: string,
): Event {
  const [, kind, name = ''] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref) ?? [];
  if (kind === 'tags') return { name: 'tag', event: 'push', commit, tag: name };
  return {
    name: 'push',
    commit,
    before: NO_COMMIT.test(before) ? undefined : before,
    branch: name,
    defaultBranch: default_branch,
    isForced: forced ?? undefined,
  };
}

async function jsonIn(path: string, readFile: (path: string) => Promise<Uint8Array>): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder().decode(await readFile(path)));
  } catch (cause) {
    throw unusable(path, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const key = issue?.path.join('.') ?? '';
  throw unusable(where, `${key === '' ? '' : `${key}: `}${issue?.message ?? 'unreadable'}`, result.error);
}

function unusable(where: string, what: string, cause: unknown): ConfigError {
  return new ConfigError({
    what: `the event file is invalid: ${what}`,
    where,
    fix: 'The runner writes this file. Run the job again, and report the error if it persists.',
    cause,
  });
}
