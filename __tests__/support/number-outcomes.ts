import { afterAll } from 'vitest';
import { graderSpecSchema } from '../../src/config/graders/graders.ts';
import { createGrader } from '../../src/grading/registry.ts';
import { withoutEffects } from './without-effects.ts';

const graders = (['numeric', 'math'] as const).map((type) =>
  createGrader(graderSpecSchema.parse({ type }), withoutEffects),
);

afterAll(async () => {
  for (const grader of graders) await grader.close?.();
});

/** The outcomes of `numeric` and `math` for an item whose answer is 18. */
export async function outcomes(text: string, prompt?: string): Promise<readonly string[]> {
  const item = { id: 'i', answer: '18', prompt, meta: undefined };
  const graded = await Promise.all(graders.map(async (grader) => grader.grade(text, item)));
  return graded.map(({ outcome }) => outcome);
}

/** The same outcome from both graders. */
export const both = (outcome: string): readonly string[] => [outcome, outcome];
