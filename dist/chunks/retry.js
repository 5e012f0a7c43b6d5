import { r as __name } from "./rolldown-runtime.js";

// src/retry.ts
/** The policy for model servers: completions, embeddings and judges. */
const MODEL_SERVER = {
	attempts: 6,
	firstBackoffMs: 1e3,
	longestBackoffMs: 3e4,
	longestAskedMs: 6e5
};
/** The policy for the REST APIs of GitHub, Gitea and Forgejo. */
const FORGE_API = {
	attempts: 5,
	firstBackoffMs: 1e3,
	longestBackoffMs: 2e4,
	longestAskedMs: 12e4
};
/** The policy for the service that stores a run's artifacts. */
const ARTIFACT_SERVICE = {
	attempts: 4,
	firstBackoffMs: 2e3,
	longestBackoffMs: 2e4,
	longestAskedMs: 12e4
};
/**
* The wait after an attempt (counted from 1) if the server does not ask for one. Drawn uniformly between 0 and a bound
* that doubles with each attempt.
*/
function backoffMs(policy, attempt, random) {
	return random() * Math.min(policy.longestBackoffMs, policy.firstBackoffMs * 2 ** (attempt - 1));
}
/**
* How long to wait before the next attempt: the backoff, or the wait that the server asks for if that is longer.
* Undefined if there should be no next attempt: the fault is permanent, no attempts are left, or the server asks for
* too long a wait.
*/
function waitBeforeRetry(policy, { fault, attempt, random }) {
	const asked = fault.retryAfterMs ?? 0;
	if (!fault.isTransient || attempt >= policy.attempts || asked > policy.longestAskedMs) return void 0;
	return Math.max(asked, backoffMs(policy, attempt, random));
}
/**
* Sends a request until the result is good or the policy allows no further attempt, and resolves with the last result.
* All retries in this program use this function, except those made by libraries, and requests that a model server
* rejects because it is busy (`servers/http/server-session.ts`).
*
* @throws any error from `send`, without a retry; the signal's reason if it aborts during a wait
*/
async function withRetry(policy, { send, faultIn, timing, signal, onRetry }) {
	for (let attempt = 1;; attempt += 1) {
		const result = await send();
		const fault = faultIn(result);
		const waitMs = fault && waitBeforeRetry(policy, {
			fault,
			attempt,
			random: timing.random
		});
		if (waitMs === void 0) return result;
		onRetry?.(result, waitMs);
		await timing.sleep(waitMs, signal);
	}
}

export { withRetry as a, backoffMs as i, FORGE_API as n, MODEL_SERVER as r, ARTIFACT_SERVICE as t };