import type { LoggedScore } from './task-log.ts';

const CORRECT = new Set<unknown>([1, true, 'c', '1', 'yes', 'true']);
const INCORRECT = new Set<unknown>([0, false, 'i', '0', 'no', 'false']);

/**
 * Converts a score to an outcome. 1, true, `C` and yes are correct. 0, false, `I` and no are incorrect. Inspect's `N`
 * (no answer) is unparseable. A missing score (null or NaN) is failed. Any other score, such as a fraction, partial
 * credit or several values, has no outcome.
 */
export function outcomeOfScore(value: unknown): LoggedScore['outcome'] {
  const said = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (CORRECT.has(said)) return 'correct';
  if (INCORRECT.has(said)) return 'incorrect';
  if (said === 'n') return 'unparseable';
  return said === null || said === undefined ? 'failed' : undefined;
}
