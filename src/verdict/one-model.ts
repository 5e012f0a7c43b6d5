import type { Generations } from '../sampling/generation.ts';
import type { ServingStacks } from './stack-change.ts';

/** That one model seems to answer under both names: then nothing could be found to have changed. */
export type OneModel = {
  /** The names that were asked for. */
  readonly old: string;
  readonly new: string;
} & (
  | { readonly cause: 'same-completions'; readonly completions: number }
  /** The name under which one server says that all of both sides was answered. */
  | { readonly cause: 'same-model'; readonly model: string }
);

/** Fewer equal texts than these may be chance: answers of one letter are often the same. */
const FEWEST = 50;

/** How many completions both sides have of a suite where each of new is old's to the letter; undefined where one differs, failed or is lacking. */
export function sameCompletions({ old, new: fresh }: Generations): number | undefined {
  if (old.length !== fresh.length) return undefined;
  const isSame = old.every((one, place) => {
    const other = fresh[place];
    return one.error === undefined && other?.error === undefined && one.text === other?.text;
  });
  return isSame ? old.length : undefined;
}

/**
 * Whether two names that were asked for stand for one model: by their completions, at least 50, or by what the one server that both
 * were asked at says of itself. Undefined where that is not to be seen, or where one model was compared with itself.
 */
export function oneModel({
  names,
  same,
  served,
}: {
  readonly names: { readonly old: string; readonly new: string };
  /** What `sameCompletions` found, suite by suite. */
  readonly same: readonly (number | undefined)[];
  /** Absent where files hold the completions. */
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
