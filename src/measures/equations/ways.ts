import type { EquationsOfRuns } from './equations.ts';
import { equationsOf } from './equations.ts';
import type { Solution, Solutions, SolvedItem } from '../solved-items.ts';

/**
 * Minimum share of the baseline's correct solutions that must show a way. Below this share, way-based measures do not
 * apply.
 */
const LEAST_SHARE_WITH_WAYS = 0.5;

/** The ways of an item's correct solutions on both sides. */
export interface ItemWays {
  readonly id: string;
  readonly cluster: string;
  readonly old: SideWays;
  readonly new: SideWays;
}

export interface SideWays {
  /**
   * One set of features per solution, empty if the solution shows no way. Equal sets within an item are the same object.
   */
  readonly correct: readonly ReadonlySet<string>[];
  /** Number of graded samples, right or wrong. */
  readonly samples: number;
}

/**
 * Determines each correct solution's way: the grader's key or, without a key, the canonical equations in its text.
 * Undefined if fewer than half of the baseline's correct solutions show a way. Whether it is undefined depends on the
 * baseline alone (method.md, section "Diversity").
 */
export function waysOf(items: readonly SolvedItem[]): readonly ItemWays[] | undefined {
  return shownWays(items.map(readWays));
}

/** Returns `ways`, or undefined if fewer than half of the baseline's correct solutions show a way. */
export function shownWays(ways: readonly ItemWays[]): readonly ItemWays[] | undefined {
  const ofOld = ways.flatMap(({ old }) => old.correct);
  const shown = ofOld.filter(({ size }) => size > 0).length;
  return ofOld.length > 0 && shown >= LEAST_SHARE_WITH_WAYS * ofOld.length ? ways : undefined;
}

function readWays({ id, cluster, old, new: candidate }: SolvedItem): ItemWays {
  const wayOf = wayReader();
  const waysOn = ({ correct, samples }: Solutions): SideWays => ({ correct: correct.map(wayOf), samples });
  return { id, cluster, old: waysOn(old), new: waysOn(candidate) };
}

/** Returns a reader for one item's ways. The reader caches results, because an item's solutions resemble one another. */
export function wayReader(): (solution: Solution) => ReadonlySet<string> {
  const ofKeys = new Map<string, ReadonlySet<string>>();
  const ofEquations = new Map<string, ReadonlySet<string>>();
  const ofRuns: EquationsOfRuns = new Map();
  const fromKey = (key: string): ReadonlySet<string> => remembered(ofKeys, key, () => new Set([key]));
  const fromText = (text: string): ReadonlySet<string> => {
    const equations = equationsOf(text, ofRuns);
    return remembered(ofEquations, [...equations].sort().join(';'), () => equations);
  };
  return ({ key, text }) => (key === undefined ? fromText(text) : fromKey(key));
}

function remembered<Value>(known: Map<string, Value>, name: string, read: () => Value): Value {
  let value = known.get(name);
  if (value === undefined) {
    value = read();
    known.set(name, value);
  }
  return value;
}
