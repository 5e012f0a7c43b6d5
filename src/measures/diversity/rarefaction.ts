import { shareWithout } from '../accuracy/pass-at-k.ts';

/** Number of samples to which counts of distinct features are rarefied. */
export const RAREFIED_TO = 4;

/**
 * The expected number of different features among r of m samples, drawn without replacement: Σ over features of 1 − C(m −
 * m_g, r)/C(m, r), where m_g is the number of samples that have feature g. Unlike a plain count, this number does not
 * grow with m. Hurlbert (1971).
 *
 * `featuresHeldBy[h]` is the number of features that exactly h samples have, for h from 0 to m; m ≥ r.
 */
export function expectedDistinct(featuresHeldBy: ArrayLike<number>, m: number, r = RAREFIED_TO): number {
  let expected = 0;
  for (let holders = 1; holders <= m; holders += 1) {
    expected += (featuresHeldBy[holders] ?? 0) * (1 - shareWithout(m, holders, r));
  }
  return expected;
}
