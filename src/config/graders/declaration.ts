import type { z } from 'zod';
import type { JudgeConfig } from './judge-config.ts';

/** The schema of a grader's options: a strict object whose `type` is the grader's name as a literal. */
export type OptionsSchema = z.ZodObject<{ type: z.ZodLiteral<string> }, z.core.$strict>;

/**
 * Describes a grader to the configuration, the lock and the plan. The grader with the same name in `grading/graders/`
 * implements the declaration.
 */
export interface GraderDeclaration<Schema extends OptionsSchema = OptionsSchema> {
  readonly name: z.output<Schema>['type'];
  /** The grader's version, which must change whenever a grade could change. Pinned in the lock. */
  readonly version: string;
  readonly optionsSchema: Schema;
  /** Returns the options to pin in the lock: those that can change a grade. If absent, all options are pinned. */
  lockedOptions?(options: z.output<Schema>): Readonly<Record<string, unknown>>;
  /**
   * Returns the files that grading needs. Paths are relative to the configuration's folder and must be inside it. The
   * files are pinned in the lock. Default: none.
   */
  filesOf?(options: z.output<Schema>): readonly string[];
  /** Returns the model that grades the completions. Undefined or absent if the grader uses no model. */
  judgeOf?(options: z.output<Schema>): JudgeConfig | undefined;
  /** Whether items are multiple-choice, in which case different measures apply. Default: false. */
  asksForChoice?(options: z.output<Schema>): boolean;
  /**
   * Returns the command line of the user's program that grading runs, one word per element. The program is rejected if
   * the head is not trusted, or if a word refers to a file in the pull request's folder. Empty if no word refers to a
   * file; undefined (the default) if no user program runs.
   */
  runsUserProgram?(options: z.output<Schema>): readonly string[] | undefined;
}

/** Returns a declaration unchanged, inferring its exact type. */
export function declareGrader<Schema extends OptionsSchema>(
  declaration: GraderDeclaration<Schema>,
): GraderDeclaration<Schema> {
  return declaration;
}
