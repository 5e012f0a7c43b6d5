import { r as __name } from "./rolldown-runtime.js";
import { rename, rm, writeFile } from "node:fs/promises";

// src/files/proxy-secrets.ts
const NAMES = [
	"HTTP_PROXY",
	"HTTPS_PROXY",
	"ALL_PROXY"
];
/**
* What must be shown of no proxy that the environment names: its password, in every spelling in which Node sends or reads it; its
* user name where that stands alone, as tokens do. Nothing where no proxy is named, or one without either.
*/
function proxySecrets(env) {
	return NAMES.flatMap((name) => [env[name], env[name.toLowerCase()]]).flatMap((value) => {
		if (value === void 0 || !URL.canParse(value)) return [];
		const { username, password } = new URL(value);
		const secret = password === "" ? username : password;
		if (secret === "") return [];
		const credentials = `${decoded(username)}:${decoded(password)}`;
		return [
			secret,
			decoded(secret),
			Buffer.from(credentials).toString("base64")
		];
	});
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

// src/config/secrets.ts
/**
* Every secret that a configuration names and the environment holds, each by itself: keys, the values of headers and what
* follows their scheme, addresses that are kept out of the configuration, and passwords of proxies. For masking, so nothing is checked
* here.
*/
function secretsNamedBy({ checkpoints, embeddings }, env) {
	const named = [
		...[
			checkpoints,
			checkpoints?.old,
			checkpoints?.new,
			embeddings
		].map((side) => side?.apiKeyEnv),
		checkpoints?.baseUrlEnv,
		embeddings?.baseUrlEnv
	];
	const headers = [checkpoints?.headersEnv, embeddings?.headersEnv].flatMap((name) => name === void 0 ? [] : headerValues(env[name]?.trim() ?? ""));
	const values = named.map((name) => name === void 0 ? "" : env[name]?.trim() ?? "");
	return [.../* @__PURE__ */ new Set([
		...values,
		...headers,
		...proxySecrets(env)
	])].filter((secret) => secret !== "");
}
/**
* The variables that asking takes by a configuration and that the environment does not hold: keys, headers and addresses, of the
* checkpoints that are not served here and of the embeddings.
*/
function unsetVariables({ checkpoints, embeddings }, env) {
	const named = [
		...[checkpoints?.old, checkpoints?.new].flatMap((side) => {
			if (side?.serve !== void 0 || side?.baseUrl === void 0 && checkpoints?.serve !== void 0) return [];
			const address = side?.baseUrl === void 0 ? checkpoints?.baseUrlEnv : void 0;
			return [
				side?.apiKeyEnv ?? checkpoints?.apiKeyEnv,
				checkpoints?.headersEnv,
				address
			];
		}),
		embeddings?.apiKeyEnv,
		embeddings?.headersEnv,
		embeddings?.baseUrlEnv
	];
	return [...new Set(named.filter((name) => name !== void 0).filter((name) => (env[name]?.trim() ?? "") === ""))];
}
/** The whole text, and each value in it where it is an object of headers. */
function headerValues(text) {
	const values = Object.values(objectIn(text)).filter((value) => typeof value === "string");
	return [
		text,
		...values,
		...values.map((value) => value.replace(/^\S+\s+/, ""))
	];
}
function objectIn(text) {
	try {
		const value = JSON.parse(text);
		return typeof value === "object" && value !== null ? value : {};
	} catch {
		return {};
	}
}

// src/files/write-whole.ts
/** Characters that are written at one time: each write is a turn of the event loop. */
const CHUNK_CHARACTERS = 2 ** 20;
/**
* Writes a file in one step: it is there whole, or as it was before, also when the process is killed half-way. Its folder must
* be there.
*/
async function writeWhole(path, content) {
	const beside = `${path}.${process.pid}.tmp`;
	try {
		await writeFile(beside, typeof content === "string" ? content : chunks(content));
		await rename(beside, path);
	} finally {
		await rm(beside, { force: true });
	}
}
function* chunks(pieces) {
	let chunk = "";
	for (const piece of pieces) {
		chunk += piece;
		if (chunk.length < CHUNK_CHARACTERS) continue;
		yield chunk;
		chunk = "";
	}
	yield chunk;
}

export { proxySecrets as i, secretsNamedBy as n, unsetVariables as r, writeWhole as t };