import type { Checkpoint } from '../checkpoints/checkpoint.ts';
import type { Suite } from '../evalset/suite.ts';
import type { SamplingSettings } from './sampler.ts';
import { storedSamples, type StoredSide } from './stored.ts';
import { systemTiming, type Timing } from './timing.ts';

/** Characters that a token is taken to have. English text has about four; other scripts have fewer. */
export const CHARACTERS_PER_TOKEN = 4;

/** Where a number of completion tokens comes from: measured on stored completions, or bounded by the token limit. */
export type TokenBasis = 'store' | 'limit';

/** What one side of one suite will still ask for. */
export interface SideEstimate {
  readonly suite: string;
  readonly side: 'old' | 'new';
  /** n × items. */
  readonly samples: number;
  /** Those that the store holds already. */
  readonly stored: number;
  /** Requests still to send, if none has to be repeated. */
  readonly requests: number;
  /** Estimated from the prompts' characters. */
  readonly promptTokens: number;
  /** Undefined where nothing is stored and no token limit is set: then nothing bounds them. */
  readonly completionTokens: { readonly tokens: number; readonly basis: TokenBasis } | undefined;
  /** How long one completion is or may become: what `completionTokens` reckons with; undefined where that is. */
  readonly tokensPerCompletion: number | undefined;
  /** Undefined where no price is set, or where nothing bounds the completion tokens. */
  readonly costUsd: number | undefined;
}

/** Dollars for a million tokens of each kind. */
export interface TokenPrices {
  readonly promptUsdPerMillion: number;
  readonly completionUsdPerMillion: number;
}

export interface EstimateRequest {
  /** Without them nothing is looked for in the store. */
  readonly checkpoints: { readonly old: Checkpoint; readonly new: Checkpoint } | undefined;
  readonly suites: readonly Suite[];
  readonly settings: SamplingSettings;
  readonly prices: { readonly old: TokenPrices; readonly new: TokenPrices } | undefined;
  readonly storeDir: string;
}

/** What sampling will take, suite by suite, old before new. */
export type Estimator = (request: EstimateRequest) => Promise<readonly SideEstimate[]>;

/**
 * Estimates a run from what the store holds. Nothing is asked or written.
 *
 * @throws {SamplingError} where the store cannot be read.
 */
export const estimateSampling: Estimator = estimatorWith(systemTiming);

/** The estimator on another clock. */
export function estimatorWith({ now }: Pick<Timing, 'now'>): Estimator {
  return async ({ checkpoints, suites, settings, prices, storeDir }) => {
    const estimates: SideEstimate[] = [];
    for (const suite of suites) {
      const stored =
        checkpoints && (await storedSamples({ checkpoints, suite, settings, storeDir, now: now() }));
      estimates.push(...estimateSuite({ suite, settings, prices, stored }));
    }
    return estimates;
  };
}

/**
 * What sampling a suite will take. `stored` has what each side's store holds; without it nothing is taken to be stored.
 * Completion tokens: the mean of this side's stored completions of the suite, else of the other side's, else the token
 * limit, which bounds them.
 */
export function estimateSuite({
  suite,
  settings,
  prices,
  stored,
}: {
  readonly suite: Suite;
  readonly settings: Pick<SamplingSettings, 'n' | 'maxTokens' | 'maxCompletionTokens'>;
  readonly prices: EstimateRequest['prices'];
  readonly stored: { readonly old: StoredSide; readonly new: StoredSide } | undefined;
}): readonly SideEstimate[] {
  const { n } = settings;
  const limit = settings.maxTokens ?? settings.maxCompletionTokens;
  const samples = n * suite.items.length;
  return (['old', 'new'] as const).map((side): SideEstimate => {
    const own = stored?.[side];
    const mean = own?.meanCompletionTokens ?? stored?.[side === 'old' ? 'new' : 'old'].meanCompletionTokens;
    const missing = suite.items.map(({ id }) => n - (own?.byItem.get(id) ?? 0));
    const requests = missing.reduce((sum, count) => sum + count, 0);
    const estimate = {
      suite: suite.name,
      side,
      samples,
      stored: samples - requests,
      requests,
      promptTokens: suite.items.reduce(
        (sum, item, place) => sum + (missing[place] ?? 0) * tokensOfPrompt(item.messages),
        0,
      ),
      completionTokens: completionTokens(requests, mean, limit),
      tokensPerCompletion: mean ?? limit,
    };
    return { ...estimate, costUsd: prices && costUsd(estimate, prices[side]) };
  });
}

function completionTokens(
  requests: number,
  mean: number | undefined,
  limit: number | undefined,
): SideEstimate['completionTokens'] {
  if (mean !== undefined) return { tokens: Math.round(mean * requests), basis: 'store' };
  return limit === undefined ? undefined : { tokens: limit * requests, basis: 'limit' };
}

function tokensOfPrompt(messages: Suite['items'][number]['messages']): number {
  return messages.reduce((sum, { content }) => sum + Math.ceil(content.length / CHARACTERS_PER_TOKEN), 0);
}

function costUsd(
  {
    promptTokens,
    completionTokens,
    requests,
  }: Pick<SideEstimate, 'promptTokens' | 'completionTokens' | 'requests'>,
  { promptUsdPerMillion, completionUsdPerMillion }: TokenPrices,
): number | undefined {
  if (requests === 0) return 0;
  if (completionTokens === undefined) return undefined;
  return (promptTokens * promptUsdPerMillion + completionTokens.tokens * completionUsdPerMillion) / 1e6;
}
