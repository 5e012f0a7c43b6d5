import { r as __name } from "./rolldown-runtime.js";
import { a as SamplingError } from "./errors.js";
import { _ as string, a as array, h as record, m as object, p as number, y as union } from "./schemas.js";
import { b as addressParts, y as proxySecrets } from "./read-suite.js";
import { t as parseJson } from "./parse-json.js";
import { n as failureOf, t as RequestFailure } from "./request-failure.js";
import { i as readRateLimits, n as Streaming, t as STREAMED_HEADER } from "./streaming.js";

// src/servers/http/endpoint.ts
/** The configuration section that defines this server. */
function sectionOf({ side }) {
	if (side === "the judge") return "grader";
	return side === "embeddings" ? "embeddings" : "checkpoints";
}
/** The request path under the base URL. */
function pathOf({ side, api = "chat" }) {
	if (side === "embeddings") return "/embeddings";
	return api === "chat" ? "/chat/completions" : "/completions";
}
/** The server's name at the start of a message. */
function serverName({ side }) {
	if (side === "the judge") return "The judge's server";
	return side === "embeddings" ? "The embedding server" : `The server for ${side}`;
}
/**
* The address to show in messages. An address from the environment is a secret, so the variable's name is shown
* instead. The CI runner's masking is not enough, because neutralizing log text changes the spelling of an address.
*/
function shownAddress({ baseUrl, baseUrlEnv }) {
	return baseUrlEnv === void 0 ? baseUrl : `the address in ${baseUrlEnv}`;
}
/**
* The setting that contains the server's address: a configuration key, or the environment variable that the key refers
* to.
*/
function addressSetting(endpoint) {
	const { baseUrlEnv } = endpoint;
	return baseUrlEnv === void 0 ? `${sectionOf(endpoint)}.base-url` : `environment variable ${baseUrlEnv}`;
}

// src/servers/http/response-json.ts
/**
* Returns the JSON value of a response body: an already parsed value, or text that was sent with another content type.
* Undefined if the body is not JSON.
*/
function jsonOf(body) {
	return typeof body === "string" ? parseJson(body) : body;
}
/** The failure for an unusable response; `what` completes "the response …". */
function malformed(what) {
	return new RequestFailure({
		kind: "malformed",
		message: `the response ${what}`
	});
}

// src/servers/http/foreign-response.ts
/**
* Matches messages about an unknown path. Most servers send them with HTTP status 404; LM Studio sends them with 200.
*/
const UNKNOWN_PATH = /^(?:(?:404 )?(?:page |file )?not found|status code \(no body\))?$|<title>404|unexpected endpoint|\bcannot post\b|\binvalid url\b/i;
const MOST_MEMBERS = 5;
const errorSchema$1 = object({ error: union([string(), object({
	message: string(),
	code: string().optional().catch(void 0)
})]) });
/** Whether an error message reports that the server does not know the path, rather than the model. */
function namesThePath(message) {
	return UNKNOWN_PATH.test(message.replace(/^HTTP \d+(?:: )?/, "").trim());
}
/**
* The failure for a response with HTTP status 200 that is not of the expected kind. The failure's message describes
* what the response is instead.
*
* @param options.body the body of the response: parsed JSON, or text
* @param options.expected completes "the response contains no …"
*/
function foreignResponse({ body, expected, redact }) {
	const answer = jsonOf(body);
	const malformed = (what, more = {}) => new RequestFailure({
		kind: "malformed",
		message: redact.message(`the response ${what}`),
		...more
	});
	const { error } = errorSchema$1.safeParse(answer).data ?? {};
	if (error !== void 0) {
		const { message, code } = typeof error === "string" ? {
			message: error,
			code: void 0
		} : error;
		return malformed(`has HTTP status 200 but is an error: ${message.replace(/\.+$/, "")}`, {
			...namesThePath(message) && { wrong: "path" },
			...code !== void 0 && { code: redact.message(code) }
		});
	}
	if (typeof body === "string" && /^\s*<(?:!doctype|html)\b/i.test(body)) return malformed("is a web page", { wrong: "path" });
	if (answer === void 0) return malformed("is not valid JSON");
	if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return malformed(`contains no ${expected}`);
	const members = Object.keys(answer);
	if (members.length === 0) return malformed(`contains no ${expected}: it is an empty object`);
	const shown = members.slice(0, MOST_MEMBERS).map((name) => `\`${name}\``);
	const more = members.length > MOST_MEMBERS ? ", …" : "";
	return malformed(`contains no ${expected}, only ${shown.join(", ")}${more}`);
}

