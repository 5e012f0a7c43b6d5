import { GitHubError } from '../errors.ts';
import { commentText, hasMarker, markerOf, stateOf } from './comment-text.ts';
import type { Comment, IssueComments } from './issue-comments.ts';
import { JOB_LOGIN } from './login.ts';
import type { Showing } from './showing.ts';

/** When a comment is written: whenever something was measured, when the outcome changed, when the check fails, never. */
export const COMMENT_MODES = ['always', 'changes', 'failure', 'never'] as const;
export type CommentMode = (typeof COMMENT_MODES)[number];

/** What became of the comment. */
export type Published =
  | { readonly kind: 'created' | 'updated' | 'left'; readonly url: string }
  | { readonly kind: 'none' };

export interface CommentRequest {
  readonly comments: IssueComments;
  readonly showing: Showing;
  /** Tells this check's comment from those of others on the same pull request. */
  readonly key: string;
  readonly mode: CommentMode;
  /** The number of this run; a comment that a later run wrote is left as it is. */
  readonly run: number;
  /** Whether a comment may be made, if none is there: a check that skipped only brings an old one up to date. */
  readonly mayCreate: boolean;
  readonly onWarning: (message: string) => void;
}

/**
 * Keeps one comment for a check: made once, then updated in place. It is found by its marker and by being the token's own,
 * on all pages; another's comment with our marker is left alone. Where several are there, because jobs ran at the same
 * time, the oldest stays and the others go, whichever job comes last.
 *
 * @throws GitHubError where the comment cannot be read or written.
 */
export async function publishComment(request: CommentRequest): Promise<Published> {
  const { comments, showing, key, mode } = request;
  if (mode === 'never') return { kind: 'none' };
  const login = (await comments.login()) ?? JOB_LOGIN;
  const published = await settle(await ownComments(comments, { key, login }), request);
  if (published !== undefined) return published;
  if (!request.mayCreate || (mode === 'failure' && showing.passed)) return { kind: 'none' };
  const created = await comments.create(commentText(showing, request));
  // The token of another app than the job's is known by what it writes.
  const own = await ownComments(comments, { key, login: created.author ?? login });
  const others = own.filter(({ id }) => id !== created.id);
  const settled = await settle(
    [...others, created].toSorted((a, b) => a.id - b.id),
    request,
  );
  return settled === undefined || settled.url === created.url
    ? { kind: 'created', url: created.url }
    : settled;
}

async function ownComments(
  comments: IssueComments,
  { key, login }: { readonly key: string; readonly login: string },
): Promise<readonly Comment[]> {
  const marker = markerOf(key);
  return (await comments.list()).filter(
    ({ body, author }) => author?.toLowerCase() === login.toLowerCase() && hasMarker(body, marker),
  );
}

/**
 * Brings the oldest of our comments up to date and removes the others; one that was deleted meanwhile gives way to the
 * next. Undefined where none is left.
 */
async function settle(
  own: readonly Comment[],
  request: CommentRequest,
): Promise<Exclude<Published, { kind: 'none' }> | undefined> {
  for (const [place, comment] of own.entries()) {
    const kept = await bringUpToDate(comment, request);
    if (kept === 'gone') continue;
    await removeAll(own.slice(place + 1), request);
    return { kind: kept, url: comment.url };
  }
  return undefined;
}

async function bringUpToDate(
  { id, body }: Comment,
  request: CommentRequest,
): Promise<'updated' | 'left' | 'gone'> {
  const { comments, showing, mode, run } = request;
  const state = stateOf(body);
  if (state !== undefined && state.run > run) return 'left';
  if (mode === 'changes' && state?.outcome === showing.outcome) return 'left';
  const text = commentText(showing, request);
  if (body.trim() === text.trim()) return 'left';
  try {
    await comments.update(id, text);
    return 'updated';
  } catch (error) {
    if (error instanceof GitHubError && (error.status === 404 || error.status === 410)) return 'gone';
    throw error;
  }
}

async function removeAll(
  duplicates: readonly Comment[],
  { comments, onWarning }: CommentRequest,
): Promise<void> {
  for (const { id, url } of duplicates) {
    try {
      await comments.remove(id);
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      // Another job may have been faster.
      if (error.status !== 404 && error.status !== 410) {
        onWarning(`a second comment of this check stays at ${url}: ${error.what}`);
      }
    }
  }
}
