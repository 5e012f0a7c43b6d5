import { z } from 'zod';
import { finishReasonOf, isBrokenOff } from './finish-reason.ts';
import { jsonOf, malformed } from '../http/response-json.ts';
import { foreignResponse } from '../http/foreign-response.ts';
import { isModeration } from '../http/moderation.ts';
import { refusal, RequestFailure } from '../http/request-failure.ts';
import { messageSchema } from './message-content.ts';
import type { Usage } from './completion.ts';
import type { Redaction } from '../http/redaction.ts';

/** A server's response to one request. */
export interface CompletionResponse {
  /** At least one. */
  readonly completions: readonly CompletionChoice[];
  /** The total for all completions, as reported. */
  readonly usage?: Usage;
  /**
   * Set if the response shows that `usage` covers only the first of several completions. llama.cpp's server
   * (`tools/server`, build 10434) returns only the first completion's `usage` and `timings`.
   */
  readonly usageIsOfFirst?: true;
}

/** One choice in a response. */
export interface CompletionChoice {
  /** Empty if the server returned only reasoning, a refusal or a tool call. */
  readonly text: string;
  /** Set if the server returned reasoning but no text. */
  readonly reasoning_only?: true;
  /** UTF-8 length of the reasoning that the server returned separately from the text; absent if it is 0. */
  readonly reasoning_bytes?: number;
  /** `stop`, `length` or `content_filter`, regardless of the server's spelling. Any other reason is left unchanged. */
  readonly finish_reason?: string;
  /** The choice's share of the response's usage. */
  readonly usage?: Usage;
  /** The model's name and the serving stack's fingerprint, as the server reports them. */
  readonly model?: string;
  readonly system_fingerprint?: string;
}

const count = z.number().int().nonnegative();
const optionalText = z.string().optional().catch(undefined);
const common = {
  usage: z
    .object({
      prompt_tokens: count,
      completion_tokens: count,
      completion_tokens_details: z
        .object({ reasoning_tokens: count.optional().catch(undefined) })
        .nullish()
        .catch(undefined),
    })
    .transform(({ prompt_tokens, completion_tokens, completion_tokens_details: details }): Usage => ({
      prompt_tokens,
      completion_tokens,
      ...(details?.reasoning_tokens !== undefined && { reasoning_tokens: details.reasoning_tokens }),
    }))
    .optional()
    .catch(undefined),
  timings: z.object({ predicted_n: count }).optional().catch(undefined),
  model: optionalText,
  system_fingerprint: optionalText,
};
const finish_reason = optionalText;
const index = count.optional().catch(undefined);
const answerSchemas = {
  chat: z.object({
    ...common,
    choices: z.array(z.object({ index, message: messageSchema, finish_reason })),
  }),
  completions: z.object({
    ...common,
    choices: z.array(z.object({ index, text: z.string(), finish_reason })),
  }),
};

const reportedSchema = z.object({
  error: z.object({ code: z.unknown().optional(), message: z.string().catch('') }).loose(),
});

/**
 * The failure reported in the body of a response with HTTP status 200. Routers send such responses when their model
 * fails, and servers report errors this way within a stream. LiteLLM sends the error code as a string. Undefined if the
 * body reports no failure, or if the failure has no code and does not concern the prompt's content.
 */
function reported(answer: unknown, redact: Redaction): RequestFailure | undefined {
  const { error } = reportedSchema.safeParse(answer).data ?? {};
  if (error === undefined) return undefined;
  const { code, message } = error;
  const status = /^[45]\d\d$/.test(String(code)) ? Number(code) : 200;
  const isKnown = status !== 200 || isModeration({ status, message, body: error });
  return isKnown ? refusal({ status, message, body: error, redact }) : undefined;
}

/** The failure for a body that is not a completion, or is a completion from the other API. */
function unreadable(body: unknown, api: keyof typeof answerSchemas, redact: Redaction): RequestFailure {
  const other = api === 'chat' ? 'completions' : 'chat';
  const isOther = answerSchemas[other].safeParse(jsonOf(body)).data?.choices.length;
  if (isOther) {
    const message = `the response has the format of the ${other} API`;
    return new RequestFailure({ kind: 'malformed', message, wrong: 'api' });
  }
  return foreignResponse({ body, expected: 'completion', redact });
}

/**
 * Reads a response body: parsed JSON, or text that may be JSON sent with another content type. Completions are ordered
 * by `index`, and secrets are removed.
 *
 * @throws {RequestFailure} `malformed` if the body is not a completion, has no choices, or was cut off by the server;
 * the reported failure if the body is an error with its own code
 */
export function readCompletionResponse(
  body: unknown,
  api: 'chat' | 'completions',
  redact: Redaction,
): CompletionResponse {
  const answer = jsonOf(body);
  const parsed = answerSchemas[api].safeParse(answer);
  if (!parsed.success) {
    throw reported(answer, redact) ?? unreadable(body, api, redact);
  }
  const { choices, usage, timings, model, system_fingerprint } = parsed.data;
  if (choices.length === 0) throw malformed('has no choices');
  if (choices.some((choice) => isBrokenOff(choice.finish_reason ?? ''))) {
    throw malformed('was cut off by the server');
  }
  const about = {
    ...(model !== undefined && { model: redact.message(model) }),
    ...(system_fingerprint !== undefined && { system_fingerprint: redact.message(system_fingerprint) }),
  };
  const inOrder = choices.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0));
  const completions = inOrder.map((choice): CompletionChoice => {
    const { text, reasoning } = 'text' in choice ? { text: choice.text, reasoning: '' } : choice.message;
    return {
      text: redact.completion(text),
      ...(text.trim() === '' && reasoning.trim() !== '' && { reasoning_only: true }),
      ...(reasoning !== '' && { reasoning_bytes: Buffer.byteLength(reasoning) }),
      ...(choice.finish_reason !== undefined && {
        finish_reason: finishReasonOf(redact.message(choice.finish_reason)),
      }),
      ...about,
    };
  });
  const isOfFirst =
    completions.length > 1 && usage !== undefined && timings?.predicted_n === usage.completion_tokens;
  return {
    completions,
    ...(usage !== undefined && { usage }),
    ...(isOfFirst && { usageIsOfFirst: true }),
  };
}