// src/servers/http/credentials.ts
/** The key to send if none is configured. Some local servers require a key but accept any value. */
const NO_KEY = "none";
const headersSchema = record(string(), string());
/**
* Reads a server's key and headers from the environment and trims them.
*
* @throws {SamplingError} if a configured variable is unset or empty, or if its value cannot be sent. The error never
* contains the value.
*/
function readCredentials(endpoint, env) {
	const { apiKeyEnv, headersEnv } = endpoint;
	const apiKey = apiKeyEnv === void 0 ? NO_KEY : readVariable(apiKeyEnv, "api-key-env", endpoint, env);
	if (apiKeyEnv !== void 0 && !isSendable("Authorization", `Bearer ${apiKey}`)) throw new SamplingError({
		what: `${apiKeyEnv} contains a character that is not allowed in an HTTP header.`,
		where: `environment variable ${apiKeyEnv}`,
		fix: "Set it to the key alone: one line of ASCII characters, without quotes."
	});
	const headers = headersEnv === void 0 ? {} : parseHeaders(headersEnv, readVariable(headersEnv, "headers-env", endpoint, env));
	const values = Object.values(headers);
	const afterScheme = values.map((value) => value.replace(/^\S+\s+/, ""));
	return {
		apiKey,
		headers,
		secrets: [
			...apiKeyEnv === void 0 ? [] : [apiKey],
			...values,
			...afterScheme,
			...proxySecrets(env)
		]
	};
}
function readVariable(name, key, endpoint, env) {
	const value = env[name]?.trim() ?? "";
	if (value !== "") return value;
	const { side, model } = endpoint;
	throw new SamplingError({
		what: `The environment variable ${name}, which is required for ${side} (${model}), is ${env[name] === void 0 ? "not set" : "empty"}.`,
		where: `${sectionOf(endpoint)}.${key}`,
		fix: `Set ${name}. In a workflow, pass the secret under \`env:\`. If the server needs no authentication, remove ${key}.`
	});
}
function parseHeaders(name, text) {
	const parsed = headersSchema.safeParse(parseJson(text));
	if (parsed.success && Object.entries(parsed.data).every(([header, value]) => isSendable(header, value))) return parsed.data;
	throw new SamplingError({
		what: `${name} does not contain a JSON object of HTTP headers.`,
		where: `environment variable ${name}`,
		fix: "Set it to one line such as {\"X-Api-Key\": \"…\"}, with valid HTTP header names and values."
	});
}
function isSendable(name, value) {
	const http = process.getBuiltinModule("node:http");
	try {
		http.validateHeaderName(name);
		http.validateHeaderValue(name, value);
		return true;
	} catch {
		return false;
	}
}

// src/servers/http/error-body.ts
/** An error in a request, as reported by FastAPI. The member `input` is not read, because it may repeat the prompt. */
const mistake = object({
	loc: array(union([string(), number()])),
	msg: string()
}).transform(({ loc, msg }) => `${loc.join(".")}: ${msg}`);
const mistakes = array(mistake).transform((all) => all.join("; "));
const errorSchema = union([object({ detail: union([string(), mistakes]) }).transform(({ detail }) => ({ message: detail })), object({ message: string() }).loose()]);
/**
* Adds the member `error` to an error response's body if it is missing, because the SDK ignores a body without it.
* Servers built with FastAPI (such as `transformers serve`) send `detail`, and others send only a message. Other
* responses are returned unchanged.
*/
async function withErrorMember(answer) {
	if (answer.status < 400) return answer;
	const text = await answer.text();
	const { status, headers } = answer;
	const body = parseJson(text);
	const error = typeof body === "object" && body !== null && "error" in body ? void 0 : errorSchema.safeParse(body).data;
	return new Response(error === void 0 ? text : JSON.stringify({ error }), {
		status,
		headers
	});
}

