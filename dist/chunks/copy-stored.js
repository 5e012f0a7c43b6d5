import { r as __name } from "./rolldown-runtime.js";
import { t as ConfigError } from "./errors.js";
import { s as lockHash } from "./read-suite.js";
import { C as ENGINE_VERSION, a as suitesOfShard } from "./shard.js";
import { t as writeWhole } from "./write-whole.js";
import { l as firstLook, o as checkFeasible } from "./request-failure.js";
import { D as sampleAll, E as greedyRequest, h as storeFile, i as openStore, m as pairIdentities, n as readSuite, r as suiteInStore } from "./suite-in-store.js";
import { C as samplingShare, D as openGraders, T as isJudged, _ as shardText, m as SHARD_STORE, p as SHARD_FILE, v as prepare } from "./open-servers.js";
import { join, resolve } from "node:path";
import { mkdir, rm } from "node:fs/promises";

// src/run/shards/sample-shard.ts
/**
* Samples one shard of a check without deciding a verdict. The completions are saved in the store. The verdict is
* decided when all shards are merged.
*
* @throws {ConfigError} as a check does
* @throws {SamplingError} if further requests would be pointless, or if the store cannot be written
*/
async function sampleShard({ configPath, versions, files, shard, sampler, openBudget, grading, now, ...sampling }) {
	const { plan, locked, request: whole } = await prepare({
		configPath,
		versions,
		files,
		openBudget,
		shares: shard.of,
		...sampling
	});
	const budget = samplingShare(plan.suites, whole.budget);
	const request = {
		...whole,
		budget,
		suites: suitesOfShard(whole.suites, shard),
		isPart: true
	};
	checkFeasible(plan, firstLook(plan));
	const { greedy } = plan.config.sampling;
	const unjudged = plan.suites.filter(({ grader }) => !isJudged(grader));
	await (await openGraders({
		...plan,
		suites: unjudged
	}, grading)).close();
	const began = now();
	const sampled = await sampleAll(request, {
		sampler,
		greedy
	}).finally(() => budget.end());
	return {
		request,
		record: {
			schema: 1,
			shard: shard.number,
			of: shard.of,
			engine: ENGINE_VERSION,
			old: versions.old,
			new: versions.new,
			config: plan.configHash,
			lock: lockHash(locked),
			status: sampled.cut === void 0 ? "sampled" : "cut",
			began: new Date(began).toISOString(),
			cost: costOfShard(sampled.cost),
			cut: sampled.cut === void 0 ? null : {
				limit: sampled.cut.limit,
				allowed: sampled.cut.allowed,
				by_default: sampled.cut.byDefault
			},
			failed: [...failedOf("samples", sampled.failed), ...failedOf("greedy", sampled.greedy?.failed)]
		}
	};
}
function costOfShard({ bySide, ...cost }) {
	return {
		...cost,
		...bySide && { by_side: bySide }
	};
}
function failedOf(draw, failed = {
	old: [],
	new: []
}) {
	return ["old", "new"].flatMap((side) => failed[side].map(({ suite, id, index, error }) => ({
		draw,
		side,
		suite,
		id,
		index,
		error: error ?? ""
	})));
}

// src/run/shards/shard-folder.ts
/**
* Prepares `folder` for a merge. Copies the shard's completions there if the store is elsewhere, then writes the
* shard's record. An earlier record is removed first, so that a record never exists without its completions.
*
* @returns the path of the record
* @throws {ConfigError} if the folder cannot be written
* @throws {SamplingError} if a store cannot be written
*/
async function writeShard(folder, { record, request }, copy) {
	const path = join(folder, SHARD_FILE);
	const store = join(folder, SHARD_STORE);
	try {
		await mkdir(folder, { recursive: true });
		await rm(path, { force: true });
		if (resolve(request.storeDir) !== resolve(store)) {
			const now = Date.parse(record.began);
			await copy(request, {
				to: store,
				now
			});
			await copy(greedyRequest(request), {
				to: greedyRequest({
					...request,
					storeDir: store
				}).storeDir,
				now
			});
		}
		await writeWhole(path, shardText(record));
	} catch (cause) {
		if (!(cause instanceof Error) || !("code" in cause)) throw cause;
		throw new ConfigError({
			what: `could not write the shard: ${cause.message}`,
			where: folder,
			fix: "Free up disk space or choose another folder with --out. All completions are in the store.",
			cause
		});
	}
	return path;
}

// src/store/copy-stored.ts
/**
* Copies a request's stored completions to another store. Completions that the other store already contains are kept.
*
* @throws {SamplingError} if a store cannot be read or written
*/
async function copyStored({ checkpoints, suites, settings, storeDir }, { to, now }) {
	const identities = pairIdentities(checkpoints);
	for (const suite of suites) for (const identity of [identities.old, identities.new]) {
		const source = suiteInStore({
			identity,
			suite,
			settings,
			storeDir,
			now
		});
		const found = (await readSuite(source)).flatMap(({ stored }) => stored ?? []);
		if (found.length === 0) continue;
		const path = join(to, storeFile(identity, suite.name));
		const target = await openStore({
			path,
			wanted: source.file.wanted
		});
		const missing = found.filter(({ key }) => !target.completions.has(key));
		await Promise.all(missing.map((completion) => target.append([completion])));
		await target.close();
	}
}

export { writeShard as n, sampleShard as r, copyStored as t };