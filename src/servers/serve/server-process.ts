import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { endTree } from '../../processes/end-tree.ts';
import { MARKER, newMark, processTree } from '../../processes/process-tree.ts';
import type { ServerLog } from './server-log.ts';

/** How long to wait for output that may still arrive after a process has ended. */
const LAST_WORDS_MS = 250;

/** Describes how a process ended, such as `exit code 1`. */
export type Ending = string;

/** A program that runs in its own process group and its own empty folder. */
export interface ServerProcess {
  /** Resolves when the first process has ended, for any reason, and all its output is in the log. */
  readonly ended: Promise<Ending>;
  /**
   * Ends the process and all its descendants: SIGTERM, then SIGKILL for those left after `graceMs`. Returns the ids of
   * the processes that could not be ended.
   */
  readonly stop: (graceMs: number) => Promise<readonly number[]>;
}

/**
 * Starts a program and writes its output to `log`. When this process exits, the program is also killed, unless this
 * process was itself killed.
 */
export function startProcess(options: {
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly log: ServerLog;
}): ServerProcess {
  const [program = '', ...rest] = options.command;
  const mark = newMark();
  const folder = mkdtempSync(join(tmpdir(), 'reversal-check-serve-'));
  const child = spawn(program, rest, {
    cwd: folder,
    env: { ...options.env, [MARKER]: mark },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  options.log.follow(child.stdout);
  options.log.follow(child.stderr);
  const leader = child.pid;
  const tree = leader === undefined ? undefined : processTree({ leader, mark });
  const killNow = (): void => {
    tree?.signal('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', killNow);

  const end = async (graceMs: number): Promise<readonly number[]> => {
    const left = tree === undefined ? [] : await endTree(tree, graceMs);
    process.off('exit', killNow);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    child.stdout.destroy();
    child.stderr.destroy();
    return left;
  };
  let ending: Promise<readonly number[]> | undefined;
  return { ended: endOf(child), stop: (graceMs) => (ending ??= end(graceMs)) };
}

async function endOf(child: ChildProcessByStdio<null, Readable, Readable>): Promise<Ending> {
  const { promise, resolve } = Promise.withResolvers<Ending>();
  child.once('error', (error: NodeJS.ErrnoException) => {
    resolve(error.code === 'ENOENT' ? 'no such program' : error.message);
  });
  child.once('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : signal));
  const ending = await promise;
  const closed = new Promise((done) => {
    child.once('close', done);
  });
  await Promise.race([closed, wait(LAST_WORDS_MS)]);
  return ending;
}
