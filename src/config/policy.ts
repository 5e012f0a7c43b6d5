/** The largest acceptable loss: an absolute fraction (0.02 is 2 points), or a fraction of the baseline's value. */
export type Margin =
  | { readonly kind: 'points'; readonly fraction: number }
  | { readonly kind: 'relative'; readonly fraction: number };

/** One guardrail in the configuration: switched off, or on with a margin (> 0). */
export type Guardrail = 'off' | { readonly margin: Margin };

/** The kinds of loss that a check can guard against. */
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
 * How to treat unparseable samples. `unknown`: they are not evidence about the model, so a verdict that depends on them
 * is `invalid`. `wrong`: they count as incorrect because the suite asks for a specific format; the verdict remains
 * valid, with a warning.
 */
export type UnparseableRule = 'unknown' | 'wrong';

/** How a change in the serving stack affects a check. */
export type OnStackChange = 'warn' | 'invalid';

/** The verdict rules, which the user sets before seeing any samples. */
export interface Policy {
  readonly guardrails: Readonly<Record<GuardrailName, Guardrail>>;
  /** The verdicts that make the check fail. */
  readonly failOn: readonly VerdictStatus[];
  /** The fraction that the pooled target's gain must be shown to exceed. At least 0. */
  readonly minGain: number;
}
