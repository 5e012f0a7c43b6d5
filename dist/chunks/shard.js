import { r as __name } from "./rolldown-runtime.js";
import { i as ReversalCheckError, n as GitHubError, t as ConfigError } from "./errors.js";
import { _ as string, a as array, m as object, o as boolean, p as number, r as _enum } from "./schemas.js";
import { r as quoted } from "./printable.js";
import { a as sha256, n as streamRegularFile } from "./regular-file.js";
import { a as oneLine } from "./neutralise.js";
import { a as withRetry, n as FORGE_API } from "./retry.js";
import { n as parseRetryAfter } from "./retry-after.js";
import { Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";
import { createHash } from "node:crypto";
import { basename, join, relative, sep } from "node:path";
import { readdir } from "node:fs/promises";

// package.json
var version = "0.1.0";

// src/version.ts
/** This program's version, from `package.json`. */
const ENGINE_VERSION = version;

// src/github/api/api-failure.ts
/** How long to wait if GitHub limits requests without giving a time. */
const RATE_LIMIT_WAIT_MS = 6e4;
/** Converts an octokit error. Any other error is a bug and is rethrown. */
function failureOf(error, now) {
	if (!(error instanceof Error)) throw error;
	const response = responseOf(error);
	if (response === void 0) {
		if (!isNetworkError(error)) throw error;
		return {
			kind: "unreachable",
			isTransient: true,
			message: error.message,
			cause: error
		};
	}
	const { status, headers, data } = response;
	const message = messageOf(data);
	const isRateLimit = status === 429 || status === 403 && (headers["retry-after"] !== void 0 || headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(message));
	const retryAfterMs = isRateLimit || status === 503 ? askedWait(headers, isRateLimit, now) : void 0;
	return {
		kind: "refused",
		isTransient: isRateLimit || status >= 500,
		message,
		status,
		isRateLimit,
		...retryAfterMs === void 0 ? {} : { retryAfterMs },
		cause: error
	};
}
/** The error that the user sees if a request still fails after retries. */
function explainFailure(failure, { purpose, permission }) {
	const { status, message, cause } = failure;
	const said = message === "" ? "" : `: ${oneLine(message, 800)}`;
	const answered = status === void 0 ? "" : ` (HTTP ${status}${said})`;
	return {
		what: `${purpose} failed${answered === "" ? said : answered}`,
		where: "GitHub API",
		fix: mendOf(failure, permission),
		cause,
		...status === void 0 ? {} : { status }
	};
}
function mendOf({ kind, status, isRateLimit, message }, permission) {
	if (kind === "unreachable") return "Check that the runner can reach the API (GITHUB_API_URL, proxy variables), and run the job again.";
	if (kind === "unreadable") return "A proxy between the runner and GitHub may have changed the response. Run the job again.";
	if (kind === "unexpected") return "This server's API differs from GitHub's here, so this step does not work with it. If the server is GitHub, a proxy may have changed the response. Run the job again.";
	if (isRateLimit === true) return "The token has reached its rate limit. Run the job again later, or set github-token to a separate token.";
	if (/\blocked\b/i.test(message)) return "Unlock the conversation, then run the job again.";
	switch (status) {
		case 401: return "Set github-token to a token that is valid for the whole job. An app's token expires after one hour, and the job's own token expires with the job.";
		case 403: return permission === void 0 ? "Set github-token to a token with this permission." : `Add \`${permission}\` to the job's \`permissions:\`. Pull requests from forks and from Dependabot always have a read-only token.`;
		case 404: return `Check that it exists, and that the token has access to it${permission === void 0 ? "" : ` (\`${permission}\`)`}.`;
		case 410: return "The issue was deleted, or issues are disabled in the repository. Enable issues, or run the job again to create a new issue.";
		case 422: return "GitHub rejected the request. Please report this as a bug, with the message above.";
		case void 0:
		default: return (status ?? 0) >= 500 ? "Run the job again. If the error persists, check https://www.githubstatus.com for outages." : "Fix the cause in the message above, then run the job again.";
	}
}
function responseOf(error) {
	const response = "response" in error ? error.response : void 0;
	if (typeof response !== "object" || response === null || !("status" in response)) return void 0;
	const { status } = response;
	if (typeof status !== "number") return void 0;
	const headers = {};
	if ("headers" in response && typeof response.headers === "object" && response.headers !== null) for (const [name, value] of Object.entries(response.headers)) headers[name] = String(value);
	return {
		status,
		headers,
		data: "data" in response ? response.data : void 0
	};
}
/** Whether the error comes from octokit, or from a connection that failed or timed out. */
function isNetworkError(error) {
	if ([
		"HttpError",
		"AbortError",
		"TimeoutError"
	].includes(error.name)) return true;
	return error instanceof TypeError && /fetch failed|terminated|network/i.test(error.message);
}
function messageOf(data) {
	if (typeof data !== "object" || data === null || !("message" in data)) return "";
	const details = "errors" in data && Array.isArray(data.errors) ? data.errors.map(detailOf).filter(Boolean) : [];
	return [String(data.message), ...details].join("; ");
}
function detailOf(detail) {
	if (typeof detail === "string") return detail;
	return typeof detail === "object" && detail !== null && "message" in detail ? String(detail.message) : "";
}
function askedWait(headers, isRateLimit, now) {
	const asked = parseRetryAfter(headers["retry-after"], now);
	if (asked !== void 0) return asked;
	const reset = Number(headers["x-ratelimit-reset"] ?? NaN);
	if (headers["x-ratelimit-remaining"] === "0" && Number.isFinite(reset)) return Math.max(0, reset * 1e3 - now);
	return isRateLimit ? RATE_LIMIT_WAIT_MS : void 0;
}

// src/github/api/api.ts
/**
* Creates the API from a function that sends requests. `repository` is `owner/name`. `timeoutMs` is the maximum wait
* for one response.
*/
function gitHubApi({ send, graphQl, repository, timing, signal, timeoutMs, onRetry }) {
	const [owner = "", repo = ""] = repository.split("/");
	const ask = async ({ route, parameters, answer }) => {
		try {
			const { data, headers } = await send(route, {
				...route.includes("{owner}") ? {
					owner,
					repo
				} : {},
				...parameters,
				headers: { "x-github-api-version": "2022-11-28" },
				request: { signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) }
			});
			const parsed = answer.safeParse(data);
			if (parsed.success) return {
				data: parsed.data,
				hasNextPage: namesNextPage(headers["link"])
			};
			return typeof data === "string" ? {
				kind: "unreadable",
				isTransient: true,
				message: "",
				cause: parsed.error
			} : {
				kind: "unexpected",
				isTransient: false,
				message: differenceIn(data, parsed.error),
				cause: parsed.error
			};
		} catch (error) {
			if (signal.aborted) throw signal.reason;
			return failureOf(error, timing.now());
		}
	};
	return {
		graphQl,
		request: async (call) => {
			const answer = await withRetry(FORGE_API, {
				send: () => ask(call),
				faultIn: failureIn,
				timing,
				signal,
				onRetry: (result, waitMs) => {
					const failure = failureIn(result);
					const why = failure === void 0 ? "" : summaryOf(failure);
					onRetry(`${call.purpose}: ${why}; retrying in ${Math.ceil(waitMs / 1e3)} s`);
				}
			});
			if ("kind" in answer) throw new GitHubError(explainFailure(answer, call));
			return answer;
		}
	};
}
function failureIn(answer) {
	return "kind" in answer ? answer : void 0;
}
/** The first field of a response that is missing or has an unexpected value. */
function differenceIn(data, { issues }) {
	const path = issues[0]?.path ?? [];
	if (path.length === 0) return "the server's response has an unexpected form";
	const field = `the field ${path.map(String).join(".")}`;
	let value = data;
	for (const key of path) value = Object(value)[key];
	return value === void 0 ? `the server's response lacks ${field}` : `in the server's response, ${field} has an unexpected value`;
}
function summaryOf({ kind, status }) {
	if (status !== void 0) return `GitHub responded with ${status}`;
	return kind === "unreadable" ? "GitHub's response was cut off" : "no response from GitHub";
}
function namesNextPage(link) {
	return typeof link === "string" && /;\s*rel="?next"?/.test(link);
}

// src/github/api/connect.ts
const TIMEOUT_MS = 3e4;
/**
* The GraphQL address for a REST API's address. On GitHub Enterprise Server, GraphQL is at `/api/graphql` if REST is at
* `/api/v3`. On github.com and `*.ghe.com`, it is at `/graphql` below the REST API's address. Gitea and Forgejo do not
* support GraphQL.
*/
function graphQlOf(baseUrl) {
	if (baseUrl.endsWith("/api/v1")) return void 0;
	return `${baseUrl.replace(/\/api\/v3$/u, "/api")}/graphql`;
}
/**
* The API of the GitHub server at `baseUrl` (`GITHUB_API_URL`). Uses the proxy from the environment. The client is
* loaded on the first request, so a run without requests does not wait for it.
*/
function connectGitHub({ token, baseUrl, timeoutMs = TIMEOUT_MS, ...options }) {
	let client;
	const load = async () => {
		const { getOctokit } = await import("./github.js");
		const octokit = getOctokit(token, {
			baseUrl,
			userAgent: `reversal-check/${ENGINE_VERSION}`
		});
		return (route, parameters) => octokit.request(route, parameters);
	};
	return gitHubApi({
		...options,
		graphQl: graphQlOf(baseUrl),
		timeoutMs,
		send: async (route, parameters) => {
			client ??= load();
			return (await client)(route, parameters);
		}
	});
}

// src/files/zip/zip-archive.ts
const LOCAL = 67324752;
const LOCAL_BYTES = 30;
const SIZES = 134695760;
const SIZES_BYTES = 16;
const ENTRY = 33639248;
const ENTRY_BYTES = 46;
const END = 101010256;
const END_BYTES = 22;
const VERSION = 20;
/** Header flags: sizes follow the content, and names are UTF-8. */
const FLAGS = 2056;
const DEFLATED = 8;
/**
* The date of every entry: the first day that the format can represent. Because the date is fixed, the same files
* always give the same archive.
*/
const DAY = 33;
/** The limits of the basic format, which every ZIP program can read. */
const MOST_FILES = 65535;
const MOST_BYTES = 4294967295;
/**
* Streams a ZIP archive of these files. Only one chunk of a file is in memory at a time. Without files, the archive has
* no entries.
*
* @throws {ConfigError} if the archive would contain more than 65,535 files or 4 GiB; also throws if reading a file
* fails
*/
async function* zipArchive(files) {
	if (files.length > MOST_FILES) throw tooMuch(`${files.length} files`);
	const directory = [];
	let at = 0;
	for (const { path, name } of files) {
		const start = at;
		const nameBytes = Buffer.from(name);
		const header = localHeader(nameBytes);
		at += header.length;
		yield header;
		let crc = 0;
		let size = 0;
		const deflated = createDeflateRaw();
		Readable.from(streamRegularFile(path)).on("data", (chunk) => {
			crc = crc32(chunk, crc);
			size += chunk.length;
		}).once("error", (error) => deflated.destroy(error)).pipe(deflated);
		const begun = at;
		for await (const chunk of deflated) {
			at += chunk.length;
			yield chunk;
		}
		const file = {
			name: nameBytes,
			crc,
			packed: at - begun,
			size,
			at: start
		};
		if (size > MOST_BYTES || at > MOST_BYTES) throw tooMuch("more than 4 GiB");
		at += SIZES_BYTES;
		yield sizesOf(file);
		directory.push(file);
	}
	const entries = Buffer.concat(directory.map(entryOf));
	if (at + entries.length > MOST_BYTES) throw tooMuch("more than 4 GiB");
	yield Buffer.concat([entries, endOf(files.length, entries.length, at)]);
}
function tooMuch(what) {
	return new ConfigError({
		what: `found ${what}, which is too much for one archive`,
		where: "the files of the run",
		fix: "Set artifact: report to upload the report without the completions."
	});
}
function localHeader(name) {
	const header = Buffer.alloc(LOCAL_BYTES);
	header.writeUInt32LE(LOCAL, 0);
	header.writeUInt16LE(VERSION, 4);
	header.writeUInt16LE(FLAGS, 6);
	header.writeUInt16LE(DEFLATED, 8);
	header.writeUInt16LE(DAY, 12);
	header.writeUInt16LE(name.length, 26);
	return Buffer.concat([header, name]);
}
function sizesOf({ crc, packed, size }) {
	const sizes = Buffer.alloc(SIZES_BYTES);
	sizes.writeUInt32LE(SIZES, 0);
	sizes.writeUInt32LE(crc, 4);
	sizes.writeUInt32LE(packed, 8);
	sizes.writeUInt32LE(size, 12);
	return sizes;
}
function entryOf({ name, crc, packed, size, at }) {
	const entry = Buffer.alloc(ENTRY_BYTES);
	entry.writeUInt32LE(ENTRY, 0);
	entry.writeUInt16LE(VERSION, 4);
	entry.writeUInt16LE(VERSION, 6);
	entry.writeUInt16LE(FLAGS, 8);
	entry.writeUInt16LE(DEFLATED, 10);
	entry.writeUInt16LE(DAY, 14);
	entry.writeUInt32LE(crc, 16);
	entry.writeUInt32LE(packed, 20);
	entry.writeUInt32LE(size, 24);
	entry.writeUInt16LE(name.length, 28);
	entry.writeUInt32LE(at, 42);
	return Buffer.concat([entry, name]);
}
function endOf(count, bytes, at) {
	const end = Buffer.alloc(END_BYTES);
	end.writeUInt32LE(END, 0);
	end.writeUInt16LE(count, 8);
	end.writeUInt16LE(count, 10);
	end.writeUInt32LE(bytes, 12);
	end.writeUInt32LE(at, 16);
	return end;
}

// src/github/artifact/artifact.ts
/** The artifact modes: `report` (without completions and items), `full` (the run's whole folder) and `none`. */
const ARTIFACT_MODES = [
	"report",
	"full",
	"none"
];
/** The default key, which does not appear in the artifact's name. */
const USUAL_KEY = "reversal.yml";
const LONGEST_WORD = 60;
/**
* The name of a check's artifact. If a run uploads two artifacts with the same name, only the later one is kept. Other
* checks and the shards of a check (`3-10`) therefore get different names.
*/
function artifactName(key, shard) {
	const own = key === USUAL_KEY ? "reversal-check" : `reversal-check-${wordOf(key)}`;
	return shard === void 0 ? own : `${own}-shard-${shard}`;
}
/**
* A key reduced to letters, digits, dots, underscores and dashes. If that changes it, part of its hash is appended to
* keep it unique.
*/
function wordOf(key) {
	const word = key.replaceAll(/[^A-Za-z0-9._-]+/gu, "-").slice(0, LONGEST_WORD);
	return word === key ? word : `${word}-${createHash("sha256").update(key).digest("hex").slice(0, 8)}`;
}
/** The files to archive, named by their base names. */
const named = (paths) => paths.map((path) => ({
	path,
	name: basename(path)
}));
/** All files below a folder, ordered by name. Does not follow links. */
async function filesBelow(folder) {
	return (await readdir(folder, {
		recursive: true,
		withFileTypes: true
	})).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name)).map((path) => ({
		path,
		name: relative(folder, path).split(sep).join("/")
	})).toSorted((a, b) => a.name < b.name ? -1 : 1);
}
/** Uploads files as an artifact. Never throws: a failure is a warning and does not change the verdict. */
async function keepArtifact({ name, files, env, load, onWarning, ...options }) {
	const url = env["ACTIONS_RESULTS_URL"] ?? "";
	const token = env["ACTIONS_RUNTIME_TOKEN"] ?? "";
	if (url === "" || token === "") {
		onWarning("No artifact was uploaded, because there is no artifact service. The result and the report are in the run's folder. To remove this warning, set artifact: none.");
		return "not kept";
	}
	try {
		const { uploadArtifact } = await load();
		await uploadArtifact(name, zipArchive(await files()), {
			url,
			token
		}, options);
		return "kept";
	} catch (error) {
		onWarning(`No artifact was uploaded: ${error instanceof ReversalCheckError ? `${error.what}. ${error.fix}` : `${error instanceof Error ? error.message : String(error)}.`}`);
		return "not kept";
	}
}

// src/github/publish/comment-text.ts
/** GitHub's limit for a comment, in characters. */
const LONGEST_COMMENT = 65536;
/**
* The hidden last line of a check's comment. Every key has its own marker. Characters that could end the marker early
* are percent-encoded.
*/
function markerOf(key) {
	return `<!-- reversal-check:${encoded(key)} -->`;
}
function encoded(text) {
	return encodeURIComponent(text.toWellFormed()).replaceAll("%2F", "/").replaceAll(/(?<=-)-|[!'()*~]/g, hex);
}
const hex = (character) => `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
/** The percent-decoded text as a list with one element; empty if the encoding is invalid. */
function decoded(text) {
	try {
		return [decodeURIComponent(text)];
	} catch {
		return [];
	}
}
/** Whether a comment ends with this marker. A comment that only quotes it does not count. */
function hasMarker(body, marker) {
	return lastLines(body).at(-1) === marker;
}
const STATE = /^<!-- reversal-check-state run:(?<run>\d{1,15}) outcome:(?<outcome>[a-z0-9-]{1,60})(?: alarmed:(?<alarmed>[^\s>]*))? -->$/;
/** The hidden state in a check's comment; undefined if there is none or it cannot be read. */
function stateOf(body) {
	const groups = STATE.exec(lastLines(body).at(-2) ?? "")?.groups;
	if (groups === void 0) return void 0;
	const alarmed = (groups["alarmed"] ?? "").split(",").filter((each) => each !== "");
	return {
		run: Number(groups["run"]),
		outcome: groups["outcome"] ?? "",
		alarmed: alarmed.flatMap(decoded)
	};
}
function lastLines(body) {
	return body.trimEnd().split("\n").slice(-2).map((line) => line.trim());
}
/**
* The full text of a comment or issue that was superseded by the comment or issue at `url`. It has this check's marker
* but no run's state.
*/
function supersededText(key, url) {
	return `Superseded by [a newer comment](${url}), which this check wrote with another token.\n\n${markerOf(key)}`;
}
/** The full text of a comment, within GitHub's limit: the report, then the marker. */
function commentText(showing, { key, run, alarmed = [] }) {
	const inAlarm = alarmed.length === 0 ? "" : ` alarmed:${alarmed.map(encoded).join(",")}`;
	const tail = `\n<!-- reversal-check-state run:${run} outcome:${showing.outcome}${inAlarm} -->\n${markerOf(key)}`;
	return `${showing.atMost(LONGEST_COMMENT - tail.length)}${tail}`;
}

// src/github/api/login.ts
/** The login that the job's own token posts as. */
const JOB_LOGIN = "github-actions[bot]";
/**
* The login that a token posts as, as shown on comments and issues. For an app, it is a name such as
* `acme-checks[bot]`. Undefined if the server does not report it.
*
* @throws {GitHubError} as `GitHubApi.request` does
*/
async function loginOf(api) {
	return await userOf(api) ?? await viewerOf(api);
}
/** Uses REST, which works for users' tokens: personal tokens, and job tokens on Gitea and Forgejo. */
async function userOf(api) {
	return unlessRefused(async () => {
		const { data } = await api.request({
			route: "GET /user",
			answer: object({ login: string() }),
			purpose: "reading the identity of the token"
		});
		return data.login;
	});
}
const viewerSchema = object({ data: object({ viewer: object({ login: string() }).nullish() }).nullish() });
/**
* Uses GraphQL, which is the only way to get an app's login, including the job's own. For an app, GitHub responds to
* `GET /user` with 403.
*/
async function viewerOf(api) {
	const { graphQl } = api;
	if (graphQl === void 0) return void 0;
	return unlessRefused(async () => {
		const { data } = await api.request({
			route: `POST ${graphQl}`,
			parameters: { query: "{ viewer { login } }" },
			answer: viewerSchema,
			purpose: "reading the identity of the token"
		});
		return data.data?.viewer?.login;
	});
}
/** Returns undefined if the request is forbidden or the endpoint does not exist. */
async function unlessRefused(ask) {
	try {
		return await ask();
	} catch (error) {
		if (error instanceof GitHubError && (error.status === 403 || error.status === 404)) return void 0;
		throw error;
	}
}

// src/github/publish/written.ts
/** The fields of a response that describe an author. */
const userSchema = object({
	login: string(),
	id: number().optional(),
	type: string().optional()
});
const associationSchema = string().nullish();
/**
* The author in a response; undefined if the account was deleted. Gitea and Forgejo give their system users ids below
* 0.
*/
function authorOf(user, association) {
	if (user === null || user === void 0) return void 0;
	const { login, type, id = 0 } = user;
	return {
		login,
		isBot: type === "Bot" || id < 0,
		association: association ?? void 0
	};
}
function identityOf(api) {
	return {
		login: () => loginOf(api),
		writers: async () => {
			return ((await unlessRefused(() => api.request({
				route: "GET /repos/{owner}/{repo}/assignees",
				parameters: { per_page: 100 },
				answer: array(object({ login: string() })),
				purpose: "reading the write permissions"
			})))?.data ?? []).map(({ login }) => login);
		}
	};
}
/** Associations that outsiders do not have. */
const INSIDERS = /* @__PURE__ */ new Set([
	"OWNER",
	"MEMBER",
	"COLLABORATOR"
]);
const isSame = (a, b) => a.toLowerCase() === b.toLowerCase();
/**
* Selects the texts that a check wrote, which end with its marker. `own` contains the texts posted under the token's
* login. `others` contains texts posted by an app or by someone with access to the repository; such texts exist if the
* workflow's token has changed. Neither list contains outsiders' texts. `others` also excludes texts from a later run
* and texts that are already superseded. The login is requested only if the text has the marker. If the server does not
* report it, `others` are treated as `own`.
*/
async function writtenBy(texts, { key, run, identity }) {
	const marker = markerOf(key);
	const marked = texts.filter(({ body }) => hasMarker(body, marker));
	if (marked.length === 0) return {
		own: [],
		others: []
	};
	const login = await identity.login();
	const own = marked.filter(({ author }) => author !== void 0 && isSame(author, login ?? "github-actions[bot]"));
	const foreign = marked.filter((text) => !own.includes(text) && (stateOf(text.body)?.run ?? Infinity) <= run);
	const isUnsaid = ({ by }) => by !== void 0 && !by.isBot && by.association === void 0;
	const writers = foreign.some(isUnsaid) ? await identity.writers() : [];
	const others = foreign.filter((text) => {
		const { by } = text;
		if (by === void 0) return false;
		if (isUnsaid(text)) return writers.some((writer) => isSame(writer, by.login));
		return by.isBot || INSIDERS.has(by.association ?? "");
	});
	if (login !== void 0) return {
		own,
		others
	};
	return {
		own: marked.filter((text) => own.includes(text) || others.includes(text)),
		others: []
	};
}

// src/github/publish/comment.ts
/**
* When to write the comment: whenever something was measured, only when the outcome changed, only when the check fails,
* or never.
*/
const COMMENT_MODES = [
	"always",
	"changes",
	"failure",
	"never"
];
/**
* Keeps one comment per check: creates it once, then updates it in place. All pages of comments are searched for the
* marker and the token's login, so other users' comments with the marker are not changed. A comment that this check
* wrote with another token is superseded. If several exist because jobs ran at the same time, the oldest is kept and
* the others are deleted.
*
* @throws {GitHubError} if the comment cannot be read or written
*/
async function publishComment(request) {
	const { comments, mode } = request;
	if (mode === "never") return { kind: "none" };
	const { own, others } = await writtenBy(await comments.list(), {
		...request,
		identity: comments.identity
	});
	const published = await settle(own, request) ?? await create(request, others.length > 0);
	if (published.kind !== "none") await supersede(others, published.url, request);
	return published;
}
/** Creates the comment if that is allowed, or if it supersedes one written with another token (`replaces`). */
async function create(request, replaces) {
	const { comments, showing, key, mode, run } = request;
	if (!(request.mayCreate && !(mode === "failure" && showing.passed)) && !replaces) return { kind: "none" };
	const created = await comments.create(commentText(showing, request));
	const identity = {
		...comments.identity,
		login: () => Promise.resolve(created.author)
	};
	const { own } = await writtenBy(await comments.list(), {
		key,
		run,
		identity
	});
	const settled = await settle([...own.filter(({ id }) => id !== created.id), created].toSorted((a, b) => a.id - b.id), request);
	return settled === void 0 || settled.url === created.url ? {
		kind: "created",
		url: created.url
	} : settled;
}
/** Updates comments that this check wrote with other tokens: a link to the current comment replaces their text. */
async function supersede(others, newer, { comments, key, onWarning }) {
	for (const { id, url } of others) try {
		await comments.update(id, supersededText(key, newer));
	} catch (error) {
		if (!(error instanceof GitHubError)) throw error;
		if (error.status !== 404 && error.status !== 410) onWarning(`could not update a comment that this check wrote with another token, ${url}: ${error.what}`);
	}
}
/**
* Updates the check's oldest comment and deletes the others. If the oldest was deleted in the meantime, the next oldest
* takes its place. Returns undefined if no comment is left.
*/
async function settle(own, request) {
	for (const [place, comment] of own.entries()) {
		const kept = await bringUpToDate(comment, request);
		if (kept === "gone") continue;
		await removeAll(own.slice(place + 1), request);
		return {
			kind: kept,
			url: comment.url
		};
	}
}
async function bringUpToDate({ id, body }, request) {
	const { comments, showing, mode, run } = request;
	const state = stateOf(body);
	if (state !== void 0 && state.run > run) return "left";
	if (mode === "changes" && state?.outcome === showing.outcome) return "left";
	const text = commentText(showing, request);
	if (body.trim() === text.trim()) return "left";
	try {
		await comments.update(id, text);
		return "updated";
	} catch (error) {
		if (error instanceof GitHubError && (error.status === 404 || error.status === 410)) return "gone";
		throw error;
	}
}
async function removeAll(duplicates, { comments, onWarning }) {
	for (const { id, url } of duplicates) try {
		await comments.remove(id);
	} catch (error) {
		if (!(error instanceof GitHubError)) throw error;
		if (error.status !== 404 && error.status !== 410) onWarning(`could not delete a duplicate comment of this check, ${url}: ${error.what}`);
	}
}

// src/github/api/pull-request.ts
const repository = object({ full_name: string() }).nullable();
const pullSchema = object({
	number: number().int().positive(),
	state: _enum(["open", "closed"]),
	merge_commit_sha: string().nullable(),
	mergeable: boolean().nullish(),
	head: object({
		sha: string(),
		repo: repository
	}),
	base: object({
		sha: string(),
		ref: string(),
		repo: object({ full_name: string() })
	})
});
/**
* Finds pull requests through the API. The merge commit is undefined until GitHub has tried the merge, and remains
* undefined if there are conflicts.
*/
function findPullRequestOf(api) {
	return async (number) => {
		try {
			const { data } = await api.request({
				route: "GET /repos/{owner}/{repo}/pulls/{pull_number}",
				parameters: { pull_number: number },
				answer: pullSchema,
				purpose: `reading pull request #${number}`,
				permission: "contents: read, pull-requests: read"
			});
			const isOpen = data.state === "open";
			return {
				number,
				isOpen,
				mergeCommit: !isOpen || data.mergeable === true ? data.merge_commit_sha ?? void 0 : void 0,
				headCommit: data.head.sha,
				baseCommit: data.base.sha,
				baseBranch: data.base.ref,
				headRepository: data.head.repo?.full_name,
				baseRepository: data.base.repo.full_name
			};
		} catch (error) {
			if (error instanceof GitHubError && error.status === 404) return void 0;
			throw error;
		}
	};
}

// src/run/shards/shard.ts
/** Maximum number of shards. A matrix in GitHub Actions has at most 256 jobs, but other schedulers allow more. */
const MOST_SHARDS = 1e4;
/** @throws {ConfigError} if `text` is not `i/n` with 1 ≤ i ≤ n */
function parseShard(text, where) {
	const [, number = 0, of = 0] = (/^\s*(\d{1,5})\s*\/\s*(\d{1,5})\s*$/u.exec(text) ?? []).map(Number);
	if (number >= 1 && number <= of && of <= 1e4) return {
		number,
		of
	};
	throw new ConfigError({
		what: `found ${quoted(text)}, expected the shard's number, a slash and the total number of shards (at most ${MOST_SHARDS.toLocaleString("en")})`,
		where,
		fix: "Write 3/10 for the third of ten shards."
	});
}
const shardName = ({ number, of }) => `${number}/${of}`;
/** Each item's shard number, counted from 1, by suite and item. Every item is in exactly one shard. */
function shardNumbers(suites, of) {
	return new Map(suites.map(({ name, items }) => {
		const first = Number.parseInt(sha256(name).slice(-8), 16);
		const ids = items.map(({ id }) => id).toSorted((a, b) => a < b ? -1 : 1);
		return [name, new Map(ids.map((id, place) => [id, 1 + (first + place) % of]))];
	}));
}
/**
* A shard's items, with all their samples from both sides. Each suite's items, ordered by id, are assigned to the
* shards in turn. The order of lines in a file therefore does not matter, and shard sizes differ by at most one item
* per suite. Suites without items in the shard are omitted.
*/
function suitesOfShard(suites, { number, of }) {
	const numbers = shardNumbers(suites, of);
	return suites.flatMap((suite) => {
		const items = suite.items.filter(({ id }) => numbers.get(suite.name)?.get(id) === number);
		return items.length === 0 ? [] : [{
			...suite,
			items
		}];
	});
}

export { ENGINE_VERSION as C, connectGitHub as S, ARTIFACT_MODES as _, suitesOfShard as a, keepArtifact as b, publishComment as c, identityOf as d, userSchema as f, stateOf as g, commentText as h, shardNumbers as i, associationSchema as l, LONGEST_COMMENT as m, parseShard as n, findPullRequestOf as o, writtenBy as p, shardName as r, COMMENT_MODES as s, MOST_SHARDS as t, authorOf as u, artifactName as v, named as x, filesBelow as y };