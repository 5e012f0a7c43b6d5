/** The normalized reasons why a completion ended. */
type Ending = 'stop' | 'length' | 'content_filter';

/**
 * The spellings that servers use for each reason. Comparisons ignore case, `_`, `-`, spaces and SDK prefixes
 * (`FINISH_REASON_`, `FinishReason.`, `StopReason.`), so `MAX_TOKENS`, `maxTokens` and `max-tokens` are equal.
 */
const SPELLINGS: Readonly<Record<Ending, readonly string[]>> = {
  stop: [
    'stop', // OpenAI, Gemini, Ollama, vLLM, SGLang
    'stop_sequence', // Anthropic, Bedrock, Cohere, TGI
    'end_turn', // Anthropic, Bedrock
    'eos', // Together
    'eos_token', // TGI, watsonx
    'endoftext', // AI21
    'complete', // Cohere
    'finish', // Amazon Titan
  ],
  length: [
    'length', // OpenAI, Amazon Titan, AI21, Ollama, Together, TGI, vLLM, SGLang
    'max_tokens', // Anthropic, Bedrock, Cohere, Gemini, Inspect
    'max_output_tokens', // OpenAI's Responses API
    'maximum_tokens', // Aleph Alpha
    'max_length', // scripts built on transformers; named after the setting of that library
    'max_len', // xAI
    'max_context', // xAI
    'model_length', // Mistral, Inspect
    'model_context_window_exceeded', // Anthropic, Bedrock, Zhipu
    'error_limit', // Cohere: the context is full
    'token_limit', // watsonx
    'token_limit_reached', // Azure AI Inference
    'limit', // llama.cpp
  ],
  content_filter: [
    'content_filter', // OpenAI, Azure, Mistral, DeepSeek, Inspect
    'content_filtered', // Bedrock, Amazon Titan
    'guardrail_intervened', // Bedrock
    'refusal', // Anthropic: a classifier stopped the model. If the model itself refuses, the reason is a normal stop.
    'error_toxic', // Cohere
    'sensitive', // Zhipu
    // Gemini
    'safety',
    'recitation',
    'blocklist',
    'prohibited_content',
    'spii',
    'language',
    'model_armor',
  ],
};

/**
 * The finish reasons that servers give for completions that they did not finish. The text of such a completion is not
 * the model's complete answer.
 */
const BROKEN_OFF: readonly string[] = [
  'abort', // vLLM, SGLang
  'aborted',
  'cancelled', // watsonx
  'canceled',
  'error', // OpenRouter, Mistral, Cohere, watsonx
  'insufficient_system_resource', // DeepSeek
  'network_error', // Zhipu
  'time_limit', // watsonx, xAI
  'timeout', // Cohere
  'user_cancel', // Cohere
];

const plain = (reason: string): string =>
  reason
    .toLowerCase()
    .replaceAll(/[\s_.-]/g, '')
    .replace(/^[a-z]*reason/, '');

const ENDINGS: ReadonlyMap<string, Ending> = new Map(
  (['stop', 'length', 'content_filter'] as const).flatMap((ending) =>
    SPELLINGS[ending].map((spelling) => [plain(spelling), ending] as const),
  ),
);

const UNFINISHED = new Set(BROKEN_OFF.map(plain));

/**
 * Normalizes a finish reason: `length` if the completion reached the token limit or the end of the context,
 * `content_filter` if a filter stopped it, `stop` if it ended on its own. Any other reason is returned unchanged.
 */
export function finishReasonOf(reason: string): string {
  // Checks the common spellings first, because a store contains many completions.
  if (reason === 'stop' || reason === 'length') return reason;
  return ENDINGS.get(plain(reason)) ?? reason;
}

/** Whether the server failed to finish the completion. A new request may return a finished completion. */
export const isBrokenOff = (reason: string): boolean => UNFINISHED.has(plain(reason));
