import { guardrailOf, measureId, measureName, suiteName } from './measure-id.ts';
import type { DecidedMember } from './states.ts';
import type { Decision } from './verdict.ts';
import type { Waiver } from '../config/waiver.ts';

/** Why a waiver has no effect in this check. */
export type IdleWaiver = { readonly waiver: Waiver } & (
  | { readonly cause: 'other-versions' }
  | { readonly cause: 'expired' }
  /** No guardrail in this check has that name; `known` lists the guardrails for the suite, or for all suites. */
  | { readonly cause: 'unknown'; readonly known: readonly string[] }
  /** The waiver is for the pooled target, whose loss cannot be waived. */
  | { readonly cause: 'target' }
  | { readonly cause: 'not-lost'; readonly state: 'kept' | 'unclear' }
);

/** The waivers' effect on one check. */
export interface Waived {
  /** Each lost guardrail that is waived, with its waiver. */
  readonly losses: ReadonlyMap<DecidedMember, Waiver>;
  /** The waivers without effect, in file order. */
  readonly idle: readonly IdleWaiver[];
  /** Whether the check passes despite a verdict that would otherwise make it fail. */
  readonly excuses: boolean;
}

/** The result for a check without waivers. */
export const NOTHING_WAIVED: Waived = { losses: new Map(), idle: [], excuses: false };

/**
 * Applies waivers to a decision. They change neither states nor the verdict: they excuse a `reversal` or a `regression`
 * if every lost guardrail is waived and the pooled target is not lost.
 *
 * @param today the check's date in UTC, such as `2026-11-04`
 */
export function applyWaivers({
  waivers,
  decision: { family, target, status },
  versions,
  today,
}: {
  readonly waivers: readonly Waiver[];
  readonly decision: Pick<Decision, 'family' | 'target' | 'status'>;
  readonly versions: { readonly old: string; readonly new: string };
  readonly today: string;
}): Waived {
  const guardrails = family.filter(({ state }) => state !== undefined);
  const losses = new Map<DecidedMember, Waiver>();
  const idle: IdleWaiver[] = [];
  for (const waiver of waivers) {
    const guardrail = guardrails.find(
      ({ member: { measure } }) =>
        guardrailOf(measureId(measure)) === guardrailOf(`${waiver.suite}/${waiver.measure}`),
    );
    if (waiver.old !== versions.old || waiver.new !== versions.new) {
      idle.push({ waiver, cause: 'other-versions' });
    } else if (waiver.expires < today) idle.push({ waiver, cause: 'expired' });
    else if (guardrail?.state === undefined) {
      idle.push({ waiver, cause: 'unknown', known: namesFor(waiver, guardrails) });
    } else if (guardrail === target) idle.push({ waiver, cause: 'target' });
    else if (guardrail.state.kind === 'lost') losses.set(guardrail, waiver);
    else idle.push({ waiver, cause: 'not-lost', state: guardrail.state.kind });
  }
  const lost = guardrails.filter(({ state }) => state?.kind === 'lost');
  const excuses =
    (status === 'reversal' || status === 'regression') && lost.every((guardrail) => losses.has(guardrail));
  return { losses, idle, excuses };
}

/**
 * Names the guardrails that may have been meant: the ones on the waiver's suite, or all of them if there is no suite
 * with that name.
 */
function namesFor({ suite }: Waiver, guardrails: readonly DecidedMember[]): string[] {
  const measures = guardrails.map(({ member }) => member.measure);
  const ofSuite = measures.filter((measure) => suiteName(measure) === suite);
  return ofSuite.length > 0
    ? ofSuite.map(measureName)
    : measures.map((measure) => `${measureName(measure)} of ${suiteName(measure)}`);
}
