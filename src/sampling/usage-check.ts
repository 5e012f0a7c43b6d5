import type { CompletionChoice, CompletionResponse } from '../servers/chat/completion-response.ts';
import type { Usage } from '../servers/chat/completion.ts';

/** More bytes per token than a text averages. English has four or five, and other scripts have fewer. */
const MOST_BYTES_PER_TOKEN = 16;

/** How a response's token counts were replaced because they cannot be right. */
export type UsageFix =
  /** The server counted only the first of several completions. The tokens of the others are estimated. */
  | 'others-estimated'
  /** The server counted too few tokens. The most that the completions can have is counted. */
  | 'most-counted';

/**
 * Opens a check of the usage that one server reports, which returns each response with a usage that is plausible. A
 * usage is implausible if it has fewer tokens than the texts and the returned reasoning can have, or fewer than the
 * limit for each of several completions that reached it. A single completion may reach the end of the context instead
 * of the limit, so this says nothing.
 *
 * If the usage can be that of the first completion alone (llama.cpp's server reports this), it gives the tokens per byte
 * of this model. The tokens of the other completions are estimated with the mean ratio of all such responses. Counting
 * the most possible instead would end a budget after a fraction of it.
 *
 * @param limit the most tokens per completion; without it, a byte is assumed to have at most one token
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
  /** The tokens of all completions, if `tokens` are those of the first. */
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
    // The reported reasoning tokens would be those of a part of the completions.
    const { prompt_tokens }: Usage = usage;
    return { ...response, usage: { prompt_tokens, completion_tokens: counted } };
  };
}

function bytesOf({ text, reasoning_bytes = 0 }: CompletionChoice): number {
  return Buffer.byteLength(text) + reasoning_bytes;
}
