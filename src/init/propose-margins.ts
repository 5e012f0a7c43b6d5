import {
  GUARDRAIL_NAMES,
  type Guardrail,
  type GuardrailName,
  type Margin,
  type Policy,
} from '../config/policy.ts';
import { infeasibleGuardrails } from '../verdict/feasibility.ts';
import { type GuardrailOutlook, outlook, type SuiteToPlan } from '../verdict/outlook.ts';

/** A suite's setting for a guardrail that applies to it. */
export interface ProposedMargin {
  readonly suite: string;
  readonly guardrail: GuardrailName;
  readonly setting: Guardrail;
  /** Why the guardrail is off; undefined if it is on. */
  readonly why: string | undefined;
  /** Whether the setting is the one that applies to all suites, so that the suite needs none of its own. */
  readonly isDefault: boolean;
  /** The expected results at that margin; empty if the guardrail is off. */
  readonly outlook: readonly GuardrailOutlook[];
}

/**
 * The smallest margin to propose, which is the default, and the largest meaningful margin, in points or, for diversity, as
 * a percentage of the baseline's value.
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

const kindOf = (name: GuardrailName): Margin['kind'] => (name === 'diversity' ? 'relative' : 'points');

const at = (name: GuardrailName, amount: number): Guardrail => ({
  margin: { kind: kindOf(name), fraction: Number(`${amount}e-2`) },
});

/** The margin for all suites in points or percent; the default if there is none, or none of the usual kind. */
function narrowest(name: GuardrailName, { guardrails }: Policy): number {
  const setting = guardrails[name];
  return setting !== 'off' && setting.margin.kind === kindOf(name)
    ? Number((setting.margin.fraction * 100).toPrecision(6))
    : NARROWEST[name];
}

/** The policy without settings of the user. */
export const DEFAULT_POLICY: Policy = {
  guardrails: {
    accuracy: at('accuracy', NARROWEST.accuracy),
    coverage: at('coverage', NARROWEST.coverage),
    diversity: at('diversity', NARROWEST.diversity),
    ood: at('ood', NARROWEST.ood),
    'hardest-group': at('hardest-group', NARROWEST['hardest-group']),
  },
  failOn: [],
  minGain: 0,
};

/** The guardrails that apply to a suite. On multiple choice, only embeddings could measure diversity. */
export function guardrailsOf({ role, grader, items }: SuiteToPlan): readonly GuardrailName[] {
  if (role === 'ood') return ['ood'];
  if (role === 'open') return ['diversity'];
  const some: readonly GuardrailName[] =
    grader === 'choice' ? ['accuracy', 'coverage'] : ['accuracy', 'coverage', 'diversity'];
  return items.some(({ group }) => group !== undefined) ? [...some, 'hardest-group'] : some;
}

const NO_DIVERSITY = 'multiple choice leaves no room for diversity';

const tooFew = (name: GuardrailName, items: number): string => {
  const widest = `${WIDEST[name]}${name === 'diversity' ? '%' : ' points'}`;
  return name === 'hardest-group'
    ? `its smallest group is too small for a margin of ${widest}`
    : `its ${items} items are too few independent ones for a margin of ${widest}`;
};

/**
 * Proposes margins for all guardrails that apply to the suites, in configuration order. Each is the smallest margin, in
 * whole points or percent and not below the default, at which all guardrails together are kept in 80% of checks of an
 * unchanged pair. A guardrail is `off` for a suite if that margin would exceed 20 points (for diversity, 40%; for the
 * hardest group, 10 points), so a small suite never turns it off for the others.
 *
 * @param settled the policy for suites whose margins are not proposed but given: those that `proposed` does not name
 */
export function proposeMargins(
  suites: readonly SuiteToPlan[],
  samplesPerItem: number,
  settled: Policy = DEFAULT_POLICY,
  proposed: ReadonlySet<string> = new Set(suites.map(({ name }) => name)),
): readonly ProposedMargin[] {
  const open = suites
    .filter(({ name }) => proposed.has(name))
    .flatMap((suite) =>
      guardrailsOf(suite).map((guardrail) => ({ suite, guardrail, amount: narrowest(guardrail, settled) })),
    );
  const settingOf = ({ guardrail, amount }: (typeof open)[number]): Guardrail =>
    amount > WIDEST[guardrail] ? 'off' : at(guardrail, amount);
  for (;;) {
    const own = new Map(settled.suiteGuardrails);
    for (const { name, grader } of suites) {
      if (proposed.has(name)) own.set(name, grader === 'choice' ? { diversity: 'off' } : {});
    }
    for (const each of open) {
      own.set(each.suite.name, { ...own.get(each.suite.name), [each.guardrail]: settingOf(each) });
    }
    const policy: Policy = { ...settled, suiteGuardrails: own };
    const expected = outlook({ suites, policy, samplesPerItem, semantic: false });
    const never = infeasibleGuardrails(suites, policy);
    const shownOf = ({ suite, guardrail }: (typeof open)[number]): readonly GuardrailOutlook[] =>
      expected.filter((each) => each.guardrail === guardrail && each.suite === suite.name);
    const tooNarrow = open.filter(
      (each) =>
        settingOf(each) !== 'off' &&
        (never.some(({ guardrail, suite }) => guardrail === each.guardrail && suite === each.suite.name) ||
          shownOf(each).some(({ gates, itemsRecommended, items }) => !gates || itemsRecommended > items)),
    );
    if (tooNarrow.length > 0) {
      for (const each of tooNarrow) each.amount += 1;
      continue;
    }
    const choices = suites.filter(
      ({ name, role, grader }) => proposed.has(name) && role === 'target' && grader === 'choice',
    );
    const idle = choices.map(({ name: suite }): ProposedMargin => ({
      suite,
      guardrail: 'diversity',
      setting: 'off',
      why: NO_DIVERSITY,
      isDefault: settled.guardrails.diversity === 'off',
      outlook: [],
    }));
    const found = open.flatMap((each): ProposedMargin[] => {
      const { suite, guardrail, amount } = each;
      const setting = settingOf(each);
      const shown = shownOf(each);
      if (setting !== 'off' && shown.length === 0) return [];
      const isDefault = amount === narrowest(guardrail, settled) && settled.guardrails[guardrail] !== 'off';
      const why = setting === 'off' ? tooFew(guardrail, suite.items.length) : undefined;
      return [{ suite: suite.name, guardrail, setting, why, isDefault, outlook: shown }];
    });
    return [...found, ...idle];
  }
}

const NOT_CARRIED: Readonly<Record<GuardrailName, (suites: readonly SuiteToPlan[]) => string>> = {
  accuracy: () => 'there is no suite with right answers',
  coverage: () => 'there is no suite with right answers',
  diversity: (suites) =>
    suites.some(({ role }) => role === 'target')
      ? `${NO_DIVERSITY}, and there is no open suite`
      : 'there is no target suite and no open suite',
  ood: () => 'there is no suite with the role ood',
  'hardest-group': (suites) =>
    suites.some(({ role }) => role === 'target')
      ? 'the items of the target suite have no groups'
      : 'there is no suite with right answers',
};

/** The guardrails that apply to none of the suites, with the reason. */
export const notCarried = (
  suites: readonly SuiteToPlan[],
): readonly { readonly guardrail: GuardrailName; readonly why: string }[] => {
  const carried = new Set(suites.flatMap(guardrailsOf));
  return GUARDRAIL_NAMES.filter((name) => !carried.has(name)).map((guardrail) => ({
    guardrail,
    why: NOT_CARRIED[guardrail](suites),
  }));
};
