import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { SamplingError } from '../../errors.ts';
import { checkCommand } from './check-command.ts';
import type { Terminal } from '../terminal.ts';

const announcement = z.object({ baseUrl: z.url() });

/**
 * `reversal-check demo`: serves two simulated checkpoints on this machine and runs a complete check on them, with the
 * example's configuration, lock and eval set. Exits with 0 regardless of the verdict, because it only demonstrates a
 * check.
 */
export async function demoCommand(
  options: { readonly out: string; readonly store: string; readonly json: boolean },
  terminal: Terminal,
  { packageRoot, signal }: { readonly packageRoot: string; readonly signal: AbortSignal },
): Promise<number> {
  const example = join(packageRoot, 'examples', 'simulated');
  terminal.err.write(
    'The demo serves two simulated checkpoints on this machine. It calls no real model and costs nothing.\n',
  );
  const simulator = spawn(
    process.execPath,
    [join(packageRoot, 'dist', 'simulator.js'), '--evals', join(example, 'evals')],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  try {
    const baseUrl = await announcedBy(simulator);
    const exitCode = await checkCommand(
      { ...options, config: join(example, 'reversal.yml'), old: 'v1', new: 'v2', preflight: true },
      { ...terminal, env: { ...terminal.env, SIMULATOR_BASE_URL: baseUrl } },
      signal,
    );
    terminal.err.write(
      `The demo always exits with 0. On real checkpoints, this check would exit with ${exitCode}.\n`,
    );
    return 0;
  } finally {
    simulator.stdin.end();
    simulator.kill('SIGTERM');
  }
}

/** Reads the server's address from the first line that the simulator prints. */
async function announcedBy(simulator: ChildProcessByStdio<Writable, Readable, null>): Promise<string> {
  const failed = new Promise<never>((_, reject) => {
    simulator.once('error', reject);
  });
  const firstLine = (async (): Promise<string | undefined> => {
    for await (const line of createInterface({ input: simulator.stdout })) return line;
    return undefined;
  })();
  const line = await Promise.race([firstLine, failed]);
  if (line === undefined) {
    throw new SamplingError({
      what: 'the simulator exited before it was ready',
      where: 'reversal-check demo',
      fix: 'See its error above. If files are missing, install the package again.',
    });
  }
  return announcement.parse(JSON.parse(line)).baseUrl;
}
