import { r as __name } from "./rolldown-runtime.js";

// src/report/unmeasured.ts
/** The result of a check that measured nothing: no version moved, or it could not be measured here. */
function unmeasuredResult({ status, versions, headline, reasons, failOn, engine, config }) {
	return {
		schema: 1,
		old: {
			version: versions.old,
			model: ""
		},
		new: {
			version: versions.new,
			model: ""
		},
		verdict: {
			status,
			headline,
			reasons: [...reasons],
			passed: !failOn.includes(status)
		},
		warnings: [],
		measures: [],
		suites: [],
		cost: {
			requests: 0,
			prompt_tokens: 0,
			completion_tokens: 0,
			cached: 0
		},
		provenance: {
			engine,
			config,
			lock: null,
			sampling: {},
			graders: {},
			reproduce: ""
		}
	};
}

export { unmeasuredResult as t };