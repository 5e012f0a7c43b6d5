import { lowerBoundOfShare, upperBoundOfShare } from '../statistics/binomial.ts';
import type { Decision } from './verdict.ts';

/** The guaranteed maximum share of checks of an unchanged pair that end in `reversal` or `regression`. */
export const MOST_FALSE_ALARMS = 0.025;

/** Significance level at which the guarantee is declared broken. */
const LEVEL = 0.001;

/** How often a guardrail was in each state, over all checks of an unchanged pair. */
export interface StatesSeen {
  /** Name of the suite; undefined for the pooled target. */
  readonly suite: string | undefined;
  readonly name: string;
  readonly lost: number;
  readonly kept: number;
  readonly unclear: number;
  /** Number of splits in which the guardrail did not gate, because it did not apply or could never have been kept. */
  readonly notGating: number;
}

/** Results of checks of an unchanged pair. */
export interface FalseAlarms {
  readonly runs: number;
  readonly verdicts: Readonly<Record<Decision['status'], number>>;
  /** Number of reversals and regressions. */
  readonly alarms: number;
  /** Exact two-sided 95% interval of the alarm rate. */
  readonly interval: readonly [number, number];
  /** Exact one-sided 99.9% lower bound of the alarm rate. */
  readonly lowerBound: number;
  /** Whether the guarantee holds: `lowerBound` is at most the guaranteed share. */
  readonly holds: boolean;
  /** The guardrails' states, in the family's order. */
  readonly guardrails: readonly StatesSeen[];
}

/** Counts the results of checks of an unchanged pair. Add each check exactly once. */
export class FalseAlarmCounter {
  #runs = 0;
  readonly #verdicts = {
    progress: 0,
    unchanged: 0,
    reversal: 0,
    regression: 0,
    inconclusive: 0,
  } satisfies Record<Decision['status'], number>;
  readonly #guardrails = new Map<string, { -readonly [Key in keyof StatesSeen]: StatesSeen[Key] }>();

  see({ status, family }: Pick<Decision, 'status' | 'family'>): void {
    this.#runs += 1;
    this.#verdicts[status] += 1;
    for (const { member, state } of family) {
      const { suite, dimension, name } = member.measure;
      const key = JSON.stringify([suite, dimension, name]);
      const seen = this.#guardrails.get(key) ?? { suite, name, lost: 0, kept: 0, unclear: 0, notGating: 0 };
      seen[state?.kind ?? 'notGating'] += 1;
      this.#guardrails.set(key, seen);
    }
  }

  /** Returns the counts so far. Requires at least one check. */
  result(): FalseAlarms {
    const alarms = this.#verdicts.reversal + this.#verdicts.regression;
    const seen = { successes: alarms, trials: this.#runs };
    const lowerBound = lowerBoundOfShare(seen, LEVEL);
    return {
      runs: this.#runs,
      verdicts: { ...this.#verdicts },
      alarms,
      interval: [lowerBoundOfShare(seen, 0.025), upperBoundOfShare(seen, 0.025)],
      lowerBound,
      holds: lowerBound <= MOST_FALSE_ALARMS,
      guardrails: [...this.#guardrails.values()].map((each) => ({ ...each })),
    };
  }
}
