import { r as __name } from "./rolldown-runtime.js";

// src/measures/measurement.ts
/** Turns paired probabilities into a measurement; unmeasurable without items. */
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
/** Turns paired amounts ≥ 0 into a measurement. `reach` is the largest mean difference, Infinity if it is unbounded. */
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