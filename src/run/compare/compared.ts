import type { Result } from '../../result/result.ts';
import type { CompletionPair } from '../../servers/chat/completion.ts';
import type { Plan } from '../stages/plan.ts';

/** A comparison's input: prompts, completions and settings. */
export interface Compared {
  readonly plan: Plan;
  readonly generations: CompletionPair;
  /** Returns a suite's number of samples per item (n). */
  readonly samplesPerItem: (suite: string) => number;
  /** How the completions were sampled, as recorded in the result. */
  readonly sampling: Result['provenance']['sampling'];
  /** The sides' names, unless the user sets others. */
  readonly names: { readonly old: string; readonly new: string };
  readonly notes: readonly string[];
}
