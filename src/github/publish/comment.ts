import { GitHubError } from '../../errors.ts';
import { commentText, stateOf, supersededText } from './comment-text.ts';
import type { Comment, IssueComments } from './issue-comments.ts';
import type { ReportToPublish } from './report-to-publish.ts';
import { writtenBy } from './written.ts';

/**
 * When to write the comment: whenever something was measured, only when the outcome changed, only when the check fails,
 * or never.
 */
export const COMMENT_MODES = ['always', 'changes', 'failure', 'never'] as const;
export type CommentMode = (typeof COMMENT_MODES)[number];

/** What happened to the comment. */
export type Published =
  | { readonly kind: 'created' | 'updated' | 'left'; readonly url: string }
  | { readonly kind: 'none' };

export interface CommentRequest {
  readonly comments: IssueComments;
  readonly showing: ReportToPublish;
  /** Distinguishes this check's comment from other checks' comments on the same pull request. */
  readonly key: string;
  readonly mode: CommentMode;
  /** The number of this run. A comment written by a later run is not changed. */
  readonly run: number;
  /** Whether a comment may be created. A skipped check only updates an existing comment. */
  readonly mayCreate: boolean;
  readonly onWarning: (message: string) => void;
}

/**
 * Keeps one comment per check: creates it once, then updates it in place. All pages of comments are searched for the
 * marker and the token's login, so other users' comments with the marker are not changed. A comment that this check
 * wrote with another token is superseded. If several exist because jobs ran at the same time, the oldest is kept and
 * the others are deleted.
 *
 * @throws {GitHubError} if the comment cannot be read or written
 */
export async function publishComment(request: CommentRequest): Promise<Published> {
  const { comments, mode } = request;
  if (mode === 'never') return { kind: 'none' };
  const { own, others } = await writtenBy(await comments.list(), { ...request, identity: comments.identity });
  const published = (await settle(own, request)) ?? (await create(request, others.length > 0));
  if (published.kind !== 'none') await supersede(others, published.url, request);
  return published;
}

/** Creates the comment if that is allowed, or if it supersedes one written with another token (`replaces`). */
async function create(request: CommentRequest, replaces: boolean): Promise<Published> {
  const { comments, showing, key, mode, run } = request;
  const mayCreate = request.mayCreate && !(mode === 'failure' && showing.passed);
  if (!mayCreate && !replaces) return { kind: 'none' };
  const created = await comments.create(commentText(showing, request));
  // The new comment's author shows which login the token has.
  const identity = { ...comments.identity, login: () => Promise.resolve(created.author) };
  const { own } = await writtenBy(await comments.list(), { key, run, identity });
  const others = own.filter(({ id }) => id !== created.id);
  const settled = await settle(
    [...others, created].toSorted((a, b) => a.id - b.id),
    request,
  );
  return settled === undefined || settled.url === created.url
    ? { kind: 'created', url: created.url }
    : settled;
}

/** Updates comments that this check wrote with other tokens: a link to the current comment replaces their text. */
async function supersede(
  others: readonly Comment[],
  newer: string,
  { comments, key, onWarning }: CommentRequest,
): Promise<void> {
  for (const { id, url } of others) {
    try {
      await comments.update(id, supersededText(key, newer));
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      if (error.status !== 404 && error.status !== 410) {
        onWarning(
          `could not update a comment that this check wrote with another token, ${url}: ${error.what}`,
        );
      }
    }
  }
}

/**
 * Updates the check's oldest comment and deletes the others. If the oldest was deleted in the meantime, the next oldest
 * takes its place. Returns undefined if no comment is left.
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
      // Another job may have deleted it first.
      if (error.status !== 404 && error.status !== 410) {
        onWarning(`could not delete a duplicate comment of this check, ${url}: ${error.what}`);
      }
    }
  }
}
