/** The state of a guardrail in a check; undefined if the check does not have that guardrail. */
export type StateOf = (guardrail: string) => 'kept' | 'lost' | 'unclear' | undefined;

/**
 * Tonight's result for the guardrails that were already in alarm and for those lost tonight. No guardrail is
 * twice in a list.
 */
export interface Alarm {
  /** Lost tonight, and again on fresh samples of both sides: the alarm is raised. */
  readonly confirmed: readonly string[];
  /** Lost tonight but not again: no alarm. */
  readonly unconfirmed: readonly string[];
  /** In alarm since an earlier night, and not kept since. */
  readonly standing: readonly string[];
  /** In alarm since an earlier night, and kept tonight or no longer a guardrail. */
  readonly recovered: readonly string[];
}

/** The guardrails that need a second look before they raise an alarm: lost tonight, and not yet in alarm. */
export function suspicions(lost: readonly string[], alarmed: readonly string[]): readonly string[] {
  return lost.filter((guardrail) => !alarmed.includes(guardrail));
}

/**
 * The alarm of a check that runs every night. A night's chance of a false loss adds up over a year, so a loss
 * is a suspicion until the same guardrail is lost again on fresh samples of both sides; reusing old's samples
 * would repeat their noise in the second look. An alarm lasts until its guardrail is shown kept: `unclear`
 * does not end it (method.md, section "Looking again").
 */
export function alarmOf({
  lost,
  state,
  again,
  alarmed,
}: {
  /** Lost tonight. */
  readonly lost: readonly string[];
  readonly state: StateOf;
  /** States on fresh samples of both sides; required if there are suspicions. */
  readonly again: StateOf;
  /** In alarm since an earlier night and not recovered. */
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
