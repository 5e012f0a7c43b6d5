import { r as __name } from "./rolldown-runtime.js";
import { n as GitHubError } from "./errors.js";
import { f as commentText, h as stateOf, l as JOB_LOGIN, m as markerOf, p as hasMarker, u as loginOf } from "./timing.js";
import { _ as string, a as array, b as unknown, m as object, p as number } from "./schemas.js";
import { a as oneLine, i as markdownText } from "./neutralise.js";
import { C as headlineAfterName, S as VERDICT_WORDS } from "./showing.js";

// src/action/check-key.ts
/**
* What tells this check's comment and tracking issue from those of others: the input, or the path of the configuration with
* what is checked where that is no pull request. A night, a branch and a release each have an issue of their own.
*/
function checkKeyOf({ event, inputs: { commentKey, config } }) {
	if (commentKey !== void 0) return commentKey;
	if (event.name === "schedule") return `${config} schedule`;
	if (event.name === "push") return `${config} push ${event.branch}`;
	return event.name === "tag" ? `${config} release` : config;
}

// src/github/issues.ts
const issueSchema = object({
	number: number().int().positive(),
	body: string().nullish(),
	user: object({ login: string() }).nullish(),
	/** There where it is a pull request. */
	pull_request: unknown().optional()
});
const issueOf = ({ number, body, user }) => ({
	number,
	body: body ?? "",
	author: user?.login
});
const PERMISSION = "issues: write";
const LIST = "GET /repos/{owner}/{repo}/issues";
const CREATE = "POST /repos/{owner}/{repo}/issues";
const UPDATE = "PATCH /repos/{owner}/{repo}/issues/{issue_number}";
const COMMENT = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
/** Pages of 100. */
const MOST_PAGES = 1e3;
/** The issues of the repository. Every method throws GitHubError as `GitHubApi.request` does. */
function issuesOf(api) {
	return {
		listOpen: async () => {
			const all = [];
			for (let page = 1; page <= MOST_PAGES; page += 1) {
				const { data, hasNextPage } = await api.request({
					route: LIST,
					parameters: {
						state: "open",
						per_page: 100,
						page
					},
					answer: array(issueSchema),
					purpose: "looking for the tracking issue",
					permission: PERMISSION
				});
				all.push(...data.filter((each) => (each.pull_request ?? null) === null).map(issueOf));
				if (!hasNextPage) break;
			}
			return all.toSorted((a, b) => a.number - b.number);
		},
		create: async ({ title, body }) => {
			const { data } = await api.request({
				route: CREATE,
				parameters: {
					title,
					body
				},
				answer: issueSchema,
				purpose: "opening the tracking issue",
				permission: PERMISSION
			});
			return issueOf(data);
		},
		update: async (number, { title, body }) => {
			await api.request({
				route: UPDATE,
				parameters: {
					issue_number: number,
					title,
					body
				},
				answer: unknown(),
				purpose: `updating the tracking issue #${number}`,
				permission: PERMISSION
			});
		},
		close: async (number, reason) => {
			await api.request({
				route: UPDATE,
				parameters: {
					issue_number: number,
					state: "closed",
					state_reason: reason
				},
				answer: unknown(),
				purpose: `closing the tracking issue #${number}`,
				permission: PERMISSION
			});
		},
		comment: async (number, body) => {
			await api.request({
				route: COMMENT,
				parameters: {
					issue_number: number,
					body
				},
				answer: unknown(),
				purpose: `commenting on the tracking issue #${number}`,
				permission: PERMISSION
			});
		}
	};
}

