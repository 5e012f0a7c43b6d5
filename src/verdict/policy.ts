/** How much may be lost before it counts: an absolute fraction (0.02 is 2 points), or a share of old's value. */
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
 * What an unparseable sample says of the model. `unknown`: nothing for sure, so a verdict that only such samples make is
 * `invalid`. `wrong`: that the answer is wrong, since the suite asks for its format; such a verdict stands with a warning.
 */
export type UnparseableRule = 'unknown' | 'wrong';

/** What a change of the serving stack does to a check. */
export type OnStackChange = 'warn' | 'invalid';

/** What the user decided about the verdict, before a sample was seen. */
export interface Policy {
  readonly guardrails: Readonly<Record<GuardrailName, Guardrail>>;
  /** The verdicts that make the check fail. */
  readonly failOn: readonly VerdictStatus[];
  /** Fraction by which the pooled target must have gained, with confidence, to be called a gain. At least 0. */
  readonly minGain: number;
}
