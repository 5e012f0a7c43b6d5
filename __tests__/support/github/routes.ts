import {
  artifactAnswer,
  cachesAnswer,
  commentAnswer,
  commitAnswer,
  isSha,
  issueAnswer,
  publicUser,
  pullAnswer,
  pullInListAnswer,
  runAnswer,
  simpleUser,
} from './answers.ts';
import type { FaultAnswer } from './faults.ts';
import { answers } from './faults.ts';
import { answerOf } from './operations.ts';
import type { Identity, State, StoredIssue, StoredPull } from './state.ts';
import { addComment } from './state.ts';

/** A request that GitHub would refuse. */
export class RefusedRequest extends Error {
  override readonly name = 'RefusedRequest';
  readonly answer: FaultAnswer;

  constructor(answer: FaultAnswer) {
    super(answer.message);
    this.answer = answer;
  }
}

export interface Answered {
  readonly status: number;
  /** Absent if the response has no body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Call {
  readonly state: State;
  readonly identity: Identity;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** The server's own address. */
  readonly self: string;
}

/** GitHub's limit, in characters. */
const LONGEST_COMMENT = 65_536;

const refuse = (answer: FaultAnswer): never => {
  throw new RefusedRequest(answer);
};

/** A member of a body, if it is text. */
const textOf = (body: unknown, name: string): string | undefined => {
  const value: unknown =
    typeof body === 'object' && body !== null
      ? Object.entries(body).find(([key]) => key === name)?.[1]
      : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** The text of a comment; requests that deviate from GitHub's description have already been reported. */
const bodyOf = (body: unknown): string => {
  const text = typeof body === 'object' && body !== null && 'body' in body ? String(body.body) : '';
  if (Array.from(text).length > LONGEST_COMMENT) refuse(answers.tooLong);
  return text;
};

const mustWrite = ({ identity }: Call): void => {
  if (identity.canWrite === false) refuse(answers.notPermitted);
};

/** A page of a list, with the `Link` header that leads to its neighbors. */
const paged = (
  { query, self }: Call,
  pathname: string,
  all: readonly unknown[],
): { readonly body: readonly unknown[]; readonly headers: Readonly<Record<string, string>> } => {
  const size = Math.min(100, Number(query['per_page'] ?? 30));
  const page = Number(query['page'] ?? 1);
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (to: number, rel: string): string =>
    `<${self}${pathname}?per_page=${size}&page=${to}>; rel="${rel}"`;
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
  ];
  return {
    body: all.slice((page - 1) * size, page * size),
    headers: links.length === 0 ? {} : { link: links.join(', ') },
  };
};

const issueOf = ({ path }: Call): number => Number(path['issue_number']);

/** A comment by its id, and its issue. */
const findComment = ({ state, path }: Call) => {
  for (const [issue, comments] of state.comments) {
    const comment = comments.find(({ id }) => id === Number(path['comment_id']));
    if (comment !== undefined) return { issue, comment };
  }
  return refuse(answers.notFound);
};

