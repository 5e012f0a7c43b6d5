import { r as __name } from "./rolldown-runtime.js";

// src/errors.ts
/**
* An error that the user can fix. Any other error that reaches an entry point is a bug and is shown with its stack.
* `exitCode` is the process's exit code: 2 for invalid input, 3 if no result could be obtained.
*/
var ReversalCheckError = class extends Error {
	what;
	where;
	fix;
	/** The individual mistakes; empty if the error covers a single mistake. */
	mistakes;
	isOfWhatIsGone;
	constructor({ what, where, fix, mistakes = [], isOfWhatIsGone = false, cause }) {
		super(`${where === void 0 ? "" : `${where}: `}${what}\n  ${fix}`, { cause });
		this.what = what;
		this.where = where;
		this.fix = fix;
		this.mistakes = mistakes;
		this.isOfWhatIsGone = isOfWhatIsGone;
	}
};
/** Invalid usage, configuration, eval set, lock or input file. Nothing was sampled or written. */
var ConfigError = class extends ReversalCheckError {
	name = "ConfigError";
	exitCode = 2;
};
/**
* There is no result because the completions could not be obtained, for example because of the network, the server, the
* credentials or the budget.
*/
var SamplingError = class extends ReversalCheckError {
	name = "SamplingError";
	exitCode = 3;
};
/** A grader cannot be trusted: it graded a known answer wrongly, or it crashed. */
var GraderError = class extends ReversalCheckError {
	name = "GraderError";
	exitCode = 3;
};
/** GitHub's API rejected a request, or the request still failed after all retries. */
var GitHubError = class extends ReversalCheckError {
	name = "GitHubError";
	exitCode = 3;
	/** The response's HTTP status; undefined if there was no response. */
	status;
	constructor({ status, ...explanation }) {
		super(explanation);
		this.status = status;
	}
};

export { SamplingError as a, ReversalCheckError as i, GitHubError as n, GraderError as r, ConfigError as t };