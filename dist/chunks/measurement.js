import { r as __name } from "./rolldown-runtime.js";

// src/measures/measurement.ts
/** Paired probabilities as a measurement; unmeasurable where no item is left. */
function measuredProbabilities(items) {
	if (items.length === 0) return {
		kind: "unmeasurable",
		reason: "no item has enough graded samples on both sides"
	};
	return {
		kind: "measured",
		items,
		largestValue: 1,
		reach: 1
	};
}
/** Paired amounts of 0 or more as a measurement; `reach` is the largest mean difference, Infinity where there is none. */
function measuredAmounts(items, { reach, reason }) {
	if (items.length === 0) return {
		kind: "unmeasurable",
		reason
	};
	return {
		kind: "measured",
		items,
		largestValue: items.reduce((most, item) => Math.max(most, item.old, item.new), 0),
		reach
	};
}

export { measuredProbabilities as n, measuredAmounts as t };