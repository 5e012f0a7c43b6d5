import { r as __name } from "./rolldown-runtime.js";
import { n as GitHubError } from "./errors.js";
import { _ as string, a as array, b as unknown, m as object, p as number } from "./schemas.js";
import { d as identityOf, f as userSchema, g as stateOf, h as commentText, l as associationSchema, p as writtenBy, u as authorOf } from "./shard.js";
import { a as oneLine, i as markdownText } from "./neutralise.js";
import { E as headlineAfterName, T as VERDICT_WORDS } from "./report-to-publish.js";
import { n as isOfFork } from "./job-context.js";

// src/action/check-key.ts
/**
* The key of this check's comment and tracking issue: the input if it is set, otherwise the configuration's path.
* Outside pull requests, the path is followed by the check's subject, so that nightly runs, each branch and releases
* have their own issues.
*/
function checkKeyOf({ event, inputs: { commentKey, config } }) {
	if (commentKey !== void 0) return commentKey;
	if (event.name === "schedule") return `${config} schedule`;
	if (event.name === "push") return `${config} push ${event.branch}`;
	return event.name === "tag" ? `${config} release` : config;
}

// src/action/publish-target.ts
/**
* Whether a branch belongs to GitHub's merge queue. Such a branch exists for only one merge group, so no later run
* would close an issue that a run on it opened.
*/
const isOfQueue = (branch) => branch.startsWith("gh-readonly-queue/");
/**
* Determines where to post a run's report: on its pull request or, for unattended runs without a pull request, in the
* tracking issue.
*/
function publishTargetOf({ event, inputs }) {
	if (inputs.comment === "never") return { kind: "nowhere" };
	switch (event.name) {
		case "pull_request": return isOfFork(event) ? { kind: "nowhere" } : {
			kind: "comment",
			number: event.number
		};
		case "push": return isOfQueue(event.branch) ? { kind: "nowhere" } : { kind: "issue" };
		case "tag":
		case "schedule": return { kind: "issue" };
		case "gone": return { kind: "nowhere" };
		case "workflow_dispatch":
		case "merge_group":
		case "pull_request_target":
		case "other": return inputs.pr === void 0 ? { kind: "nowhere" } : {
			kind: "comment",
			number: inputs.pr
		};
	}
}

// src/github/publish/issues.ts
const issueSchema = object({
	number: number().int().positive(),
	body: string().nullish(),
	user: userSchema.nullish(),
	author_association: associationSchema,
	/** Present if the issue is a pull request. */
	pull_request: unknown().optional()
});
const issueOf = ({ number, body, user, author_association: association }) => ({
	number,
	body: body ?? "",
	author: user?.login,
	by: authorOf(user, association)
});
const PERMISSION = "issues: write";
const LIST = "GET /repos/{owner}/{repo}/issues";
const CREATE = "POST /repos/{owner}/{repo}/issues";
const UPDATE = "PATCH /repos/{owner}/{repo}/issues/{issue_number}";
const COMMENT = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
/** Maximum number of pages, with 100 issues each. */
const MOST_PAGES = 1e3;
/** The repository's issues. Every method throws GitHubError as `GitHubApi.request` does. */
function issuesOf(api) {
	return {
		identity: identityOf(api),
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
					purpose: "finding the tracking issue",
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
				purpose: `updating tracking issue #${number}`,
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
				purpose: `closing tracking issue #${number}`,
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
				purpose: `commenting on tracking issue #${number}`,
				permission: PERMISSION
			});
		}
	};
}

