import type { Result } from '../../result/result.ts';

/**
 * Returns 0 if the check passes, 1 if the verdict fails the check, and 3 if the check fails because the measurement
 * cannot be trusted.
 */
export function exitCodeOf({ verdict: { status, passed } }: Result): 0 | 1 | 3 {
  if (passed) return 0;
  return status === 'invalid' ? 3 : 1;
}
