import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Readable, Writable } from 'node:stream';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const;

/** Sends nothing anywhere, keeps nothing, and needs neither a screen nor a namespace of its own. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--remote-debugging-pipe',
] as const;

/** Longest wait for one answer. */
const LIMIT_MS = 30_000;

/** The first Chromium on the path; undefined where there is none. `CHROMIUM` names another. */
export function findChromium(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter);
  const candidates = env['CHROMIUM'] ?? NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [candidates].flat().find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

type Parameters = Readonly<Record<string, unknown>>;

interface Message {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly resolve: (result: Record<string, unknown>) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A headless Chromium with one empty tab, spoken to by the DevTools protocol over a pipe: no port is opened. playwright-core would
 * replace this file, but every contributor would install its 14 MB for a script that few run, so it stays.
 */
export class Chromium implements AsyncDisposable {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #requests: Writable;
  readonly #waiting = new Map<number, Waiting>();
  #session: string | undefined;
  #last = 0;

  /** @throws Error where it does not start. */
  static async start(path: string): Promise<Chromium> {
    const browser = new Chromium(path, await mkdtemp(join(tmpdir(), 'reversal-check-preview-')));
    try {
      const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
      browser.#session = String(sessionId);
      return browser;
    } catch (error) {
      await browser[Symbol.asyncDispose]();
      throw error;
    }
  }

  private constructor(path: string, profile: string) {
    this.#profile = profile;
    this.#process = spawn(path, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    const [, , , requests, answers] = this.#process.stdio;
    if (!(requests instanceof Writable && answers instanceof Readable))
      throw new Error('no pipe to Chromium');
    this.#requests = requests;
    // What cannot be written shows as Chromium's end.
    this.#requests.on('error', () => {});
    this.#process.once('error', (error) => this.#end(error));
    this.#process.once('exit', () => this.#end(new Error('Chromium ended')));
    this.#listen(answers);
  }

  #listen(answers: Readable): void {
    let rest = '';
    answers.setEncoding('utf8').on('data', (chunk: string) => {
      const messages = (rest + chunk).split('\0');
      rest = messages.pop() ?? '';
      for (const message of messages) this.#take(JSON.parse(message));
    });
  }

  #take({ id = 0, result = {}, error }: Message): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(error.message));
  }

  #end(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  /** One command of the protocol, to the tab once there is one. */
  async send(method: string, params: Parameters = {}): Promise<Record<string, unknown>> {
    this.#last += 1;
    const id = this.#last;
    const { promise, resolve, reject } = Promise.withResolvers<Record<string, unknown>>();
    this.#waiting.set(id, { resolve, reject });
    const limit = setTimeout(() => reject(new Error(`Chromium does not answer ${method}`)), LIMIT_MS);
    const session = this.#session === undefined ? {} : { sessionId: this.#session };
    this.#requests.write(`${JSON.stringify({ id, method, params, ...session })}\0`);
    return promise.finally(() => clearTimeout(limit));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#process.pid !== undefined && this.#process.exitCode === null) {
      const ended = new Promise((resolve) => this.#process.once('exit', resolve));
      // Asked to close, it takes its own processes along.
      this.#session = undefined;
      await this.send('Browser.close').catch(() => this.#process.kill('SIGKILL'));
      await ended;
    }
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
