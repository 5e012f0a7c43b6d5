import type { Checkpoint } from '../checkpoints/checkpoint.ts';
import type { Generation } from './generation.ts';

/** Fewer equal texts than these may be chance: answers of one letter are often the same. */
const FEWEST = 50;

/**
 * What is odd about two models whose completions are one another's to the letter: that one model answers under both names.
 * Undefined where one text differs or is lacking, where there are fewer than 50, or where both sides ask for one model.
 */
export function sameCompletions(
  checkpoints: { readonly old: Checkpoint; readonly new: Checkpoint },
  generations: { readonly old: readonly Generation[]; readonly new: readonly Generation[] },
): string | undefined {
  const { old, new: fresh } = checkpoints;
  const count = generations.old.length;
  if (old.model === fresh.model || count < FEWEST || generations.new.length !== count) return undefined;
  const isSame = generations.old.every((one, place) => {
    const other = generations.new[place];
    return one.error === undefined && other?.error === undefined && one.text === other?.text;
  });
  return isSame
    ? `All ${count} completions of new (${fresh.model}) are those of old (${old.model}) to the letter: the server seems to answer with one model under both names.`
    : undefined;
}