/** The implementation of each operation, by its name. */
export const routes: Readonly<Record<string, (call: Call) => Answered>> = {
  'users/get-authenticated': ({ identity }) =>
    identity.kind === 'app' ? refuse(answers.notPermitted) : { status: 200, body: publicUser(identity) },

  'issues/list-comments': (call) => {
    const issue = issueOf(call);
    const all = (call.state.comments.get(issue) ?? []).map((comment) =>
      commentAnswer(call.state, issue, comment),
    );
    return { status: 200, ...paged(call, `/repos/${call.state.repository}/issues/${issue}/comments`, all) };
  },

  'issues/create-comment': (call) => {
    mustWrite(call);
    const { state, identity, body } = call;
    const issue = issueOf(call);
    if (state.locked.has(issue)) refuse(answers.locked);
    return {
      status: 201,
      body: commentAnswer(state, issue, addComment(state, issue, identity, bodyOf(body))),
    };
  },

  'issues/update-comment': (call) => {
    mustWrite(call);
    const { issue, comment } = findComment(call);
    comment.body = bodyOf(call.body);
    return { status: 200, body: commentAnswer(call.state, issue, comment) };
  },

  'issues/delete-comment': (call) => {
    mustWrite(call);
    const { issue, comment } = findComment(call);
    const others = (call.state.comments.get(issue) ?? []).filter((each) => each !== comment);
    call.state.comments.set(issue, others);
    return { status: 204 };
  },

  'git/get-commit': ({ state, path: { commit_sha: sha = '' } }) => {
    const commit = isSha(sha) ? state.git.commit(sha) : undefined;
    return commit === undefined ? refuse(answers.notFound) : { status: 200, body: commitAnswer(sha, commit) };
  },

  'git/get-tree': ({ state, path: { tree_sha: sha = '' } }) => {
    const tree = isSha(sha) ? state.git.tree(sha) : undefined;
    if (tree === undefined) return refuse(answers.notFound);
    return {
      status: 200,
      body: answerOf('git-tree', {
        sha,
        truncated: false,
        tree: tree.map((entry) => ({ ...entry, url: `https://github.test/${entry.sha}` })),
      }),
    };
  },

  'git/get-blob': ({ state, path: { file_sha: sha = '' } }) => {
    const bytes = isSha(sha) ? state.git.blob(sha) : undefined;
    if (bytes === undefined) return refuse(answers.notFound);
    const content = Buffer.from(bytes).toString('base64').replaceAll(/.{60}/g, '$&\n');
    return { status: 200, body: answerOf('blob', { sha, size: bytes.length, encoding: 'base64', content }) };
  },

  'pulls/get': ({ state, path }) => {
    const pull = state.pulls.get(Number(path['pull_number']));
    return pull === undefined ? refuse(answers.notFound) : { status: 200, body: pullAnswer(state, pull) };
  },

  'repos/list-tags': (call) => {
    const { state } = call;
    const all = (state.git.tags?.() ?? []).map(({ name, commit }) =>
      answerOf('tag', { name, commit: { sha: commit, url: 'https://github.test/' } }),
    );
    return { status: 200, ...paged(call, `/repos/${state.repository}/tags`, all) };
  },

  'repos/get-release-by-tag': ({ state, path: { tag = '' } }) => {
    const release = state.releases.get(tag);
    return release === undefined
      ? refuse(answers.notFound)
      : { status: 200, body: answerOf('release', { tag_name: tag, ...release }) };
  },

  'repos/compare-commits-with-basehead': ({ state, identity, path: { basehead = '' } }) => {
    const [from = '', to = ''] = basehead.split('...');
    const found = state.git.mergeBase?.(from, to);
    if (found === undefined) return refuse(answers.notFound);
    const { base, head, common } = found;
    const status = base === head ? 'identical' : common === base ? 'ahead' : 'diverged';
    const commit = (sha: string): unknown =>
      answerOf('commit', { sha, author: simpleUser(identity), committer: simpleUser(identity) });
    return {
      status: 200,
      body: answerOf('commit-comparison', {
        status: common === head && base !== head ? 'behind' : status,
        // The commits are not counted, but only a head that the base contains has none of its own.
        total_commits: common === head ? 0 : 1,
        base_commit: commit(base),
        merge_base_commit: commit(common),
      }),
    };
  },

  'issues/list-for-repo': (call) => {
    const { state, query } = call;
    const all = state.issues
      .filter((issue) => issue.state === (query['state'] ?? 'open'))
      .toReversed()
      .map((issue) => issueAnswer(state, issue));
    return { status: 200, ...paged(call, `/repos/${state.repository}/issues`, all) };
  },

  'issues/create': (call) => {
    mustWrite(call);
    const { state, identity, body } = call;
    const issue: StoredIssue = {
      number: 21 + state.issues.length,
      author: identity,
      title: textOf(body, 'title') ?? '',
      body: bodyOf(body),
      state: 'open',
      stateReason: null,
    };
    state.issues.push(issue);
    return { status: 201, body: issueAnswer(state, issue) };
  },

  'issues/update': (call) => {
    mustWrite(call);
    const issue = call.state.issues.find(({ number }) => number === issueOf(call));
    if (issue === undefined) return refuse(answers.notFound);
    issue.title = textOf(call.body, 'title') ?? issue.title;
    if (textOf(call.body, 'body') !== undefined) issue.body = bodyOf(call.body);
    issue.state = textOf(call.body, 'state') === 'closed' ? 'closed' : issue.state;
    issue.stateReason = textOf(call.body, 'state_reason') ?? issue.stateReason;
    return { status: 200, body: issueAnswer(call.state, issue) };
  },

  'pulls/create': (call) => {
    mustWrite(call);
    const { state, body } = call;
    const [base = '', head = ''] = ['base', 'head'].map((name) => textOf(body, name));
    const merged = state.git.merge?.(base, head);
    if (merged === undefined) return refuse(answers.notFound);
    const number = Math.max(6, ...state.pulls.keys()) + 1;
    const pull: StoredPull = {
      number,
      state: 'open',
      head: { sha: merged.head, ref: head, repository: state.repository },
      base: { sha: merged.base, ref: base },
      // GitHub tries the merge later.
      mergeCommit: null,
    };
    state.pulls.set(number, { ...pull, mergeCommit: merged.commit });
    return { status: 201, body: pullAnswer(state, pull) };
  },

  'pulls/update': (call) => {
    mustWrite(call);
    const { state, path, body } = call;
    const found = state.pulls.get(Number(path['pull_number']));
    if (found === undefined) return refuse(answers.notFound);
    const pull: StoredPull = { ...found, state: textOf(body, 'state') === 'closed' ? 'closed' : found.state };
    state.pulls.set(pull.number, pull);
    return { status: 200, body: pullAnswer(state, pull) };
  },

  'pulls/list': (call) => {
    const { state, query } = call;
    const all = [...state.pulls.values()]
      .filter((pull) => pull.state === (query['state'] ?? 'open'))
      .filter(({ head }) => {
        const [owner] = (head.repository ?? '').split('/');
        return query['head'] === undefined || query['head'] === `${owner}:${head.ref}`;
      })
      .map((pull) => pullInListAnswer(state, pull));
    return { status: 200, ...paged(call, `/repos/${state.repository}/pulls`, all) };
  },

  'actions/get-workflow-run': ({ state, path }) => {
    const run = state.runs.get(Number(path['run_id']));
    return run === undefined ? refuse(answers.notFound) : { status: 200, body: runAnswer(run) };
  },

  'actions/list-workflow-run-artifacts': ({ state, path, query }) => {
    const { artifacts = [] } = state.runs.get(Number(path['run_id'])) ?? {};
    const found = artifacts.filter(({ name }) => query['name'] === undefined || name === query['name']);
    return { status: 200, body: { total_count: found.length, artifacts: found.map(artifactAnswer) } };
  },

  'actions/delete-artifact': (call) => {
    mustWrite(call);
    const { state, path } = call;
    for (const [id, run] of state.runs) {
      const artifacts = run.artifacts.filter((artifact) => artifact.id !== Number(path['artifact_id']));
      state.runs.set(id, { ...run, artifacts });
    }
    return { status: 204 };
  },

  'actions/get-actions-cache-list': ({ state, query }) => {
    const found = [...state.caches.values()].filter(({ key }) => key.startsWith(query['key'] ?? ''));
    return { status: 200, body: cachesAnswer(found) };
  },

  'actions/delete-actions-cache-by-id': (call) => {
    mustWrite(call);
    const { state, path } = call;
    return state.caches.delete(Number(path['cache_id'])) ? { status: 204 } : refuse(answers.notFound);
  },

  'actions/download-artifact': ({ path, self }) => ({
    status: 302,
    // Another host, from the API's point of view.
    headers: { location: `${self.replace('127.0.0.1', 'localhost')}/archives/${path['artifact_id'] ?? ''}` },
  }),
};
