import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { runEntry } from './run-entry.ts';

/** Runs `dist/post.js` as a runner does at the end of a job: it gets the state that the main step wrote to `GITHUB_STATE`. */
export async function runPost({
  workspace,
  run,
  env,
  needsProcess,
}: {
  readonly workspace: string;
  readonly run: number;
  readonly env: Readonly<Record<string, string>> & { readonly GITHUB_STATE: string };
  /** Whether it must run in its own process; false if absent. */
  readonly needsProcess?: boolean | undefined;
}): Promise<{ readonly code: number | null; readonly log: string }> {
  const note = /^completions<<(\S+)\n(.*)\n\1/m.exec(readFileSync(env.GITHUB_STATE, 'utf8'))?.[2];
  const { code, stdout, stderr } = await runEntry({
    entry: 'post.js',
    cwd: workspace,
    needsProcess,
    env: {
      GITHUB_WORKSPACE: workspace,
      GITHUB_RUN_ID: String(run),
      ...env,
      ...(note === undefined ? {} : { STATE_completions: note }),
    },
  });
  expect(stderr).toBe('');
  return { code, log: stdout };
}
