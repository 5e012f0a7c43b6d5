import { r as __name } from "./rolldown-runtime.js";
import { setTimeout } from "node:timers/promises";

// src/timing.ts
/** The machine's clock and random number generator. */
const systemTiming = {
	now: () => Date.now(),
	random: () => Math.random(),
	sleep: async (ms, signal) => {
		await setTimeout(ms, void 0, { signal });
	}
};

export { systemTiming as t };