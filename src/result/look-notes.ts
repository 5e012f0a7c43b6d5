import type { Standing } from '../verdict/looks.ts';
import { plain } from './sentences/numbers.ts';

/** Complete sentences about earlier looks at the same pair; empty if this is the first and only look. */
export function lookNotes(
  { alpha, number, exploratoryAfter }: Standing,
  { extend }: { readonly extend: boolean },
): readonly string[] {
  if (extend) {
    return [
      `This is look ${number} at this pair of checkpoints. It decides at a one-sided level of ${plain(alpha * 100)}%, so that all looks together stay within 2.5%. The intervals shown are 95% intervals.`,
    ];
  }
  if (exploratoryAfter === undefined) return [];
  const { n, verdict, time } = exploratoryAfter;
  return [
    `Exploratory: this pair of checkpoints already has a verdict from ${n} samples per item (${verdict}, ${time}), and that verdict counts. To allow a new decision from more samples, set policy.extend: true.`,
  ];
}
