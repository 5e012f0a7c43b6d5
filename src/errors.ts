/** What every error of ours tells the user: what is wrong, where, and how to mend it. */
export interface Explanation {
  /** What was found and what was expected, in one sentence. */
  readonly what: string;
  /** The file (with line or key), the URL or the setting it concerns. */
  readonly where?: string;
  /** What the user can do about it. */
  readonly mend: string;
  /** Each mistake by itself, where an error tells of several in one file. */
  readonly mistakes?: readonly MistakeInFile[];
  /** Whether it is about what is closed or deleted: what was said there stays as it is. */
  readonly isOfWhatIsGone?: boolean;
  readonly cause?: unknown;
}

/** One of several mistakes in a file; line and column count from 1. */
export interface MistakeInFile {
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly what: string;
  readonly mend: string;
}

/**
 * An error that the user can mend. Anything else that reaches an entry is a bug of ours and is shown with its stack.
 * `exitCode` is the process's: 2 for what was asked wrongly, 3 where no result could be obtained.
 */
export abstract class ReversalCheckError extends Error {
  abstract override readonly name: 'ConfigError' | 'SamplingError' | 'GraderError' | 'GitHubError';
  abstract readonly exitCode: 2 | 3;
  readonly what: string;
  readonly where: string | undefined;
  readonly mend: string;
  /** Empty where the error tells of one thing only. */
  readonly mistakes: readonly MistakeInFile[];
  readonly isOfWhatIsGone: boolean;

  constructor({ what, where, mend, mistakes = [], isOfWhatIsGone = false, cause }: Explanation) {
    super(`${where === undefined ? '' : `${where}: `}${what}\n  ${mend}`, { cause });
    this.what = what;
    this.where = where;
    this.mend = mend;
    this.mistakes = mistakes;
    this.isOfWhatIsGone = isOfWhatIsGone;
  }
}

/** Bad usage, configuration, eval set, lock or input file: nothing was sampled or written. */
export class ConfigError extends ReversalCheckError {
  override readonly name = 'ConfigError';
  override readonly exitCode = 2;
}

/** No result because the completions could not be had: network, server, credentials, budget. */
export class SamplingError extends ReversalCheckError {
  override readonly name = 'SamplingError';
  override readonly exitCode = 3;
}

/** A grader that cannot be trusted to grade: it fails its own known-answer cases, or it crashed. */
export class GraderError extends ReversalCheckError {
  override readonly name = 'GraderError';
  override readonly exitCode = 3;
}

/** What GitHub's API refused or could not answer, after what may pass was asked again. */
export class GitHubError extends ReversalCheckError {
  override readonly name = 'GitHubError';
  override readonly exitCode = 3;
  /** The answer's HTTP status; undefined where no answer came. */
  readonly status: number | undefined;

  constructor({ status, ...explanation }: Explanation & { readonly status?: number | undefined }) {
    super(explanation);
    this.status = status;
  }
}