// src/servers/http/encoded-runs.ts
/** Minimum number of consecutive, individually encoded characters to decode. Fewer could be ordinary text. */
const SHORTEST_RUN = 8;
/** Alternative minimum: this many digits in longer groups, as in hex dumps. 16 digits are 8 bytes in hex. */
const SHORTEST_DIGITS = 16;
const NUL = /\0/gu;
const ASCII = 128;
const MEMBER = 1;
const GAP = 2;
const SLICE = 2e4;
const OVERLAP = 5e3;
const KINDS = [
	{
		classes: classesOf(/[0-9a-f]/iu, /[^0-9a-z]|[xuo]/iu),
		longestToken: 10,
		longestGap: 16,
		read: decoded
	},
	{
		classes: classesOf(/[!-~]/u, /[^!-~]/u),
		longestToken: 1,
		longestGap: 3,
		read: (run) => [run.replaceAll(/[^!-~]/gu, "")]
	},
	{
		classes: classesOf(/[0-9a-z]/iu, /[^0-9a-z]/iu),
		longestToken: 1,
		longestGap: 12,
		read: (run) => [run.replaceAll(/[^0-9a-z]/giu, "")]
	}
];
/**
* Replaces each run of characters that are encoded one by one or written with gaps between them, if the decoded text
* must be hidden. Takes time linear in the text's length. Does not run a regular expression over the whole text,
* because the engine keeps state for every repetition, which would use too much memory for long text.
*/
function withoutEncodedRuns(text, { isSecret, mark }) {
	let clean = text;
	for (const kind of KINDS) {
		let shown = "";
		let taken = 0;
		for (const { start, end } of runsIn(clean, kind).flatMap(inSlices)) {
			if (!kind.read(clean.slice(start, end)).some(isSecret)) continue;
			shown += clean.slice(taken, Math.max(taken, start)) + mark;
			taken = end;
		}
		if (taken > 0) clean = shown + clean.slice(taken);
	}
	return clean;
}
/**
* Splits a long run into slices that overlap by more than the length of a secret, so that only a small part is in
* memory in both encoded and decoded form.
*/
function inSlices({ start, end }) {
	const slices = Math.max(1, Math.ceil((end - start) / SLICE));
	return Array.from({ length: slices }, (_, at) => {
		const from = start + at * SLICE;
		return {
			start: from,
			end: Math.min(end, from + SLICE + OVERLAP)
		};
	});
}
/** The runs that are long enough to decode, each from the start of its first token to the end of its last. */
function runsIn(text, { classes, longestToken, longestGap }) {
	const runs = [];
	const isSingle = longestToken === 1;
	let start = 0;
	let end = 0;
	let tokens = 0;
	let digits = 0;
	const finish = () => {
		if (tokens >= SHORTEST_RUN || !isSingle && digits >= SHORTEST_DIGITS) runs.push({
			start,
			end
		});
		tokens = 0;
	};
	for (let at = 0; at < text.length; at += 1) {
		const found = classOf(classes, text.charCodeAt(at));
		if (found !== MEMBER) {
			if (tokens > 0 && (found !== GAP || at - end >= longestGap)) finish();
			continue;
		}
		const token = at;
		while (at + 1 < text.length && classOf(classes, text.charCodeAt(at + 1)) === MEMBER) at += 1;
		const length = at + 1 - token;
		if (length > longestToken) {
			if (isSingle && tokens > 0) {
				tokens += 1;
				end = token + 1;
			}
			if (tokens > 0) finish();
			if (!isSingle) continue;
		}
		if (tokens === 0) {
			start = isSingle ? at : token;
			digits = 0;
		}
		tokens += 1;
		digits += length;
		end = at + 1;
	}
	finish();
	return runs;
}
/** A character's class. Non-ASCII characters can only be gaps between tokens. */
function classOf(classes, code) {
	return code < ASCII ? classes[code] : GAP;
}
/** Each ASCII character's class. */
function classesOf(members, gaps) {
	return Uint8Array.from({ length: ASCII }, (_, code) => {
		const character = String.fromCharCode(code);
		if (members.test(character)) return MEMBER;
		return gaps.test(character) ? GAP : 0;
	});
}
/** All possible readings of a sequence of codes: hex (long groups contain several bytes), decimal, octal and binary. */
function decoded(run) {
	const codes = (run.match(/0[xob](?=[0-9a-f])|[0-9a-f]+/giu) ?? []).filter((code) => !/^0[xob]$/iu.test(code));
	const bytes = codes.map((code) => code.length % 2 === 0 ? code : `0${code}`).join("");
	return [Buffer.from(bytes, "hex").toString("latin1").replaceAll(NUL, ""), ...[
		{
			radix: 10,
			others: /[a-f]/iu
		},
		{
			radix: 8,
			others: /[89a-f]/iu
		},
		{
			radix: 2,
			others: /[2-9a-f]/iu
		}
	].filter(({ others }) => !others.test(bytes)).map(({ radix }) => codes.map((code) => characterOf(code, radix)).join(""))];
}
function characterOf(code, radix) {
	return String.fromCharCode(Number.parseInt(code, radix) & 255);
}

