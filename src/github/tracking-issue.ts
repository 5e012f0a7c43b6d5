import { type CommentState, commentText, hasMarker, markerOf, stateOf } from './comment-text.ts';
import type { Issue, Issues } from './issues.ts';
import { JOB_LOGIN } from './login.ts';
import type { Showing } from './showing.ts';

/** What became of the tracking issue. */
export type Tracked =
  | { readonly kind: 'opened' | 'updated' | 'closed' | 'left'; readonly number: number }
  | { readonly kind: 'none' };

/** Where a check's tracking issue is looked for. */
interface Place {
  readonly issues: Issues;
  /** The login that the token writes as; undefined for that of an app. */
  readonly login: string | undefined;
  /** Tells this check's issue from those of others. */
  readonly key: string;
}

/**
 * What a run means for the issue: `open` one where none is, and bring it up to date; only `update` one that is open; `close`
 * it, for this reason (Markdown); `leave` it as it is.
 */
export type Meaning =
  | { readonly kind: 'open' | 'update' | 'leave' }
  | { readonly kind: 'close'; readonly reason: string };

export interface TrackingRequest extends Place {
  readonly showing: Showing;
  readonly title: string;
  readonly meaning: Meaning;
  /** The number of this run; what a later run wrote is left as it is. */
  readonly run: number;
  /** The guardrails that stand in alarm after this run; those of before where it found out nothing. */
  readonly alarmed: readonly string[] | undefined;
}

/**
 * The guardrails that stand in alarm, by what the last run wrote into its open tracking issue; none where there is none.
 *
 * @throws GitHubError where the issues cannot be read.
 */
export async function alarmedBefore(place: Place): Promise<readonly string[]> {
  const [own] = await ownIssues(place);
  return own === undefined ? [] : (stateOf(own.body)?.alarmed ?? []);
}

/**
 * Keeps one issue for a check that has no pull request: opened where it fails, brought up to date in place, closed with the
 * reason where it has recovered. It is found among the open ones by its marker and by being the token's own. Where several
 * are open, because jobs ran at the same time, the oldest stays.
 *
 * @throws GitHubError where the issues cannot be read or written.
 */
export async function trackIssue(request: TrackingRequest): Promise<Tracked> {
  const { issues, meaning, title } = request;
  if (meaning.kind === 'leave') return { kind: 'none' };
  const own = await ownIssues(request);
  if (own.length > 0) return settle(own, request);
  if (meaning.kind !== 'open') return { kind: 'none' };
  const created = await issues.create({ title, body: bodyOf(request, undefined) });
  // The token of another app than the job's is known by what it writes.
  const all = await ownIssues({ ...request, login: created.author ?? request.login });
  const others = all.filter(({ number }) => number !== created.number);
  if (others.length === 0) return { kind: 'opened', number: created.number };
  return settle(
    [...others, created].toSorted((a, b) => a.number - b.number),
    request,
  );
}

async function ownIssues({ issues, login = JOB_LOGIN, key }: Place): Promise<readonly Issue[]> {
  const marker = markerOf(key);
  return (await issues.listOpen()).filter(
    ({ body, author }) => author?.toLowerCase() === login.toLowerCase() && hasMarker(body, marker),
  );
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
  await issues.comment(number, meaning.reason);
  await issues.close(number, 'completed');
  return { kind: 'closed', number };
}

function bodyOf({ showing, key, run, alarmed }: TrackingRequest, before: CommentState | undefined): string {
  return commentText(showing, { key, run, alarmed: alarmed ?? before?.alarmed ?? [] });
}