// src/github/publish/tracking-issue.ts
/**
* The guardrails with an active alarm, as the last run recorded them in the open tracking issue, regardless of the
* token that it used. Empty if there is no issue. A forged alarm cannot make a check pass: its only effect is that the
* guardrail gets no second look.
*
* @throws {GitHubError} if the issues cannot be read
*/
async function alarmedBefore(place) {
	const { own, others } = await written(place);
	const [issue] = [...own, ...others.toReversed()];
	return issue === void 0 ? [] : stateOf(issue.body)?.alarmed ?? [];
}
/**
* Keeps one issue for a check without a pull request: opens it when the check fails, updates it in place, and closes it
* with the reason when the check recovers. To find the issue, all open issues are searched for the marker and the
* token's login. An issue that this check opened with another token is superseded. If several are open because jobs ran
* at the same time, the oldest is kept and the others are closed.
*
* @throws {GitHubError} if the issues cannot be read or written
*/
async function trackIssue(request) {
	const { meaning } = request;
	if (meaning.kind === "leave") return { kind: "none" };
	const { own, others } = await written(request);
	if (own.length > 0) {
		const tracked = await settle(own, request);
		if (tracked.kind !== "none") await closeOthers(others, tracked.number, request);
		return tracked;
	}
	const [newest] = others.toReversed();
	if (newest !== void 0 && meaning.kind === "close") {
		for (const { number } of others) await closeWith(meaning.reason, number, "completed", request);
		return {
			kind: "closed",
			number: newest.number
		};
	}
	if (newest === void 0 && meaning.kind !== "open") return { kind: "none" };
	const tracked = await open(request, newest && stateOf(newest.body));
	if (tracked.kind !== "none") await closeOthers(others, tracked.number, request);
	return tracked;
}
async function open(request, before) {
	const { issues, title } = request;
	const created = await issues.create({
		title,
		body: bodyOf(request, before)
	});
	const { own } = await written(request, { login: () => Promise.resolve(created.author) });
	const others = own.filter(({ number }) => number !== created.number);
	if (others.length === 0) return {
		kind: "opened",
		number: created.number
	};
	return settle([...others, created].toSorted((a, b) => a.number - b.number), request);
}
async function written({ issues, key, run }, known = {}) {
	return writtenBy(await issues.listOpen(), {
		key,
		run,
		identity: {
			...issues.identity,
			...known
		}
	});
}
/** Closes the issues that this check opened with other tokens, and adds links to the current issue. */
async function closeOthers(others, newer, request) {
	const reason = `Superseded by #${newer}, which this check wrote with another token.`;
	for (const { number } of others) await closeWith(reason, number, "not_planned", request);
}
async function closeWith(reason, number, how, { issues }) {
	await issues.comment(number, reason);
	await issues.close(number, how);
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
	await closeWith(meaning.reason, number, "completed", request);
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
/**
* Reads which guardrails have an active alarm from an earlier night. If that fails, prints a warning and returns an
* empty list.
*/
async function readAlarm(place) {
	if (publishTargetOf(place).kind !== "issue") return [];
	return await attempt(place, async (api) => alarmedBefore({
		issues: issuesOf(api),
		key: checkKeyOf(place),
		run: place.job.run
	})) ?? [];
}
/** Updates the tracking issue. If GitHub refuses, a warning explains how to fix the problem. */
async function track(finding, place) {
	await attempt(place, async (api) => {
		const key = checkKeyOf(place);
		const tracked = await trackIssue({
			issues: issuesOf(api),
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
* Decides what to do with the tracking issue. A check that fails or has an active alarm needs an open issue, which
* stores the alarm, even if the policy lets the verdict pass. A check that measured something and passes does not need
* an issue.
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
/** Runs `work` with the API. If GitHub refuses or if there is no token, prints a warning and returns undefined. */
async function attempt({ api, log }, work) {
	if (api === void 0) {
		log.warning("No tracking issue was written, because the github-token input is empty.");
		return;
	}
	try {
		return await work(api);
	} catch (error) {
		if (!(error instanceof GitHubError)) throw error;
		log.warning(`Could not write the tracking issue: ${error.what}. ${error.fix}`);
		return;
	}
}

export { checkKeyOf as i, track as n, publishTargetOf as r, readAlarm as t };