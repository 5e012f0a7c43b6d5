import type { Standing } from '../verdict/looks.ts';
import { plain } from './sentences/numbers.ts';

/** Whole sentences about earlier looks at the same pair; empty for a first and only look. */
export function lookNotes(
  { alpha, number, exploratoryAfter }: Standing,
  { extend }: { readonly extend: boolean },
): readonly string[] {
  if (extend) {
    return [
      `This is look ${number} at this pair of checkpoints: it decides at ${plain(alpha * 100)} % a side, so that all looks together keep 2.5 %. Intervals are shown at 95 %.`,
    ];
  }
  if (exploratoryAfter === undefined) return [];
  const { n, verdict, time } = exploratoryAfter;
  return [
    `Exploratory: this pair of checkpoints was judged before, on ${n} samples of each item (${verdict}, ${time}), and that verdict stands. It can be judged again on the same data; with policy.extend: true, on more.`,
  ];
}
