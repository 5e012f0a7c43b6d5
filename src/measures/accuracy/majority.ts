import { pairBy } from './accuracy.ts';
import type { Measurement } from '../measurement.ts';
import { measuredProbabilities } from '../measurement.ts';
import type { EligibleItem, ItemSamples } from '../samples.ts';

/**
 * maj@n: 1 if the most frequent answer is correct, and 0 if it is not. Tied answers are averaged, as if one of them
 * were picked at random, so the order of samples does not matter. Samples without an answer do not vote; an item with
 * no answers at all scores 0. Not applicable if no sample of any item has an answer, for example because the grader
 * does not extract one.
 */
export function majority(items: readonly EligibleItem[]): Measurement {
  const anyAnswer = items.some(({ old, new: candidate }) =>
    [...old.samples, ...candidate.samples].some(({ answer }) => answer !== undefined),
  );
  if (items.length > 0 && !anyAnswer) {
    return { kind: 'not-applicable', reason: 'no sample has an answer' };
  }
  return measuredProbabilities(items.map((item) => pairBy(item, expectedCredit)));
}

function expectedCredit({ samples }: ItemSamples): number {
  const votes = new Map<string, { count: number; correct: number }>();
  for (const { answer, outcome } of samples) {
    if (answer === undefined || outcome === 'truncated') continue;
    const tally = votes.get(answer) ?? { count: 0, correct: 0 };
    tally.count += 1;
    if (outcome === 'correct') tally.correct += 1;
    votes.set(answer, tally);
  }
  const most = [...votes.values()].reduce((largest, { count }) => Math.max(largest, count), 0);
  const winners = [...votes.values()].filter(({ count }) => count === most);
  if (winners.length === 0) return 0;
  return winners.reduce((sum, { count, correct }) => sum + correct / count, 0) / winners.length;
}
