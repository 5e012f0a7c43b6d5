import * as numbers from './numbers.ts';
import type { Result } from './result.ts';

/** What a run spent, in one sentence without a full stop; none where nothing was asked for or taken from a store. */
export const costSentence = ({
  requests,
  prompt_tokens,
  completion_tokens,
  cached,
}: Result['cost']): string[] =>
  requests === 0 && cached === 0
    ? []
    : [
        `${numbers.counted(requests, 'request')}, ${numbers.tokens(prompt_tokens)} prompt and ${numbers.tokens(completion_tokens)} completion tokens; ${numbers.counted(cached, 'completion')} taken from the store`,
      ];
