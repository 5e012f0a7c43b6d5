import type { SuiteMeasures } from '../../src/measures/measure-suite.ts';
import type { Policy } from '../../src/config/policy.ts';
import type { Decision } from '../../src/verdict/verdict.ts';
import type { SuiteTruth } from './truth.ts';

/** How often something may, or must, happen (method.md, section 6). */
export type Promised =
  | { readonly kind: 'at most'; readonly rate: number }
  | { readonly kind: 'at least'; readonly rate: number }
  | { readonly kind: 'between'; readonly rate: readonly [number, number] };

/** A simulation that is repeated many times: a truth to sample from, a policy, and the event to look for in the decision. */
export interface Scenario {
  readonly name: string;
  /** The promise it belongs to. */
  readonly about: 'false alarm' | 'wrongly kept at the margin' | 'progress' | 'detectable loss found';
  readonly promised: Promised;
  readonly n: number;
  readonly suites: readonly SuiteTruth[];
  readonly policy: Policy;
  readonly happened: (decision: Decision, measures: readonly SuiteMeasures[]) => boolean;
}

/** z of the one-sided 99.9% bound: a promise counts as broken only if chance cannot explain it. */
const Z_999 = 3.090232306167813;

/** Wilson's bounds of a rate, one-sided 99.9% each. */
export function bounds(count: number, runs: number): readonly [number, number] {
  const rate = count / runs;
  const z2 = Z_999 ** 2;
  const centre = (rate + z2 / (2 * runs)) / (1 + z2 / runs);
  const half = (Z_999 / (1 + z2 / runs)) * Math.sqrt((rate * (1 - rate)) / runs + z2 / (4 * runs ** 2));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

/** Whether the promise holds, as far as this many runs can tell. */
export function holds(promised: Promised, count: number, runs: number): boolean {
  const [lower, upper] = bounds(count, runs);
  switch (promised.kind) {
    case 'at most':
      return lower <= promised.rate;
    case 'at least':
      return upper >= promised.rate;
    case 'between':
      return upper >= promised.rate[0] && lower <= promised.rate[1];
  }
}
