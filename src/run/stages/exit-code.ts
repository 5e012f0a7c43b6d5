import type { Result } from '../../result/result.ts';

/** 0: the check passes; 1: the verdict fails it; 3: the measurement cannot be trusted, and that fails it. */
export function exitCodeOf({ verdict: { status, passed } }: Result): 0 | 1 | 3 {
  if (passed) return 0;
  return status === 'invalid' ? 3 : 1;
}
