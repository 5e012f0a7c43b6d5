import type { Suite } from '../../evalset/suite.ts';
import { CHARACTERS_PER_TOKEN, type SideEstimate, type TokenPrices } from './estimate.ts';

/**
 * An upper bound on the requests, tokens and cost for judging a suite's completions. Assumes that every sample is
 * unique and that no verdict is stored.
 */
export interface JudgingEstimate {
  readonly suite: string;
  readonly model: string;
  /** Number of verdicts, including those on known answers. Each takes one request, not counting retries. */
  readonly verdicts: number;
  /**
   * Based on the actual or maximum length of completions and the text around them. Undefined if the length of
   * completions has no upper bound.
   */
  readonly promptTokens: number | undefined;
  /** An upper bound, from the judge's maximum response length. */
  readonly completionTokens: number;
  /** Undefined if no price is set, or if the length of completions has no upper bound. */
  readonly costUsd: number | undefined;
}

export type JudgingEstimator = (options: {
  /** Both sides' estimates for the suite, including its greedy completions. */
  readonly sides: readonly SideEstimate[];
  readonly suite: Suite;
  readonly judge: { readonly model: string; readonly maxTokens: number };
  /** Number of characters in the rubric, which is sent with every completion. */
  readonly rubricCharacters: number;
  readonly price: TokenPrices | undefined;
}) => JudgingEstimate;

/** Assumed tokens for the rules before a rubric and the JSON around an item. */
const RULES_TOKENS = 250;

/** Computes an upper bound on the cost of judging a suite's completions. */
export const estimateJudging: JudgingEstimator = ({ sides, suite, judge, rubricCharacters, price }) => {
  const verdicts = sides.reduce((sum, { samples }) => sum + samples, 0);
  const tokensOf = (characters: number): number => Math.ceil(characters / CHARACTERS_PER_TOKEN);
  const ofItems = suite.items.reduce((sum, item) => sum + tokensOf(JSON.stringify(item).length), 0);
  const around = RULES_TOKENS + tokensOf(rubricCharacters) + ofItems / Math.max(1, suite.items.length);
  const isBounded = sides.every(({ tokensPerCompletion }) => tokensPerCompletion !== undefined);
  const promptTokens = isBounded
    ? Math.round(
        sides.reduce(
          (sum, { samples, tokensPerCompletion = 0 }) => sum + samples * (around + tokensPerCompletion),
          0,
        ),
      )
    : undefined;
  const completionTokens = verdicts * judge.maxTokens;
  return {
    suite: suite.name,
    model: judge.model,
    verdicts,
    promptTokens,
    completionTokens,
    costUsd:
      price === undefined || promptTokens === undefined
        ? undefined
        : (promptTokens * price.promptUsdPerMillion + completionTokens * price.completionUsdPerMillion) / 1e6,
  };
};
