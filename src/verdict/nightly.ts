/** The state of a guardrail in a check; undefined where it is not one of its guardrails. */
export type StateOf = (guardrail: string) => 'kept' | 'lost' | 'unclear' | undefined;

/** What a night makes of the guardrails that raised the alarm before, and of those lost tonight. In each list at most once. */
export interface Alarm {
  /** Lost tonight, and again on fresh samples of both sides: the alarm is raised. */
  readonly confirmed: readonly string[];
  /** Lost tonight and not again: a suspicion that came to nothing. */
  readonly unconfirmed: readonly string[];
  /** Raised the alarm on an earlier night and were not kept since. */
  readonly standing: readonly string[];
  /** Raised the alarm on an earlier night and are kept tonight, or are no guardrails any more. */
  readonly recovered: readonly string[];
}

/** What must be looked at again before it is an alarm: lost tonight, and not known to be lost already. */
export function suspicions(lost: readonly string[], alarmed: readonly string[]): readonly string[] {
  return lost.filter((guardrail) => !alarmed.includes(guardrail));
}

/**
 * The alarm of a check that is repeated every night (method.md, section 4). A night's chance of a false loss adds up over a
 * year, so a loss is a suspicion until the same guardrail is lost again on fresh samples of both sides; with old's samples
 * reused the second look would share their noise. What raised the alarm stands until it is shown kept: `unclear` ends nothing.
 */
export function alarmOf({
  lost,
  state,
  again,
  alarmed,
}: {
  /** Tonight. */
  readonly lost: readonly string[];
  readonly state: StateOf;
  /** States on fresh samples of both sides; needed where there are suspicions. */
  readonly again: StateOf;
  /** What raised the alarm on an earlier night and has not recovered. */
  readonly alarmed: readonly string[];
}): Alarm {
  const suspected = suspicions(lost, alarmed);
  const hasRecovered = (guardrail: string): boolean => ['kept', undefined].includes(state(guardrail));
  return {
    confirmed: suspected.filter((guardrail) => again(guardrail) === 'lost'),
    unconfirmed: suspected.filter((guardrail) => again(guardrail) !== 'lost'),
    standing: alarmed.filter((guardrail) => !hasRecovered(guardrail)),
    recovered: alarmed.filter(hasRecovered),
  };
}
