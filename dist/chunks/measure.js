import { r as __name } from "./rolldown-runtime.js";
import { a as sample, c as embed, l as openBudget, n as openServers, r as renderTerminal, s as openLooks, t as progressDisplay, u as check } from "./progress.js";
import { R as ConfigError } from "./schemas.js";
import { l as changesToJudge, n as judgedBy, o as findingOf, u as judgedFiles } from "./place.js";
import { t as systemTiming } from "./timing.js";
import { isAbsolute, relative, resolve, sep } from "node:path";

// src/action/measure.ts
/** Columns of a log. */
const LOG_COLUMNS = 100;
/** Samples both versions and judges them by the files of the judge's commit. */
async function measure(comparison, place, checkout) {
	const { env, inputs, job, log, signal, stream } = place;
	const { judge, head, old, new: fresh } = comparison;
	const by = judgedBy(judge, place, checkout);
	if (judge !== head) {
		await refusePlanted("store", comparison, place, checkout);
		await refusePlanted("out", comparison, place, checkout);
	}
	const notes = judge === head ? [] : await changesToJudge(by, head);
	const logs = [];
	const measuring = async () => log.group(`Measuring ${old} against ${fresh}`, async () => {
		const progress = progressDisplay({ err: stream }, () => performance.now());
		try {
			return await check({
				configPath: inputs.config,
				versions: {
					old,
					new: fresh
				},
				files: judgedFiles(by),
				notes,
				sampler: sample,
				openBudget: (budget) => openBudget({
					...budget,
					timing: systemTiming
				}),
				grading: {
					env,
					signal,
					headIsTrusted: comparison.headIsTrusted
				},
				openLooks: (at) => openLooks({
					...at,
					now: Date.now
				}),
				nowMs: Date.now(),
				serving: {
					headIsTrusted: comparison.headIsTrusted,
					...judge === head ? {} : { judgedFolder: checkout.root },
					openServers: ({ secrets }) => openServers({
						logDir: inputs.out,
						env,
						secrets,
						signal,
						...progress,
						onLog: (each) => logs.push(each)
					})
				},
				embed: (request) => embed({
					...request,
					signal
				}),
				storeDir: inputs.store,
				env,
				signal,
				onProgress: progress.onProgress,
				onEmbedding: progress.onEmbedding,
				onWarning: progress.onWarning
			});
		} finally {
			progress.stop();
		}
	});
	let checked;
	try {
		checked = await measuring();
	} finally {
		await showLogs(logs, log);
	}
	log.info(renderTerminal(checked.result, {
		colour: false,
		columns: LOG_COLUMNS,
		unicode: true
	}));
	return findingOf(checked, {
		runUrl: job.runUrl,
		mayCreateComment: true
	});
}
/** Each server's log as a fold of its own. */
async function showLogs(logs, log) {
	for (const { side, path, lines } of logs) await log.group(`Log of the server of ${side} (its end; all of it is in ${path})`, () => {
		log.info(lines.join("\n"));
		return Promise.resolve();
	});
}
/**
* A store or folder that the pull request brought along would answer in place of the models, or lead out of the workspace.
*
* @throws ConfigError where the commit that is judged has anything at its path.
*/
async function refusePlanted(input, { head }, { folder, inputs }, { repository, root }) {
	const inside = relative(root, resolve(folder, inputs[input]));
	if (inside === "" || inside.startsWith("..") || isAbsolute(inside)) return;
	const path = inside.split(sep).join("/");
	if (!await repository.stampAt(head, path).then((stamp) => stamp !== void 0, (error) => {
		if (error instanceof ConfigError) return true;
		throw error;
	})) return;
	throw new ConfigError({
		what: `the pull request has ${path}, where completions and results of this run belong`,
		where: `input ${input}`,
		mend: "Remove it from the branch (and add it to .gitignore), or name another folder: what a pull request brings must not answer for the models."
	});
}

export { measure };