// src/servers/http/secret-pieces.ts
/** Number of buckets for the three-character groups in the cheap first pass of `secretPieces`. */
const BUCKETS = 2 ** 16;
/**
* Converts the text to lower case while keeping every character at its original index. Lower-casing U+0130 gives two
* characters, so in text that contains it, only A to Z are lower-cased.
*/
function lowerCased(text) {
	const lower = text.toLowerCase();
	return lower.length === text.length ? lower : text.replaceAll(/[A-Z]+/gu, (letters) => letters.toLowerCase());
}
/**
* Redacts every run of at least `shortest` characters (3 or more) that also occurs in one of `words`, ignoring case.
* This covers both whole words and the beginning of a key, which some servers show. Takes time linear in the text's
* length. Unless a word matches, it looks at only three of every `shortest` − 2 characters.
*/
function secretPieces(options) {
	const { shortest, mark } = options;
	const words = options.words.map(lowerCased).filter((word) => word.length >= shortest);
	const pieces = new Set(words.flatMap((word) => piecesOf(word, shortest)));
	if (pieces.size === 0) return (text) => text;
	const holds = new Uint8Array(BUCKETS);
	for (const word of words) for (let at = 0; at + 2 < word.length; at += 1) holds[bucketAt(word, at)] = 1;
	const step = shortest - 2;
	return (original) => {
		const text = lowerCased(original);
		let clean = "";
		let taken = 0;
		for (let look = 0; look + 2 < text.length; look += step) {
			if (holds[bucketAt(text, look)] === 0) continue;
			let at = Math.max(taken, look - step + 1);
			while (at <= look && !pieces.has(text.slice(at, at + shortest))) at += 1;
			if (at > look) continue;
			let end = at + shortest;
			while (end < text.length && pieces.has(text.slice(end - shortest + 1, end + 1))) end += 1;
			clean += original.slice(taken, at) + mark;
			taken = end;
			look = Math.floor((end - 1) / step) * step;
		}
		return taken === 0 ? original : clean + original.slice(taken);
	};
}
function piecesOf(word, length) {
	return Array.from({ length: word.length - length + 1 }, (_, at) => word.slice(at, at + length));
}
function bucketAt(text, at) {
	return (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1) * 17 + text.charCodeAt(at + 2)) % BUCKETS;
}

