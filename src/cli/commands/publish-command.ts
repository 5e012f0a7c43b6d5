import { z } from 'zod';
import { ConfigError } from '../../errors.ts';
import { readRegularFile } from '../../files/regular-file.ts';
import { artifactName } from '../../github/artifact/artifact.ts';
import { connectGitHub } from '../../github/api/connect.ts';
import { publishUnverified } from '../../github/publish/unverified.ts';
import { jsonForLogs } from '../../result/text/log-commands.ts';
import { terminalMessage } from '../../result/text/neutralise.ts';
import { systemTiming } from '../../timing.ts';
import type { Terminal } from '../terminal.ts';

const workflowRunEvent = z.object({ workflow_run: z.object({ id: z.number().int().positive() }) });

/**
 * `reversal-check publish`: posts the report of a fork's run. Exits with 0 regardless of the verdict, because it only
 * posts a report.
 */
export async function publishCommand(
  options: {
    readonly run?: number | undefined;
    readonly artifact?: string | undefined;
    readonly commentKey: string;
    readonly json: boolean;
  },
  { out, err, env }: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const repository = needed(env, 'GITHUB_REPOSITORY', 'the repository of the pull request, as owner/name');
  const runId = options.run ?? (await runOfEvent(env));
  const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const published = await publishUnverified({
    api: connectGitHub({
      token: needed(env, 'GITHUB_TOKEN', 'a token with actions: read and pull-requests: write'),
      baseUrl: (env['GITHUB_API_URL'] ?? '') || 'https://api.github.com',
      repository,
      timing: systemTiming,
      signal,
      onRetry: (message) => err.write(`${terminalMessage(message)}\n`),
    }),
    repository,
    runId,
    artifact: options.artifact ?? artifactName(options.commentKey),
    key: options.commentKey,
    runUrl: `${server}/${repository}/actions/runs/${runId}`,
    onWarning: (message) => err.write(`warning: ${terminalMessage(message)}\n`),
  });
  if (options.json) out.write(`${jsonForLogs(published)}\n`);
  else
    out.write(
      published.kind === 'published'
        ? `Posted an unverified report on #${published.number}: ${terminalMessage(published.url)}\n`
        : `Nothing posted: ${terminalMessage(published.reason)}.\n`,
    );
  return 0;
}

function needed(env: Terminal['env'], name: string, what: string): string {
  const value = env[name] ?? '';
  if (value !== '') return value;
  throw new ConfigError({
    what: `not set, expected ${what}`,
    where: `the environment variable ${name}`,
    fix: 'Run this command in a workflow on workflow_run (see docs/recipes/forks.md), or set the variable.',
  });
}

/** The run that triggered a `workflow_run` workflow. */
async function runOfEvent(env: Terminal['env']): Promise<number> {
  const path = env['GITHUB_EVENT_PATH'] ?? '';
  try {
    return workflowRunEvent.parse(JSON.parse((await readRegularFile(path)).toString())).workflow_run.id;
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause;
    throw new ConfigError({
      what: 'missing, and the event that started this job does not refer to a run',
      where: '--run',
      fix: 'Run this command in a workflow on workflow_run (see docs/recipes/forks.md), or pass the id of the run, for example --run 1234567890.',
      cause,
    });
  }
}
