import { type CommentState, commentText, stateOf } from './comment-text.ts';
import type { Issue, Issues } from './issues.ts';
import type { ReportToPublish } from './report-to-publish.ts';
import { type Identity, type Written, writtenBy } from './written.ts';

/** What became of the tracking issue. */
export type Tracked =
  | { readonly kind: 'opened' | 'updated' | 'closed' | 'left'; readonly number: number }
  | { readonly kind: 'none' };

/** Where a check's tracking issue is looked for. */
interface Place {
  readonly issues: Issues;
  /** Tells this check's issue from those of others. */
  readonly key: string;
  /** The number of this run; what a later run wrote is left as it is. */
  readonly run: number;
}

/**
 * What a run means for the issue: `open` one where none is, and bring it up to date; only `update` one that is open; `close`
 * it, for this reason (Markdown); `leave` it as it is.
 */
export type Meaning =
  | { readonly kind: 'open' | 'update' | 'leave' }
  | { readonly kind: 'close'; readonly reason: string };

export interface TrackingRequest extends Place {
  readonly showing: ReportToPublish;
  readonly title: string;
  readonly meaning: Meaning;
  /** The guardrails that stand in alarm after this run; those of before where it found out nothing. */
  readonly alarmed: readonly string[] | undefined;
}

/**
 * The guardrails that stand in alarm, by what the last run wrote into its open tracking issue, with whichever token; none where there
 * is none. An alarm that somebody made up makes nothing pass: what stands in alarm is only not looked at twice.
 *
 * @throws GitHubError where the issues cannot be read.
 */
export async function alarmedBefore(place: Place): Promise<readonly string[]> {
  const { own, others } = await written(place);
  const [issue] = [...own, ...others.toReversed()];
  return issue === undefined ? [] : (stateOf(issue.body)?.alarmed ?? []);
}

/**
 * Keeps one issue for a check that has no pull request: opened where it fails, brought up to date in place, closed with the
 * reason where it has recovered. It is found among the open ones by its marker and by being the token's own; one that this check opened
 * with another token gives way to it. Where several are open, because jobs ran at the same time, the oldest stays.
 *
 * @throws GitHubError where the issues cannot be read or written.
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
  // Who the token is, is known by what it writes.
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

/** Leads from the issues that this check opened with other tokens to the one that stands now. */
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
