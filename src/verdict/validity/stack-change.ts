import type { ServedBy } from '../../store/served-by.ts';

/**
 * The stacks that produced each side's completions, as reported by the servers; empty if the servers report nothing.
 */
export interface ServingStacks {
  readonly old: readonly ServedBy[];
  readonly new: readonly ServedBy[];
}

/** A difference between the sides may come from the serving stack instead of the model. */
export type StackChange =
  /**
   * One side's completions come from several stacks, and these are not the stacks that produced the other side's
   * completions.
   */
  | { readonly cause: 'stack-changed'; readonly side: 'old' | 'new'; readonly stacks: readonly ServedBy[] }
  /**
   * One side was sampled entirely before the other, and their stacks have different fingerprints under the same model name.
   */
  | ({ readonly cause: 'stacks-apart' } & StackOfEach);

interface StackOfEach {
  readonly old: ServedBy;
  readonly new: ServedBy;
}

/**
 * Finds changes in the serving stack (method.md, section "Validity"), either within one side's completions or between
 * the baseline's and the candidate's. The evidence is the stack and the time recorded with each completion, so the
 * result is the same for new completions and for stored ones. Different fingerprints are accepted if the sides were
 * sampled concurrently or have different model names, because many servers use a separate fingerprint for each model.
 */
export function stackChanges({ old, new: candidate }: ServingStacks): StackChange[] {
  const changed = [...changedWithin('old', old, candidate), ...changedWithin('new', candidate, old)];
  if (changed.length > 0) return changed;
  const apart = stacksApart(old, candidate);
  return apart !== undefined && isOneModel(apart) ? [{ cause: 'stacks-apart', ...apart }] : [];
}

/**
 * The two sides' stacks, if one side was sampled entirely before the other and both their model names and their
 * fingerprints differ. In that case, fingerprints cannot show whether the model or the stack changed. Undefined if
 * there is no such doubt.
 */
export function incomparableStacks({ old, new: candidate }: ServingStacks): StackOfEach | undefined {
  if (old.length > 1 || candidate.length > 1) return undefined;
  const apart = stacksApart(old, candidate);
  return apart === undefined || isOneModel(apart) ? undefined : apart;
}

function stacksApart([old]: readonly ServedBy[], [candidate]: readonly ServedBy[]): StackOfEach | undefined {
  if (old === undefined || candidate === undefined) return undefined;
  return old.fingerprint !== candidate.fingerprint && drawnApart(old, candidate)
    ? { old, new: candidate }
    : undefined;
}

function isOneModel({ old, new: candidate }: StackOfEach): boolean {
  return old.model !== null && old.model === candidate.model;
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
