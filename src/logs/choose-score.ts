import { ConfigError } from '../errors.ts';
import { found, quoted } from '../files/printable.ts';
import type { LoggedSample, TaskLog } from './task-log.ts';

const samplesOf = (log: TaskLog): readonly LoggedSample[] =>
  [...log.items.values()].flatMap(({ samples }) => samples);

const namesIn = (log: TaskLog): readonly string[] => [
  ...new Set(samplesOf(log).flatMap(({ scores }) => [...scores.keys()])),
];

/** Whether the score is right or wrong for every sample that has it. */
const saysRight = (log: TaskLog, name: string): boolean =>
  samplesOf(log).every(({ scores }) => {
    const score = scores.get(name);
    return score === undefined || score.outcome !== undefined;
  });

/**
 * Whether a requested name refers to this score. It may be the full name. For lm-eval, it may also be just the metric,
 * if the metric was computed for only one filter.
 */
const isMeant = (name: string, asked: string): boolean => name === asked || name.startsWith(`${asked},`);

/**
 * Chooses the score that determines which of a task's samples are correct. Both sides use the same score: the first of
 * `asked` that the task has or, if none is requested, the task's only score.
 *
 * @throws {ConfigError} listing the available scores, if none or several match, or if the score is not simply right or
 * wrong for every sample
 */
export function chooseScore(
  suite: string,
  logs: readonly [TaskLog, TaskLog],
  asked: readonly string[],
): string {
  const refuse = (what: string, fix: string): never => {
    throw new ConfigError({ what: `${suite}: ${what}`, where: logs[0].where, fix });
  };
  const grade = 'grade the completions again, for example with --grader numeric';
  for (const { whyUnscored } of logs) {
    if (whyUnscored !== undefined) refuse(whyUnscored, `To compare these samples, ${grade}.`);
  }
  const [ofOld, ofNew] = logs.map(namesIn);
  const common = (ofOld ?? []).filter((name) => (ofNew ?? []).includes(name));
  if (common.length === 0)
    refuse('found no score that both logs contain', `Score both runs in the same way, or ${grade}.`);
  const usable = common.filter((name) => logs.every((log) => saysRight(log, name)));
  for (const wanted of asked) {
    const meant = common.filter((name) => isMeant(name, wanted));
    const [name] = meant;
    if (name === undefined) continue;
    if (meant.length > 1)
      refuse(
        `the score ${quoted(wanted)} is ambiguous; it could be ${listed(meant)}`,
        'Write the full name of the score after --score.',
      );
    if (!usable.includes(name))
      refuse(noPlainAnswer(name, logs), `Choose another score with --score, or ${grade}.`);
    return name;
  }
  const [only, ...others] = usable;
  if (only === undefined)
    return refuse(noPlainAnswer(common[0] ?? '', logs), `Choose another score with --score, or ${grade}.`);
  if (others.length > 0)
    refuse(`found several scores: ${listed(usable)}`, `Choose one, for example --score ${usable[0] ?? ''}`);
  return only;
}

const listed = (names: readonly string[]): string => names.slice(0, 12).map(quoted).join(', ');

function noPlainAnswer(name: string, logs: readonly TaskLog[]): string {
  for (const log of logs) {
    for (const { id, samples } of log.items.values()) {
      const odd = samples
        .map(({ scores }) => scores.get(name))
        .find((score) => score !== undefined && score.outcome === undefined);
      if (odd !== undefined)
        return `the score ${quoted(name)} of ${quoted(id)} is ${found(odd.value)}, expected right (1, true, C) or wrong (0, false, I)`;
    }
  }
  return `the score ${quoted(name)} does not mark any sample as right or wrong`;
}
