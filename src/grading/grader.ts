import type { z } from 'zod';

/** What a grader makes of one completion. */
export interface Grade {
  readonly outcome: 'correct' | 'incorrect' | 'unparseable';
  /** The answer found, in canonical form: equal answers are equal strings. Absent where none was found. */
  readonly answer?: string;
  /** Name of the rule that found the answer. */
  readonly rule?: string;
  /** The way the solution took, where the grader can name it. */
  readonly key?: string;
}

/** What a grader sees of an item. */
export interface GradableItem {
  readonly id: string;
  readonly answer: string | undefined;
  readonly meta: unknown;
}

/**
 * Says whether a completion answers its item rightly. The same text and item always get the same grade. A grader that
 * throws makes the sample `failed`: it must throw only where it broke, never because a text is odd.
 */
export interface Grader {
  readonly name: string;
  /** Changes whenever a grade could. */
  readonly version: string;
  /** Why the item cannot be graded (no answer, not a number, …); undefined where it can. */
  checkItem(item: GradableItem): string | undefined;
  /** Called for many samples at once: a grader that must not run so often at a time limits itself. */
  grade(text: string, item: GradableItem): Grade | Promise<Grade>;
}

/** A completion whose grade is known. A grader that gives another one cannot be trusted. */
export interface KnownAnswer {
  readonly text: string;
  readonly answer: string;
  readonly meta?: unknown;
  readonly expected: Grade['outcome'];
  /** Options to grade it with; default: none but the defaults. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** A schema of a grader's options: a strict object with its name as the literal `type`. */
export type OptionsSchema = z.ZodObject<{ type: z.ZodLiteral<string> }, z.core.$strict>;

/** A built-in grader: one file exports one, and one line of the registry lists it. */
export interface GraderDefinition<Schema extends OptionsSchema = OptionsSchema> {
  readonly name: z.output<Schema>['type'];
  readonly version: string;
  readonly optionsSchema: Schema;
  create(options: z.output<Schema>): Grader;
  /** Never empty. */
  readonly knownAnswers: readonly KnownAnswer[];
}

/** Gives a definition its exact type. */
export function defineGrader<Schema extends OptionsSchema>(
  definition: GraderDefinition<Schema>,
): GraderDefinition<Schema> {
  return definition;
}
