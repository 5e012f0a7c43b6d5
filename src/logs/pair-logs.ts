import { ConfigError } from '../errors.ts';
import { canonicalJson } from '../files/canonical-json.ts';
import { quoted } from '../files/printable.ts';
import type { LoggedItem, TaskLog } from './task-log.ts';

/**
 * The part of an item that must be the same on both sides, because answers to different questions cannot be compared.
 */
const askedOf = ({ messages, options, answer }: LoggedItem): string =>
  canonicalJson([messages, options ?? null, answer ?? null]);

/**
 * Rejects two logs for the same task if their prompts, settings or numbers of samples differ.
 *
 * @throws {ConfigError} if the two sides' items, prompts, answers, samples per item or sampling settings differ
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
      'Run both sides on the same items: finish the incomplete run, or use the same limit for both.',
    );
  }
  const differing = idsOf(old).filter((id) => {
    const [one, other] = [old.items.get(id), candidate.items.get(id)];
    return one !== undefined && other !== undefined && askedOf(one) !== askedOf(other);
  });
  if (differing.length > 0) {
    refuse(
      `the two sides have different prompts or right answers for ${counted(differing.length)}: ${listed(differing)}`,
      'Run both sides with the same version of the task, the same few-shot examples, the same chat template and, for multiple choice, the same order of the options.',
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
