import { r as __name } from "./rolldown-runtime.js";
import { t as pin } from "./pin.js";
import { o as existingLockPath } from "./read-suite.js";
import { t as ConfigError } from "./errors.js";
import { o as decodeUtf8 } from "./json-lines.js";
import { b as unmeasuredResult, c as renderDetail, h as renderTerminal, t as reportToPublish } from "./report-to-publish.js";
import { i as filesAtBase } from "./outputs.js";
import { c as planRun, n as estimateEmbedding, o as renderPlanMarkdown, r as estimateSampling, s as renderPlanTerminal, t as estimateJudging } from "./estimate-judging.js";
import { C as ENGINE_VERSION } from "./shard.js";
import { n as jobOutcomeOf, t as LOG_RENDERING } from "./job-outcome.js";
import { t as baseFilesOf } from "./job-context.js";

// src/action/adopt.ts
/**
* Checks a pull request that adds the configuration. Validates the pull request's own configuration and shows the plan
* of a check. Does not call models or execute code.
*
* @throws {ConfigError} if the configuration, the eval set or the lock is invalid
*/
async function adopt({ head, reason }, place, checkout) {
	const { env, inputs, job } = place;
	const files = filesAtBase(baseFilesOf(head, place, checkout));
	const plan = await planRun({
		configPath: inputs.config,
		versions: void 0,
		files,
		estimator: estimateSampling,
		embeddingEstimator: estimateEmbedding,
		judgingEstimator: estimateJudging,
		storeDir: inputs.store,
		env
	});
	const pinned = await pin(inputs.config, files);
	const lockPath = await existingLockPath(inputs.config, files.readIfThere);
	const lock = await files.readFile(lockPath).catch((error) => {
		if (error instanceof ConfigError) return void 0;
		throw error;
	});
	const isPinned = lock !== void 0 && decodeUtf8(lock) === pinned.text;
	const result = unmeasuredResult({
		why: { cause: "first-adoption" },
		versions: {
			old: "none",
			new: "none"
		},
		reasons: [`Why: ${reason}.`, ...isPinned ? [] : [`${lockPath} does not match the configuration. Run reversal-check pin and commit the lock.`]],
		failOn: [],
		engine: ENGINE_VERSION
	});
	const shown = reportToPublish(result, job.runUrl);
	const withPlan = `${renderDetail(result, {
		rows: 0,
		reasons: result.verdict.reasons.length,
		folds: "none"
	})}\n\n${renderPlanMarkdown(plan)}`;
	return jobOutcomeOf({
		result,
		graded: []
	}, {
		logText: `${renderTerminal(result, LOG_RENDERING)}\n${renderPlanTerminal(plan, LOG_RENDERING)}`,
		runUrl: job.runUrl,
		mayCreateComment: true,
		showing: {
			...shown,
			whole: withPlan,
			atMost: (maxCharacters) => withPlan.length <= maxCharacters ? withPlan : shown.atMost(maxCharacters),
			outcome: isPinned ? "adoption-pinned" : "adoption-unpinned"
		}
	});
}

export { adopt };