import type { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { WarmRun } from './run-warm.ts';

/*
 * Runs entry points of the package in this process, one after the other; `run-warm.ts` explains why. A run ends when a process
 * of its own would: when nothing keeps the event loop alive. Then its `exit` listeners are called, and each stream gets a line
 * that marks the end.
 */

const EVENTS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'exit'] as const;

/** The streams as a process has them at its start. */
const streams = [process.stdout, process.stderr];
const RealDate = Date;
const { random } = Math;

/** The number of sockets, timers, requests and processes that keep the event loop alive. */
const active = (): number => process.getActiveResourcesInfo().length;

function setEnvironment(env: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(process.env)) if (!Object.hasOwn(env, name)) delete process.env[name];
  Object.assign(process.env, env);
}

/** Loads a module again; the modules that it imports are loaded only once. */
async function load(path: string, run: number): Promise<void> {
  const url = pathToFileURL(path);
  url.searchParams.set('run', String(run));
  await import(url.href);
}

const emitter: EventEmitter = process;
const listeners = (): ReadonlySet<Function> => new Set(EVENTS.flatMap((event) => emitter.listeners(event)));

/** Removes what the run added to the process, and calls its `exit` listeners. */
function tidyUp(kept: ReadonlySet<Function>, code: number): void {
  for (const event of EVENTS) {
    for (const listener of emitter.listeners(event)) {
      if (kept.has(listener)) continue;
      process.removeListener(event, listener as () => void);
      if (event === 'exit') listener(code);
    }
  }
  for (const stream of streams) stream.removeAllListeners('error');
  globalThis.Date = RealDate;
  Math.random = random;
  process.exitCode = undefined;
  // The folder may be deleted now.
  process.chdir('/');
}

let runs = 0;

async function execute({ entry, args, cwd, env, preload, end }: WarmRun): Promise<void> {
  runs += 1;
  const kept = listeners();
  process.chdir(cwd);
  setEnvironment(env);
  process.argv = [process.execPath, entry, ...args];
  const activeBefore = active();
  if (preload !== undefined) await load(preload, runs);
  await load(entry, runs);
  // An unreferenced timer does not count.
  while (active() > activeBefore) await wait(1, undefined, { ref: false });
  const code = process.exitCode ?? 0;
  tidyUp(kept, Number(code));
  for (const stream of streams) stream.write(`${end} ${code}\n`);
}

process.on('message', (run: WarmRun) => void execute(run));
process.on('disconnect', () => process.exit());
process.send?.('ready');
