import { ConfigError } from '../errors.ts';
import { canonicalJson } from '../files/canonical-json.ts';
import { quoted } from '../files/printable.ts';
import { datePattern, firstDifference } from './prompt-difference.ts';
import type { LoggedItem, TaskLog } from './task-log.ts';

/**
 * The parts of an item that must be the same on both sides, because answers to different questions cannot be compared.
 */
const askedOf = ({ messages, options, answer }: LoggedItem): string =>
  canonicalJson([messages, options ?? null, answer ?? null]);

/** Returns a prompt without the parts that may differ between the sides. */
export type WithoutIgnored = (prompt: string) => string;

/** The items that differ between the two logs, as pairs. */
function differingIn(
  old: TaskLog,
  candidate: TaskLog,
  withoutIgnored: WithoutIgnored,
): [LoggedItem, LoggedItem][] {
  const as = (item: LoggedItem): LoggedItem => ({
    ...item,
    messages: item.messages.map(({ role, content }) => ({ role, content: withoutIgnored(content) })),
  });
  return idsOf(old).flatMap((id): [LoggedItem, LoggedItem][] => {
    const [one, other] = [old.items.get(id), candidate.items.get(id)];
    if (one === undefined || other === undefined || askedOf(one) === askedOf(other)) return [];
    const pair: [LoggedItem, LoggedItem] = [as(one), as(other)];
    return askedOf(pair[0]) === askedOf(pair[1]) ? [] : [pair];
  });
}

/**
 * Rejects two logs for the same task if their prompts, settings or numbers of samples differ. Prompts are compared as
 * `withoutIgnored` returns them.
 *
 * @throws {ConfigError} if the two sides' items, prompts, answers, samples per item or sampling settings differ
 */
export function checkSameTask(
  suite: string,
  old: TaskLog,
  candidate: TaskLog,
  withoutIgnored: WithoutIgnored = (prompt) => prompt,
): void {
  const refuse = (what: string, fix: string): never => {
    throw new ConfigError({ what: `${suite}: ${what}`, where: `${old.where}, ${candidate.where}`, fix });
  };
  const missing = [
    { side: 'new', ids: idsOf(old).filter((id) => !candidate.items.has(id)) },
    { side: 'old', ids: idsOf(candidate).filter((id) => !old.items.has(id)) },
  ].find(({ ids }) => ids.length > 0);
  if (missing !== undefined) {
    refuse(
      `${missing.side} lacks ${counted(missing.ids.length)} that the other side has: ${listed(missing.ids)}`,
      'Run both sides on the same items: finish the incomplete run, or use the same limit for both.',
    );
  }
  const differing = differingIn(old, candidate, withoutIgnored);
  const [first] = differing;
  if (first !== undefined) {
    const date = datePattern(differing);
    const ignore =
      date === undefined
        ? 'If the difference does not matter, pass a regular expression for it: --ignore-prompt-difference REGEX'
        : `If the difference does not matter, ignore it: --ignore-prompt-difference '${date}'`;
    refuse(
      `the two sides have different prompts or right answers for ${counted(differing.length)}: ${listed(differing.map(([{ id }]) => id))}. In ${quoted(first[0].id)}, ${firstDifference(...first)}`,
      `Run both sides with the same version of the task, the same few-shot examples, the same chat template and, for multiple choice, the same order of the options. ${ignore}`,
    );
  }
  if (old.samplesPerItem !== candidate.samplesPerItem) {
    refuse(
      `old has ${old.samplesPerItem} samples per item, but new has ${candidate.samplesPerItem}`,
      'Run both sides with the same number of repeats or epochs.',
    );
  }
  const drawing = [old, candidate].map(({ sampling }) => canonicalJson(sampling));
  if (drawing[0] !== drawing[1]) {
    refuse(
      `old was sampled with ${drawing[0] ?? ''}, but new with ${drawing[1] ?? ''}`,
      'Run both sides with the same sampling settings.',
    );
  }
}

/** @throws {ConfigError} if this score was computed differently on the two sides */
export function checkSameScorer(suite: string, score: string, old: TaskLog, candidate: TaskLog): void {
  const [one, other] = [old, candidate].map(({ scorers }) => canonicalJson(scorers.get(score) ?? null));
  if (one === other) return;
  throw new ConfigError({
    what: `${suite}: the options of the score ${score} differ: old has ${one ?? ''}, new has ${other ?? ''}`,
    where: `${old.where}, ${candidate.where}`,
    fix: 'Score both logs in the same way with inspect score, or grade the completions again, for example with --grader numeric.',
  });
}

const idsOf = ({ items }: TaskLog): readonly string[] => [...items.keys()];

const counted = (count: number): string => (count === 1 ? 'one item' : `${count} items`);

const listed = (ids: readonly string[]): string =>
  `${ids.slice(0, 5).map(quoted).join(', ')}${ids.length > 5 ? ', …' : ''}`;
