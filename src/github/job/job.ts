import type { Environment } from '../../servers/address.ts';
import { ConfigError } from '../../errors.ts';

/** The job that the Action runs in, as the runner describes it. */
export interface Job {
  /** The repository, as `owner/name`. */
  readonly repository: string;
  readonly apiUrl: string;
  /** The run's number, which increases with every run; 0 if the runner does not set it. */
  readonly run: number;
  /** Whether the job was rerun. A rerun uses the event and the commit of the first run. */
  readonly isRerun?: true;
  /** The address of the run's page; absent if the runner does not set it. */
  readonly runUrl?: string;
  readonly event: {
    readonly name: string;
    readonly path: string;
    readonly commit: string;
    /**
     * The login of the user who caused the event, even if another user reran the job; absent if the runner does not set
     * it.
     */
    readonly actor?: string;
  };
  /** The file for the step's summary; absent if the runner has no summaries. */
  readonly summaryPath?: string;
  /** The file for the step's outputs; absent if the runner has no outputs. */
  readonly outputPath?: string;
}

/** @throws {ConfigError} if this is not a job of GitHub Actions */
export function readJob(env: Environment): Job {
  const repository = needed(env, 'GITHUB_REPOSITORY');
  const runId = env['GITHUB_RUN_ID'] ?? '';
  // Some runners for Gitea and Forgejo end the URL with a slash.
  const server = (env['GITHUB_SERVER_URL'] ?? 'https://github.com').replace(/\/+$/u, '');
  const summaryPath = env['GITHUB_STEP_SUMMARY'] ?? '';
  const outputPath = env['GITHUB_OUTPUT'] ?? '';
  const actor = env['GITHUB_ACTOR'] ?? '';
  const isRun = /^\d{1,15}$/.test(runId);
  return {
    repository,
    apiUrl: (env['GITHUB_API_URL'] ?? '') || 'https://api.github.com',
    run: isRun ? Number(runId) : 0,
    ...(Number(env['GITHUB_RUN_ATTEMPT'] ?? '') > 1 ? { isRerun: true } : {}),
    ...(isRun ? { runUrl: `${server}/${repository}/actions/runs/${runId}` } : {}),
    event: {
      name: needed(env, 'GITHUB_EVENT_NAME'),
      path: needed(env, 'GITHUB_EVENT_PATH'),
      commit: needed(env, 'GITHUB_SHA'),
      ...(actor === '' ? {} : { actor }),
    },
    ...(summaryPath === '' ? {} : { summaryPath }),
    ...(outputPath === '' ? {} : { outputPath }),
  };
}

/**
 * Whether the job runs on github.com or a company's `*.ghe.com`, according to the server address that the runner sets.
 * On these servers, a cache can be read only by the branch that wrote it and by branches created from that branch.
 * False if the runner sets no address.
 */
export function isGitHubs(env: Environment): boolean {
  const server = env['GITHUB_SERVER_URL'] ?? '';
  if (!URL.canParse(server)) return false;
  const { hostname, protocol } = new URL(server);
  return protocol === 'https:' && (hostname === 'github.com' || /^[a-z0-9-]+\.ghe\.com$/u.test(hostname));
}

function needed(env: Environment, name: string): string {
  const value = env[name] ?? '';
  if (value !== '') return value;
  throw new ConfigError({
    what: `the environment variable ${name} is not set, although GitHub Actions sets it in every job`,
    where: name,
    fix: 'Use the Action in a workflow. Elsewhere, use the command line: reversal-check check --help',
  });
}
