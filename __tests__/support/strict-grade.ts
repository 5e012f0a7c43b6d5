import type { Grade } from '../../src/grading/grader.ts';

/** A grade without its lenient one, which is tested separately. */
export async function strictGrade(grade: Grade | Promise<Grade>): Promise<Grade> {
  const { lenient: _, ...strict } = await grade;
  return strict;
}

/** The same for a grader that returns synchronously. */
export function strictGradeAtOnce(grade: Grade | Promise<Grade>): Grade {
  if (grade instanceof Promise) throw new Error('this grader answers later');
  const { lenient: _, ...strict } = grade;
  return strict;
}
