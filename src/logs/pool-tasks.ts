import { ConfigError } from '../errors.ts';
import { canonicalJson } from '../files/canonical-json.ts';
import { quoted } from '../files/printable.ts';
import { matchesTask } from './task-pattern.ts';
import type { LoggedItem, TaskLog } from './task-log.ts';

/** Tasks that are compared as one suite, such as the subjects of MMLU. */
export interface Pool {
  /** The suite's name. */
  readonly name: string;
  /** Matches task names, with `*` for any characters. */
  readonly pattern: string;
}

/**
 * Replaces each pool's tasks with one log that contains all their items. Every item has the same weight, its id begins
 * with its task, and its task is its group.
 *
 * @throws {ConfigError} if a pool matches no task, its name is also another task's name, a task belongs to two pools,
 * or a pool's tasks were sampled differently
 */
export function poolTasks(
  tasks: ReadonlyMap<string, TaskLog>,
  pools: readonly Pool[],
): ReadonlyMap<string, TaskLog> {
  const left = new Map(tasks);
  const pooled = new Map<string, TaskLog>();
  for (const pool of pools) {
    const members = [...left].filter(([name]) => matchesTask(pool.pattern, name));
    if (members.length === 0) throw nothingIn(pool, tasks, pooled);
    for (const [name] of members) left.delete(name);
    if (left.has(pool.name) || pooled.has(pool.name))
      throw refused(pool, `the name ${quoted(pool.name)} is taken by another suite`, 'Choose another name.');
    pooled.set(pool.name, poolOf(pool, members));
  }
  return new Map([...left, ...pooled]);
}

function poolOf(pool: Pool, members: readonly (readonly [name: string, log: TaskLog])[]): TaskLog {
  const logs = members.map(([, log]) => log);
  const [first, ...others] = logs;
  if (first === undefined) throw new Error('a pool has no tasks');
  const odd = others.find(
    ({ samplesPerItem, temperature }) =>
      samplesPerItem !== first.samplesPerItem || temperature !== first.temperature,
  );
  if (odd !== undefined)
    throw refused(
      pool,
      `${drawingOf(first)}, but ${drawingOf(odd)}`,
      'Pool only tasks with the same number of samples per item and the same temperature.',
    );
  const whyUnscored = logs.find((log) => log.whyUnscored !== undefined)?.whyUnscored;
  const scorers = new Set(logs.flatMap((log) => [...log.scorers.keys()]));
  return {
    task: pool.name,
    where: others.length === 0 ? first.where : `${first.where} and ${others.length} more`,
    samplesPerItem: first.samplesPerItem,
    sampling: Object.fromEntries(Object.entries(commonOr(members, ({ sampling }) => sampling))),
    temperature: first.temperature,
    scorers: new Map(
      [...scorers].map((name) => [name, commonOr(members, (log) => log.scorers.get(name) ?? null)]),
    ),
    ...(whyUnscored === undefined ? {} : { whyUnscored }),
    items: new Map(
      members.flatMap(([name, { items }]) =>
        [...items.values()].map((item): [string, LoggedItem] => {
          const id = `${name}/${item.id}`;
          return [id, { ...item, id, group: name }];
        }),
      ),
    ),
  };
}

/** Returns the value that all tasks share or, if they differ, each task's own value. */
function commonOr<T>(
  members: readonly (readonly [name: string, log: TaskLog])[],
  valueOf: (log: TaskLog) => T,
): T | Readonly<Record<string, T>> {
  const values = members.map(([name, log]) => [name, valueOf(log)] as const);
  const [[, first] = []] = values;
  const isCommon = new Set(values.map(([, value]) => canonicalJson(value))).size === 1;
  return isCommon && first !== undefined ? first : Object.fromEntries(values);
}

const drawingOf = ({ task, samplesPerItem, temperature }: TaskLog): string =>
  `${task} has ${samplesPerItem === 1 ? 'one sample' : `${samplesPerItem} samples`} per item${temperature === undefined ? '' : ` at temperature ${temperature}`}`;

const refused = ({ name, pattern }: Pool, what: string, fix: string): ConfigError =>
  new ConfigError({ what, where: `--pool ${name}=${pattern}`, fix });

function nothingIn(
  pool: Pool,
  tasks: ReadonlyMap<string, TaskLog>,
  pooled: ReadonlyMap<string, TaskLog>,
): ConfigError {
  const isTaken = [...tasks.keys()].some((name) => matchesTask(pool.pattern, name));
  return isTaken
    ? refused(
        pool,
        `all of its tasks already belong to ${[...pooled.keys()].join(', ')}`,
        'Assign each task to only one pool.',
      )
    : refused(
        pool,
        `found no task that matches; the logs contain ${[...tasks.keys()].map(quoted).join(', ')}`,
        'Use the names of tasks in the logs, with * for any characters.',
      );
}
