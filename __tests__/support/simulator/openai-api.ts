import { z } from 'zod';
import { tokensIn } from './token-limit.ts';

/** A client's request to either endpoint. */
export interface CompletionRequest {
  readonly model: string;
  /** The content of the last user message, or the prompt. */
  readonly prompt: string;
  /** Number of choices, at least 1. */
  readonly n: number;
  readonly seed: number | undefined;
  readonly temperature: number;
  readonly topP: number;
  /** Infinity if the request sets no limit. */
  readonly maxTokens: number;
  readonly stop: readonly string[];
}

export interface Choice {
  readonly text: string;
  readonly finishReason: string;
  /** Number of tokens written for it; if absent, the words and signs of the text. */
  readonly tokens?: number;
}

/** The backend of the server: its models, and their answers. */
export interface Answerer {
  readonly models: readonly string[];
  /** Reported as `system_fingerprint`. */
  readonly fingerprint: string;
  /** Reported as `owned_by` of its models; `simulator` if absent. */
  readonly owner?: string;
  /**
   * The choices for a request, `n` of them. The model is one of `models`.
   *
   * @throws {ApiError} if the request cannot be answered
   */
  readonly answer: (request: CompletionRequest) => readonly Choice[] | Promise<readonly Choice[]>;
}

/** An error in the API's wording. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: string | null;
  readonly param: string | null;

  constructor({
    status,
    message,
    code = null,
    param = null,
  }: {
    readonly status: number;
    readonly message: string;
    readonly code?: string | null;
    readonly param?: string | null;
  }) {
    super(message);
    this.status = status;
    this.code = code;
    this.param = param;
  }

  get body(): unknown {
    const { message, param, code } = this;
    return { error: { message, type: 'invalid_request_error', param, code } };
  }
}

const shared = {
  model: z.string(),
  n: z.int().min(1).max(128).nullish(),
  seed: z.int().nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().gt(0).max(1).nullish(),
  max_tokens: z.int().min(1).nullish(),
  stop: z.union([z.string(), z.array(z.string())]).nullish(),
  stream: z.literal(false, 'Streaming is not supported here.').nullish(),
};

const textPart = z.object({ type: z.literal('text'), text: z.string() });

const chatSchema = z.object({
  ...shared,
  max_completion_tokens: z.int().min(1).nullish(),
  messages: z
    .array(z.object({ role: z.string(), content: z.union([z.string(), z.array(textPart)]).nullish() }))
    .min(1),
});

const textSchema = z.object({ ...shared, prompt: z.string() });

type Shared = Omit<z.infer<typeof textSchema>, 'prompt'>;

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const param = issue?.path.join('.') ?? null;
  throw new ApiError({ status: 400, message: `Invalid value for '${param}': ${issue?.message}`, param });
}

async function complete(
  answerer: Answerer,
  request: Shared,
  asked: {
    readonly prompt: string;
    readonly promptTokens: number;
    readonly maxTokens: number | null | undefined;
  },
): Promise<{ readonly choices: readonly Choice[]; readonly envelope: Record<string, unknown> }> {
  const { model } = request;
  const { prompt, promptTokens, maxTokens } = asked;
  if (!answerer.models.includes(model)) throw unknownModel(model);
  const choices = await answerer.answer({
    model,
    prompt,
    n: request.n ?? 1,
    seed: request.seed ?? undefined,
    temperature: request.temperature ?? 1,
    topP: request.top_p ?? 1,
    maxTokens: maxTokens ?? Infinity,
    stop: [request.stop ?? []].flat().filter((text) => text !== ''),
  });
  const completionTokens = choices.reduce((sum, { text, tokens }) => sum + (tokens ?? tokensIn(text)), 0);
  return {
    choices,
    envelope: {
      created: 0,
      model,
      system_fingerprint: answerer.fingerprint,
      usage: {
        prompt_tokens: promptTokens,
        completion_tokens: completionTokens,
        total_tokens: promptTokens + completionTokens,
      },
    },
  };
}

export const unknownModel = (model: string): ApiError =>
  new ApiError({
    status: 404,
    message: `The model \`${model}\` does not exist or you do not have access to it.`,
    code: 'model_not_found',
    param: 'model',
  });

/**
 * The response to `POST /v1/chat/completions`.
 *
 * @throws {ApiError} if the request is invalid or cannot be answered
 */
export async function chatCompletion(answerer: Answerer, body: unknown, id: number): Promise<unknown> {
  const request = parse(chatSchema, body);
  const contents = request.messages.map(({ role, content }) => ({
    role,
    text: typeof content === 'string' ? content : (content ?? []).map(({ text }) => text).join(''),
  }));
  const asked = contents.findLast(({ role }) => role === 'user');
  if (asked === undefined) {
    throw new ApiError({ status: 400, message: 'There is no user message.', param: 'messages' });
  }
  const { choices, envelope } = await complete(answerer, request, {
    prompt: asked.text,
    promptTokens: contents.reduce((sum, { text }) => sum + tokensIn(text), 0),
    maxTokens: request.max_completion_tokens ?? request.max_tokens,
  });
  return {
    id: `chatcmpl-${id}`,
    object: 'chat.completion',
    ...envelope,
    choices: choices.map(({ text, finishReason }, index) => ({
      index,
      message: { role: 'assistant', content: text, refusal: null },
      logprobs: null,
      finish_reason: finishReason,
    })),
  };
}

/**
 * The response to `POST /v1/completions`.
 *
 * @throws {ApiError} if the request is invalid or cannot be answered
 */
export async function textCompletion(answerer: Answerer, body: unknown, id: number): Promise<unknown> {
  const request = parse(textSchema, body);
  const { prompt, max_tokens: maxTokens } = request;
  const { choices, envelope } = await complete(answerer, request, {
    prompt,
    promptTokens: tokensIn(prompt),
    maxTokens,
  });
  return {
    id: `cmpl-${id}`,
    object: 'text_completion',
    ...envelope,
    choices: choices.map(({ text, finishReason }, index) => ({
      index,
      text,
      logprobs: null,
      finish_reason: finishReason,
    })),
  };
}

const described = (id: string, owner: string): unknown => ({
  id,
  object: 'model',
  created: 0,
  owned_by: owner,
});

/**
 * The response to `GET /v1/models`, or to `GET /v1/models/NAME`.
 *
 * @throws {ApiError} if there is no such model
 */
export function listModels({ models, owner = 'simulator' }: Answerer, name: string | undefined): unknown {
  if (name === undefined) return { object: 'list', data: models.map((id) => described(id, owner)) };
  if (!models.includes(name)) throw unknownModel(name);
  return described(name, owner);
}
