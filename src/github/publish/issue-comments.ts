import { z } from 'zod';
import type { GitHubApi } from '../api/api.ts';
import {
  associationSchema,
  type Author,
  authorOf,
  type Identity,
  identityOf,
  userSchema,
} from './written.ts';

/** The relevant fields of a comment on an issue or pull request. */
export interface Comment {
  readonly id: number;
  readonly body: string;
  readonly url: string;
  /** Undefined if the author's account was deleted. */
  readonly author: string | undefined;
  readonly by: Author | undefined;
}

/** The comments on one issue or pull request, with the permissions of one token. */
export interface IssueComments {
  /** Returns all comments, oldest first. */
  readonly list: () => Promise<readonly Comment[]>;
  readonly create: (body: string) => Promise<Comment>;
  readonly update: (id: number, body: string) => Promise<Comment>;
  readonly remove: (id: number) => Promise<void>;
  readonly identity: Identity;
}

const commentSchema = z
  .object({
    id: z.number().int(),
    body: z.string().nullish(),
    html_url: z.string(),
    user: userSchema.nullable(),
    author_association: associationSchema,
  })
  .transform(({ id, body, html_url: url, user, author_association: association }): Comment => ({
    id,
    body: body ?? '',
    url,
    author: user?.login,
    by: authorOf(user, association),
  }));

const PERMISSION = 'pull-requests: write';
const LIST = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
const CREATE = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
const UPDATE = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
const DELETE = 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}';

/** Maximum number of pages, with 100 comments each. GitHub allows 2,500 comments per issue, far fewer than this. */
const MOST_PAGES = 1000;

/** The comments on issue or pull request `number`. Every method throws GitHubError as `GitHubApi.request` does. */
export function issueComments(api: GitHubApi, number: number): IssueComments {
  return {
    list: async () => {
      const all: Comment[] = [];
      for (let page = 1; page <= MOST_PAGES; page += 1) {
        const { data, hasNextPage } = await api.request({
          route: LIST,
          parameters: { issue_number: number, per_page: 100, page },
          answer: z.array(commentSchema),
          purpose: `reading the comments of #${number}`,
          permission: 'pull-requests: read',
        });
        all.push(...data);
        if (!hasNextPage) break;
      }
      return all.toSorted((a, b) => a.id - b.id);
    },
    create: async (body) => {
      const { data } = await api.request({
        route: CREATE,
        parameters: { issue_number: number, body },
        answer: commentSchema,
        purpose: `commenting on #${number}`,
        permission: PERMISSION,
      });
      return data;
    },
    update: async (id, body) => {
      const { data } = await api.request({
        route: UPDATE,
        parameters: { comment_id: id, body },
        answer: commentSchema,
        purpose: `updating the comment on #${number}`,
        permission: PERMISSION,
      });
      return data;
    },
    remove: async (id) => {
      await api.request({
        route: DELETE,
        parameters: { comment_id: id },
        answer: z.unknown(),
        purpose: `deleting a duplicate comment on #${number}`,
        permission: PERMISSION,
      });
    },
    identity: identityOf(api),
  };
}
