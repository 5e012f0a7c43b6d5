import { basename } from 'node:path';
import { ConfigError } from '../errors.ts';
import type { OpenFile } from '../files/json-lines.ts';
import { unreadableFile } from '../files/unreadable-file.ts';
import { looksLikeLog, mostBytesOf, readInspect } from './inspect-file.ts';
import { lmEvalTask, readLmEval } from './lm-eval.ts';
import { quoted } from '../files/printable.ts';
import type { TaskLog, Tool, UnfinishedLog } from './task-log.ts';

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

/** One model's logs. */
export interface ModelLogs {
  /** Keyed by suite name. */
  readonly tasks: ReadonlyMap<string, TaskLog>;
  /** Complete sentences about files that were ignored. */
  readonly notes: readonly string[];
}

/**
 * Reads one model's logs from a file, or from all files in a folder and its subfolders. An unfinished run is ignored,
 * with a note, if the folder also has the log of a finished run of the same task, such as a retry.
 *
 * @throws {ConfigError} if there are no logs, if one cannot be read, if two are for the same task (choosing one would
 * be a guess), or if no run of a task finished
 */
export async function readLogs(tool: Tool, path: string, files: LogFiles): Promise<ModelLogs> {
  const fix = `Specify the path of a log, or of a folder with logs: ${KINDS[tool].inWords}.`;
  const there = await files.filesUnder(path).catch((error: unknown) => {
    throw unreadableFile(path, error, fix);
  });
  const isFolder = !there.includes(path);
  const tasks = new Map<string, TaskLog>();
  const unfinished: UnfinishedLog[] = [];
  for (const file of isFolder ? there.filter((each) => KINDS[tool].name.test(basename(each))) : there) {
    const log = await readLog(tool, file, { isFolder, files, fix });
    if (log === undefined) continue;
    if ('status' in log) {
      unfinished.push(log);
      continue;
    }
    const suite = suiteNameOf(log.task);
    const earlier = tasks.get(suite);
    if (earlier !== undefined) throw ambiguous(suite, earlier, log, path);
    tasks.set(suite, log);
  }
  const notes = unfinished.map((log) => ignored(log, tasks.get(suiteNameOf(log.task))));
  if (tasks.size === 0) throw new ConfigError({ what: `found no ${tool} log`, where: path, fix });
  return { tasks, notes };
}

/** The note about an unfinished run. */
function ignored({ where, status }: UnfinishedLog, finished: TaskLog | undefined): string {
  if (finished !== undefined)
    return `Ignored ${where}, because this run ended with the status ${quoted(status)}. Used ${finished.where}, a finished run of the same task.`;
  throw new ConfigError({
    what: `this run ended with the status ${quoted(status)}, expected "success"`,
    where,
    fix: 'Finish the run with inspect eval-retry, and pass the log of that run, or the folder that contains both.',
  });
}

async function readLog(
  tool: Tool,
  path: string,
  { isFolder, files, fix }: { readonly isFolder: boolean; readonly files: LogFiles; readonly fix: string },
): Promise<TaskLog | UnfinishedLog | undefined> {
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
    fix: 'Specify only one of the two files, or keep each run in a separate folder.',
  });
}
