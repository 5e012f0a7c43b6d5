import type { GraderName, GraderOptions, GraderSpec } from '../config/graders/graders.ts';
import type { Message } from '../evalset/suite.ts';
import type { Judge, Judges } from '../sampling/judges/judges.ts';

/** What a grader makes of one completion. */
export interface Grade {
  readonly outcome: 'correct' | 'incorrect' | 'unparseable';
  /** The answer found, in canonical form: equal answers are equal strings. Absent where none was found. */
  readonly answer?: string;
  /** Name of the rule that found the answer. */
  readonly rule?: string;
  /**
   * The lenient grade, where it differs from `outcome`: the right value is the last number, formula or option of the
   * text. Only graders that read answers from text have one; for the others lenient equals strict.
   */
  readonly lenient?: 'correct';
  /** The way the solution took, where the grader can name it. */
  readonly key?: string;
  /** Why it is not correct, where that is not plain from the answer: a time limit, an error. One line. */
  readonly reason?: string;
}

/** What came with a completion from a file: how it was graded elsewhere. */
export interface GivenGrade {
  readonly outcome?: Grade['outcome'] | undefined;
  readonly answer?: string | undefined;
}

/** What a grader sees of an item. */
export interface GradableItem {
  readonly id: string;
  /** What the item asks, before its suite's template; undefined where it is a conversation. */
  readonly prompt?: string | undefined;
  /** The whole conversation as it is asked; absent where only the prompt is known. */
  readonly messages?: readonly Message[];
  readonly answer: string | undefined;
  readonly meta: unknown;
}

/** What a grader that has effects takes of the world, handed in by the entries. */
export interface GradingEdges {
  /** A grader hands none of it on to what it starts but what its documentation names. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborts when the run is stopped: what a grader has started ends, and what it has not graded yet throws. */
  readonly signal: AbortSignal;
  /** Whether what is judged comes from this repository: no program of the user runs on behalf of a fork. */
  readonly headIsTrusted: boolean;
  /** The folder, absolute, with the files of what is judged, of which nothing may be executed; absent where it judges itself. */
  readonly headFolder?: string;
  /** Opens what asks the models that judge. Absent where none is asked. */
  readonly openJudges?: () => Judges;
}

/** What a grader is created with. */
export interface GraderEdges extends Omit<GradingEdges, 'openJudges'> {
  /** Asks the model that `judgeOf` names. Absent where none may be asked, or none is named. */
  readonly judge?: Judge;
  /** What `filesOf` names, by path: the judge's, and what the lock pins. None where absent. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
}

/**
 * Says whether a completion answers its item rightly. The same text and item always get the same grade. A grader that
 * throws makes the sample `failed`: it must throw only where it broke or could not be asked (`NoGrade`), never because a text is odd. Where it throws one of
 * `errors.ts` the whole run ends with it: nothing could be graded any more.
 */
export interface Grader {
  readonly name: string;
  /** Changes whenever a grade could. */
  readonly version: string;
  /** Why the item cannot be graded (no answer, not a number, …); undefined where it can. */
  checkItem(item: GradableItem): string | undefined;
  /**
   * Why the item is excluded from its suite, which goes on without it: a flaw of this one item, such as data sets have in some of theirs.
   * `checkItem` refuses it too. Absent where every item that cannot be graded is an error of its file.
   */
  excludeItem?(item: GradableItem): string | undefined;
  /** Called for many samples at once: a grader that must not run so often at a time limits itself. */
  grade(text: string, item: GradableItem, came?: GivenGrade): Grade | Promise<Grade>;
  /** Probability that a guess is right, below 1; undefined where it is not known. Absent where guessing is no way. */
  chanceOf?(item: GradableItem): number | undefined;
  /** What the user can do where it fails a case of the user's; in general words where absent. */
  readonly fix?: string;
  /** Ends what grading has started; called once, when nothing is graded any more. Absent where nothing is started. */
  close?(): Promise<void>;
}

/** A completion whose grade is known. A grader that gives another one cannot be trusted. */
export interface KnownAnswer {
  readonly text: string;
  readonly prompt?: string | undefined;
  readonly answer?: string | undefined;
  readonly meta?: unknown;
  /** What came with the completion; default: nothing. */
  readonly came?: GivenGrade;
  readonly expected: Grade['outcome'];
  /** Options to grade it with; default: none but the defaults. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** What a built-in grader does, given the options of a configuration. */
export interface GraderFunctions<Options extends GraderSpec = GraderSpec> {
  /** Has no effect: what a grader needs from the world starts with the first `grade` and ends with `close`. */
  create(options: Options, edges: GraderEdges): Omit<Grader, 'name' | 'version'>;
  /** Empty only if there are `ownKnownAnswers`. */
  readonly knownAnswers: readonly KnownAnswer[];
  /** Cases of the user, graded with the user's options; default: none. */
  ownKnownAnswers?(options: Options): readonly KnownAnswer[];
  /** The user's options that the cases are graded with, each case's own laid over them; default: none. */
  knownAnswerOptions?(options: Options): Readonly<Record<string, unknown>>;
}

/** How the grader of that name grades. `config/graders/` declares its options; `registry.ts` lists it. */
export type GraderDefinition<Name extends GraderName> = GraderFunctions<GraderOptions<Name>>;
