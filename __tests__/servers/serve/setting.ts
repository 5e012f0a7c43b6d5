import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Checkpoint } from '../../../src/servers/checkpoint.ts';
import type { ServeConfig } from '../../../src/config/schema/serve.ts';
import type { Servers } from '../../../src/servers/serve/running-server.ts';
import { openServers, type ServedLog } from '../../../src/servers/serve/open-servers.ts';
import { makeCheckpoint, makeFolder } from '../../sampling/setting.ts';

const SCRIPT = join(import.meta.dirname, '../../support/served/serve-checkpoint.ts');

/** The command that serves `model-old` or `model-new` with additional options. */
export function serveCommand(side: 'old' | 'new', ...options: readonly string[]): readonly string[] {
  return [process.execPath, SCRIPT, '--port', '{port}', '--model', `model-${side}`, ...options];
}

/** A checkpoint that is served by `command`. */
export function served(
  side: 'old' | 'new',
  command: readonly string[],
  more: Partial<ServeConfig> = {},
): Checkpoint {
  return makeCheckpoint(side, 'http://127.0.0.1/v1', {
    serve: { command, timeoutMs: 20_000, env: [], ...more },
  });
}

/** Servers that end with the test, and the events they reported. */
export async function setting(
  more: {
    readonly env?: Readonly<Record<string, string>>;
    readonly secrets?: readonly string[];
    readonly signal?: AbortSignal;
    readonly root?: string;
  } = {},
): Promise<{
  readonly servers: Servers;
  readonly folder: string;
  readonly logs: readonly ServedLog[];
  readonly notes: readonly string[];
}> {
  const folder = await makeFolder();
  const [logs, notes]: [ServedLog[], string[]] = [[], []];
  const servers = openServers({
    logDir: join(folder, 'out'),
    env: { PATH: process.env['PATH'], HOME: '/nowhere', ...more.env },
    secrets: more.secrets ?? [],
    root: more.root ?? '/nowhere',
    signal: more.signal ?? new AbortController().signal,
    onLog: (log) => logs.push(log),
    onNote: (note) => notes.push(note),
    onWarning: (warning) => notes.push(warning),
  });
  onTestFinished(() => servers.stop());
  return { servers, folder, logs, notes };
}
