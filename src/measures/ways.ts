import type { EquationsOfRuns } from './equations.ts';
import { equationsOf } from './equations.ts';
import type { Solution, Solutions, SolvedItem } from './solved-items.ts';

/** Share of old's correct solutions that must show a way, for measures of ways to apply. */
const LEAST_SHARE_WITH_WAYS = 0.5;

/** The ways of one item's correct solutions on both sides. */
export interface ItemWays {
  readonly id: string;
  readonly cluster: string;
  readonly old: SideWays;
  readonly new: SideWays;
}

export interface SideWays {
  /** A set of features a solution, empty where none is shown. Equal sets of an item are one and the same object. */
  readonly correct: readonly ReadonlySet<string>[];
  /** All graded samples, right or wrong. */
  readonly samples: number;
}

/**
 * Reads the way of every correct solution: the grader's key, else the canonical equations in its text. Undefined where
 * fewer than half of old's correct solutions show one (decided by old alone; method.md, section 2).
 */
export function waysOf(items: readonly SolvedItem[]): readonly ItemWays[] | undefined {
  return shownWays(items.map(readWays));
}

/** These ways, or undefined where fewer than half of old's correct solutions show one. */
export function shownWays(ways: readonly ItemWays[]): readonly ItemWays[] | undefined {
  const ofOld = ways.flatMap(({ old }) => old.correct);
  const shown = ofOld.filter(({ size }) => size > 0).length;
  return ofOld.length > 0 && shown >= LEAST_SHARE_WITH_WAYS * ofOld.length ? ways : undefined;
}

/** The ways of an item, by themselves. */
export function readWays({ id, cluster, old, new: fresh }: SolvedItem): ItemWays {
  const wayOf = wayReader();
  const waysOn = ({ correct, samples }: Solutions): SideWays => ({ correct: correct.map(wayOf), samples });
  return { id, cluster, old: waysOn(old), new: waysOn(fresh) };
}

/** Reads the ways of an item. Its solutions resemble one another, so what was read once is remembered. */
export function wayReader(): (solution: Solution) => ReadonlySet<string> {
  const ofKeys = new Map<string, ReadonlySet<string>>();
  const ofTexts = new Map<string, ReadonlySet<string>>();
  const ofEquations = new Map<string, ReadonlySet<string>>();
  const ofRuns: EquationsOfRuns = new Map();
  const fromKey = (key: string): ReadonlySet<string> => remembered(ofKeys, key, () => new Set([key]));
  const fromText = (text: string): ReadonlySet<string> =>
    remembered(ofTexts, text, () => {
      const equations = equationsOf(text, ofRuns);
      return remembered(ofEquations, [...equations].sort().join(';'), () => equations);
    });
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
