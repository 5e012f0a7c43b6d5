import { asciiLine } from './ascii-line.ts';
import { Ended } from './host/host.ts';
import { type Image, Interpreter, Raised, type Source } from './host/interpreter.ts';
import type { Answer, Ask, Run } from './messages.ts';

const NOTHING = new Uint8Array();

/** Maximum number of items whose parsed tests are cached. Completions of one item arrive close together. */
const MOST_ITEMS = 16;

/**
 * Two interpreters: one for the tests, which also reads completions, and one for the solution. The interpreters exchange
 * only bytes: the tests' requests with the solution's answers, and the solution's calls to functions that the tests
 * passed to it. The tests' side treats these bytes only as values. The solution's interpreter is restored before every
 * program. The tests' interpreter is restored after every program, unless the program passed and left no trace.
 */
export class Labeller {
  readonly #tests: Interpreter;
  readonly #solution: Interpreter;
  #testsAreFresh = true;
  readonly #items = new Map<string, Uint8Array>();
  /** The item that is loaded in the tests' interpreter. */
  #used: Uint8Array | undefined;
  /** How the solution's interpreter ended, if it has ended. */
  #end: string | undefined;

  constructor({
    module,
    library,
    begin,
  }: {
    readonly module: WebAssembly.Module;
    readonly library: Uint8Array;
    readonly begin: Image | readonly Source[];
  }) {
    this.#solution = new Interpreter({
      module,
      library,
      begin,
      channel: (request) => this.#tests.call('answer', request),
    });
    this.#tests = new Interpreter({
      module,
      library,
      begin: this.#solution.image,
      channel: (request) => this.#askSolution(request),
    });
    this.#restoreTests();
  }

  get image(): Image {
    return this.#solution.image;
  }

  label(task: Ask): Answer {
    try {
      this.#begin(this.#prepared(task), JSON.stringify(task));
    } catch (error) {
      this.#testsAreFresh = false;
      return { run: { end: 'failed', during: 'tests', reason: reasonOf(error) } };
    }
    const found = this.#read(task);
    if (found?.rule === undefined) return {};
    this.#solution.restore();
    this.#end = undefined;
    const { run, objects } = this.#run();
    return { rule: found.rule, key: found.key, run, objects };
  }

  /**
   * @param secret seeds the tests' random numbers. The secret is derived from the tests, which no program sees, and from
   * the program's text.
   */
  #begin(item: Uint8Array, secret: string): void {
    if (!this.#testsAreFresh || this.#tests.hasGrown) this.#restoreTests();
    this.#testsAreFresh = false;
    this.#tests.rewind(secret);
    if (this.#used !== item) this.#tests.call('use', item);
    this.#used = item;
  }

  /** An item's parsed tests, cached because more completions of the same item soon follow. */
  #prepared({ tests, prompt, entry, reference }: Ask): Uint8Array {
    const key = JSON.stringify([tests, prompt, entry, reference]);
    const known = this.#items.get(key);
    if (known !== undefined) return known;
    this.#restoreTests();
    const item = this.#tests.call('prepare', bytesOf({ tests, prompt, entry, reference }));
    if (this.#items.size >= MOST_ITEMS) this.#items.clear();
    this.#items.set(key, item);
    return item;
  }

  /**
   * The program in a completion; undefined if reading the completion ended the interpreter, which unusual texts can
   * cause.
   */
  #read(task: Ask): { readonly rule?: string; readonly key?: string } | undefined {
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this project's Python, which ran nothing of the program
      const found = JSON.parse(textOf(this.#tests.call('read', bytesOf(task)))) as {
        readonly rule?: string;
        readonly key?: string;
      };
      this.#testsAreFresh = found.rule === undefined;
      return found;
    } catch {
      return undefined;
    }
  }

  #run(): { readonly run: Run; readonly objects: boolean } {
    this.#testsAreFresh = false;
    let told: { readonly run: Run; readonly objects: boolean; readonly shares: boolean };
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this project's Python, in the tests' interpreter
      told = JSON.parse(textOf(this.#tests.call('run', NOTHING))) as typeof told;
    } catch (error) {
      return {
        run: { end: 'failed', during: 'tests', reason: this.#end ?? reasonOf(error) },
        objects: false,
      };
    }
    const { run, objects, shares } = told;
    if (this.#end !== undefined) {
      const during = run.end === 'failed' ? run.during : 'tests';
      return { run: { end: 'failed', during, reason: this.#end }, objects };
    }
    this.#testsAreFresh = run.end === 'returned' && !shares;
    return { run, objects };
  }

  #askSolution(request: Uint8Array): Uint8Array {
    if (this.#end !== undefined) return NOTHING;
    try {
      return this.#solution.call('serve', request);
    } catch (error) {
      this.#end = reasonOf(error);
      return NOTHING;
    }
  }

  #restoreTests(): void {
    this.#tests.restore();
    this.#used = undefined;
    this.#tests.call('begin', NOTHING);
  }
}

function bytesOf(value: unknown): Uint8Array {
  return Buffer.from(asciiLine(value));
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function reasonOf(error: unknown): string {
  if (error instanceof Ended) return error.message;
  if (error instanceof Raised) return `raised ${error.message}`;
  if (error instanceof RangeError && /call stack/u.test(error.message)) return 'recursed too deeply';
  return 'crashed the interpreter';
}
