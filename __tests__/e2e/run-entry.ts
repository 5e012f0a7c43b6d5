import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { inject } from 'vitest';
import { inTerminal } from './pseudo-terminal.ts';
import { runWarm } from './run-warm.ts';

/** How an entry point of the package runs. */
export interface EntryRun {
  readonly entry: 'action.js' | 'cli.js' | 'post.js';
  readonly args?: readonly string[];
  readonly cwd: string;
  /** Its whole environment except PATH and the cache folders; nothing from the machine (proxies, colours, keys) reaches it. */
  readonly env: Readonly<Record<string, string>>;
  /** Maximum file size, in units of 512 bytes; beyond it, a write fails as on a full disk. */
  readonly largestFile?: number | undefined;
  /** Whether it runs in a terminal, which merges its output; false if absent. */
  readonly inTerminal?: boolean | undefined;
  /** Whether it needs its own process for another reason; false if absent. */
  readonly needsProcess?: boolean | undefined;
  /** Maximum duration; then it is killed and its code is null. Two minutes if absent. */
  readonly limitMs?: number | undefined;
}

export interface Run {
  /** Null if a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly ended: Promise<Run>;
}

const LIMIT_MS = 120_000;

const pathOf = (entry: string): string => join(inject('packageFolder'), 'dist', entry);

function environmentOf({ entry, env }: EntryRun): Record<string, string> {
  // Each run would compile the same code again.
  const cache = join(inject('packageFolder'), '.cache');
  const caches: Record<string, string> =
    entry === 'cli.js' ? { XDG_CACHE_HOME: cache } : { NODE_COMPILE_CACHE: cache };
  return { PATH: process.env['PATH'] ?? '', ...caches, ...env };
}

/** Starts an entry point of the built package in its own process. */
export function startEntry(run: EntryRun): Started {
  const command = [process.execPath, pathOf(run.entry), ...(run.args ?? [])];
  const limited = ['/bin/sh', '-c', `ulimit -f ${run.largestFile}; exec "$@"`, 'sh', ...command];
  const [program = '', ...rest] =
    run.inTerminal === true ? inTerminal(command) : run.largestFile === undefined ? command : limited;
  const child = spawn(program, rest, {
    cwd: run.cwd,
    env: environmentOf(run),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: run.limitMs ?? LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  const ended = (async (): Promise<Run> => {
    const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
    return { code, stdout, stderr };
  })();
  return { child, ended };
}

/**
 * Runs an entry point of the built package to its end, in the warm process of this worker. If the run needs something that only
 * a new process can have, it gets its own.
 */
export async function runEntry(run: EntryRun): Promise<Run> {
  const { entry, args = [], cwd, limitMs = LIMIT_MS } = run;
  const needsProcess = run.needsProcess === true || run.inTerminal === true || run.largestFile !== undefined;
  const warm = needsProcess
    ? undefined
    : await runWarm({ entry: pathOf(entry), args, cwd, env: environmentOf(run) }, limitMs);
  return warm ?? startEntry(run).ended;
}
