import type { ConcurrencySetting } from '../http/pace/throttle.ts';

/**
 * Samples of one item per request: a fixed number, or `auto` for a number that works with any server that can return
 * several samples per request.
 */
export type PerRequestSetting = number | 'auto';

/** The sampling settings, which are the same for both sides. */
export interface SamplingSettings {
  /** Samples per item and side, at least 1. */
  readonly n: number;
  /** `default`: not sent, so that the server's own value applies. */
  readonly temperature: number | 'default';
  readonly topP: number | 'default';
  readonly maxTokens?: number;
  readonly maxCompletionTokens?: number;
  readonly stop?: readonly string[];
  /** The base from which each sample's seed is derived. If absent, the server chooses the seeds. */
  readonly seed?: number;
  /** Maximum number of concurrent requests across both sides. */
  readonly concurrency: ConcurrencySetting;
  /** Maximum number of samples of one item per request, if the server can return several. Default: 1. */
  readonly nPerRequest?: PerRequestSetting;
  /** Timeout for a complete response, including headers and body. */
  readonly timeoutMs: number;
  /** Stored completions older than this are sampled again. If absent, completions of any age are reused. */
  readonly maxAgeMs?: number;
}
