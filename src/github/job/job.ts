import type { Environment } from '../../servers/address.ts';
import { ConfigError } from '../../errors.ts';

/** The job that the Action runs in, as the runner describes it. */
export interface Job {
  /** `owner/name`. */
  readonly repository: string;
  readonly apiUrl: string;
  /** Grows from run to run; 0 where the runner does not say. */
  readonly run: number;
  /** Whether somebody ran the job again: it then has the event and the commit of its first run. */
  readonly isRerun?: true;
  /** Where the run can be looked at; absent where the runner does not say. */
  readonly runUrl?: string;
  readonly event: {
    readonly name: string;
    readonly path: string;
    readonly commit: string;
    /** The login of who caused the event, also where somebody else ran the job again; absent where the runner does not say. */
    readonly actor?: string;
  };
  /** Where the step's summary is written; absent where the runner takes none. */
  readonly summaryPath?: string;
  /** Where the step's outputs are written; absent where the runner takes none. */
  readonly outputPath?: string;
}

/** @throws ConfigError where this is no job of GitHub Actions. */
export function readJob(env: Environment): Job {
  const repository = needed(env, 'GITHUB_REPOSITORY');
  const runId = env['GITHUB_RUN_ID'] ?? '';
  // That of Gitea ends in a slash.
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
 * Whether the job runs at github.com or at a company's `*.ghe.com`, by the address of the server that the runner names: there a cache is seen
 * by the branch that wrote it and by those that come from it. False where the runner names none.
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
    what: `the environment variable ${name} is not set, expected a job of GitHub Actions`,
    where: name,
    fix: 'Use the Action in a workflow. Elsewhere, use the command line: reversal-check check --help',
  });
}
