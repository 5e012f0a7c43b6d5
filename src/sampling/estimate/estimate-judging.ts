import type { Suite } from '../../evalset/suite.ts';
import { CHARACTERS_PER_TOKEN, type SideEstimate, type TokenPrices } from './estimate.ts';

/** An upper bound for judging the completions of a suite: every sample counts as unique and not stored. */
export interface JudgingEstimate {
  readonly suite: string;
  readonly model: string;
  /** One request each, without retries; includes the known answers. */
  readonly verdicts: number;
  /**
   * Derived from the actual or maximum length of completions, and the text around them. Undefined if completions have no
   * upper bound.
   */
  readonly promptTokens: number | undefined;
  /** Bounded by the judge's maximum answer length. */
  readonly completionTokens: number;
  /** Undefined if no price is set, or if completions have no upper bound. */
  readonly costUsd: number | undefined;
}

export type JudgingEstimator = (options: {
  /** The sides of the suite, including its greedy completions. */
  readonly sides: readonly SideEstimate[];
  readonly suite: Suite;
  readonly judge: { readonly model: string; readonly maxTokens: number };
  /** Characters sent with every completion: the rubric. */
  readonly rubricCharacters: number;
  readonly price: TokenPrices | undefined;
}) => JudgingEstimate;

/** Tokens of the rules before a rubric, and of the JSON around an item. */
const RULES_TOKENS = 250;

/** Upper bound for judging the completions of a suite. */
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
