/** The parts of every error shown to the user: what is wrong, where it is, and how to fix it. */
export interface Explanation {
  /** What was found and what was expected, in one sentence. */
  readonly what: string;
  /** The file (with its line or key), the URL or the setting that the error is about. */
  readonly where?: string;
  /** How the user can fix the error. */
  readonly fix: string;
  /** The individual mistakes, if the error covers several in one file. */
  readonly mistakes?: readonly MistakeInFile[];
  /** Whether the check's subject was closed or deleted. If so, earlier comments are left unchanged. */
  readonly isOfWhatIsGone?: boolean;
  readonly cause?: unknown;
}

/** One of several mistakes in a file. Line and column numbers start at 1. */
export interface MistakeInFile {
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly what: string;
  readonly fix: string;
}

/**
 * An error that the user can fix. Any other error that reaches an entry point is a bug and is shown with its stack.
 * `exitCode` is the process's exit code: 2 for invalid input, 3 if no result could be obtained.
 */
export abstract class ReversalCheckError extends Error {
  abstract override readonly name: 'ConfigError' | 'SamplingError' | 'GraderError' | 'GitHubError';
  abstract readonly exitCode: 2 | 3;
  readonly what: string;
  readonly where: string | undefined;
  readonly fix: string;
  /** The individual mistakes; empty if the error covers a single mistake. */
  readonly mistakes: readonly MistakeInFile[];
  readonly isOfWhatIsGone: boolean;

  constructor({ what, where, fix, mistakes = [], isOfWhatIsGone = false, cause }: Explanation) {
    super(`${where === undefined ? '' : `${where}: `}${what}\n  ${fix}`, { cause });
    this.what = what;
    this.where = where;
    this.fix = fix;
    this.mistakes = mistakes;
    this.isOfWhatIsGone = isOfWhatIsGone;
  }
}

/** Invalid usage, configuration, eval set, lock or input file. Nothing was sampled or written. */
export class ConfigError extends ReversalCheckError {
  override readonly name = 'ConfigError';
  override readonly exitCode = 2;
}

/**
 * There is no result because the completions could not be obtained, for example because of the network, the server, the
 * credentials or the budget.
 */
export class SamplingError extends ReversalCheckError {
  override readonly name = 'SamplingError';
  override readonly exitCode = 3;
}

/** A grader cannot be trusted: it graded a known answer wrongly, or it crashed. */
export class GraderError extends ReversalCheckError {
  override readonly name = 'GraderError';
  override readonly exitCode = 3;
}

/** GitHub's API rejected a request, or the request still failed after all retries. */
export class GitHubError extends ReversalCheckError {
  override readonly name = 'GitHubError';
  override readonly exitCode = 3;
  /** The response's HTTP status; undefined if there was no response. */
  readonly status: number | undefined;

  constructor({ status, ...explanation }: Explanation & { readonly status?: number | undefined }) {
    super(explanation);
    this.status = status;
  }
}
