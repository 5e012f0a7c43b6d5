import { GraderError } from '../../errors.ts';
import { asciiLine } from '../python/ascii-line.ts';
import { programEnvironment } from '../../processes/environment.ts';
import type { Grade, GradableItem, GraderEdges } from '../grader.ts';
import { Turns } from '../turns.ts';
import { readAnswer } from './answer.ts';
import { type ProgramFolder, programFolder } from './program-folder.ts';
import { LineProcess, NoAnswer } from './line-process.ts';

/** Extra time for a process to start, added to the time limit of its first sample. */
const START_MS = 60_000;
/** Number of consecutive samples without a grade after which grading stops. */
const MOST_FAILURES_IN_A_ROW = 20;
/** Maximum number of characters of a process's last output that are quoted in the reason for a sample's failure. */
const QUOTED_CHARACTERS = 300;

export interface ProgramOptions {
  /** The grader's name, for error messages. */
  readonly name: string;
  /** Returns the program and its arguments, given the folder with the grader's files. */
  readonly command: (folder: string) => readonly string[];
  readonly timeoutMs: number;
  /** Number of concurrent processes, at least 1. */
  readonly processes: number;
}

/**
 * A user's program that grades samples: it reads `{"item": …, "text": …}` lines and answers each with one line. The
 * program is started for the first sample, in a new folder with the grader's files and an environment without secrets,
 * and restarted if it ends. If the program cannot grade a sample, only that sample fails: after a second attempt if the
 * program ended, or immediately if it took too long.
 */
export class Program {
  readonly #options: ProgramOptions;
  readonly #edges: Pick<GraderEdges, 'env' | 'files' | 'signal'>;
  readonly #turns: Turns;
  readonly #all = new Set<LineProcess>();
  readonly #idle: LineProcess[] = [];
  #folder: ProgramFolder | undefined;
  #failedInARow = 0;
  #useless: GraderError | undefined;

  constructor(options: ProgramOptions, edges: Pick<GraderEdges, 'env' | 'files' | 'signal'>) {
    this.#options = options;
    this.#edges = edges;
    this.#turns = new Turns(options.processes);
  }

  /**
   * @throws Error with the reason why this sample has no grade; GraderError if no more samples can be graded because
   * the run was stopped, the program gives no grades, or it wrote unrequested lines, so that its answers can no longer
   * be matched to samples.
   */
  grade(text: string, { id, prompt, answer, meta }: GradableItem): Promise<Grade> {
    const line = asciiLine({ item: { id, prompt, answer, meta }, text });
    return this.#turns.take(async () => {
      try {
        const grade = await this.#ask(line);
        this.#failedInARow = 0;
        return grade;
      } catch (error) {
        if (!(error instanceof GraderError)) this.#countFailure(error);
        throw error;
      }
    });
  }

  /** @throws GraderError if the program wrote lines that do not answer any request. */
  async close(): Promise<void> {
    await Promise.all([...this.#all].map((process) => process.close()));
    this.#all.clear();
    process.off('exit', this.#killNow);
    this.#edges.signal.removeEventListener('abort', this.#killAll);
    this.#folder?.remove();
    this.#folder = undefined;
    if (this.#useless !== undefined) throw this.#useless;
  }

  async #ask(line: string): Promise<Grade> {
    for (let isLast = false; ; isLast = true) {
      this.#throwIfUseless();
      const process = this.#ready();
      try {
        const isFirst = !process.wasAsked;
        const answer = readAnswer(
          await process.ask(line, this.#options.timeoutMs + (isFirst ? START_MS : 0)),
        );
        this.#throwIfUseless();
        if (typeof answer === 'string') {
          this.#drop(process);
          throw new Error(answer);
        }
        this.#idle.push(process);
        if ('failed' in answer) throw new Error(answer.failed);
        return answer;
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        this.#drop(process);
        this.#throwIfUseless();
        if (error.kind === 'ended' && !isLast) continue;
        throw new Error(withLastWords(error.message, process), { cause: error });
      }
    }
  }

  /** Returns an idle process. */
  #ready(): LineProcess {
    for (let process = this.#idle.pop(); process !== undefined; process = this.#idle.pop()) {
      if (!process.isDead) return process;
      this.#drop(process);
    }
    return this.#start();
  }

  #start(): LineProcess {
    const { files = new Map<string, Uint8Array>(), env, signal } = this.#edges;
    if (this.#folder === undefined) {
      this.#folder = programFolder(files);
      process.on('exit', this.#killNow);
      signal.addEventListener('abort', this.#killAll);
    }
    const folder = this.#folder.path;
    const started = new LineProcess({
      command: this.#options.command(folder),
      folder,
      env: programEnvironment(env, []),
      onUnasked: () => {
        this.#useless ??= this.#unasked(started);
      },
    });
    this.#all.add(started);
    return started;
  }

  #drop(process: LineProcess): void {
    process.kill();
    this.#all.delete(process);
  }

  readonly #killAll = (): void => {
    for (const process of this.#all) process.kill();
  };

  readonly #killNow = (): void => {
    this.#killAll();
    this.#folder?.remove();
  };

  #countFailure(error: unknown): void {
    this.#failedInARow += 1;
    if (this.#failedInARow < MOST_FAILURES_IN_A_ROW) return;
    this.#useless ??= new GraderError({
      what: `it failed on the last ${this.#failedInARow} samples. The last error: ${error instanceof Error ? error.message : String(error)}`,
      where: `grader ${this.#options.name}`,
      fix: 'Fix the program and run the same command again. It reuses the stored completions.',
      cause: error,
    });
  }

  #unasked(process: LineProcess): GraderError {
    return new GraderError({
      what: withLastWords('it wrote more lines than it was given, so its grades cannot be trusted', process),
      where: `grader ${this.#options.name}`,
      fix: 'Answer each input line with exactly one line on standard output, and print everything else to standard error.',
    });
  }

  #throwIfUseless(): void {
    if (this.#useless !== undefined) throw this.#useless;
    if (!this.#edges.signal.aborted) return;
    throw new GraderError({
      what: 'grading was interrupted',
      where: `grader ${this.#options.name}`,
      fix: 'Run the command again. It reuses the stored completions.',
    });
  }
}

function withLastWords(message: string, { lastWords }: LineProcess): string {
  return lastWords === ''
    ? message
    : `${message}; its last output on standard error: ${lastWords.slice(-QUOTED_CHARACTERS)}`;
}
