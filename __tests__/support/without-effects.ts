import type { GradingEdges } from '../../src/grading/grader.ts';

/** For graders that only compute: a grader that starts anything finds its run aborted. */
export const withoutEffects: GradingEdges = { env: {}, signal: AbortSignal.abort(), headIsTrusted: false };
