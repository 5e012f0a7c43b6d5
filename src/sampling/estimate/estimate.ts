import type { Checkpoint } from '../../servers/checkpoint.ts';
import type { Suite } from '../../evalset/suite.ts';
import { countBlocks } from '../blocks.ts';
import type { SamplingSettings } from '../../servers/chat/sampling-settings.ts';
import { perRequestOf } from '../samples-per-request.ts';
import { storedSamples, type StoredSide } from '../../store/stored.ts';
import { systemTiming, type Timing } from '../../timing.ts';

/** Assumed characters per token. English text has about four; other scripts have fewer. */
export const CHARACTERS_PER_TOKEN = 4;

/** The basis for an estimate of completion tokens: the mean of stored completions, or the token limit. */
export type TokenBasis = 'store' | 'limit';

/** The remaining requests for one side of one suite. */
export interface SideEstimate {
  readonly suite: string;
  readonly side: 'old' | 'new';
  /** Total number of samples: n × items. */
  readonly samples: number;
  /** Number of samples already in the store. */
  readonly stored: number;
  /** Number of remaining requests, without retries, if the server can return several samples per request. */
  readonly requests: number;
  /** Tokens for these requests, estimated from the number of characters in the prompts. */
  readonly promptTokens: number;
  /** Undefined if nothing is stored and no token limit is set, because there is no upper bound in that case. */
  readonly completionTokens: { readonly tokens: number; readonly basis: TokenBasis } | undefined;
  /**
   * The actual or maximum tokens per completion, on which `completionTokens` is based; undefined if `completionTokens`
   * is.
   */
  readonly tokensPerCompletion: number | undefined;
  /** Undefined if no price is set, or if the completion tokens have no upper bound. */
  readonly costUsd: number | undefined;
  /**
   * The same estimates for a server that returns only one completion per request, so the prompt is paid for once per
   * sample.
   */
  readonly singly: Pick<SideEstimate, 'requests' | 'promptTokens' | 'costUsd'>;
}

/** US dollars per million tokens of each kind. */
export interface TokenPrices {
  readonly promptUsdPerMillion: number;
  readonly completionUsdPerMillion: number;
}

export interface EstimateRequest {
  /** If absent, the store is not searched. */
  readonly checkpoints: { readonly old: Checkpoint; readonly new: Checkpoint } | undefined;
  readonly suites: readonly Suite[];
  readonly settings: SamplingSettings;
  readonly prices: { readonly old: TokenPrices; readonly new: TokenPrices } | undefined;
  readonly storeDir: string;
}

/** Estimates each suite, `old` before `new`. */
export type Estimator = (request: EstimateRequest) => Promise<readonly SideEstimate[]>;

/**
 * Estimates a run from the stored completions. Sends no requests and writes nothing.
 *
 * @throws {SamplingError} if the store cannot be read
 */
export const estimateSampling: Estimator = estimatorWith(systemTiming);

/** Creates the estimator with a given clock. */
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
 * Estimates one suite. `stored` contains each side's stored samples; if it is undefined, no sample counts as stored.
 * The estimate of completion tokens uses the mean of this side's stored completions for the suite. If there are none,
 * it uses the other side's mean. If neither side has any, it uses the token limit as an upper bound.
 */
export function estimateSuite({
  suite,
  settings,
  prices,
  stored,
}: {
  readonly suite: Suite;
  readonly settings: Pick<SamplingSettings, 'n' | 'nPerRequest' | 'maxTokens' | 'maxCompletionTokens'>;
  readonly prices: EstimateRequest['prices'];
  readonly stored: { readonly old: StoredSide; readonly new: StoredSide } | undefined;
}): readonly SideEstimate[] {
  const { n } = settings;
  const limit = settings.maxTokens ?? settings.maxCompletionTokens;
  const samples = n * suite.items.length;
  return (['old', 'new'] as const).map((side): SideEstimate => {
    const own = stored?.[side];
    const mean = own?.meanCompletionTokens ?? stored?.[side === 'old' ? 'new' : 'old'].meanCompletionTokens;
    const items = suite.items.map((item) => {
      const there = own?.byItem.get(item.id);
      const missing = Array.from({ length: n }, (_, index) => ({ item, index })).filter(
        ({ index }) => there?.has(index) !== true,
      );
      return {
        missing: missing.length,
        blocks: countBlocks(missing, perRequestOf(settings)),
        promptTokens: tokensOfPrompt(item.messages),
      };
    });
    const missing = items.reduce((sum, item) => sum + item.missing, 0);
    const completions = completionTokens(missing, mean, limit);
    const mostCompletions = missing === 0 ? 0 : completions?.tokens;
    /** The requests, prompt tokens and cost if each item takes the given number of requests. */
    const sending = (requestsOf: (item: (typeof items)[number]) => number): SideEstimate['singly'] => {
      const promptTokens = items.reduce((sum, item) => sum + requestsOf(item) * item.promptTokens, 0);
      return {
        requests: items.reduce((sum, item) => sum + requestsOf(item), 0),
        promptTokens,
        costUsd: prices && costUsd(promptTokens, mostCompletions, prices[side]),
      };
    };
    return {
      suite: suite.name,
      side,
      samples,
      stored: samples - missing,
      ...sending(({ blocks }) => blocks),
      completionTokens: completions,
      tokensPerCompletion: mean ?? limit,
      singly: sending((item) => item.missing),
    };
  });
}

function completionTokens(
  completions: number,
  mean: number | undefined,
  limit: number | undefined,
): SideEstimate['completionTokens'] {
  if (mean !== undefined) return { tokens: Math.round(mean * completions), basis: 'store' };
  return limit === undefined ? undefined : { tokens: limit * completions, basis: 'limit' };
}

function tokensOfPrompt(messages: Suite['items'][number]['messages']): number {
  return messages.reduce((sum, { content }) => sum + Math.ceil(content.length / CHARACTERS_PER_TOKEN), 0);
}

function costUsd(
  promptTokens: number,
  completionTokens: number | undefined,
  { promptUsdPerMillion, completionUsdPerMillion }: TokenPrices,
): number | undefined {
  if (completionTokens === undefined) return undefined;
  return (promptTokens * promptUsdPerMillion + completionTokens * completionUsdPerMillion) / 1e6;
}
