import type { EmbeddingEstimate } from '../sampling/estimate/estimate-embedding.ts';
import type { JudgingEstimate } from '../sampling/estimate/estimate-judging.ts';
import type { SideEstimate } from '../sampling/estimate/estimate.ts';
import type { GuardrailOutlook } from '../verdict/outlook.ts';
import { type Exclusion, exclusionSentence } from '../result/exclusions.ts';
import { jsonForLogs } from '../result/text/log-commands.ts';
import { marginWords } from '../result/sentences/margins.ts';
import * as numbers from '../result/sentences/numbers.ts';

/** A check's expected requests, cost and statistical power, before anything is sampled. Unrounded. */
export interface PlannedRun {
  /** The two versions; undefined if none were passed, in which case the store is assumed to be empty. */
  readonly versions: { readonly old: string; readonly new: string } | undefined;
  readonly samplesPerItem: number;
  /** The estimates for both sides, ordered by suite, with the baseline before the candidate. */
  readonly sides: readonly SideEstimate[];
  /** The estimate for embeddings; undefined if no solutions are embedded. */
  readonly embedding: EmbeddingEstimate | undefined;
  /** The estimates for judge models, ordered by suite; empty if there are no judge models. */
  readonly judging: readonly JudgingEstimate[];
  /**
   * The spending limits. An absent limit means unlimited, except for requests, whose default limit is a quarter more than
   * needed.
   */
  readonly budget: PlannedBudget;
  readonly outlook: readonly GuardrailOutlook[];
  /** The items that will not be sampled, by suite. */
  readonly exclusions: readonly Exclusion[];
}

interface PlannedBudget {
  readonly maxRequests?: number;
  readonly maxTokens?: number;
  readonly maxCostUsd?: number;
  readonly maxMinutes?: number;
}

/**
 * If a guardrail's chance of being kept is lower than this, the plan warns about it. Recommended item counts are based
 * on the same chance.
 */
const LIKELY = 0.8;

/** A guardrail's name with its kind of diversity or its group, such as `diversity syntactic`. */
export const nameOf = ({ guardrail, kind, group }: GuardrailOutlook): string =>
  [guardrail, ...(kind === undefined ? [] : [kind]), ...(group === undefined ? [] : [`(${group})`])].join(
    ' ',
  );

/**
 * A sentence about each guardrail that would often be unclear for an unchanged pair: its chance of being kept, and how
 * many items would be enough.
 */
export const outlookWarnings = (run: Pick<PlannedRun, 'outlook' | 'samplesPerItem'>): readonly string[] =>
  run.outlook
    .filter(({ gates, chanceKept }) => gates && chanceKept < LIKELY)
    .map(
      (each) =>
        `guardrails.${each.guardrail}: with ${numbers.counted(each.items, 'item')} and ${numbers.counted(run.samplesPerItem, 'sample')} per item on ${each.suite}, ${nameOf(each)} (margin ${marginWords(each.margin)}) is kept in ${numbers.percent(each.chanceKept)} of checks of an unchanged pair, and unclear in the others. About ${numbers.count(each.itemsRecommended)} items are recommended (assuming a standard deviation of √(1/(3n) + 0.1²) per item).`,
    );

/** The maximum total cost of all judge models; a sum is undefined if any of its terms is. */
export const judgingTotals = (
  judging: readonly JudgingEstimate[],
): {
  readonly verdicts: number;
  readonly tokens: number | undefined;
  readonly costUsd: number | undefined;
} => {
  let [verdicts, tokens, costUsd]: [number, number | undefined, number | undefined] = [0, 0, 0];
  for (const each of judging) {
    verdicts += each.verdicts;
    tokens = added(tokens, added(each.promptTokens, each.completionTokens));
    costUsd = added(costUsd, each.costUsd);
  }
  return { verdicts, tokens, costUsd };
};

const added = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? undefined : one + other;

/** One sentence for each budget limit that the plan, including judge models, exceeds. */
export const budgetWarnings = ({
  budget,
  sides,
  judging,
}: Pick<PlannedRun, 'budget' | 'sides' | 'judging'>): readonly string[] => {
  const sampled = totalsOf(sides);
  const judged = judgingTotals(judging);
  const { promptTokens, completionTokens } = sampled;
  const requests = sampled.requests + judged.verdicts;
  const singly = sampled.singly.requests + judged.verdicts;
  const costUsd = added(sampled.costUsd, judged.costUsd);
  const bounded = sampled.bounded || judging.length > 0;
  const { maxRequests = Infinity, maxTokens = Infinity, maxCostUsd = Infinity } = budget;
  const tokens = added(added(promptTokens, completionTokens), judged.tokens);
  const about = bounded ? 'up to' : 'about';
  const warning = (limit: string, most: string, takes: string): string =>
    `budget.${limit}: ${most} may not be enough, because the check needs ${takes}. If the limit is reached, only the samples that both checkpoints have are compared.`;
  const whole =
    requests > maxRequests
      ? numbers.counted(requests, 'request')
      : `${numbers.counted(singly, 'request')} if a server returns one completion per request`;
  return [
    ...(Math.max(requests, singly) > maxRequests
      ? [warning('max-requests', numbers.count(maxRequests), whole)]
      : []),
    ...(tokens !== undefined && tokens > maxTokens
      ? [warning('max-tokens', numbers.tokens(maxTokens), `${about} ${numbers.tokens(tokens)} tokens`)]
      : []),
    ...(costUsd !== undefined && costUsd > maxCostUsd
      ? [warning('max-cost', numbers.usd(maxCostUsd), `${about} ${numbers.usd(costUsd)}`)]
      : []),
  ];
};

