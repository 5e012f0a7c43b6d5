import type { Checkpoint } from '../checkpoints/checkpoint.ts';
import type { Suite } from '../evalset/suite.ts';
import type { Generation } from './generation.ts';

/** How completions are drawn; the same for both sides. */
export interface SamplingSettings {
  /** Samples per item and side, at least 1. */
  readonly n: number;
  readonly temperature: number;
  readonly topP: number;
  readonly maxTokens?: number;
  readonly maxCompletionTokens?: number;
  readonly stop?: readonly string[];
  /** Sample `index` is asked with `seed + index`: one seed for all would draw the same completion n times. */
  readonly seed?: number;
  /** Most requests under way at one time, both sides together; at least 1. */
  readonly concurrency: number;
  /** Longest wait for one whole answer, headers and body. */
  readonly timeoutMs: number;
}

/** Where one side of one suite stands. At the end `done + failed = total`. */
export interface Progress {
  readonly suite: string;
  readonly side: 'old' | 'new';
  /** Samples in hand, from the store or asked now. */
  readonly done: number;
  readonly failed: number;
  /** Those of `done` that were in the store when the run began. */
  readonly cached: number;
  readonly total: number;
  /** Spent by this run; the store's completions cost nothing again. */
  readonly completionTokens: number;
}

export interface SamplingRequest {
  readonly checkpoints: { readonly old: Checkpoint; readonly new: Checkpoint };
  readonly suites: readonly Suite[];
  readonly settings: SamplingSettings;
  /** Folder of the completion store; made where it does not exist. */
  readonly storeDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export interface Sampled {
  /** One generation for every suite, item and index, in that order, whatever the order of arrival. */
  readonly generations: { readonly old: readonly Generation[]; readonly new: readonly Generation[] };
  readonly cost: {
    /** Requests sent, repeated ones too. */
    readonly requests: number;
    readonly prompt_tokens: number;
    readonly completion_tokens: number;
    /** Samples taken from the store. */
    readonly cached: number;
  };
}

export type Sampler = (request: SamplingRequest) => Promise<Sampled>;
