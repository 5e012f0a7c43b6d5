import type { Problem } from './problem.ts';

/** Reports the first merge conflict marker in the text as a problem. */
export const mergeConflict = (text: string): Problem | undefined => {
  const line = text.split('\n').findIndex((candidate) => /^(?:<{7}|>{7})(?: |$)/.test(candidate));
  if (line === -1) return undefined;
  return {
    line: line + 1,
    column: 1,
    what: 'found an unresolved merge conflict',
    fix: 'Resolve the conflict: keep one side, and remove the lines that start with <<<<<<<, ======= and >>>>>>>.',
  };
};
