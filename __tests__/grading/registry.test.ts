import { expect, test } from 'vitest';
import { graderSpecSchema, graderVersion } from '../../src/config/graders/graders.ts';
import type { GradableItem } from '../../src/grading/grader.ts';
import { createGrader } from '../../src/grading/registry.ts';

test('a created grader has its options, its name and its version', () => {
  const spec = graderSpecSchema.parse({ type: 'numeric', tolerance: '0.5' });
  const grader = createGrader(spec);
  const item: GradableItem = { id: 'i', answer: '18', meta: undefined };
  expect(grader.grade('A: 18.5', item)).toMatchObject({ outcome: 'correct' });
  expect(grader.grade('A: 18.51', item)).toMatchObject({ outcome: 'incorrect' });
  expect(grader.name).toBe('numeric');
  expect(grader.version).toBe(graderVersion(spec));
});
