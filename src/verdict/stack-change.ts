import type { ServedBy } from '../sampling/served-by.ts';

/** The stacks that gave the completions of each side, as their servers name them; none where they say nothing. */
export interface ServingStacks {
  readonly old: readonly ServedBy[];
  readonly new: readonly ServedBy[];
}

/** That a difference between the sides may be the serving stack's, and not the model's. */
export type StackChange =
  /** A side's completions come from several stacks, and the other side's not from the same. */
  | { readonly cause: 'stack-changed'; readonly side: 'old' | 'new'; readonly stacks: readonly ServedBy[] }
  /** The sides were drawn one wholly before the other, by stacks of other fingerprints. */
  | { readonly cause: 'stacks-apart'; readonly old: ServedBy; readonly new: ServedBy };

/**
 * Where the serving stack changed (method.md, section 5): during the completions of a side, or between those of old and
 * those of new. Told from what each completion's server said of itself and when, so it is the same for the same
 * completions, just drawn or from the store. Sides that were drawn together may differ in fingerprint: many servers have
 * one for each model.
 */
export function stackChanges({ old, new: fresh }: ServingStacks): StackChange[] {
  const changed = [...changedWithin('old', old, fresh), ...changedWithin('new', fresh, old)];
  if (changed.length > 0) return changed;
  const [before, after] = [old[0], fresh[0]];
  if (before === undefined || after === undefined) return [];
  return before.fingerprint !== after.fingerprint && drawnApart(before, after)
    ? [{ cause: 'stacks-apart', old: before, new: after }]
    : [];
}

function changedWithin(
  side: 'old' | 'new',
  stacks: readonly ServedBy[],
  others: readonly ServedBy[],
): StackChange[] {
  if (stacks.length < 2) return [];
  const models = new Set(stacks.map(({ model }) => model));
  const sameOnBothSides = models.size === 1 && fingerprints(stacks) === fingerprints(others);
  return sameOnBothSides ? [] : [{ cause: 'stack-changed', side, stacks }];
}

function fingerprints(stacks: readonly ServedBy[]): string {
  return JSON.stringify([...new Set(stacks.map(({ fingerprint }) => fingerprint ?? ''))].sort());
}

function drawnApart(one: ServedBy, other: ServedBy): boolean {
  return one.newest < other.oldest || other.newest < one.oldest;
}
