import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Checkpoint } from '../checkpoint.ts';
import type { ServeConfig } from '../../config/schema/serve.ts';
import { SamplingError } from '../../errors.ts';
import type { RunningServer, Servers } from './running-server.ts';
import { endTree } from '../../processes/end-tree.ts';
import { programEnvironment, secretsIn } from '../../processes/environment.ts';
import { abandonedProcesses } from '../../processes/process-tree.ts';
import { freePort } from './free-port.ts';
import { openServerLog, type ServerLog } from './server-log.ts';
import { type ServerProcess, startProcess } from './server-process.ts';
import { whereItRan } from './where-it-ran.ts';

const LOOK_EVERY_MS = 100;
/**
 * How long a server may take to exit. It has less time if the run is aborted, so that it exits before the CI runner
 * kills this process.
 */
const GRACE_MS = 10_000;
const GRACE_WHEN_STOPPED_MS = 2_000;
/** Maximum number of log lines that an error quotes, and of characters per line. */
const QUOTED_LINES = 20;
const QUOTED_CHARACTERS = 300;

/** The last lines of a server's log, which are untrusted, and the file with the full log. */
export interface ServedLog {
  readonly side: Checkpoint['side'];
  readonly path: string;
  readonly lines: readonly string[];
}

/**
 * Callbacks for events of a run's servers. Each start, readiness and anomaly is reported in one sentence. Each server's
 * log is reported after the server has ended.
 */
interface ServingEvents {
  readonly onNote?: (message: string) => void;
  readonly onWarning?: (message: string) => void;
  readonly onLog?: (log: ServedLog) => void;
}

interface Serving extends RunningServer {
  readonly side: Checkpoint['side'];
  readonly process: ServerProcess;
  readonly log: ServerLog;
}

/**
 * Creates the servers for a run's checkpoints. Their logs are written to `logDir` as `serve-old.log` and
 * `serve-new.log`, replacing an earlier run's logs.
 */
