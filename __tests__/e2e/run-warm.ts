import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { inject } from 'vitest';
import type { Run } from './run-entry.ts';

/*
 * Most of the processor time of a short command is spent on loading and compiling the package. Where a test does not depend on a
 * process of its own, the entry point therefore runs in one process per worker, which keeps the compiled code. The run has the
 * streams, the environment, the arguments, the folder and the end of a process.
 */

/** What the process executes. */
export interface WarmRun {
  /** The path of the entry point. */
  readonly entry: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** The whole environment. */
  readonly env: Readonly<Record<string, string>>;
  /** A module to load first. It may replace `Date` and `Math.random`, which are restored after the run. */
  readonly preload?: string | undefined;
  /** Begins the last line of both streams. */
  readonly end: string;
}

/** A process that runs entry points one after the other. */
interface Host {
  readonly child: ChildProcess;
  readonly stdout: Readable;
  readonly stderr: Readable;
  readonly ended: Promise<number | null>;
}

let host: Promise<Host> | undefined;
let isBusy = false;

async function start(): Promise<Host> {
  const child = fork(join(import.meta.dirname, 'warm-host.ts'), {
    cwd: '/',
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: join(inject('packageFolder'), '.cache') },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('no streams');
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      host = undefined;
      resolve(code);
    });
  });
  // Without this, a stream that nobody reads would never end.
  for (const stream of [stdout, stderr]) stream.resume();
  await once(child, 'message');
  // It ends when this process closes the channel at its own end, which it must not delay.
  child.unref();
  child.channel?.unref();
  for (const stream of [stdout, stderr]) if (stream instanceof Socket) stream.unref();
  return { child, stdout, stderr, ended };
}

/** Collects the text of a stream up to a line that begins with `end`. `rest` is the rest of this line; undefined if there is none. */
function readUntil(
  stream: Readable,
  end: string,
): { readonly rest: Promise<string | undefined>; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const rest = new Promise<string | undefined>((resolve) => {
    const close = (found?: string): void => {
      stream.off('data', hear).off('end', stop);
      resolve(found);
    };
    const stop = (): void => close();
    const hear = (chunk: Buffer): void => {
      chunks.push(chunk);
      // A buffer's limit may split the line.
      const [, found] = Buffer.concat(chunks.slice(-2)).toString().split(end);
      if (found?.endsWith('\n') === true) close(found.trim());
    };
    stream.on('data', hear).on('end', stop);
  });
  return { rest, text: () => Buffer.concat(chunks).toString().split(end)[0] ?? '' };
}

/**
 * Runs an entry point in the warm process. Returns undefined if that process is busy, or cannot provide what the run needs: Node
 * reads variables such as `NODE_EXTRA_CA_CERTS` only at its start.
 */
export async function runWarm(
  run: Omit<WarmRun, 'preload' | 'end'>,
  limitMs: number,
): Promise<Run | undefined> {
  const { NODE_OPTIONS: options = '', NODE_COMPILE_CACHE: _, ...others } = run.env;
  const preload = /^--import=(\S+)$/u.exec(options)?.[1];
  const readAtStart = Object.keys(others).filter((name) => name.startsWith('NODE_'));
  if (isBusy || readAtStart.length > 0 || (options !== '' && preload === undefined)) return undefined;
  isBusy = true;
  try {
    host ??= start();
    const { child, stdout, stderr, ended } = await host;
    const end = `end-of-run-${randomUUID()}`;
    const [out, err] = [readUntil(stdout, end), readUntil(stderr, end)];
    const limit = setTimeout(() => child.kill('SIGKILL'), limitMs);
    child.send({ ...run, preload, end } satisfies WarmRun);
    const [code] = await Promise.all([out.rest, err.rest]);
    clearTimeout(limit);
    return { code: code === undefined ? await ended : Number(code), stdout: out.text(), stderr: err.text() };
  } finally {
    isBusy = false;
  }
}