/** All warnings of a plan. */
export const planWarnings = (run: PlannedRun): readonly string[] => [
  ...run.exclusions.map(exclusionSentence),
  ...budgetWarnings(run),
  ...outlookWarnings(run),
];

interface Totals {
  readonly requests: number;
  readonly stored: number;
  readonly promptTokens: number;
  readonly completionTokens: number | undefined;
  /** Whether the estimate is based on a token limit rather than on the mean length of stored completions. */
  readonly bounded: boolean;
  readonly costUsd: number | undefined;
  readonly singly: SideEstimate['singly'];
}

/** The sentence that replaces the number of completion tokens if they have no limit. */
export const UNLIMITED_COMPLETIONS =
  'There is no limit on the number of completion tokens, because sampling.max-tokens is not set.';

/** The sums over all suites and sides; a sum is undefined if any of its terms is. */
export const totalsOf = (sides: readonly SideEstimate[]): Totals => {
  const sum = (value: (side: SideEstimate) => number): number =>
    sides.reduce((total, side) => total + value(side), 0);
  const sending = (each: (side: SideEstimate) => SideEstimate['singly']): SideEstimate['singly'] => ({
    requests: sum((side) => each(side).requests),
    promptTokens: sum((side) => each(side).promptTokens),
    costUsd: sides.some((side) => each(side).costUsd === undefined)
      ? undefined
      : sum((side) => each(side).costUsd ?? 0),
  });
  const asked = sides.filter(({ requests }) => requests > 0);
  return {
    ...sending((side) => side),
    stored: sum(({ stored }) => stored),
    completionTokens: asked.some(({ completionTokens }) => completionTokens === undefined)
      ? undefined
      : sum((side) => (side.requests > 0 ? (side.completionTokens?.tokens ?? 0) : 0)),
    bounded: asked.some(({ completionTokens }) => completionTokens?.basis === 'limit'),
    singly: sending(({ singly }) => singly),
  };
};

const sendingJson = ({ requests, promptTokens, costUsd }: SideEstimate['singly']) => ({
  requests,
  prompt_tokens: promptTokens,
  cost_usd: costUsd ?? null,
});

/** A plan as JSON, unrounded, with a final newline. */
export const serialisePlan = (run: PlannedRun): string => {
  const totals = totalsOf(run.sides);
  return `${jsonForLogs(
    {
      schema: 1,
      old: run.versions?.old ?? null,
      new: run.versions?.new ?? null,
      samples_per_item: run.samplesPerItem,
      suites: run.sides.map((side) => ({
        name: side.suite,
        side: side.side,
        samples: side.samples,
        stored: side.stored,
        requests: side.requests,
        prompt_tokens: side.promptTokens,
        completion_tokens: side.completionTokens?.tokens ?? null,
        completion_tokens_from: side.completionTokens?.basis ?? null,
        cost_usd: side.costUsd ?? null,
        singly: sendingJson(side.singly),
      })),
      total: {
        requests: totals.requests,
        stored: totals.stored,
        prompt_tokens: totals.promptTokens,
        completion_tokens: totals.completionTokens ?? null,
        cost_usd: totals.costUsd ?? null,
        singly: sendingJson(totals.singly),
      },
      embeddings:
        run.embedding === undefined
          ? null
          : {
              model: run.embedding.model,
              texts_at_most: run.embedding.texts,
              requests_at_most: run.embedding.requests,
              prompt_tokens_at_most: run.embedding.promptTokens,
            },
      judging: run.judging.map((each) => ({
        suite: each.suite,
        model: each.model,
        requests_at_most: each.verdicts,
        prompt_tokens_at_most: each.promptTokens ?? null,
        completion_tokens_at_most: each.completionTokens,
        cost_usd_at_most: each.costUsd ?? null,
      })),
      budget: {
        max_requests: run.budget.maxRequests ?? null,
        max_tokens: run.budget.maxTokens ?? null,
        max_cost_usd: run.budget.maxCostUsd ?? null,
        max_minutes: run.budget.maxMinutes ?? null,
      },
      guardrails: run.outlook.map((each) => ({
        guardrail: each.guardrail,
        kind: each.kind ?? null,
        group: each.group ?? null,
        suite: each.suite,
        gates: each.gates,
        margin: each.margin.fraction,
        margin_is_relative: each.margin.kind === 'relative',
        items: each.items,
        effective_clusters: each.effectiveClusters,
        detectable: each.detectable,
        chance_kept: each.chanceKept,
        items_recommended: each.itemsRecommended,
      })),
      excluded: run.exclusions.flatMap(({ suite, items }) =>
        items.map(({ id, reason }) => ({ suite, id, reason })),
      ),
      warnings: planWarnings(run),
    },
    2,
  )}\n`;
};
