import { r as __name } from "./rolldown-runtime.js";

// src/errors.ts
/**
* An error that the user can mend. Anything else that reaches an entry is a bug of ours and is shown with its stack.
* `exitCode` is the process's: 2 for what was asked wrongly, 3 where no result could be obtained.
*/
var ReversalCheckError = class extends Error {
	what;
	where;
	mend;
	/** Empty where the error tells of one thing only. */
	mistakes;
	constructor({ what, where, mend, mistakes = [], cause }) {
		super(`${where === void 0 ? "" : `${where}: `}${what}\n  ${mend}`, { cause });
		this.what = what;
		this.where = where;
		this.mend = mend;
		this.mistakes = mistakes;
	}
};
/** Bad usage, configuration, eval set, lock or input file: nothing was sampled or written. */
var ConfigError = class extends ReversalCheckError {
	name = "ConfigError";
	exitCode = 2;
};
/** No result because the completions could not be had: network, server, credentials, budget. */
var SamplingError = class extends ReversalCheckError {
	name = "SamplingError";
	exitCode = 3;
};
/** A grader that cannot be trusted to grade: it fails its own known-answer cases, or it crashed. */
var GraderError = class extends ReversalCheckError {
	name = "GraderError";
	exitCode = 3;
};
/** What GitHub's API refused or could not answer, after what may pass was asked again. */
var GitHubError = class extends ReversalCheckError {
	name = "GitHubError";
	exitCode = 3;
	/** The answer's HTTP status; undefined where no answer came. */
	status;
	constructor({ status, ...explanation }) {
		super(explanation);
		this.status = status;
	}
};

export { SamplingError as a, ReversalCheckError as i, GitHubError as n, GraderError as r, ConfigError as t };