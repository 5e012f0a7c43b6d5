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

/** The relevant fields of an issue. */
export interface Issue {
  readonly number: number;
  readonly body: string;
  /** Undefined if the author's account was deleted. */
  readonly author: string | undefined;
  readonly by: Author | undefined;
}

/** The new title and body of an issue. */
export interface IssueText {
  readonly title: string;
  readonly body: string;
}

/** A repository's issues, with the permissions of one token. */
export interface Issues {
  readonly identity: Identity;
  /** Returns all open issues, excluding pull requests, oldest first. */
  readonly listOpen: () => Promise<readonly Issue[]>;
  readonly create: (text: IssueText) => Promise<Issue>;
  readonly update: (number: number, text: IssueText) => Promise<void>;
  /** Closes an issue as `completed`, or as `not_planned` if it should not have been opened. */
  readonly close: (number: number, reason: 'completed' | 'not_planned') => Promise<void>;
  readonly comment: (number: number, body: string) => Promise<void>;
}

const issueSchema = z.object({
  number: z.number().int().positive(),
  body: z.string().nullish(),
  user: userSchema.nullish(),
  author_association: associationSchema,
  /** Present if the issue is a pull request. */
  pull_request: z.unknown().optional(),
});

const issueOf = ({
  number,
  body,
  user,
  author_association: association,
}: z.infer<typeof issueSchema>): Issue => ({
  number,
  body: body ?? '',
  author: user?.login,
  by: authorOf(user, association),
});

const PERMISSION = 'issues: write';
const LIST = 'GET /repos/{owner}/{repo}/issues';
const CREATE = 'POST /repos/{owner}/{repo}/issues';
const UPDATE = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
const COMMENT = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';

/** Maximum number of pages, with 100 issues each. */
const MOST_PAGES = 1000;

/** The repository's issues. Every method throws GitHubError as `GitHubApi.request` does. */
export function issuesOf(api: GitHubApi): Issues {
  return {
    identity: identityOf(api),
    listOpen: async () => {
      const all: Issue[] = [];
      for (let page = 1; page <= MOST_PAGES; page += 1) {
        const { data, hasNextPage } = await api.request({
          route: LIST,
          parameters: { state: 'open', per_page: 100, page },
          answer: z.array(issueSchema),
          purpose: 'finding the tracking issue',
          permission: PERMISSION,
        });
        // On Gitea, this is null if the issue is not a pull request.
        all.push(...data.filter((each) => (each.pull_request ?? null) === null).map(issueOf));
        if (!hasNextPage) break;
      }
      return all.toSorted((a, b) => a.number - b.number);
    },
    create: async ({ title, body }) => {
      const { data } = await api.request({
        route: CREATE,
        parameters: { title, body },
        answer: issueSchema,
        purpose: 'opening the tracking issue',
        permission: PERMISSION,
      });
      return issueOf(data);
    },
    update: async (number, { title, body }) => {
      await api.request({
        route: UPDATE,
        parameters: { issue_number: number, title, body },
        answer: z.unknown(),
        purpose: `updating tracking issue #${number}`,
        permission: PERMISSION,
      });
    },
    close: async (number, reason) => {
      await api.request({
        route: UPDATE,
        parameters: { issue_number: number, state: 'closed', state_reason: reason },
        answer: z.unknown(),
        purpose: `closing tracking issue #${number}`,
        permission: PERMISSION,
      });
    },
    comment: async (number, body) => {
      await api.request({
        route: COMMENT,
        parameters: { issue_number: number, body },
        answer: z.unknown(),
        purpose: `commenting on tracking issue #${number}`,
        permission: PERMISSION,
      });
    },
  };
}
