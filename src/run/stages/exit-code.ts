import type { Result } from '../../result/result.ts';

/** 0: pass; 1: the verdict fails the check; 3: the measurement cannot be trusted, and that fails the check. */
export function exitCodeOf({ verdict: { status, passed } }: Result): 0 | 1 | 3 {
  if (passed) return 0;
  return status === 'invalid' ? 3 : 1;
}
