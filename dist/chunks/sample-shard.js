import { r as __name } from "./rolldown-runtime.js";
import { n as writeShard, r as sampleShard, t as copyStored } from "./copy-stored.js";
import { g as sentencesOf, i as sample } from "./open-servers.js";
import { t as NO_OUTPUTS } from "./outputs.js";
import { i as markdownText } from "./neutralise.js";
import { n as runWithProgress, t as refusePlanted } from "./refuse-planted-results.js";
import { n as bringCompletions } from "./keep-completions.js";
import { t as baseFilesOf } from "./job-context.js";
import { join } from "node:path";

// src/action/sample-shard.ts
/**
* Samples one shard of a comparison without deciding a verdict. The files for the merge are put in a separate folder,
* so that the job passes on neither logs nor the completions of earlier runs.
*/
async function sampleShare(comparison, shard, place, checkout) {
	const { old, new: candidate, base } = comparison;
	const { inputs } = place;
	await refusePlanted(comparison, place, checkout);
	await bringCompletions(place);
	const by = baseFilesOf(base, place, checkout);
	const title = `Sampling shard ${shard.number} of ${shard.of} for ${old} and ${candidate}`;
	const sampled = await runWithProgress(title, {
		comparison,
		by
	}, place, (edges) => sampleShard({
		...edges,
		shard,
		sampler: sample,
		now: Date.now
	}));
	const folder = join(inputs.out, "shard");
	await writeShard(folder, sampled, copyStored);
	return sampledOnly(sentencesOf(sampled.record), folder);
}
/** The outcome of a shard if there is nothing to measure. The job that merges the shards reports the reason. */
function nothingToSample() {
	return sampledOnly("This job has nothing to sample. For the reason, see the job that merges the shards.");
}
function sampledOnly(text, shard) {
	const whole = `${markdownText(text, 800)}\n`;
	return {
		showing: {
			whole,
			atMost: (most) => whole.slice(0, most),
			outcome: "sampled",
			passed: true
		},
		logText: text,
		outputs: NO_OUTPUTS,
		exitCode: 0,
		mayCreateComment: false,
		annotations: [],
		...shard === void 0 ? {} : { shard }
	};
}

export { nothingToSample, sampleShare };