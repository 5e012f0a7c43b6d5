import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { ConfigError, GraderError } from '../../errors.ts';
import { Child } from './child-process.ts';
import type { Ask } from './messages.ts';
import type { Labelled } from './sandbox.ts';
import { sandboxFiles } from './sandbox-files.ts';
import { Turns } from '../turns.ts';
import type { Wall } from './wall.ts';

const MEBIBYTE = 1_048_576;

const placesSchema = z.tuple([z.string(), z.array(z.string())]);

/** Python code that prints the location of its installation: the executable and the folders that it reads. */
const WHERE =
  'import json, sys; print(json.dumps([sys.executable, sorted({sys.prefix, sys.base_prefix, sys.exec_prefix})]))';

/**
 * Grades programs with the user's own Python and its installed packages, behind bubblewrap. Each program runs in its own
 * process, and its tests in another. The namespace isolates programs from the machine, and the kernel's process isolation
 * keeps programs away from the tests.
 */
export class NativeSandbox {
  readonly #turns = new Turns(Math.max(1, availableParallelism()));
  readonly #running = new Set<Child>();
  readonly #command: readonly [string, ...string[]];
  readonly #memory: number;
  readonly #timeoutMs: number;
  readonly #signal: AbortSignal;
  #closed = false;

  constructor(options: {
    readonly command: readonly [string, ...string[]];
    readonly memoryMebibytes: number;
    readonly timeoutMs: number;
    readonly signal: AbortSignal;
  }) {
    this.#command = options.command;
    this.#memory = options.memoryMebibytes * MEBIBYTE;
    this.#timeoutMs = options.timeoutMs;
    this.#signal = options.signal;
    this.#signal.addEventListener('abort', this.#killAll);
  }

  /** @throws {GraderError} if the run is stopped */
  label(task: Ask): Promise<Labelled> {
    return this.#turns.take(async () => {
      this.#throwIfStopped();
      const child = new Child([...this.#command, String(this.#memory)]);
      this.#running.add(child);
      try {
        const answer = await child.ask({ ...task }, this.#timeoutMs);
        this.#throwIfStopped();
        return answer;
      } finally {
        child.kill();
        this.#running.delete(child);
      }
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#signal.removeEventListener('abort', this.#killAll);
    this.#killAll();
  }

  readonly #killAll = (): void => {
    for (const child of this.#running) child.kill();
  };

  #throwIfStopped(): void {
    if (!this.#signal.aborted && !this.#closed) return;
    throw new GraderError({
      what: 'grading was interrupted',
      where: 'grader code',
      fix: 'Run the command again. It reuses the stored completions.',
    });
  }
}

/**
 * Returns the command that grades one program with a Python that runs behind a wall.
 *
 * @throws {ConfigError} if that Python cannot be started
 */
export async function nativeCommand(
  python: string,
  { wall, path = '' }: { readonly wall: Wall; readonly path: string | undefined },
): Promise<readonly [string, ...string[]]> {
  const { inside, folders } = sandboxFiles();
  const { stdout } = await promisify(execFile)(python, ['-I', '-c', WHERE], { env: { PATH: path } }).catch(
    (cause: unknown) => {
      throw new ConfigError({
        what: `cannot start the Python interpreter ${JSON.stringify(python)}: ${cause instanceof Error ? cause.message : String(cause)}`,
        where: 'grader code, option python',
        fix: 'Set python to the name of a Python interpreter on the PATH, or to its path.',
        cause,
      });
    },
  );
  const [program, places] = placesSchema.parse(JSON.parse(stdout));
  return wall.around([program, '-I', join(inside, 'native.py'), inside], [...folders, ...places]);
}
