import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, inject } from 'vitest';

/** Runs `dist/post.js` as a runner does at the end of a job: it gets the state that the main step wrote to `GITHUB_STATE`. */
export async function runPost({
  workspace,
  run,
  env,
}: {
  readonly workspace: string;
  readonly run: number;
  readonly env: Readonly<Record<string, string>> & { readonly GITHUB_STATE: string };
}): Promise<{ readonly code: number | null; readonly log: string }> {
  const note = /^completions<<(\S+)\n(.*)\n\1/m.exec(readFileSync(env.GITHUB_STATE, 'utf8'))?.[2];
  const child = spawn(process.execPath, [join(inject('packageFolder'), 'dist/post.js')], {
    cwd: workspace,
    env: {
      PATH: process.env['PATH'],
      // Each run would compile the same code again.
      NODE_COMPILE_CACHE: join(inject('packageFolder'), '.cache'),
      GITHUB_WORKSPACE: workspace,
      GITHUB_RUN_ID: String(run),
      ...env,
      ...(note === undefined ? {} : { STATE_completions: note }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
  });
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  const [log, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  expect(stderr).toBe('');
  return { code, log };
}
