import type { Suite } from '../../evalset/suite.ts';
import { CHARACTERS_PER_TOKEN, type SideEstimate, type TokenPrices } from './estimate.ts';

/** What judging the completions of a suite will ask for at most: of every sample, none of them repeated or stored. */
export interface JudgingEstimate {
  readonly suite: string;
  readonly model: string;
  /** A request each, if none has to be repeated; the known answers are asked as well. */
  readonly verdicts: number;
  /** From how long completions are, or may become, and what stands around them. Undefined where nothing bounds completions. */
  readonly promptTokens: number | undefined;
  /** Bounded by the longest answer of the judge. */
  readonly completionTokens: number;
  /** Undefined where no price is set, or where nothing bounds completions. */
  readonly costUsd: number | undefined;
}

export type JudgingEstimator = (options: {
  /** Those of the suite, its greedy completions too. */
  readonly sides: readonly SideEstimate[];
  readonly suite: Suite;
  readonly judge: { readonly model: string; readonly maxTokens: number };
  /** Characters of what goes with every completion: the rubric. */
  readonly rubricCharacters: number;
  readonly price: TokenPrices | undefined;
}) => JudgingEstimate;

/** Tokens of the rules that stand before a rubric, and of the JSON around an item. */
const RULES_TOKENS = 250;

/** Bounds what judging the completions of a suite will ask for. */
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
