import { r as __name } from "./rolldown-runtime.js";

// src/servers/http/parse-json.ts
/** Parses JSON text; undefined if it is not valid JSON. */
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}

export { parseJson as t };