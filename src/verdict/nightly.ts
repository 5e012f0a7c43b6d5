/** Returns a guardrail's state in a check; undefined if the check does not have that guardrail. */
export type StateOf = (guardrail: string) => 'kept' | 'lost' | 'unclear' | undefined;

/**
 * Tonight's result for the guardrails whose alarm was already raised and for the guardrails lost tonight. No list
 * contains a guardrail twice.
 */
export interface Alarm {
  /** Guardrails lost tonight and again on fresh samples from both sides: the alarm is raised. */
  readonly confirmed: readonly string[];
  /** Guardrails lost tonight, but not on the fresh samples: no alarm is raised. */
  readonly unconfirmed: readonly string[];
  /** Guardrails whose alarm was raised on an earlier night and that have not been kept since. */
  readonly standing: readonly string[];
  /** Guardrails whose alarm was raised on an earlier night and that were kept tonight or no longer exist. */
  readonly recovered: readonly string[];
}

/**
 * Returns the guardrails that need a second look before they raise an alarm: the ones lost tonight without an active
 * alarm.
 */
export function suspicions(lost: readonly string[], alarmed: readonly string[]): readonly string[] {
  return lost.filter((guardrail) => !alarmed.includes(guardrail));
}

/**
 * Returns a nightly check's alarm. The chance of a false loss accumulates from night to night, so a loss is only a
 * suspicion until the same guardrail is lost again on fresh samples from both sides. Reusing the baseline's samples
 * would repeat their noise in the second look. An alarm lasts until its guardrail is shown to be kept: `unclear` does
 * not end it (method.md, section "Checking the same checkpoints again").
 */
export function alarmOf({
  lost,
  state,
  again,
  alarmed,
}: {
  /** The guardrails that were lost tonight. */
  readonly lost: readonly string[];
  readonly state: StateOf;
  /** States on fresh samples from both sides; required if there are suspicions. */
  readonly again: StateOf;
  /** The guardrails whose alarm was raised on an earlier night and has not ended. */
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
