import type { Measure } from '../measures/measurement.ts';

/** The suite name used for pooled suites. */
const POOLED = 'all targets';

/** A measure's name within its suite, such as `coverage/pass@32`. */
export const measureName = ({ dimension, name }: Pick<Measure, 'dimension' | 'name'>): string =>
  `${dimension}/${name}`;

/** The suite part of a measure's id; `all targets` if suites are pooled. */
export const suiteName = ({ suite }: Pick<Measure, 'suite'>): string => suite ?? POOLED;

/** A measure's unique name in a result, such as `gsm8k/coverage/pass@32`. */
export const measureId = (measure: Pick<Measure, 'suite' | 'dimension' | 'name'>): string =>
  `${suiteName(measure)}/${measureName(measure)}`;

/**
 * A guardrail's stable name, derived from a measure's id so that it stays the same from run to run:
 * `gsm8k/coverage/pass` for `gsm8k/coverage/pass@32`. Coverage uses a lower k if samples failed (method.md, section
 * "Coverage"), but the guardrail is still the same.
 */
export const guardrailOf = (id: string): string => id.replace(/(\/coverage\/pass)@\d+$/u, '$1');
