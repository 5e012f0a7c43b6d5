import { r as __name } from "./rolldown-runtime.js";
import { E as headlineAfterName, T as VERDICT_WORDS, h as renderTerminal, m as exitCodeOf, t as reportToPublish } from "./report-to-publish.js";
import { n as outputsOf } from "./outputs.js";

// src/github/job/annotations.ts
/** Maximum number of errors that GitHub shows per step. It drops the rest. */
const MOST_SHOWN = 10;
const PLACE = /^(?<file>.+?)(?::(?<line>\d+))?(?::(?<column>\d+))?$/u;
/**
* Annotates the mistakes that the user can fix, each next to its line. `isFile` returns whether the text is the path of a
* file in the repository.
*/
function annotationsOf(error, isFile) {
	const { where = "", what, fix, mistakes } = error;
	const { file = where, line, column } = PLACE.exec(where)?.groups ?? {};
	const title = isFile(file) || where === "" ? error.name : where;
	if (mistakes.length === 0 || !isFile(file)) return [{
		title,
		message: `${what}\n${fix}`,
		...isFile(file) ? placed(file, {
			line,
			column
		}) : {}
	}];
	const shown = mistakes.slice(0, mistakes.length > MOST_SHOWN ? 9 : MOST_SHOWN);
	const left = mistakes.length - shown.length;
	return [...shown.map((mistake) => ({
		title,
		message: `${mistake.what}\n${mistake.fix}`,
		...placed(file, mistake)
	})), ...left > 0 ? [{
		title,
		message: `For ${left} more mistakes, see the log.`,
		file
	}] : []];
}
/**
* Explains why a verdict fails the check. For an invalid measurement, the explanation includes the first reason, which
* says how to fix the problem.
*/
function annotationOf({ verdict: { status, headline, reasons } }) {
	const why = status === "invalid" ? reasons.slice(0, 1) : [];
	return {
		title: VERDICT_WORDS[status],
		message: [headlineAfterName(status, headline), ...why].join("\n")
	};
}
function placed(file, { line, column }) {
	return {
		file,
		...line === void 0 ? {} : { line: Number(line) },
		...line === void 0 || column === void 0 ? {} : { column: Number(column) }
	};
}

// src/action/job-outcome.ts
/** How text is rendered in the log. */
const LOG_RENDERING = {
	colour: false,
	columns: 100,
	unicode: true
};
/** The outcome of a run with a result. */
function jobOutcomeOf(checked, { runUrl, mayCreateComment, showing = reportToPublish(checked.result, runUrl), logText = renderTerminal(checked.result, LOG_RENDERING), alarmed }) {
	const { result } = checked;
	const exitCode = exitCodeOf(result);
	return {
		showing,
		logText,
		outputs: outputsOf(result),
		exitCode,
		mayCreateComment,
		annotations: exitCode === 0 ? [] : [annotationOf(result)],
		checked,
		...alarmed === void 0 ? {} : { alarmed }
	};
}

export { jobOutcomeOf as n, annotationsOf as r, LOG_RENDERING as t };