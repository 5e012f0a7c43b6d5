import type { Checkpoint } from '../../servers/checkpoint.ts';
import type { Suite } from '../../evalset/suite.ts';
import { countBlocks } from '../blocks.ts';
import type { SamplingSettings } from '../../servers/chat/sampling-settings.ts';
import { perRequestOf } from '../samples-per-request.ts';
import { storedSamples, type StoredSide } from '../../store/stored.ts';
import { systemTiming, type Timing } from '../../timing.ts';

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
  /** Requests still to send, if none has to be repeated and the server takes several samples in one. */
  readonly requests: number;
  /** Of these requests, estimated from the prompts' characters. */
  readonly promptTokens: number;
  /** Undefined where nothing is stored and no token limit is set: then nothing bounds them. */
  readonly completionTokens: { readonly tokens: number; readonly basis: TokenBasis } | undefined;
  /** How long one completion is or may become: what `completionTokens` reckons with; undefined where that is. */
  readonly tokensPerCompletion: number | undefined;
  /** Undefined where no price is set, or where nothing bounds the completion tokens. */
  readonly costUsd: number | undefined;
  /** The same where the server gives one completion a request, so that each sample has to pay for its prompt. */
  readonly singly: Pick<SideEstimate, 'requests' | 'promptTokens' | 'costUsd'>;
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
    /** What it takes to send so many requests of each item. */
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
