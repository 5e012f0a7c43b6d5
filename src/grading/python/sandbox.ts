import { availableParallelism } from 'node:os';
import { GraderError } from '../../errors.ts';
import { Child, type Silence } from './child-process.ts';
import { PAGE_BYTES } from './host/memory-limit.ts';
import type { Answer, Ask, PackedImage } from './messages.ts';
import { type SandboxFiles, sandboxFiles } from './sandbox-files.ts';
import { Turns } from '../turns.ts';
import type { Wall } from './wall.ts';

const MEBIBYTE = 1_048_576;

/**
 * Size of a child's native stack, in kilobytes: less than the 8 MB that most systems allow, but more than Python needs.
 */
const STACK_KB = 3900;

/**
 * Maximum memory that a child uses outside its interpreters, for example for a completion and the child's image. A
 * program cannot use this memory.
 */
const HEAP_MEBIBYTES = 192;

/** The outcome of a task: a response, or why there is none. */
export type Labelled = Answer | Silence;

/** Images of interpreters that have already started, by memory limit. Creating an image takes seconds. */
const images = new Map<number, PackedImage>();

/**
 * Child processes that grade programs, one per processor. A child that exceeds a program's time limit is killed. If a
 * child is killed or dies, only its current program is affected. If a child died, its program is tried once more, because
 * the machine may have caused the death.
 */
export class Sandbox {
  readonly #files: SandboxFiles = sandboxFiles();
  readonly #wall: Wall | undefined;
  readonly #memoryPages: number;
  readonly #timeoutMs: number;
  readonly #signal: AbortSignal;
  readonly #idle: Child[] = [];
  readonly #all = new Set<Child>();
  readonly #turns = new Turns(Math.max(1, availableParallelism()));
  #closed = false;
  /** The start of the child that makes the image for the other children. */
  #firstStart: Promise<unknown> | undefined;

  constructor(options: {
    readonly wall: Wall | undefined;
    readonly memoryMebibytes: number;
    readonly timeoutMs: number;
    /** When aborted, ends all children. */
    readonly signal: AbortSignal;
  }) {
    this.#wall = options.wall;
    this.#memoryPages = Math.ceil((options.memoryMebibytes * MEBIBYTE) / PAGE_BYTES);
    this.#timeoutMs = options.timeoutMs;
    this.#signal = options.signal;
    this.#signal.addEventListener('abort', this.#killAll);
  }

  /** @throws {GraderError} if no child starts, or if the run is stopped */
  label(task: Ask): Promise<Labelled> {
    return this.#turns.take(async () => {
      const first = await this.#labelOnce(task);
      return first === 'death' ? this.#labelOnce(task) : first;
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#signal.removeEventListener('abort', this.#killAll);
    this.#killAll();
  }

  readonly #killAll = (): void => {
    for (const child of this.#all) child.kill();
    this.#all.clear();
    this.#idle.length = 0;
  };

  async #labelOnce(task: Ask): Promise<Labelled> {
    const child = this.#idle.pop() ?? (await this.#start());
    const answer = await child.ask(task, this.#timeoutMs);
    this.#throwIfStopped();
    if (child.isDead) this.#all.delete(child);
    else this.#idle.push(child);
    return answer;
  }

  async #start(): Promise<Child> {
    if (!images.has(this.#memoryPages) && this.#firstStart === undefined) {
      const child = this.#startWith(undefined);
      this.#firstStart = Promise.allSettled([child]);
      return child;
    }
    await this.#firstStart;
    return this.#startWith(images.get(this.#memoryPages));
  }

  async #startWith(image: PackedImage | undefined): Promise<Child> {
    this.#throwIfStopped();
    const child = new Child(this.#command());
    this.#all.add(child);
    const begun = await child.begin({ memoryPages: this.#memoryPages, image });
    this.#throwIfStopped();
    if (begun === 'timeout' || begun === 'death') {
      this.#all.delete(child);
      throw new GraderError({
        what: `cannot start the sandbox: ${begun === 'timeout' ? 'it timed out' : child.complaint || 'its process exited'}`,
        where: this.#wall === undefined ? 'grader code' : `grader code, inside ${this.#wall.name}`,
        fix: 'Check that Node is version 24, that about 0.3 GB of memory per processor is free, and that all files of this package are present.',
      });
    }
    if (begun.image !== undefined) images.set(this.#memoryPages, begun.image);
    return child;
  }

  #command(): readonly [string, ...string[]] {
    const { child, module, library, inside, folders } = this.#files;
    const command = [
      process.execPath,
      '--permission',
      // Needed for the thread that detects when this process ends.
      '--allow-worker',
      `--max-old-space-size=${HEAP_MEBIBYTES}`,
      ...folders.map((folder) => `--allow-fs-read=${folder}`),
      `--stack-size=${STACK_KB}`,
      '--no-warnings',
      child,
      module,
      library,
      inside,
    ] as const;
    return this.#wall?.around(command, folders) ?? command;
  }

  #throwIfStopped(): void {
    if (!this.#signal.aborted && !this.#closed) return;
    throw new GraderError({
      what: 'grading was interrupted',
      where: 'grader code',
      fix: 'Run the command again. It reuses the stored completions.',
    });
  }
}