// src/servers/http/redaction.ts
/**
* Minimum length of a secret to remove from completions. Shorter secrets could be ordinary words, so they are removed
* only from messages.
*/
const SHORTEST_SECRET_IN_COMPLETIONS = 8;
/**
* A run of this many characters from a secret counts as part of the secret. The minimum for completions is higher,
* because redacting ordinary text in them would change the measurement.
*/
const SHORTEST_PIECE = 8;
const SHORTEST_PIECE_IN_COMPLETIONS = 12;
/**
* Minimum length of a secret whose encoded forms are searched for. The encoded forms of shorter secrets could occur in
* ordinary words.
*/
const SHORTEST_ENCODED = 6;
const LONGEST_MESSAGE = 300;
/**
* Maximum number of characters to read from a message. This is far more than the number shown, because redaction
* shortens the text.
*/
const LONGEST_READ = 1e4;
/**
* If more of a secret's characters than this remain next to its redacted parts, the whole message is dropped. The
* number is not 0 because an escape sequence may add up to this many letters and digits.
*/
const MOST_SHOWN_OF_PARTS = 3;
const MARK = "[secret]";
/**
* Empty strings in `secrets` are ignored. `baseUrl` is the server's URL, whose host must not be stored. If
* `addressIsSecret` is set, the host is also removed from completions.
*
* Finds secrets regardless of case: as they are, reversed, escaped for JSON, HTML, a URL or a shell, in base64, in hex,
* and with their characters encoded one by one or separated. Also finds runs of 8 characters from a secret (12 in
* completions), because some servers show the beginning of a key. A message that contains a secret in pieces is dropped
* entirely. This protects only against servers that repeat what they were sent: anyone who knows a secret can disguise
* it so that it is not recognized.
*/
function redaction(options) {
	const { baseUrl, addressIsSecret = false } = options;
	const secrets = [...new Set(options.secrets)].filter((secret) => secret !== "");
	const forms = longestFirst(secrets.flatMap(spellings));
	const { host, hostname } = new URL(baseUrl);
	const address = addressIsSecret ? longestFirst(addressParts(baseUrl)) : [];
	const encoded = longestFirst([...secrets, ...address].flatMap(encodings));
	const inCompletions = longestFirst([
		...forms,
		...encoded,
		...address
	].filter(({ length }) => length >= SHORTEST_SECRET_IN_COMPLETIONS));
	const words = [...forms, ...encoded];
	const hide = (shortest, whole) => {
		const plain = withoutWords({
			words,
			whole,
			shortest
		});
		const squeezed = withoutWords({
			words: words.map(lettersAndDigits),
			whole: whole.map(lettersAndDigits).filter(({ length }) => length >= SHORTEST_SECRET_IN_COMPLETIONS),
			shortest
		});
		const isSecret = (decoded) => {
			if (plain(decoded) !== decoded) return true;
			const letters = decoded.replaceAll(/[^0-9a-z]/giu, "");
			return squeezed(letters) !== letters;
		};
		if (whole.length === 0) return (text) => text;
		return (text) => withoutEncodedRuns(plain(text), {
			isSecret,
			mark: MARK
		});
	};
	const wholes = [...encoded, ...forms];
	const inMessage = hide(SHORTEST_PIECE, wholes);
	const inCompletion = hide(SHORTEST_PIECE_IN_COMPLETIONS, inCompletions);
	const inParts = secretPieces({
		words: words.map(lettersAndDigits),
		shortest: SHORTEST_PIECE_IN_COMPLETIONS,
		mark: MARK
	});
	/** Whether the text contains more of a secret than was redacted. */
	const isInParts = (text, hidden) => {
		const squeezed = lettersAndDigits(unescaped(text));
		return squeezed.length - lettersAndDigits(inParts(squeezed)).length > lettersAndDigits(text).length - lettersAndDigits(hidden).length + MOST_SHOWN_OF_PARTS;
	};
	return {
		completion: inCompletion,
		message: (text) => {
			const named = blot(text.slice(0, LONGEST_READ), wholes.map(lowerCased), MARK).replaceAll(/\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s"'<>)\]]+/gi, "[url]");
			const hidden = inMessage(blot(named, [host, hostname].map(lowerCased), "[host]"));
			if (isInParts(named, hidden)) return MARK;
			const line = hidden.replaceAll(/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, "[host]").replaceAll(/[\s\p{C}]+/gu, " ").trim();
			return line.length <= LONGEST_MESSAGE ? line : `${line.slice(0, 299)}…`;
		}
	};
}
/** Redacts the words in `whole`, and runs of at least `shortest` characters from `words`. */
function withoutWords({ words, whole, shortest }) {
	const pieces = secretPieces({
		words,
		shortest,
		mark: MARK
	});
	const others = whole.filter((word) => word.length < shortest || !words.includes(word)).map(lowerCased);
	return (text) => pieces(blot(text, others, MARK));
}
function longestFirst(words) {
	return [...new Set(words)].sort((a, b) => b.length - a.length);
}
/**
* A secret's spellings: in plain text, reversed, and escaped for JSON, a URL, HTML and a shell, each of which escapes
* different characters.
*/
function spellings(secret) {
	const escaped = [
		[/["&'+<>`]/gu, (code) => `\\u00${code}`],
		[/[/"]/gu, (_, character) => `\\${character}`],
		[/[^0-9a-z]/giu, (_, character) => `\\${character}`],
		[/[^0-9a-z]/giu, (code) => `\\u00${code}`],
		[/[^0-9a-z]/giu, (code) => `\\x${code}`],
		[/[^0-9a-z]/giu, (code) => `%${code}`],
		[/[^0-9a-z]/giu, (code) => `=${code}`],
		[/[=]/giu, (code) => `=${code}`],
		[/[^0-9a-z]/giu, (code) => `&#x${code};`],
		[/[^0-9a-z]/giu, (code) => `&#${Number.parseInt(code, 16)};`],
		[/[&<>"']/gu, (_, character) => NAMED[character] ?? character]
	].map(([characters, escape]) => secret.replaceAll(characters, (character) => escape(character.charCodeAt(0).toString(16).padStart(2, "0"), character)));
	const backwards = Array.from(secret).toReversed().join("");
	return [
		secret,
		JSON.stringify(secret).slice(1, -1),
		encodeURIComponent(secret),
		backwards,
		...escaped
	];
}
const NAMED = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
/**
* Removes the escapes of JSON, programming languages, URLs, quoted-printable and HTML from the text, because the letters
* and digits in these escapes would break up a secret.
*/
function unescaped(text) {
	return text.replaceAll(/\\+[nrt]|=\r?\n|<\/?[a-z]{1,6} ?\/?>/giu, " ").replaceAll(/(?:\\+u00|\\+x|[%=]|&#x0{0,4})([0-9a-f]{2});?/giu, (_, code) => character(code, 16)).replaceAll(/&#0{0,4}(\d{2,3});?/gu, (_, code) => character(code, 10)).replaceAll(/&[a-z]{2,6};/giu, " ");
}
function character(code, radix) {
	return String.fromCharCode(Number.parseInt(code, radix));
}
/** The text's letters and digits, with full-width forms normalized. Used to find a secret in pieces. */
function lettersAndDigits(text) {
	return text.replaceAll(MARK, " ").normalize("NFKC").replaceAll(/[^\p{L}\p{N}]+/gu, "");
}
/**
* A secret's encodings: hex, and base64 of its UTF-8 and UTF-16 bytes at each of the three possible alignments. Base64
* characters that also depend on neighboring bytes are dropped.
*/
function encodings(secret) {
	const wide = Buffer.from(secret, "utf16le");
	return [
		Buffer.from(secret),
		wide,
		Buffer.from(wide).swap16()
	].flatMap((bytes) => secret.length < SHORTEST_ENCODED ? [] : encodingsOf(bytes));
}
function encodingsOf(bytes) {
	const hex = bytes.toString("hex");
	const base64 = [
		0,
		1,
		2
	].map((before) => {
		const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64url");
		const whole = Math.floor((before + bytes.length) * 8 / 6);
		return text.slice(Math.ceil(before * 8 / 6), whole);
	});
	const standard = base64.map((text) => text.replaceAll("-", "+").replaceAll("_", "/"));
	return [
		hex,
		...base64,
		...standard
	];
}
/** Redacts `words`, which must be in lower case. Matching ignores case. */
function blot(text, words, mark) {
	let clean = text;
	let lower = lowerCased(text);
	for (const word of words) {
		if (!lower.includes(word)) continue;
		clean = withoutWord(clean, word, mark);
		lower = lowerCased(clean);
	}
	return clean;
}
function withoutWord(text, word, mark) {
	const lower = lowerCased(text);
	let clean = "";
	let taken = 0;
	for (let at = lower.indexOf(word); at !== -1; at = lower.indexOf(word, taken)) {
		clean += text.slice(taken, at) + mark;
		taken = at + word.length;
	}
	return clean + text.slice(taken);
}

// src/servers/http/connection.ts
const STANDARD_HEADERS = [
	"accept",
	"authorization",
	"content-type",
	"user-agent"
];
const LISTING_TIMEOUT_MS = 5e3;
const modelsSchema = object({ data: array(object({ id: string() })) });
/** @throws {SamplingError} if a configured environment variable is missing or cannot be sent */
function openConnection(options) {
	const { endpoint, timeoutMs, env, timing, heard } = options;
	const { apiKey, headers, secrets } = readCredentials(endpoint, env);
	const { baseUrl, baseUrlEnv } = endpoint;
	const redact = redaction({
		secrets,
		baseUrl,
		addressIsSecret: baseUrlEnv !== void 0
	});
	const names = [...STANDARD_HEADERS, ...Object.keys(headers).map((name) => name.toLowerCase())];
	const streaming = new Streaming();
	let transport;
	const load = async () => {
		const [{ default: Sdk }, { openTransport }] = await Promise.all([import("./openai.js"), import("./transport.js")]);
		const { fetch } = transport = openTransport({
			headers: new Set(names),
			env
		});
		return new Sdk({
			apiKey,
			baseURL: baseUrl,
			defaultHeaders: headers,
			organization: null,
			project: null,
			adminAPIKey: null,
			webhookSecret: null,
			maxRetries: 0,
			timeout: timeoutMs,
			logLevel: "off",
			fetch: async (input, init) => {
				const answer = await fetch(input, init);
				heard(readRateLimits(answer.headers, timing.now()));
				if (answer.headers.has("x-was-streamed")) streaming.sawStream();
				return withErrorMember(answer);
			}
		});
	};
	/**
	* Loaded on the first request, because the SDK and Node's HTTP module are large, and a run needs neither if the store
	* has every completion.
	*/
	let loaded;
	const sdk = () => loaded ??= load();
	const listModels = async () => {
		try {
			const body = await (await sdk()).get("/models", { timeout: LISTING_TIMEOUT_MS });
			const listed = modelsSchema.safeParse(jsonOf(body)).data;
			if (listed === void 0) throw foreignResponse({
				body,
				expected: "list of models",
				redact
			});
			return listed.data.map(({ id }) => redact.message(id));
		} catch (error) {
			throw failureOf(error, {
				redact,
				now: timing.now()
			}) ?? error;
		}
	};
	return {
		redact,
		close: () => transport?.close(),
		post: async ({ path, body, signal, read }) => {
			const { form } = streaming;
			const sent = "stream" in body ? {
				...body,
				...streaming.membersOf(form)
			} : body;
			try {
				return read(await (await sdk()).post(path, {
					body: sent,
					signal
				}));
			} catch (error) {
				const failure = failureOf(error, {
					redact,
					now: timing.now()
				});
				if (failure === void 0) throw error;
				throw "stream" in body && streaming.sawFailure(form, failure) ? failure.inThisForm() : failure;
			}
		},
		listModels,
		models: async (most) => {
			try {
				return (await listModels()).slice(0, most);
			} catch {
				return [];
			}
		}
	};
}

export { malformed as a, sectionOf as c, jsonOf as i, serverName as l, foreignResponse as n, addressSetting as o, namesThePath as r, pathOf as s, openConnection as t, shownAddress as u };