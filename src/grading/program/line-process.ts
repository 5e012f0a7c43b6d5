import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { endTree } from '../../processes/end-tree.ts';
import { MARKER, newMark, type ProcessTree, processTree } from '../../processes/process-tree.ts';

/** Maximum size of an answer in bytes. A longer answer is an error in the program. */
const LONGEST_LINE = 1_048_576;
/** Maximum number of characters of a process's recent output that are kept. */
const KEPT_CHARACTERS = 2_000;
/** How long a process may take to exit on its own after its input has ended, and then after SIGTERM. */
const LAST_LINE_MS = 1_000;
const GRACE_MS = 1_000;
/** How long to wait for a process's last output, which may arrive after the end of the process is detected. */
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
 * A process that answers each line it reads with one line. The process leads its own process group, which is ended
 * together with it. The process gets one request at a time and is killed if it does not answer in time.
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

  /** @param options.onUnasked called for a line that is not an answer to a request */
  constructor(options: {
    readonly command: readonly string[];
    readonly folder: string;
    readonly env: Readonly<Record<string, string>>;
    readonly onUnasked: () => void;
  }) {
    const [program = '', ...rest] = options.command;
    const mark = newMark();
    this.#onUnasked = options.onUnasked;
    this.#child = spawn(program, rest, {
      cwd: options.folder,
      env: { ...options.env, [MARKER]: mark },
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    const { pid, stdin, stdout, stderr } = this.#child;
    this.#tree = pid === undefined ? undefined : processTree({ leader: pid, mark });
    // If a process ends while it is being written to, `close` reports its end.
    stdin.on('error', () => {});
    stdout.on('data', (chunk: Buffer) => this.#read(chunk));
    stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#lastWords = `${this.#lastWords}${text}`.slice(-KEPT_CHARACTERS);
    });
    this.#child.once('exit', (code, signal) => {
      this.#die(signal ?? `exit code ${code}`);
      // The process's children may keep its output open forever.
      setTimeout(() => this.#settleDeath(), LAST_WORDS_MS).unref();
    });
    this.#ended = new Promise((resolve) => {
      this.#child.once('error', (error: NodeJS.ErrnoException) => {
        this.#die(error.code === 'ENOENT' ? `cannot find the program ${program}` : error.message);
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

  /** Whether a first line has been sent to the process. The process answers that line once it has started. */
  get wasAsked(): boolean {
    return this.#wasAsked;
  }

  /** The end of the process's standard error output. This text is untrusted. */
  get lastWords(): string {
    return this.#lastWords.trim();
  }

  /** @param line must include its line feed. @throws NoAnswer if there is no answer within the time limit. */
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

  /** Ends the process and everything it started, immediately. */
  kill(): void {
    this.#die('it was killed');
    this.#tree?.signal('SIGKILL');
    this.#child.kill('SIGKILL');
  }

  /** Lets the process exit on its own, then ends what remains of its process group. */
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

  /** Called after the pipes are closed, when no more output can arrive. */
  #settleDeath(): void {
    this.#hear(new NoAnswer('ended', `ended: ${this.#why ?? 'it closed its output'}`));
  }
}

function tooLong(): NoAnswer {
  return new NoAnswer('too-long', `wrote a line of more than ${LONGEST_LINE} bytes`);
}
