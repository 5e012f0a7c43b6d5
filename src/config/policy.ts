/** The largest acceptable loss: an absolute fraction (0.02 is 2 points), or a fraction of the baseline's value. */
export type Margin =
  | { readonly kind: 'points'; readonly fraction: number }
  | { readonly kind: 'relative'; readonly fraction: number };

/** One guardrail in the configuration: switched off, or on with a margin (> 0). */
export type Guardrail = 'off' | { readonly margin: Margin };

/** The kinds of loss that a check can guard against, in the configuration's order. */
export const GUARDRAIL_NAMES = ['accuracy', 'coverage', 'diversity', 'ood', 'hardest-group'] as const;

export type GuardrailName = (typeof GUARDRAIL_NAMES)[number];

export type Guardrails = Readonly<Record<GuardrailName, Guardrail>>;

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
  /** The settings for suites without a setting of their own, and for the pooled target. */
  readonly guardrails: Guardrails;
  /** Suites' own settings by suite name, for some or all guardrails. Default: none. */
  readonly suiteGuardrails?: ReadonlyMap<string, Partial<Guardrails>>;
  /** The verdicts that make the check fail. */
  readonly failOn: readonly VerdictStatus[];
  /** The fraction that the pooled target's gain must be shown to exceed. At least 0. */
  readonly minGain: number;
}

/** The policy with some guardrails off on every suite. */
export const turnedOff = (policy: Policy, names: readonly GuardrailName[]): Policy => {
  const off = Object.fromEntries(names.map((name) => [name, 'off' as const]));
  return {
    ...policy,
    guardrails: { ...policy.guardrails, ...off },
    suiteGuardrails: new Map(
      [...(policy.suiteGuardrails ?? [])].map(([suite, own]) => [suite, { ...own, ...off }]),
    ),
  };
};
