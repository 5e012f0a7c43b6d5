import type { z } from 'zod';
import type { JudgeConfig } from './judge-config.ts';

/** A schema of a grader's options: a strict object with its name as the literal `type`. */
export type OptionsSchema = z.ZodObject<{ type: z.ZodLiteral<string> }, z.core.$strict>;

/**
 * A grader's description for the configuration, the lock and the plan. The grader of the same name in `grading/graders/` has
 * the functions.
 */
export interface GraderDeclaration<Schema extends OptionsSchema = OptionsSchema> {
  readonly name: z.output<Schema>['type'];
  /** Changes whenever a grade could change; the lock pins it. */
  readonly version: string;
  readonly optionsSchema: Schema;
  /** The options that the lock pins: all that can change a grade. All options if absent. */
  lockedOptions?(options: z.output<Schema>): Readonly<Record<string, unknown>>;
  /** Files that grading needs, relative to the configuration's folder and within it; pinned in the lock. Default: none. */
  filesOf?(options: z.output<Schema>): readonly string[];
  /** The model that makes each grade; undefined or absent if the grader uses none. */
  judgeOf?(options: z.output<Schema>): JudgeConfig | undefined;
  /** Whether items offer the answers to choose from; other measures then apply. Default: no. */
  asksForChoice?(options: z.output<Schema>): boolean;
  /**
   * The words of a user's program that grading runs: refused if the head is not trusted, or if a word names a file
   * that is being checked. Empty if they name nothing; undefined (the default) if no such program runs.
   */
  runsUserProgram?(options: z.output<Schema>): readonly string[] | undefined;
}

/** Gives a declaration its exact type. */
export function declareGrader<Schema extends OptionsSchema>(
  declaration: GraderDeclaration<Schema>,
): GraderDeclaration<Schema> {
  return declaration;
}
