import { r as __name } from "./rolldown-runtime.js";
import { t as HttpClient } from "./lib.js";
import { n as BlockBlobClient, r as RestError } from "./Clients.js";
import { _ as string, a as array, d as literal, m as object, p as number, x as url, y as union } from "./schemas.js";
import { n as GitHubError } from "./errors.js";
import { a as oneLine } from "./neutralise.js";
import { a as withRetry, t as ARTIFACT_SERVICE } from "./retry.js";
import { n as parseRetryAfter } from "./retry-after.js";
import { Readable } from "node:stream";
import { once } from "node:events";
import { createHash } from "node:crypto";

// src/github/artifact/artifact-service.ts
const SERVICE = "twirp/github.actions.results.api.v1.ArtifactService";
/** The version of the artifact format in which each artifact is a single archive. */
const VERSION = 4;
const TIMEOUT_MS = 3e4;
const STALL_MS = 6e4;
const BLOCK_BYTES = 8388608;
const BLOCKS_AT_A_TIME = 4;
const CONFLICT = 409;
const isOk = literal(true);
/** GitHub's service spells names in snake_case. Gitea's and Forgejo's services do not. */
const created = object({
	ok: isOk,
	signed_upload_url: url().optional(),
	signedUploadUrl: url().optional()
}).transform(({ signed_upload_url: one, signedUploadUrl: other }) => one ?? other).pipe(url());
const done = object({ ok: isOk });
const id = union([string(), number()]).transform(String);
const listed = object({ artifacts: array(object({
	name: string(),
	workflow_run_backend_id: id,
	workflow_job_run_backend_id: id
})).default([]) });
/**
* Uploads an archive as an artifact of the run. Replaces an artifact with the same name from an earlier attempt. Sends
* three requests to the service and, in between, uploads the archive in blocks to the storage that the service
* specifies.
*
* @throws {GitHubError} if the service refuses the upload, or still does not respond after retries
*/
async function uploadArtifact(name, archive, address, options) {
	const owner = ownerIn(address.token);
	const ask = asking(address, options);
	const create = () => ask("CreateArtifact", {
		...owner,
		name,
		version: VERSION
	}, created);
	const target = await create().catch(async (error) => {
		if (!(error instanceof GitHubError) || error.status !== CONFLICT) throw error;
		const { artifacts } = await ask("ListArtifacts", {
			...owner,
			name_filter: name
		}, listed);
		for (const before of artifacts) if (before.name === name) await ask("DeleteArtifact", before, done);
		return create();
	});
	const signature = new URL(target).searchParams.get("sig");
	if (signature !== null) for (const text of [signature, encodeURIComponent(signature)]) options.onSecret(text);
	const { bytes, sha256 } = await store(archive, target, options);
	await ask("FinalizeArtifact", {
		...owner,
		name,
		size: String(bytes),
		hash: `sha256:${sha256}`
	}, done);
}
/** The run and the job in the token's claims, from the scope `Actions.Results:RUN:JOB`. */
function ownerIn(token) {
	const [, claims = ""] = token.split(".");
	const { data } = object({ scp: string() }).safeParse(jsonOf(Buffer.from(claims, "base64url").toString()));
	const [run, job] = /(?:^| )Actions\.Results:([^: ]+):([^: ]+)(?: |$)/u.exec(data?.scp ?? "")?.slice(1) ?? [];
	if (run !== void 0 && job !== void 0) return {
		workflow_run_backend_id: run,
		workflow_job_run_backend_id: job
	};
	throw new GitHubError({
		what: "the job's token does not identify a run for the artifact",
		where: "ACTIONS_RUNTIME_TOKEN",
		fix: "If the runner has no artifact service, set artifact: none."
	});
}
function faultOf({ status, retryAfterMs }) {
	return {
		isTransient: status === void 0 || status === 429 || status >= 500,
		retryAfterMs
	};
}
function asking({ url, token }, { timing, signal }) {
	const client = new HttpClient("reversal-check", [], { socketTimeout: TIMEOUT_MS });
	const base = `${url.replace(/\/+$/u, "")}/${SERVICE}`;
	const headers = {
		"content-type": "application/json",
		authorization: `Bearer ${token}`
	};
	const send = async (method, body) => {
		try {
			const response = await client.post(`${base}/${method}`, body, headers);
			const { statusCode: status, headers: answered } = response.message;
			const retryAfterMs = parseRetryAfter(answered["retry-after"], timing.now());
			return {
				status,
				text: await response.readBody(),
				retryAfterMs
			};
		} catch (error) {
			return {
				status: void 0,
				text: error instanceof Error ? error.message : String(error)
			};
		}
	};
	/** Sends a request and retries transient failures. */
	return async (method, parameters, answer) => {
		const read = ({ status, text }) => status === 200 ? answer.safeParse(jsonOf(text)).data : void 0;
		const reply = await withRetry(ARTIFACT_SERVICE, {
			send: () => send(method, JSON.stringify(parameters)),
			faultIn: (result) => read(result) === void 0 ? faultOf(result) : void 0,
			timing,
			signal
		});
		const data = read(reply);
		if (data === void 0) throw refused(method, reply.status, reply.text);
		return data;
	};
}
function refused(method, status, text) {
	const message = object({ msg: string() }).safeParse(jsonOf(text)).data?.msg;
	const said = oneLine(message ?? (status === void 0 ? text : ""), 800);
	const answered = status === void 0 ? "" : ` (HTTP ${status})`;
	return new GitHubError({
		what: `${method} failed${answered}${said === "" ? "" : `: ${said}`}`,
		where: "the artifact service",
		fix: "Run the job again, or set artifact: none if the runner has no artifact service.",
		...status === void 0 ? {} : { status }
	});
}
function jsonOf(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
/**
* An address with every `=` in a value escaped. Azure's client cuts a value off at an `=`, and the signatures of some
* services end with `=`.
*/
function withEscapedValues(address) {
	const url = new URL(address);
	url.search = url.search.replaceAll(/(?<=[?&][^=&]*=[^&]*)=/gu, "%3D");
	return url.href;
}
/**
* Uploads the archive in blocks. Returns the archive's size and hash, which the service uses to check that the upload
* is complete.
*/
async function store(archive, target, { signal, stallMs = STALL_MS }) {
	const hash = createHash("sha256");
	let bytes = 0;
	let fault;
	const stalled = new AbortController();
	const giveUp = () => stalled.abort();
	let watch = setTimeout(giveUp, stallMs);
	const moved = () => {
		clearTimeout(watch);
		watch = setTimeout(giveUp, stallMs);
	};
	const counted = async function* counted() {
		try {
			for await (const chunk of archive) {
				hash.update(chunk);
				bytes += chunk.length;
				moved();
				yield chunk;
			}
		} catch (error) {
			fault = error instanceof Error ? error : new Error(String(error));
			throw error;
		}
	};
	try {
		const client = new BlockBlobClient(withEscapedValues(target), void 0, { retryOptions: { maxTries: ARTIFACT_SERVICE.attempts } });
		const abortSignal = AbortSignal.any([signal, stalled.signal]);
		const sent = client.uploadStream(Readable.from(counted(), { objectMode: false }), BLOCK_BYTES, BLOCKS_AT_A_TIME, {
			abortSignal,
			onProgress: moved,
			blobHTTPHeaders: { blobContentType: "application/zip" }
		});
		await Promise.race([sent, once(abortSignal, "abort").then(() => abortSignal.throwIfAborted())]);
	} catch (cause) {
		if (fault !== void 0) throw fault;
		const status = cause instanceof RestError && !stalled.signal.aborted ? cause.statusCode : void 0;
		const answered = status === void 0 ? "" : ` (HTTP ${status})`;
		const told = cause instanceof Error ? cause.message : String(cause);
		const message = stalled.signal.aborted ? `the storage accepted no data for ${stallMs / 1e3} seconds` : told;
		throw new GitHubError({
			what: `could not upload the archive${answered}${message === "" ? "" : `: ${oneLine(message, 800)}`}`,
			where: "the artifact storage",
			fix: status === void 0 ? "Check that the runner can reach the artifact storage (proxy variables), and run the job again." : "Run the job again, or set artifact: none if the artifact storage keeps refusing the upload.",
			cause,
			...status === void 0 ? {} : { status }
		});
	} finally {
		clearTimeout(watch);
	}
	return {
		bytes,
		sha256: hash.digest("hex")
	};
}

export { uploadArtifact };