import { r as __name } from "./rolldown-runtime.js";
import { c as lockPathOf, l as lockText } from "./read-suite.js";
import { A as refuseGivenOutcomes, c as checkSamplesSuffice, j as exclusionsOf, l as firstLook, o as checkFeasible, p as readPlan, u as lockOf } from "./request-failure.js";

// src/run/plan/pin.ts
/** Creates the lock for the current configuration and eval set. Checks then require exactly this state. */
async function pin(configPath, files) {
	const plan = await readPlan(configPath, files);
	refuseGivenOutcomes(plan);
	checkSamplesSuffice(plan, plan.config.sampling.n);
	checkFeasible(plan, firstLook(plan));
	return {
		path: lockPathOf(configPath),
		text: lockText(lockOf(plan)),
		exclusions: exclusionsOf(plan)
	};
}

export { pin as t };