import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { asciiLine } from './ascii-line.ts';
import type { Answer, Ask, Begin, Begun } from './messages.ts';

/** Maximum time that a child may take to start on a busy machine. */
const START_MS = 120_000;

/** Maximum number of characters of a dead child's error output to report. */
const COMPLAINT_CHARACTERS = 500;

/** Why a child did not answer. */
export type Silence = 'timeout' | 'death';

type Heard = { readonly line: string } | Silence;

/** Running children. All are killed when this process exits normally. */
const living = new Set<Child>();
const endAll = (): void => {
  for (const child of living) child.kill();
};

/**
 * One child process and its pipe. The child has an empty environment and its own process group, which is killed together
 * with it. The child handles one request at a time and is killed if it does not answer in time.
 */
export class Child {
  readonly #process: ChildProcessByStdio<Writable, Readable, Readable>;
  #waiting: ((heard: Heard) => void) | undefined;
  #complaint = '';
  #dead = false;

  constructor(command: readonly [string, ...string[]]) {
    const [file, ...parameters] = command;
    this.#process = spawn(file, parameters, {
      env: {},
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    // A child may die during a write. The `close` event reports this.
    this.#process.stdin.on('error', () => {});
    this.#process.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#complaint = `${this.#complaint}${text}`.slice(-COMPLAINT_CHARACTERS);
    });
    createInterface({ input: this.#process.stdout }).on('line', (line) => this.#hear({ line }));
    this.#process.on('error', (error) => this.#die(error.message));
    this.#process.on('close', () => this.#die(''));
    if (living.size === 0) process.once('exit', endAll);
    living.add(this);
  }

  get isDead(): boolean {
    return this.#dead;
  }

  /** The end of the child's standard error output. */
  get complaint(): string {
    return this.#complaint.trim();
  }

  async begin(how: Begin): Promise<Begun | Silence> {
    const heard = await this.#say(how, START_MS);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this project's script, before any program ran
    return typeof heard === 'string' ? heard : (JSON.parse(heard.line) as Begun);
  }

  async ask(what: Ask, timeoutMs: number): Promise<Answer | Silence> {
    const heard = await this.#say(what, timeoutMs);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this project's script; no program can write to it
    return typeof heard === 'string' ? heard : (JSON.parse(heard.line) as Answer);
  }

  /** Kills the child and every process that it started. */
  kill(): void {
    const { pid } = this.#process;
    if (pid !== undefined && !this.#dead) {
      try {
        process.kill(-pid, 'SIGKILL');
      } catch {
        this.#process.kill('SIGKILL');
      }
    }
    this.#die('');
  }

  #say(message: Begin | Ask, timeoutMs: number): Promise<Heard> {
    if (this.#dead) return Promise.resolve('death');
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#hear('timeout');
        this.kill();
      }, timeoutMs);
      this.#waiting = (heard) => {
        clearTimeout(timer);
        resolve(heard);
      };
      this.#process.stdin.write(asciiLine(message));
    });
  }

  #hear(heard: Heard): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.(heard);
  }

  #die(why: string): void {
    this.#dead = true;
    if (living.delete(this) && living.size === 0) process.off('exit', endAll);
    if (why !== '') this.#complaint = why;
    this.#hear('death');
  }
}
