import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { GitHubServer } from '../support/github/github-server.ts';
import { obeyedCommands, type ObeyedCommand } from '../support/github/runner-log.ts';
import type { GitRepository } from './git-repository.ts';
import { temporaryFolder } from './project.ts';
import { type EntryRun, type Run, runEntry, startEntry } from './run-entry.ts';

/** How the job is started. */
export interface Job {
  /** The working directory: a checkout. */
  readonly workspace: string;
  readonly github: GitHubServer;
  readonly event: { readonly name: string; readonly commit: string; readonly payload: object };
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly token?: string;
  readonly run?: number;
  /** Whether the runner accepts a summary and outputs; true if absent. */
  readonly takesFiles?: boolean;
  /** Whether the runner gives the job a terminal, as act does; false if absent. */
  readonly inTerminal?: boolean;
  /** Whether it must run in its own process; false if absent. */
  readonly needsProcess?: boolean;
  /** Receives a function that cancels the job like the runner does at first, with SIGINT. */
  readonly onStart?: (cancel: () => void) => void;
}

export interface ActionRun {
  readonly code: number | null;
  readonly log: string;
  /** The commands in the log that the runner executed. */
  readonly commands: readonly ObeyedCommand[];
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** The token of the job; the log may show only its mask. */
export const JOB_TOKEN = 'ghs_jobTokenThatMayWrite';

/** Runs `dist/action.js` like a runner, with only a job's environment: in the warm process of this worker where possible. */
export async function runAction(job: Job): Promise<ActionRun> {
  const files = temporaryFolder();
  const [event, summary, output] = ['event.json', 'summary.md', 'output'].map((name) => join(files, name));
  if (event === undefined || summary === undefined || output === undefined) throw new Error('no paths');
  writeFileSync(event, JSON.stringify(job.event.payload));
  const takesFiles = job.takesFiles ?? true;
  if (takesFiles) for (const path of [summary, output]) writeFileSync(path, '');
  const inputs = { 'github-token': job.token ?? JOB_TOKEN, ...job.inputs };
  const run: EntryRun = {
    entry: 'action.js',
    cwd: job.workspace,
    env: {
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: job.github.state.repository,
      GITHUB_API_URL: job.github.url,
      GITHUB_SERVER_URL: 'https://github.test',
      GITHUB_RUN_ID: String(job.run ?? 100),
      GITHUB_WORKSPACE: job.workspace,
      GITHUB_EVENT_NAME: job.event.name,
      GITHUB_EVENT_PATH: event,
      GITHUB_SHA: job.event.commit,
      ...(takesFiles ? { GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output } : {}),
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
      ...job.env,
    },
    inTerminal: job.inTerminal,
    needsProcess: job.needsProcess,
  };
  const { code, stdout, stderr } = await (job.onStart === undefined
    ? runEntry(run)
    : cancellable(run, job.onStart));
  expect(stderr).toBe('');
  // A terminal ends its lines in CR LF.
  const log = stdout.replaceAll('\r\n', '\n');
  return {
    code,
    log,
    commands: obeyedCommands(log),
    summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '',
    outputs: existsSync(output) ? outputsIn(readFileSync(output, 'utf8')) : {},
  };
}

function cancellable(run: EntryRun, onStart: NonNullable<Job['onStart']>): Promise<Run> {
  const { child, ended } = startEntry(run);
  onStart(() => void child.kill('SIGINT'));
  return ended;
}

/** Outputs as the runner reads them: `NAME<<DELIMITER`, lines, `DELIMITER`. No delimiter may be used twice. */
function outputsIn(content: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const delimiters: string[] = [];
  const lines = content.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const { name, delimiter } = /^(?<name>[^=<]+)<<(?<delimiter>.+)$/.exec(lines[at] ?? '')?.groups ?? {};
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, at + 1);
    outputs[name] = lines.slice(at + 1, end).join('\n');
    delimiters.push(delimiter);
    at = end;
  }
  expect(new Set(delimiters).size).toBe(delimiters.length);
  return outputs;
}

/** The event of a pull request of `branch` into `main`. */
export function pullRequestEvent(
  repository: GitRepository,
  { branch = 'topic', number = 7, from = 'acme/models' } = {},
): Job['event'] {
  const base = repository.head('main');
  return {
    name: 'pull_request',
    commit: repository.trialMerge(branch),
    payload: {
      action: 'synchronize',
      number,
      pull_request: {
        number,
        head: { sha: repository.head(branch), ref: branch, repo: { full_name: from } },
        base: { sha: base, ref: 'main', repo: { full_name: 'acme/models' } },
      },
    },
  };
}
