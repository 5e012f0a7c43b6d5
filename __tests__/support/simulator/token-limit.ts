import type { Choice } from './openai-api.ts';

const TOKEN = /\w+|[^\w\s]/gu;

/** Tokens of the text: its words and signs. Accurate enough for usage and limits. */
export const tokensIn = (text: string): number => text.match(TOKEN)?.length ?? 0;

/** Truncates the text as a request demands: before the first stop text, and after the last permitted token. */
export function limited(
  { text, finishReason }: Choice,
  { stop, maxTokens }: { readonly stop: readonly string[]; readonly maxTokens: number },
): Choice {
  const ends = stop.map((end) => text.indexOf(end)).filter((place) => place >= 0);
  const stopped = ends.length === 0 ? text : text.slice(0, Math.min(...ends));
  if (maxTokens >= stopped.length || tokensIn(stopped) <= maxTokens) return { text: stopped, finishReason };
  const last = [...stopped.matchAll(TOKEN)][maxTokens - 1];
  return { text: stopped.slice(0, (last?.index ?? 0) + (last?.[0].length ?? 0)), finishReason: 'length' };
}