// src/github/tracking-issue.ts
/**
* The guardrails that stand in alarm, by what the last run wrote into its open tracking issue; none where there is none.
*
* @throws GitHubError where the issues cannot be read.
*/
async function alarmedBefore(place) {
	const [own] = await ownIssues(place);
	return own === void 0 ? [] : stateOf(own.body)?.alarmed ?? [];
}
/**
* Keeps one issue for a check that has no pull request: opened where it fails, brought up to date in place, closed with the
* reason where it has recovered. It is found among the open ones by its marker and by being the token's own. Where several
* are open, because jobs ran at the same time, the oldest stays.
*
* @throws GitHubError where the issues cannot be read or written.
*/
async function trackIssue(request) {
	const { issues, meaning, title } = request;
	if (meaning.kind === "leave") return { kind: "none" };
	const own = await ownIssues(request);
	if (own.length > 0) return settle(own, request);
	if (meaning.kind !== "open") return { kind: "none" };
	const created = await issues.create({
		title,
		body: bodyOf(request, void 0)
	});
	const others = (await ownIssues({
		...request,
		login: created.author ?? request.login
	})).filter(({ number }) => number !== created.number);
	if (others.length === 0) return {
		kind: "opened",
		number: created.number
	};
	return settle([...others, created].toSorted((a, b) => a.number - b.number), request);
}
async function ownIssues({ issues, login = JOB_LOGIN, key }) {
	const marker = markerOf(key);
	return (await issues.listOpen()).filter(({ body, author }) => author?.toLowerCase() === login.toLowerCase() && hasMarker(body, marker));
}
async function settle([oldest, ...others], request) {
	if (oldest === void 0) return { kind: "none" };
	const { issues, meaning, run, title } = request;
	for (const { number } of others) await issues.close(number, "not_planned");
	const { body, number } = oldest;
	const state = stateOf(body);
	if (state !== void 0 && state.run > run) return {
		kind: "left",
		number
	};
	await issues.update(number, {
		title,
		body: bodyOf(request, state)
	});
	if (meaning.kind !== "close") return {
		kind: "updated",
		number
	};
	await issues.comment(number, meaning.reason);
	await issues.close(number, "completed");
	return {
		kind: "closed",
		number
	};
}
function bodyOf({ showing, key, run, alarmed }, before) {
	return commentText(showing, {
		key,
		run,
		alarmed: alarmed ?? before?.alarmed ?? []
	});
}

// src/action/track.ts
/** Whether what a run finds is shown in a tracking issue: where nobody watches, and there is no pull request. */
function isTracked({ event, inputs }) {
	return [
		"schedule",
		"push",
		"tag"
	].includes(event.name) && inputs.comment !== "never";
}
/** The guardrails that stand in alarm since an earlier night; none where that cannot be read, with a warning. */
async function readAlarm(place) {
	if (!isTracked(place)) return [];
	return await attempt(place, async (api) => alarmedBefore({
		issues: issuesOf(api),
		login: await loginOf(api),
		key: checkKeyOf(place)
	})) ?? [];
}
/** Keeps the tracking issue. What GitHub refuses is a warning with what to add. */
async function track(finding, place) {
	await attempt(place, async (api) => {
		const key = checkKeyOf(place);
		const tracked = await trackIssue({
			issues: issuesOf(api),
			login: await loginOf(api),
			key,
			showing: finding.showing,
			title: titleOf(finding, key),
			meaning: meaningOf(finding, place),
			run: place.job.run,
			alarmed: finding.alarmed
		});
		if (tracked.kind !== "none") place.log.info(`Tracking issue #${tracked.number}: ${tracked.kind}.`);
	});
}
/**
* A check that fails, or that stands in alarm, has an issue, which remembers the alarm: also where the policy lets its verdict
* pass. One that measured and passes has none.
*/
function meaningOf({ exitCode, checked, alarmed = [] }, { job: { runUrl } }) {
	if (exitCode !== 0) return { kind: "open" };
	if (checked === void 0 || checked.result.verdict.status === "skipped") return { kind: "leave" };
	const { status, headline } = checked.result.verdict;
	if (alarmed.length > 0) return { kind: "open" };
	if (status === "invalid") return { kind: "update" };
	const said = markdownText(headlineAfterName(status, headline), 800);
	return {
		kind: "close",
		reason: `${runUrl === void 0 ? "A later run" : `[A later run](${runUrl})`} passes. **${VERDICT_WORDS[status]}.** ${said}`
	};
}
function titleOf({ checked }, key) {
	const { status } = checked?.result.verdict ?? {};
	return `reversal-check: ${status === void 0 ? "No result" : VERDICT_WORDS[status]} (${oneLine(key, 80)})`;
}
/** Does what needs GitHub; undefined, with a warning, where it is refused or there is no token. */
async function attempt({ api, log }, work) {
	if (api === void 0) {
		log.warning("No tracking issue: the input github-token is empty.");
		return;
	}
	try {
		return await work(api);
	} catch (error) {
		if (!(error instanceof GitHubError)) throw error;
		log.warning(`No tracking issue: ${error.what}. ${error.mend}`);
		return;
	}
}

export { checkKeyOf as i, readAlarm as n, track as r, isTracked as t };