import type { ConcurrencySetting } from '../http/throttle.ts';

/** How many samples of an item a request asks for: so many, or what is known to work where the server takes several. */
export type PerRequestSetting = number | 'auto';

/** How completions are drawn; the same for both sides. */
export interface SamplingSettings {
  /** Samples per item and side, at least 1. */
  readonly n: number;
  readonly temperature: number;
  readonly topP: number;
  readonly maxTokens?: number;
  readonly maxCompletionTokens?: number;
  readonly stop?: readonly string[];
  /** What every sample's own seed follows from; the server's own randomness where absent. */
  readonly seed?: number;
  /** Most requests under way at one time, both sides together. */
  readonly concurrency: ConcurrencySetting;
  /** Samples of an item that one request asks for, where the server takes several; one where absent. */
  readonly nPerRequest?: PerRequestSetting;
  /** Longest wait for one whole answer, headers and body. */
  readonly timeoutMs: number;
  /** Stored completions older than this are asked again; any age is used where absent. */
  readonly maxAgeMs?: number;
}
