import type { CompletionPair } from '../../servers/chat/completion.ts';
import type { ServingStacks } from './stack-change.ts';

/** The same model seems to have answered under both names, so no change could be found. */
export type OneModel = {
  /** The names that were requested. */
  readonly old: string;
  readonly new: string;
} & (
  | { readonly cause: 'same-completions'; readonly completions: number }
  /** The name of the model that, according to the server, answered all of both sides' requests. */
  | { readonly cause: 'same-model'; readonly model: string }
);

/**
 * Minimum number of equal completions to count as evidence. Fewer may be a coincidence, because one-letter answers are
 * often equal.
 */
const FEWEST = 50;

/**
 * Returns the number of completions per side if each of the candidate's completions is identical to the baseline's;
 * undefined if any completion differs, failed or is missing.
 */
export function sameCompletions({ old, new: candidate }: CompletionPair): number | undefined {
  if (old.length !== candidate.length) return undefined;
  const isSame = old.every((one, place) => {
    const other = candidate[place];
    return one.error === undefined && other?.error === undefined && one.text === other?.text;
  });
  return isSame ? old.length : undefined;
}

/**
 * Returns a finding if two requested names appear to refer to one model. The evidence is at least 50 equal completions,
 * or the model name that the server reports if both sides use the same server. Undefined if there is no such evidence,
 * or if a model was compared with itself on purpose.
 */
export function oneModel({
  names,
  same,
  served,
}: {
  readonly names: { readonly old: string; readonly new: string };
  /** The results of `sameCompletions`, one per suite. */
  readonly same: readonly (number | undefined)[];
  /** The stacks that served the completions; absent if the completions come from files. */
  readonly served?: { readonly by: ServingStacks; readonly atOneAddress: boolean } | undefined;
}): OneModel | undefined {
  if (names.old === names.new) return undefined;
  const completions = same.reduce<number>((sum, count) => sum + (count ?? Number.NaN), 0);
  if (completions >= FEWEST) return { ...names, cause: 'same-completions', completions };
  if (served?.atOneAddress !== true) return undefined;
  const reported = [served.by.old, served.by.new].map((stacks) => stacks.map(({ model }) => model));
  const [model, ...others] = new Set(reported.flat());
  const isTold = reported.every((side) => side.length > 0) && typeof model === 'string';
  return isTold && others.length === 0 ? { ...names, cause: 'same-model', model } : undefined;
}
