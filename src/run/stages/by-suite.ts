import type { CompletionPair, ReadCompletions } from '../../servers/chat/completion.ts';

/** Provides completions that are already in memory through the interface for reading them suite by suite. */
export function bySuite({ old, new: candidate }: CompletionPair): ReadCompletions {
  const ofOld = Map.groupBy(old, ({ suite }) => suite);
  const ofNew = Map.groupBy(candidate, ({ suite }) => suite);
  return (suite) => Promise.resolve({ old: ofOld.get(suite) ?? [], new: ofNew.get(suite) ?? [] });
}
