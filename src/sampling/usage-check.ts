import type { CompletionChoice, CompletionResponse } from '../servers/chat/completion-response.ts';
import type { Usage } from '../servers/chat/completion.ts';

/**
 * An upper bound on the text's mean number of bytes per token. English has four or five, and other scripts have fewer.
 */
const MOST_BYTES_PER_TOKEN = 16;

/** How a response's implausible token counts were replaced. */
export type UsageFix =
  /** The server counted the tokens of only the first of several completions. The tokens of the others are estimated. */
  | 'others-estimated'
  /** The server counted too few tokens. The maximum that the completions can have is used instead. */
  | 'most-counted';

/**
 * Opens a check of the usage that one server reports. The check returns each response with plausible usage. Usage is
 * implausible if it reports fewer tokens than the texts and the returned reasoning must contain. If there are several
 * completions, it is also implausible if it reports fewer tokens than the completions that reached the token limit must
 * have in total. A single completion may have reached the end of the context instead of the limit, so it proves
 * nothing.
 *
 * If the usage may cover only the first completion (as reported by llama.cpp's server), it shows this model's tokens
 * per byte. The tokens of the other completions are estimated with the mean ratio of all such responses. If the maximum
 * were counted instead, a run would end after spending only a fraction of its budget.
 *
 * @param limit the maximum tokens per completion; without it, each byte is assumed to have at most one token
 */
export function openUsageCheck({
  limit,
  onFix,
}: {
  readonly limit: number | undefined;
  /** Called for each response whose usage is replaced. */
  readonly onFix: (fix: UsageFix) => void;
}): (response: CompletionResponse) => CompletionResponse {
  const ofFirst = { tokens: 0, bytes: 0 };

  const mostOf = (choice: CompletionChoice): number => limit ?? bytesOf(choice);
  /** Estimates the total tokens of all completions from the `tokens` of the first. */
  const estimated = ([first, ...others]: readonly CompletionChoice[], tokens: number): number => {
    ofFirst.tokens += tokens;
    ofFirst.bytes += first === undefined ? 0 : bytesOf(first);
    const perByte = ofFirst.bytes === 0 ? 1 : ofFirst.tokens / ofFirst.bytes;
    return others.reduce((sum, choice) => {
      const isAtLimit = choice.finish_reason === 'length' && limit !== undefined;
      return sum + (isAtLimit ? limit : Math.min(mostOf(choice), Math.ceil(perByte * bytesOf(choice))));
    }, tokens);
  };

  return (response) => {
    const { completions, usage, usageIsOfFirst } = response;
    if (usage === undefined) return response;
    const tokens = usage.completion_tokens;
    const [first, ...others] = completions;
    const atLimit = others.length === 0 ? [] : completions.filter((one) => one.finish_reason === 'length');
    const least = Math.max(
      completions.reduce((sum, choice) => sum + bytesOf(choice), 0) / MOST_BYTES_PER_TOKEN,
      atLimit.length * (limit ?? 0),
    );
    if (usageIsOfFirst !== true && tokens >= least) return response;
    const canBeOfFirst =
      first !== undefined &&
      others.length > 0 &&
      tokens > 0 &&
      tokens >= bytesOf(first) / MOST_BYTES_PER_TOKEN &&
      tokens <= (limit ?? Infinity);
    onFix(canBeOfFirst ? 'others-estimated' : 'most-counted');
    const counted = canBeOfFirst
      ? estimated(completions, tokens)
      : completions.reduce((sum, choice) => sum + mostOf(choice), 0);
    // Omits the reported reasoning tokens, because they cover only some of the completions.
    const { prompt_tokens }: Usage = usage;
    return { ...response, usage: { prompt_tokens, completion_tokens: counted } };
  };
}

function bytesOf({ text, reasoning_bytes = 0 }: CompletionChoice): number {
  return Buffer.byteLength(text) + reasoning_bytes;
}
