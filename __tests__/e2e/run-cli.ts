import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { inject } from 'vitest';
import { inTerminal } from './pseudo-terminal.ts';

/** Where and how a command runs. */
export interface Place {
  readonly cwd: string;
  /** Its whole environment except PATH and the cache folder; nothing from the machine (proxies, colors, keys) reaches it. */
  readonly env?: Readonly<Record<string, string>>;
  /** Maximum file size, in units of 512 bytes; beyond it, a write fails as on a full disk. */
  readonly largestFile?: number;
  /** Whether it runs in a terminal, which merges its output; false if absent. */
  readonly inTerminal?: boolean;
  /** Maximum duration; then it is killed and its code is null. Two minutes if absent. */
  readonly limitMs?: number;
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

/** Starts `reversal-check` from the built package, in its own process. */
export function startCli(
  args: readonly string[],
  { cwd, env = {}, largestFile, inTerminal: isInTerminal = false, limitMs = 120_000 }: Place,
): Started {
  const packageFolder = inject('packageFolder');
  const command = [process.execPath, join(packageFolder, 'dist/cli.js'), ...args];
  const limited = ['/bin/sh', '-c', `ulimit -f ${largestFile}; exec "$@"`, 'sh', ...command];
  const [program = '', ...rest] = isInTerminal
    ? inTerminal(command)
    : largestFile === undefined
      ? command
      : limited;
  const child = spawn(program, rest, {
    cwd,
    env: { PATH: process.env['PATH'], XDG_CACHE_HOME: join(packageFolder, '.cache'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limitMs,
    killSignal: 'SIGKILL',
  });
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const ended = (async (): Promise<Run> => {
    const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
    return { code, stdout, stderr };
  })();
  return { child, ended };
}

/** Runs `reversal-check` to its end. */
export const runCli = (args: readonly string[], place: Place): Promise<Run> => startCli(args, place).ended;
