/** The accepted loss: an absolute fraction (0.02 is 2 points), or a share of old's value. */
export type Margin =
  | { readonly kind: 'points'; readonly fraction: number }
  | { readonly kind: 'relative'; readonly fraction: number };

/** One guardrail of the configuration: switched off, or on with its margin (> 0). */
export type Guardrail = 'off' | { readonly margin: Margin };

/** The kinds of loss a check can guard against. */
export type GuardrailName = 'accuracy' | 'coverage' | 'diversity' | 'hardest-group' | 'ood';

export type VerdictStatus =
  | 'progress'
  | 'unchanged'
  | 'reversal'
  | 'regression'
  | 'inconclusive'
  | 'invalid'
  | 'skipped';

/**
 * How to treat unparseable samples. `unknown`: they say nothing about the model, so a verdict that depends on them is
 * `invalid`. `wrong`: they count as incorrect, because the suite asks for its format; the verdict counts, with a warning.
 */
export type UnparseableRule = 'unknown' | 'wrong';

/** How a change of the serving stack affects a check. */
export type OnStackChange = 'warn' | 'invalid';

/** The user's decisions about the verdict, made before any sample is seen. */
export interface Policy {
  readonly guardrails: Readonly<Record<GuardrailName, Guardrail>>;
  /** The verdicts that make the check fail. */
  readonly failOn: readonly VerdictStatus[];
  /** The gain of the pooled target must be shown to exceed this fraction. At least 0. */
  readonly minGain: number;
}
