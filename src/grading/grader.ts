import type { GraderName, GraderOptions, GraderSpec } from '../config/graders/graders.ts';
import type { Message } from '../evalset/suite.ts';
import type { Judge, Judges } from '../sampling/judges/judges.ts';

/** A grader's result for one completion. */
export interface Grade {
  readonly outcome: 'correct' | 'incorrect' | 'unparseable';
  /** The answer that was found, in canonical form: equal answers are equal strings. Absent if none was found. */
  readonly answer?: string;
  /** Name of the rule that found the answer. */
  readonly rule?: string;
  /**
   * The lenient grade, if it differs from `outcome`: the right value is the last number, formula or option in the text.
   * Only graders that read answers from text give a lenient grade; for all others, the lenient grade equals the strict
   * grade.
   */
  readonly lenient?: 'correct';
  /** Identifies the approach that the solution used, if the grader can determine it. */
  readonly key?: string;
  /**
   * One line that explains why the completion is not correct, if the answer does not show why: for example, a time limit
   * or an error.
   */
  readonly reason?: string;
}

/** A grade that was read from the same file as its completion. */
export interface GivenGrade {
  readonly outcome?: Grade['outcome'] | undefined;
  readonly answer?: string | undefined;
}

/** The parts of an item that a grader can see. */
export interface GradableItem {
  readonly id: string;
  /** The item's question, without its suite's template; undefined if the prompt is a conversation. */
  readonly prompt?: string | undefined;
  /** The whole conversation as sent; absent if only the prompt is known. */
  readonly messages?: readonly Message[];
  readonly answer: string | undefined;
  readonly meta: unknown;
}

/** A grader's access to the outside world, which the entry points provide. */
export interface GradingEdges {
  /** The environment. A grader passes on only the variables that its documentation lists. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /**
   * Aborts when the run is stopped. A grader then ends everything that it has started, and throws for the remaining
   * samples.
   */
  readonly signal: AbortSignal;
  /**
   * Whether the commit being checked is from this repository. If it comes from a fork, none of the user's programs run.
   */
  readonly headIsTrusted: boolean;
  /**
   * The absolute path of the folder that contains the files being checked. No file in this folder may be executed.
   * Absent if grading uses the files in the folder itself.
   */
  readonly headFolder?: string;
  /** Opens the client for judge models. Absent if there are no judge models. */
  readonly openJudges?: () => Judges;
}

/** The inputs for creating a grader. */
export interface GraderEdges extends Omit<GradingEdges, 'openJudges'> {
  /** Sends a request to the model that `judgeOf` returns. Absent if no requests are allowed or there is no such model. */
  readonly judge?: Judge;
  /**
   * The files that `filesOf` lists, by path, as they are in the base commit and pinned in the lock. Absent if there are
   * none.
   */
  readonly files?: ReadonlyMap<string, Uint8Array>;
}

/**
 * Determines whether a completion answers its item correctly. The same text and item always get the same grade. If a
 * grader throws, the sample is `failed`. A grader must throw only if it is broken or cannot be reached (`NoGrade`), never
 * because the text is unusual. If it throws an error from `errors.ts`, the whole run ends with that error, because nothing
 * more can be graded.
 */
export interface Grader {
  readonly name: string;
  /** The grader's version, which must change whenever a grade could change. */
  readonly version: string;
  /** Why the item cannot be graded (no answer, not a number, …); undefined if it can. */
  checkItem(item: GradableItem): string | undefined;
  /**
   * Why the item is excluded from its suite, which continues without the item; undefined if it is not excluded. Such an
   * item has flawed data, as a few items in many data sets do. `checkItem` also rejects such an item. Absent if every
   * item that cannot be graded is an error in its file.
   */
  excludeItem?(item: GradableItem): string | undefined;
  /** Called for many samples concurrently. A grader that needs a limit on concurrency must enforce it itself. */
  grade(text: string, item: GradableItem, came?: GivenGrade): Grade | Promise<Grade>;
  /**
   * Probability that a guess is right, below 1; undefined if the probability is unknown. Absent if guessing is not
   * possible.
   */
  chanceOf?(item: GradableItem): number | undefined;
  /** How the user can fix a failure of one of their own cases; if absent, a generic message is used. */
  readonly fix?: string;
  /** Ends everything that grading has started; called once, when grading is over. Absent if nothing is started. */
  close?(): Promise<void>;
}

/** A completion with a known grade. If a grader gives a different grade, it cannot be trusted. */
export interface KnownAnswer {
  readonly text: string;
  readonly prompt?: string | undefined;
  readonly answer?: string | undefined;
  readonly meta?: unknown;
  /** The grade that accompanied the completion in a file; default: none. */
  readonly came?: GivenGrade;
  readonly expected: Grade['outcome'];
  /** The options to grade the completion with; default: the grader's defaults. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** A built-in grader's functions, given a configuration's options. */
export interface GraderFunctions<Options extends GraderSpec = GraderSpec> {
  /** Has no side effects: a grader starts whatever it needs on the first `grade` and ends it on `close`. */
  create(options: Options, edges: GraderEdges): Omit<Grader, 'name' | 'version'>;
  /** The built-in cases; empty only if there are `ownKnownAnswers`. */
  readonly knownAnswers: readonly KnownAnswer[];
  /** The user's own cases, graded with the user's options; default: none. */
  ownKnownAnswers?(options: Options): readonly KnownAnswer[];
  /** The user's options that the cases are graded with, overridden by each case's own options; default: none. */
  knownAnswerOptions?(options: Options): Readonly<Record<string, unknown>>;
}

/** The definition of the grader with this name. `config/graders/` declares its options; `registry.ts` lists it. */
export type GraderDefinition<Name extends GraderName> = GraderFunctions<GraderOptions<Name>>;
