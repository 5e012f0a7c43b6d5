import { ConfigError } from '../errors.ts';
import { canonicalJson } from '../files/canonical-json.ts';
import { quoted } from '../files/printable.ts';
import type { LoggedItem, TaskLog } from './task-log.ts';

/** The part of an item that must be the same on both sides: answers to different questions cannot be compared. */
const askedOf = ({ messages, options, answer }: LoggedItem): string =>
  canonicalJson([messages, options ?? null, answer ?? null]);

/**
 * Refuses two logs of a task with different prompts, settings or numbers of samples.
 *
 * @throws {ConfigError} naming what differs: items, prompts and answers, samples per item, or sampling
 * settings
 */
export function checkSameTask(suite: string, old: TaskLog, candidate: TaskLog): void {
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
      'Run both on the same items: finish the run that was cut off, or give both the same limit.',
    );
  }
  const differing = idsOf(old).filter((id) => {
    const [one, other] = [old.items.get(id), candidate.items.get(id)];
    return one !== undefined && other !== undefined && askedOf(one) !== askedOf(other);
  });
  if (differing.length > 0) {
    refuse(
      `the prompt or the right answer is another on each side, in ${counted(differing.length)}: ${listed(differing)}`,
      'Run both with the same version of the task, the same few-shot examples, the same chat template and, of a choice, the options in the same order.',
    );
  }
  if (old.samplesPerItem !== candidate.samplesPerItem) {
    refuse(
      `old has ${old.samplesPerItem} samples an item, and new ${candidate.samplesPerItem}`,
      'Run both with the same number of repeats or epochs.',
    );
  }
  const drawing = [old, candidate].map(({ sampling }) => canonicalJson(sampling));
  if (drawing[0] !== drawing[1]) {
    refuse(
      `old was drawn with ${drawing[0] ?? ''}, and new with ${drawing[1] ?? ''}`,
      'Run both in the same way.',
    );
  }
}

/** @throws {ConfigError} if the score of this name was computed in different ways on the two sides */
export function checkSameScorer(suite: string, score: string, old: TaskLog, candidate: TaskLog): void {
  const [one, other] = [old, candidate].map(({ scorers }) => canonicalJson(scorers.get(score) ?? null));
  if (one === other) return;
  throw new ConfigError({
    what: `${suite}: old was scored by ${score} with ${one ?? ''}, and new with ${other ?? ''}`,
    where: `${old.where}, ${candidate.where}`,
    fix: 'Score both alike (inspect score), or grade both anew, with --grader and the name of a grader.',
  });
}

const idsOf = ({ items }: TaskLog): readonly string[] => [...items.keys()];

const counted = (count: number): string => (count === 1 ? 'one item' : `${count} items`);

const listed = (ids: readonly string[]): string =>
  `${ids.slice(0, 5).map(quoted).join(', ')}${ids.length > 5 ? ', …' : ''}`;