export function openServers(
  options: {
    readonly logDir: string;
    readonly env: Readonly<Record<string, string | undefined>>;
    /** Secrets that must not appear in any log, in addition to those recognized by the names of their variables. */
    readonly secrets: readonly string[];
    /** The absolute path that replaces `{root}`: the configuration's folder. */
    readonly root: string;
    /** After this signal aborts, servers have less time to exit. */
    readonly signal: AbortSignal;
  } & ServingEvents,
): Servers {
  const { logDir, env, root, signal, onNote, onWarning, onLog } = options;
  const secrets = secretsIn(env, options.secrets);
  const begun = new Set<Checkpoint['side']>();
  let current: Serving | undefined;
  let endedAbandoned = false;

  const logOf = (side: Checkpoint['side']): ServerLog => {
    const path = join(logDir, `serve-${side}.log`);
    mkdirSync(logDir, { recursive: true });
    if (!begun.has(side)) rmSync(path, { force: true });
    begun.add(side);
    return openServerLog({
      path,
      secrets,
      onFailure: (reason) => onWarning?.(`Cannot write the log of the server for ${side}: ${reason}.`),
    });
  };
  const stop = async (): Promise<void> => {
    if (current === undefined) return;
    const { side, process, log } = current;
    current = undefined;
    const left = await process.stop(signal.aborted ? GRACE_WHEN_STOPPED_MS : GRACE_MS);
    await log.close();
    onLog?.({ side, path: log.path, lines: log.tail() });
    if (left.length === 0) return;
    onWarning?.(
      `Could not stop the server for ${side}: process ${left.join(', ')} is still running and may use memory.`,
    );
  };
  const start = async (checkpoint: Checkpoint, serve: ServeConfig): Promise<RunningServer> => {
    const { side } = checkpoint;
    const port = await freePort();
    const filledIn = (text: string): string =>
      text.replaceAll('{port}', String(port)).replaceAll('{root}', root);
    const command = serve.command.map(filledIn);
    const set = Object.entries(serve.variables ?? {}).map(([name, value]) => [name, filledIn(value)]);
    const log = logOf(side);
    const process = startProcess({
      command,
      env: { ...programEnvironment(env, serve.env), ...Object.fromEntries(set) },
      log,
    });
    const ended = new AbortController();
    const serving: Serving = {
      side,
      baseUrl: `http://127.0.0.1:${port}/v1`,
      ended: ended.signal,
      process,
      log,
    };
    current = serving;
    const began = performance.now();
    onNote?.(`Starting the server for ${side}: ${command.join(' ')}`);
    let isReady = false;
    const watch = async (): Promise<void> => {
      const ending = await process.ended;
      const when = isReady ? 'during sampling' : 'before it was ready';
      const what = `The server for ${side} (${checkpoint.model}) exited ${when}: ${ending}.`;
      ended.abort(failed(what, log, isReady ? '' : whereItRan(command, root)));
    };
    void watch();
    const given = AbortSignal.any([signal, ended.signal]);
    const { whyNotReady } = await import('./server-readiness.ts');
    for (let why: string | undefined; ; await pause(given)) {
      given.throwIfAborted();
      why = await whyNotReady({ port, path: serve.ready, signal: given });
      given.throwIfAborted();
      if (why === undefined) break;
      if (performance.now() - began < serve.timeoutMs) continue;
      const seconds = serve.timeoutMs / 1000;
      const what = `The server for ${side} (${checkpoint.model}) was not ready after ${seconds} s: ${why}.`;
      throw failed(what, log, 'Increase serve.timeout if the server needs more time, or check serve.ready. ');
    }
    isReady = true;
    onNote?.(`The server for ${side} is ready after ${Math.round((performance.now() - began) / 1000)} s.`);
    return serving;
  };

  /** Ends the servers of earlier runs that were killed, because they may occupy the memory that this one needs. */
  const endAbandoned = async (): Promise<void> => {
    if (endedAbandoned) return;
    endedAbandoned = true;
    const found = abandonedProcesses();
    const pids = found.members();
    if (pids.length === 0) return;
    onNote?.(`Stopping a server left behind by an earlier run that was killed: process ${pids.join(', ')}`);
    const left = await endTree(found, GRACE_MS);
    if (left.length > 0)
      onWarning?.(`Could not stop process ${left.join(', ')}, which may still use memory.`);
  };

  return {
    stop,
    running: () => current?.side,
    start: async (checkpoint) => {
      const { serve, side } = checkpoint;
      if (serve === undefined) throw new Error(`found no server for ${side}`);
      if (current?.side === side && !current.ended.aborted) return current;
      await stop();
      refuseWindows();
      signal.throwIfAborted();
      await endAbandoned();
      try {
        return await start(checkpoint, serve);
      } catch (error) {
        await stop();
        throw error;
      }
    },
  };
}

/** Creates an error that quotes the end of a server's log. */
function failed(what: string, log: ServerLog, advice = ''): SamplingError {
  const lines = log.tail().slice(-QUOTED_LINES);
  const quoted = lines.map((line) => `\n    ${line.slice(0, QUOTED_CHARACTERS)}`).join('');
  return new SamplingError({
    what,
    where: log.path,
    fix: `${advice}${lines.length === 0 ? 'It wrote no output. Run checkpoints.serve.command yourself to find the cause. It must stay in the foreground.' : `Its log ends with:${quoted}`}`,
  });
}

function refuseWindows(): void {
  if (process.platform !== 'win32') return;
  throw new SamplingError({
    what: 'Serving a checkpoint requires Linux or macOS, because it uses process groups.',
    where: 'checkpoints.serve',
    fix: 'Start the server in an earlier step, and set base-url to its address.',
  });
}

async function pause(signal: AbortSignal): Promise<void> {
  try {
    await wait(LOOK_EVERY_MS, undefined, { signal });
  } catch {
    signal.throwIfAborted();
  }
}
