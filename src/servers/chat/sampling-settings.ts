import type { ConcurrencySetting } from '../http/pace/throttle.ts';

/**
 * Samples of one item per request: a fixed number, or `auto` for a number that works on any server that supports
 * several.
 */
export type PerRequestSetting = number | 'auto';

/** How to sample completions. The same for both sides. */
export interface SamplingSettings {
  /** Samples per item and side, at least 1. */
  readonly n: number;
  /** `default`: not sent, so that the server's own value applies. */
  readonly temperature: number | 'default';
  readonly topP: number | 'default';
  readonly maxTokens?: number;
  readonly maxCompletionTokens?: number;
  readonly stop?: readonly string[];
  /** Each sample's seed is derived from this; if absent, the server chooses its own randomness. */
  readonly seed?: number;
  /** Maximum number of concurrent requests, on both sides together. */
  readonly concurrency: ConcurrencySetting;
  /** Samples of one item per request, if the server supports several. Default: 1. */
  readonly nPerRequest?: PerRequestSetting;
  /** Timeout for one complete response, both headers and body. */
  readonly timeoutMs: number;
  /** Stored completions older than this are sampled again. If absent, completions of any age are reused. */
  readonly maxAgeMs?: number;
}
