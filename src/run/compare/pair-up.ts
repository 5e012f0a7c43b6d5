import { basename } from 'node:path';
import { ConfigError } from '../../errors.ts';
import { quoted } from '../../files/printable.ts';
import { lmEvalTask } from '../../logs/lm-eval.ts';
import type { TaskLog, Tool } from '../../logs/task-log.ts';

/** Both sides' logs of a suite. */
export interface Pair {
  readonly suite: string;
  readonly old: TaskLog;
  readonly new: TaskLog;
}

/**
 * Pairs the sides' logs by suite, and lists the tasks that belong to no suite.
 *
 * @throws {ConfigError} if a side has no log for a suite
 */
export function pairUp(
  logs: { readonly old: ReadonlyMap<string, TaskLog>; readonly new: ReadonlyMap<string, TaskLog> },
  {
    names,
    paths,
    tool,
  }: {
    readonly names: readonly string[] | undefined;
    readonly paths: { readonly old: string; readonly new: string };
    readonly tool: Tool;
  },
): { readonly pairs: readonly Pair[]; readonly leftOut: readonly string[] } {
  const all = [...new Set([...logs.old.keys(), ...logs.new.keys()])].toSorted();
  const pairs = (names ?? all).map((suite): Pair => {
    const [old, candidate] = [logs.old.get(suite), logs.new.get(suite)];
    if (old !== undefined && candidate !== undefined) return { suite, old, new: candidate };
    const lacking = old === undefined ? 'old' : 'new';
    throw new ConfigError({
      what: `found no log for ${suite}, only for ${[...logs[lacking].keys()].map(quoted).join(', ')}`,
      where: paths[lacking],
      fix: tool === 'lm-eval' && Object.values(paths).some(isRenamed) ? RENAME : fixWith(names),
    });
  });
  return { pairs, leftOut: all.filter((name) => names !== undefined && !names.includes(name)) };
}

/** Whether this is a file whose name does not say which task of lm-eval it logs. */
const isRenamed = (path: string): boolean =>
  path.endsWith('.jsonl') && lmEvalTask(basename(path)) === undefined;

const RENAME =
  'The task of a log of lm-eval is in the name of the file. Keep the name that lm-eval gave it, or name both files after the task, such as old/samples_gsm8k.jsonl and new/samples_gsm8k.jsonl.';

const fixWith = (names: readonly string[] | undefined): string =>
  names === undefined
    ? 'Run the task for this side too, or pass the logs of a single task.'
    : 'Give the suite the same name as its task, or run the task for this side too.';
