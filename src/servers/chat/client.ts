import type { Checkpoint } from '../checkpoint.ts';
import type { Item } from '../../evalset/suite.ts';
import { type CompletionResponse, readCompletionResponse } from './completion-response.ts';
import { openConnection } from '../http/connection.ts';
import { pathOf } from '../http/endpoint.ts';
import { firstSeedOf } from './request-seed.ts';
import type { RateLimits } from '../http/pace/rate-limits.ts';
import type { SamplingSettings } from './sampling-settings.ts';
import type { Timing } from '../../timing.ts';

/** A client for one checkpoint's server. Secrets are removed from everything that it returns or throws. */
export interface Client {
  /**
   * Sends one request, without retries, for `count` samples starting at `index` (counted from 0).
   *
   * @throws {RequestFailure} if the request returns no completion. If the signal aborts, throws the SDK's abort error.
   */
  readonly ask: (request: {
    readonly item: Pick<Item, 'id' | 'messages'>;
    readonly index: number;
    /** At least 1. */
    readonly count: number;
    readonly signal: AbortSignal;
  }) => Promise<CompletionResponse>;
  /**
   * Returns up to `most` of the model names listed by `GET /models`; empty if the server does not list them in time.
   */
  readonly models: (most: number) => Promise<readonly string[]>;
  /** Closes idle connections. */
  readonly close: () => void;
}

/** @throws {SamplingError} if a configured environment variable is missing or cannot be sent */
export function openClient(options: {
  readonly checkpoint: Checkpoint;
  readonly settings: SamplingSettings;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timing: Timing;
  readonly heard: (limits: RateLimits) => void;
}): Client {
  const { checkpoint, settings } = options;
  const { timeoutMs } = settings;
  const { post, models, redact, close } = openConnection({ ...options, endpoint: checkpoint, timeoutMs });
  const path = pathOf(checkpoint);
  return {
    models,
    close,
    ask: ({ item, index, count, signal }) =>
      post({
        path,
        body: requestBody({ checkpoint, settings, item, index, count }),
        signal,
        read: (answer) => readCompletionResponse(answer, checkpoint.api, redact),
      }),
  };
}

/**
 * Builds a request body. The sampling settings override `extra-body`. For `completions`, the prompt is the content of
 * all messages, joined by blank lines, because a base model has no roles.
 */
export function requestBody(options: {
  readonly checkpoint: Checkpoint;
  readonly settings: SamplingSettings;
  readonly item: Pick<Item, 'id' | 'messages'>;
  readonly index: number;
  readonly count: number;
}): Record<string, unknown> {
  const { checkpoint, settings, item, index, count } = options;
  const { messages } = item;
  const { temperature, topP, maxTokens, maxCompletionTokens, stop, seed } = settings;
  return {
    ...checkpoint.extraBody,
    model: checkpoint.model,
    ...(checkpoint.api === 'chat'
      ? { messages: messages.map(({ role, content }) => ({ role, content })) }
      : { prompt: messages.map(({ content }) => content).join('\n\n') }),
    ...(temperature !== 'default' && { temperature }),
    ...(topP !== 'default' && { top_p: topP }),
    ...(maxTokens !== undefined && { max_tokens: maxTokens }),
    ...(maxCompletionTokens !== undefined && { max_completion_tokens: maxCompletionTokens }),
    ...(stop !== undefined && stop.length > 0 && { stop }),
    ...(seed !== undefined && { seed: firstSeedOf({ seed, draw: checkpoint.draw, item }) + index }),
    ...(count > 1 && { n: count }),
    stream: false,
  };
}
