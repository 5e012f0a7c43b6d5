import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { endTree } from '../../processes/end-tree.ts';
import { MARKER, type ProcessTree, processTree } from '../../processes/process-tree.ts';

/** Bytes of one answer; who writes more has lost its way. */
const LONGEST_LINE = 1_048_576;
/** Characters of what a process said last that are kept. */
const KEPT_CHARACTERS = 2_000;
/** Once its input has ended a process may end by itself, and then has this long after it was asked to. */
const LAST_LINE_MS = 1_000;
const GRACE_MS = 1_000;
/** What a process wrote last may arrive after its end is known. */
const LAST_WORDS_MS = 250;
const LINE_FEED = 10;

/** Why a process gave no answer: it ended, took too long, or wrote a line that is too long. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly kind: 'ended' | 'timeout' | 'too-long';

  constructor(kind: NoAnswer['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

type Heard = Buffer | NoAnswer;

/**
 * One process that answers each line it reads with one line. It leads a group of its own, which ends with it. Asked one
 * thing at a time; once it gave no answer it is killed.
 */
export class LineProcess {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #tree: ProcessTree | undefined;
  readonly #ended: Promise<void>;
  readonly #onUnasked: () => void;
  #waiting: ((heard: Heard) => void) | undefined;
  #parts: Buffer[] = [];
  #bytes = 0;
  #lastWords = '';
  #why: string | undefined;
  #wasAsked = false;

  /** @param options.onUnasked told of a line that answers nothing */
  constructor(options: {
    readonly command: readonly string[];
    readonly folder: string;
    readonly env: Readonly<Record<string, string>>;
    readonly onUnasked: () => void;
  }) {
    const [program = '', ...rest] = options.command;
    const mark = randomUUID();
    this.#onUnasked = options.onUnasked;
    this.#child = spawn(program, rest, {
      cwd: options.folder,
      env: { ...options.env, [MARKER]: mark },
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    const { pid, stdin, stdout, stderr } = this.#child;
    this.#tree = pid === undefined ? undefined : processTree({ leader: pid, mark });
    // A process that ends while it is written to: its end is told by `close`.
    stdin.on('error', () => {});
    stdout.on('data', (chunk: Buffer) => this.#read(chunk));
    stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#lastWords = `${this.#lastWords}${text}`.slice(-KEPT_CHARACTERS);
    });
    this.#child.once('exit', (code, signal) => {
      this.#die(signal ?? `exit code ${code}`);
      // What it started may hold its output open for ever.
      setTimeout(() => this.#settleDeath(), LAST_WORDS_MS).unref();
    });
    this.#ended = new Promise((resolve) => {
      this.#child.once('error', (error: NodeJS.ErrnoException) => {
        this.#die(error.code === 'ENOENT' ? `there is no program ${program}` : error.message);
        resolve();
      });
      this.#child.once('close', () => {
        this.#settleDeath();
        resolve();
      });
    });
  }

  get isDead(): boolean {
    return this.#why !== undefined;
  }

  /** Whether it had a first line, which it answers once it has started. */
  get wasAsked(): boolean {
    return this.#wasAsked;
  }

  /** What it wrote to its standard error last. Hostile text. */
  get lastWords(): string {
    return this.#lastWords.trim();
  }

  /** @param line with its end. @throws NoAnswer where there is none within the time. */
  async ask(line: string, timeoutMs: number): Promise<string> {
    this.#wasAsked = true;
    const heard = await new Promise<Heard>((resolve) => {
      const timer = setTimeout(() => {
        this.#hear(new NoAnswer('timeout', `took longer than ${timeoutMs / 1000} s`));
      }, timeoutMs);
      this.#waiting = (answer) => {
        clearTimeout(timer);
        resolve(answer);
      };
      if (this.isDead) this.#settleDeath();
      else this.#child.stdin.write(line);
    });
    if (!(heard instanceof NoAnswer)) return heard.toString();
    this.kill();
    throw heard;
  }

  /** Ends it and whatever it started, at once. */
  kill(): void {
    this.#die('it was killed');
    this.#tree?.signal('SIGKILL');
    this.#child.kill('SIGKILL');
  }

  /** Lets it end by itself, and ends what is left of it. */
  async close(): Promise<void> {
    this.#child.stdin.end();
    const patience = new AbortController();
    await Promise.race([this.#ended, wait(LAST_LINE_MS, undefined, { signal: patience.signal })]);
    patience.abort();
    this.#die('it was closed');
    if (this.#tree !== undefined) await endTree(this.#tree, GRACE_MS);
    this.#child.stdout.destroy();
    this.#child.stderr.destroy();
  }

  #read(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      const line = Buffer.concat([...this.#parts, chunk.subarray(start, end)]);
      this.#parts = [];
      this.#bytes = 0;
      start = end + 1;
      if (line.length <= LONGEST_LINE) this.#hear(line);
      else this.#hear(tooLong());
    }
    if (start === chunk.length) return;
    this.#parts.push(chunk.subarray(start));
    this.#bytes += chunk.length - start;
    if (this.#bytes <= LONGEST_LINE) return;
    this.#parts = [];
    this.#hear(tooLong());
    this.kill();
  }

  #hear(heard: Heard): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting !== undefined) waiting(heard);
    else if (!(heard instanceof NoAnswer)) this.#onUnasked();
  }

  #die(why: string): void {
    this.#why ??= why;
  }

  /** Its pipes are closed, so nothing will come that was written before its end. */
  #settleDeath(): void {
    this.#hear(new NoAnswer('ended', `ended: ${this.#why ?? 'it closed its output'}`));
  }
}

function tooLong(): NoAnswer {
  return new NoAnswer('too-long', `wrote a line of more than ${LONGEST_LINE} bytes`);
}
