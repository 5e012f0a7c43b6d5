import type { Guardrail, GuardrailName, Policy } from '../config/policy.ts';
import { infeasibleGuardrails } from '../verdict/feasibility.ts';
import { type GuardrailOutlook, outlook, type SuiteToPlan } from '../verdict/outlook.ts';

/** A guardrail with a margin that is wide enough for the size of the eval set. */
export interface ProposedMargin {
  readonly guardrail: GuardrailName;
  readonly setting: Guardrail;
  /** The expected results for the guardrail's suites at that margin; empty if the guardrail is off. */
  readonly outlook: readonly GuardrailOutlook[];
}

const NAMES = ['accuracy', 'coverage', 'diversity', 'hardest-group', 'ood'] as const;

/**
 * The smallest margin to propose, and the largest meaningful margin, in points or, for diversity, as a percentage of
 * the baseline's value.
 */
const NARROWEST: Readonly<Record<GuardrailName, number>> = {
  accuracy: 2,
  coverage: 2,
  diversity: 10,
  'hardest-group': 2,
  ood: 2,
};
const WIDEST: Readonly<Record<GuardrailName, number>> = {
  accuracy: 20,
  coverage: 20,
  diversity: 40,
  'hardest-group': 10,
  ood: 20,
};

const settingOf = (name: GuardrailName, amount: number): Guardrail =>
  amount > WIDEST[name]
    ? 'off'
    : { margin: { kind: name === 'diversity' ? 'relative' : 'points', fraction: Number(`${amount}e-2`) } };

/**
 * Proposes margins for all guardrails that apply to a suite, in configuration order. Each is the smallest margin, in
 * whole points or percent and not below the default, at which all guardrails together are kept in 80 % of checks of an
 * unchanged pair. A guardrail is `off` if that margin would exceed 20 points (for diversity, 40 %; for the hardest
 * group, 10 points).
 */
export function proposeMargins(
  suites: readonly SuiteToPlan[],
  samplesPerItem: number,
): readonly ProposedMargin[] {
  const amounts: Record<GuardrailName, number> = { ...NARROWEST };
  for (;;) {
    const policy: Policy = {
      guardrails: {
        accuracy: settingOf('accuracy', amounts.accuracy),
        coverage: settingOf('coverage', amounts.coverage),
        diversity: settingOf('diversity', amounts.diversity),
        'hardest-group': settingOf('hardest-group', amounts['hardest-group']),
        ood: settingOf('ood', amounts.ood),
      },
      failOn: [],
      minGain: 0,
    };
    const found = outlook({ suites, policy, samplesPerItem, semantic: false });
    const never = new Set(infeasibleGuardrails(suites, policy).map(({ guardrail }) => guardrail));
    const tooNarrow = NAMES.filter(
      (name) =>
        policy.guardrails[name] !== 'off' &&
        (never.has(name) ||
          found.some(
            (each) => each.guardrail === name && (!each.gates || each.itemsRecommended > each.items),
          )),
    );
    if (tooNarrow.length > 0) {
      for (const name of tooNarrow) amounts[name] += 1;
      continue;
    }
    return NAMES.flatMap((guardrail): ProposedMargin[] => {
      const setting = policy.guardrails[guardrail];
      const shown = found.filter((each) => each.guardrail === guardrail);
      return shown.length > 0 || setting === 'off' ? [{ guardrail, setting, outlook: shown }] : [];
    });
  }
}
