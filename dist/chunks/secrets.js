import { r as __name } from "./rolldown-runtime.js";

// src/config/secrets.ts
/**
* Every secret that a configuration names and the environment holds, each by itself: keys, the values of headers and what
* follows their scheme, and addresses that are kept out of the configuration. For masking, so nothing is checked here.
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
	return [.../* @__PURE__ */ new Set([...values, ...headers])].filter((secret) => secret !== "");
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

export { secretsNamedBy as t };