import type { GradingEdges } from '../../src/grading/grader.ts';

/** For graders that only compute: one that starts anything finds its run stopped. */
export const withoutEffects: GradingEdges = { env: {}, signal: AbortSignal.abort(), headIsTrusted: false };
