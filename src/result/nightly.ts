import { type Alarm, alarmOf, type StateOf } from '../verdict/nightly.ts';
import { guardrailOf } from '../verdict/measure-id.ts';
import type { Policy } from '../config/policy.ts';
import { costTogether } from './cost-together.ts';
import { lostIn, lostUnwaivedIn } from './lost-guardrails.ts';
import type { Result } from './result.ts';
import { joined } from './sentences/enumerated.ts';
import { unconfirmedHeadline, UNTRUSTED_CONFIRMATION } from './sentences/headlines.ts';
import { nameInSentence } from './sentences/guardrail-sentences.ts';

/** A night's result, and the guardrails whose alarms are active after that night. */
export interface Night {
  readonly result: Result;
  readonly alarmed: readonly string[];
}

/** Whether a result can be trusted. */
export function isTrusted({ verdict: { status } }: Result): boolean {
  return status !== 'invalid' && status !== 'skipped';
}

/**
 * A scheduled run's result (method.md, section "Checking the same checkpoints again"). It is tonight's result, except
 * that a loss that is not confirmed on fresh samples from both sides is only a suspicion. Notes explain what happened
 * to each loss. A waived loss is not a suspicion: the verdict keeps its name, and the check passes if nothing else is
 * lost. If the measurement cannot be trusted, earlier alarms remain active.
 *
 * @param again the check on fresh samples from both sides; required if tonight shows a loss without an active alarm
 */
export function nightlyResult({
  tonight,
  again,
  alarmed,
  failOn,
}: {
  readonly tonight: Result;
  readonly again: Result | undefined;
  readonly alarmed: readonly string[];
  readonly failOn: Policy['failOn'];
}): Night {
  if (!isTrusted(tonight)) return { result: tonight, alarmed };
  const named = namesIn(tonight);
  if (again !== undefined && !isTrusted(again)) {
    const verdict = {
      status: 'invalid' as const,
      headline: UNTRUSTED_CONFIRMATION,
      reasons: [again.verdict.headline, ...again.verdict.reasons],
      passed: !failOn.includes('invalid'),
    };
    return { result: { ...withCostOf(again, tonight), verdict }, alarmed };
  }
  const alarm = alarmOf({
    lost: lostUnwaivedIn(tonight),
    state: stateIn(tonight),
    again: again === undefined ? () => undefined : stateIn(again),
    alarmed,
  });
  const { confirmed, standing, unconfirmed } = alarm;
  const noted = withNotes(withCostOf(again, tonight), alarm, named);
  const isLoss = ['reversal', 'regression'].includes(tonight.verdict.status);
  const left = lostIn(tonight).filter((each) => !unconfirmed.includes(each));
  if (!isLoss || unconfirmed.length === 0 || left.some((each) => lostUnwaivedIn(tonight).includes(each))) {
    return { result: noted, alarmed: [...standing, ...confirmed] };
  }
  const { passed, reasons } = tonight.verdict;
  if (left.length > 0) {
    // All remaining losses are waived.
    const verdict = passed ? noted.verdict : { ...noted.verdict, passed: true, waived: true as const };
    return { result: { ...noted, verdict }, alarmed: standing };
  }
  return {
    result: {
      ...noted,
      verdict: {
        reasons,
        status: 'inconclusive',
        headline: unconfirmedHeadline(named(unconfirmed)),
        passed: !failOn.includes('inconclusive'),
      },
    },
    alarmed: standing,
  };
}

function stateIn({ measures }: Result): StateOf {
  const states = new Map<string, ReturnType<StateOf>>();
  for (const measure of measures) {
    const guardrail = guardrailOf(measure.id);
    if (measure.state !== null || !states.has(guardrail)) states.set(guardrail, measure.state ?? 'unclear');
  }
  return (guardrail) => states.get(guardrail);
}

/** Returns a function that looks up guardrails' display names. */
function namesIn({ measures }: Result): (guardrails: readonly string[]) => readonly string[] {
  const names = new Map(measures.map((measure) => [guardrailOf(measure.id), nameInSentence(measure)]));
  return (guardrails) => guardrails.map((each) => names.get(each) ?? each);
}

function withNotes(
  result: Result,
  alarm: Alarm,
  named: (guardrails: readonly string[]) => readonly string[],
): Result {
  const notes = [
    ['confirmed', 'Alarm triggered by a loss tonight that was confirmed on fresh samples from both versions'],
    ['unconfirmed', 'Suspected loss that was not confirmed on fresh samples from both versions'],
    ['standing', 'Alarm still active from an earlier night, until the guardrail is kept'],
    ['recovered', 'Kept again after an alarm on an earlier night'],
  ] as const;
  const told = notes.flatMap(([kind, words]) =>
    alarm[kind].length === 0 ? [] : [`${words}: ${joined(named(alarm[kind]))}.`],
  );
  return { ...result, warnings: [...told, ...result.warnings] };
}

/** Adds the cost of the night's second look to the result. */
function withCostOf(again: Result | undefined, tonight: Result): Result {
  return again === undefined ? tonight : { ...tonight, cost: costTogether(tonight.cost, again.cost) };
}
