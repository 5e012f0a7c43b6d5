import { GraderError } from '../../errors.ts';
import { asciiLine } from '../python/ascii-line.ts';
import { programEnvironment } from '../../processes/environment.ts';
import type { Grade, GradableItem, GraderEdges } from '../grader.ts';
import { Turns } from '../turns.ts';
import { readAnswer } from './answer.ts';
import { type ProgramFolder, programFolder } from './program-folder.ts';
import { LineProcess, NoAnswer } from './line-process.ts';

/** What a process may take to start, besides the time of the sample that it is asked first. */
const START_MS = 60_000;
/** After so many samples in a row without a grade no more are tried. */
const MOST_FAILURES_IN_A_ROW = 20;
/** Characters of what a process said last in the reason of one sample. */
const QUOTED_CHARACTERS = 300;

export interface ProgramOptions {
  /** Of the grader, for its errors. */
  readonly name: string;
  /** Program and arguments, given the folder that the grader's files are in. */
  readonly command: (folder: string) => readonly string[];
  readonly timeoutMs: number;
  /** How many run at a time, at least 1. */
  readonly processes: number;
}

/**
 * A program of the user that grades: it reads `{"item": …, "text": …}` lines and answers each with a line. Started with the
 * first sample, in a fresh folder with the grader's files, with an environment that holds no secret; started again where it
 * ended. What it could not grade fails that sample alone: one it ended at after a second try, one that took too long at once.
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
   * @throws Error why this sample has no grade; GraderError where no more can be graded: the run was stopped, the program
   *   gives none, or wrote lines that answer nothing, so that it is not known which line answers what.
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

  /** @throws GraderError where lines came that answer nothing. */
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

  /** A process that waits to be asked. */
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
      what: `it graded none of the last ${this.#failedInARow} samples; of the last one: ${error instanceof Error ? error.message : String(error)}`,
      where: `grader ${this.#options.name}`,
      fix: 'Fix the program and run the same again: completions that were paid for are in the store.',
      cause: error,
    });
  }

  #unasked(process: LineProcess): GraderError {
    return new GraderError({
      what: withLastWords(
        'it wrote more lines than it was asked for, so none of its grades can be trusted',
        process,
      ),
      where: `grader ${this.#options.name}`,
      fix: 'Answer every line of the input with one line, and print whatever else to standard error.',
    });
  }

  #throwIfUseless(): void {
    if (this.#useless !== undefined) throw this.#useless;
    if (!this.#edges.signal.aborted) return;
    throw new GraderError({
      what: 'grading was stopped before it was done',
      where: `grader ${this.#options.name}`,
      fix: 'Run it again: completions that were paid for are in the store.',
    });
  }
}

function withLastWords(message: string, { lastWords }: LineProcess): string {
  return lastWords === '' ? message : `${message}; it said last: ${lastWords.slice(-QUOTED_CHARACTERS)}`;
}
