import { type CommentState, commentText, stateOf } from './comment-text.ts';
import type { Issue, Issues } from './issues.ts';
import type { ReportToPublish } from './report-to-publish.ts';
import { type Identity, type Written, writtenBy } from './written.ts';

/** What happened to the tracking issue. */
export type Tracked =
  | { readonly kind: 'opened' | 'updated' | 'closed' | 'left'; readonly number: number }
  | { readonly kind: 'none' };

/** The information for finding a check's tracking issue. */
interface Place {
  readonly issues: Issues;
  /** Distinguishes this check's issue from other checks' issues. */
  readonly key: string;
  /** The number of this run. Text written by a later run is not changed. */
  readonly run: number;
}

/**
 * The effect of a run on the issue: `open` opens an issue, or updates it if it is already open; `update` updates an
 * open issue but never opens a new one; `close` closes the open issue with a reason (Markdown); `leave` changes
 * nothing.
 */
export type Meaning =
  | { readonly kind: 'open' | 'update' | 'leave' }
  | { readonly kind: 'close'; readonly reason: string };

export interface TrackingRequest extends Place {
  readonly showing: ReportToPublish;
  readonly title: string;
  readonly meaning: Meaning;
  /**
   * The guardrails with an active alarm after this run. Undefined to keep the earlier alarms, because the run was
   * inconclusive.
   */
  readonly alarmed: readonly string[] | undefined;
}

/**
 * The guardrails with an active alarm, as the last run recorded them in the open tracking issue, regardless of the
 * token that it used. Empty if there is no issue. A forged alarm cannot make a check pass: its only effect is that the
 * guardrail gets no second look.
 *
 * @throws {GitHubError} if the issues cannot be read
 */
export async function alarmedBefore(place: Place): Promise<readonly string[]> {
  const { own, others } = await written(place);
  const [issue] = [...own, ...others.toReversed()];
  return issue === undefined ? [] : (stateOf(issue.body)?.alarmed ?? []);
}

/**
 * Keeps one issue for a check without a pull request: opens it when the check fails, updates it in place, and closes it
 * with the reason when the check recovers. To find the issue, all open issues are searched for the marker and the
 * token's login. An issue that this check opened with another token is superseded. If several are open because jobs ran
 * at the same time, the oldest is kept and the others are closed.
 *
 * @throws {GitHubError} if the issues cannot be read or written
 */
export async function trackIssue(request: TrackingRequest): Promise<Tracked> {
  const { meaning } = request;
  if (meaning.kind === 'leave') return { kind: 'none' };
  const { own, others } = await written(request);
  if (own.length > 0) {
    const tracked = await settle(own, request);
    if (tracked.kind !== 'none') await closeOthers(others, tracked.number, request);
    return tracked;
  }
  const [newest] = others.toReversed();
  if (newest !== undefined && meaning.kind === 'close') {
    for (const { number } of others) await closeWith(meaning.reason, number, 'completed', request);
    return { kind: 'closed', number: newest.number };
  }
  if (newest === undefined && meaning.kind !== 'open') return { kind: 'none' };
  const tracked = await open(request, newest && stateOf(newest.body));
  if (tracked.kind !== 'none') await closeOthers(others, tracked.number, request);
  return tracked;
}

async function open(request: TrackingRequest, before: CommentState | undefined): Promise<Tracked> {
  const { issues, title } = request;
  const created = await issues.create({ title, body: bodyOf(request, before) });
  // The new issue's author shows which login the token has.
  const { own } = await written(request, { login: () => Promise.resolve(created.author) });
  const others = own.filter(({ number }) => number !== created.number);
  if (others.length === 0) return { kind: 'opened', number: created.number };
  return settle(
    [...others, created].toSorted((a, b) => a.number - b.number),
    request,
  );
}

async function written({ issues, key, run }: Place, known: Partial<Identity> = {}): Promise<Written<Issue>> {
  return writtenBy(await issues.listOpen(), { key, run, identity: { ...issues.identity, ...known } });
}

/** Closes the issues that this check opened with other tokens, and adds links to the current issue. */
async function closeOthers(others: readonly Issue[], newer: number, request: TrackingRequest): Promise<void> {
  const reason = `Superseded by #${newer}, which this check wrote with another token.`;
  for (const { number } of others) await closeWith(reason, number, 'not_planned', request);
}

async function closeWith(
  reason: string,
  number: number,
  how: 'completed' | 'not_planned',
  { issues }: TrackingRequest,
): Promise<void> {
  await issues.comment(number, reason);
  await issues.close(number, how);
}

async function settle([oldest, ...others]: readonly Issue[], request: TrackingRequest): Promise<Tracked> {
  if (oldest === undefined) return { kind: 'none' };
  const { issues, meaning, run, title } = request;
  for (const { number } of others) await issues.close(number, 'not_planned');
  const { body, number } = oldest;
  const state = stateOf(body);
  if (state !== undefined && state.run > run) return { kind: 'left', number };
  await issues.update(number, { title, body: bodyOf(request, state) });
  if (meaning.kind !== 'close') return { kind: 'updated', number };
  await closeWith(meaning.reason, number, 'completed', request);
  return { kind: 'closed', number };
}

function bodyOf({ showing, key, run, alarmed }: TrackingRequest, before: CommentState | undefined): string {
  return commentText(showing, { key, run, alarmed: alarmed ?? before?.alarmed ?? [] });
}
