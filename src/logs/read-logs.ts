import { basename } from 'node:path';
import { ConfigError } from '../errors.ts';
import type { OpenFile } from '../files/json-lines.ts';
import { unreadableFile } from '../files/unreadable-file.ts';
import { looksLikeLog, mostBytesOf, readInspect } from './inspect-file.ts';
import { lmEvalTask, readLmEval } from './lm-eval.ts';
import type { TaskLog, Tool } from './task-log.ts';

/** Access to log files, provided by the entry points. */
export interface LogFiles {
  /**
   * Lists the files in a folder and its subfolders, in a fixed order. For a file, returns its own path. Throws as
   * `readFile` does.
   */
  readonly filesUnder: (path: string) => Promise<readonly string[]>;
  readonly readFile: (path: string, mostBytes?: number) => Promise<Uint8Array>;
  readonly open: OpenFile;
}

const KINDS: Readonly<Record<Tool, { readonly name: RegExp; readonly inWords: string }>> = {
  'lm-eval': {
    name: /^samples_.+\.jsonl$/u,
    inWords: 'samples_….jsonl (lm-eval writes it with --log_samples)',
  },
  inspect: { name: /\.(?:eval|json)$/u, inWords: '.eval or .json (Inspect logs)' },
};

/** A task's name in a form that is valid for a suite and for file names. */
export const suiteNameOf = (task: string): string =>
  task
    .replaceAll(/[^A-Za-z0-9._-]+/gu, '-')
    .replace(/^[^A-Za-z0-9]+/u, '')
    .slice(0, 64) || 'task';

/**
 * Reads the logs of one model, by suite name, from a file or from all files in a folder and its subfolders.
 *
 * @throws {ConfigError} if there are no logs, if one cannot be read, or if two are for the same task, because choosing
 * one of them would be a guess
 */
export async function readLogs(
  tool: Tool,
  path: string,
  files: LogFiles,
): Promise<ReadonlyMap<string, TaskLog>> {
  const fix = `Give the path of a log, or of a folder with logs: ${KINDS[tool].inWords}.`;
  const there = await files.filesUnder(path).catch((error: unknown) => {
    throw unreadableFile(path, error, fix);
  });
  const isFolder = !there.includes(path);
  const logs = new Map<string, TaskLog>();
  for (const file of isFolder ? there.filter((each) => KINDS[tool].name.test(basename(each))) : there) {
    const log = await readLog(tool, file, { isFolder, files, fix });
    if (log === undefined) continue;
    const suite = suiteNameOf(log.task);
    const earlier = logs.get(suite);
    if (earlier !== undefined) throw ambiguous(suite, earlier, log, path);
    logs.set(suite, log);
  }
  if (logs.size === 0) throw new ConfigError({ what: `found no ${tool} log`, where: path, fix });
  return logs;
}

async function readLog(
  tool: Tool,
  path: string,
  { isFolder, files, fix }: { readonly isFolder: boolean; readonly files: LogFiles; readonly fix: string },
): Promise<TaskLog | undefined> {
  if (tool === 'lm-eval') {
    const task = lmEvalTask(basename(path)) ?? basename(path).replace(/\.[^.]*$/u, '');
    return readLmEval({ path, task, open: files.open });
  }
  const bytes = await readWhole(path, files).catch((error: unknown) => {
    throw unreadableFile(path, error, fix);
  });
  return isFolder && !looksLikeLog(bytes) ? undefined : readInspect(bytes, path);
}

async function readWhole(path: string, files: LogFiles): Promise<Uint8Array> {
  for await (const head of files.open(path)) return files.readFile(path, mostBytesOf(head));
  return new Uint8Array();
}

function ambiguous(suite: string, one: TaskLog, other: TaskLog, path: string): ConfigError {
  return new ConfigError({
    what: `found two logs for ${suite}: ${one.where} and ${other.where}`,
    where: path,
    fix: 'Give only one of the two files, or keep each run in a separate folder.',
  });
}
