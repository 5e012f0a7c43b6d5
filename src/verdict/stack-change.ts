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
  /** The sides were drawn one wholly before the other, by stacks of other fingerprints under one model name. */
  | ({ readonly cause: 'stacks-apart' } & StackOfEach);

interface StackOfEach {
  readonly old: ServedBy;
  readonly new: ServedBy;
}

/**
 * Where the serving stack changed (method.md, section 5): during the completions of a side, or between those of old and
 * those of new. Told from what each completion's server said of itself and when, so it is the same for the same
 * completions, just drawn or from the store. Sides that were drawn together, or answer under other model names, may differ in
 * fingerprint: many servers have one for each model.
 */
export function stackChanges({ old, new: fresh }: ServingStacks): StackChange[] {
  const changed = [...changedWithin('old', old, fresh), ...changedWithin('new', fresh, old)];
  if (changed.length > 0) return changed;
  const apart = stacksApart(old, fresh);
  return apart !== undefined && isOneModel(apart) ? [{ cause: 'stacks-apart', ...apart }] : [];
}

/**
 * The stacks of sides that were drawn one wholly before the other under other model names, where their fingerprints differ: for
 * the models' sake or because the stack changed in between, which they do not tell. Undefined where there is no such doubt.
 */
export function incomparableStacks({ old, new: fresh }: ServingStacks): StackOfEach | undefined {
  if (old.length > 1 || fresh.length > 1) return undefined;
  const apart = stacksApart(old, fresh);
  return apart === undefined || isOneModel(apart) ? undefined : apart;
}

function stacksApart([old]: readonly ServedBy[], [fresh]: readonly ServedBy[]): StackOfEach | undefined {
  if (old === undefined || fresh === undefined) return undefined;
  return old.fingerprint !== fresh.fingerprint && drawnApart(old, fresh) ? { old, new: fresh } : undefined;
}

function isOneModel({ old, new: fresh }: StackOfEach): boolean {
  return old.model !== null && old.model === fresh.model;
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
