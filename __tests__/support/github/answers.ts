import { answerOf } from './operations.ts';
import type {
  Identity,
  State,
  StoredCache,
  StoredComment,
  StoredIssue,
  StoredPull,
  StoredRun,
} from './state.ts';
import { loginOf } from './state.ts';

/* The server's responses about its state, in GitHub's format. */

type Answer = Readonly<Record<string, unknown>>;

/** A number that is always the same for a login. */
const userId = (login: string): number =>
  Array.from(login).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7);

/** The id of the user of jobs, on Gitea and Forgejo. */
const SYSTEM_USER = -2;

const associationOf = (identity: Identity): string =>
  identity.kind === 'user' ? (identity.association ?? 'NONE') : 'NONE';

export const simpleUser = (identity: Identity): Answer =>
  answerOf('simple-user', {
    login: loginOf(identity),
    id: identity.kind === 'system' ? SYSTEM_USER : userId(loginOf(identity)),
    type: identity.kind === 'app' ? 'Bot' : 'User',
  });

export const publicUser = (identity: Identity): Answer =>
  answerOf('public-user', {
    login: loginOf(identity),
    id: userId(loginOf(identity)),
    user_view_type: 'public',
    type: 'User',
  });

export const commentAnswer = (
  { repository }: Pick<State, 'repository'>,
  issue: number,
  { id, author, body }: StoredComment,
): Answer =>
  answerOf('issue-comment', {
    id,
    body,
    user: simpleUser(author),
    html_url: `https://github.test/${repository}/pull/${issue}#issuecomment-${id}`,
    author_association: associationOf(author),
  });

export const issueAnswer = (
  { repository }: Pick<State, 'repository'>,
  { number, author, title, body, state, stateReason }: StoredIssue,
): Answer =>
  answerOf('issue', {
    number,
    title,
    body,
    state,
    state_reason: stateReason,
    user: simpleUser(author),
    author_association: associationOf(author),
    html_url: `https://github.test/${repository}/issues/${number}`,
  });

const HEX = /^[0-9a-f]{40}$/;

export const commitAnswer = (
  sha: string,
  { tree, parents }: { readonly tree: string; readonly parents: readonly string[] },
): Answer =>
  answerOf('git-commit', {
    sha,
    tree: { sha: tree, url: `https://github.test/trees/${tree}` },
    parents: parents.map((parent) => ({
      sha: parent,
      url: `https://github.test/commits/${parent}`,
      html_url: `https://github.test/commit/${parent}`,
    })),
  });

export const isSha = (text: string): boolean => HEX.test(text);

const repositoryAnswer = (fullName: string): Answer =>
  answerOf('repository', {
    full_name: fullName,
    name: fullName.split('/')[1] ?? '',
    owner: simpleUser({ kind: 'user', login: fullName.split('/')[0] ?? '' }),
  });

const membersOfPull = (
  { repository }: Pick<State, 'repository'>,
  { number, head, base, mergeCommit, state }: StoredPull,
): Answer => {
  const user = simpleUser({ kind: 'user', login: 'author' });
  const side = (ref: string, sha: string, name: string | null): Answer => ({
    label: ref,
    ref,
    sha,
    user,
    repo: name === null ? null : repositoryAnswer(name),
  });
  return {
    number,
    state,
    user,
    head: side(head.ref, head.sha, head.repository),
    base: side(base.ref, base.sha, repository),
    merge_commit_sha: mergeCommit,
  };
};

export const pullAnswer = (state: Pick<State, 'repository'>, pull: StoredPull): Answer =>
  answerOf('pull-request', {
    ...membersOfPull(state, pull),
    mergeable: pull.mergeCommit === null ? null : true,
  });

export const pullInListAnswer = (state: Pick<State, 'repository'>, pull: StoredPull): Answer =>
  answerOf('pull-request-simple', membersOfPull(state, pull));

export const runAnswer = ({ id, event, actor, head, pullRequests = [] }: StoredRun): Answer =>
  answerOf('workflow-run', {
    id,
    event,
    actor: simpleUser({ kind: 'user', login: actor }),
    head_sha: head.sha,
    head_branch: head.branch,
    head_repository: head.repository === null ? null : minimalRepository(head.repository),
    repository: minimalRepository('acme/models'),
    pull_requests: pullRequests.map((number) => answerOf('pull-request-minimal', { number })),
  });

const minimalRepository = (fullName: string): Answer =>
  answerOf('minimal-repository', {
    full_name: fullName,
    name: fullName.split('/')[1] ?? '',
    owner: simpleUser({ kind: 'user', login: fullName.split('/')[0] ?? '' }),
  });

export const cachesAnswer = (caches: readonly StoredCache[]): Answer =>
  answerOf('actions-cache-list', { total_count: caches.length, actions_caches: caches });

export const artifactAnswer = ({
  id,
  name,
  archive,
  bytes = archive.byteLength,
  expired = false,
}: StoredRun['artifacts'][number]): Answer =>
  answerOf('artifact', { id, name, size_in_bytes: bytes, expired });
