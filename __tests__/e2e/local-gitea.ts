import { createServer } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type ArtifactService, startArtifactService } from '../support/github/artifact-service.ts';
import { type GitHubServer, startGitHub } from '../support/github/github-server.ts';
import type { GitData } from '../support/github/state.ts';
import { git } from '../support/temporary-repository.ts';
import { pullRequestPayload } from './gitea-event.ts';
import {
  contextsOf,
  evaluated,
  runWorkflow,
  type Started,
  type Workflow,
  workflowSchema,
} from './local-runner.ts';
import { temporaryFolder } from './project.ts';
import { tokenKind, tokensOf } from './token-kinds.ts';

/*
 * The part of Gitea that the forge tests use: one repository and its forks on disk, pull requests, and runs of workflows. What
 * the Action itself asks for is answered by the local GitHub, in Gitea's form. Events are noticed when a pull request is
 * opened or gets another base, and when runs are listed.
 */

export interface LocalGitea {
  readonly url: string;
  /** The repositories that were created, as `owner/name`. */
  readonly created: readonly string[];
  /** The paths that were deleted, in order. */
  readonly deleted: readonly string[];
  /** The workflows that ran, in order. */
  readonly workflows: () => readonly Workflow[];
}

interface Run extends Started {
  readonly aborter: AbortController;
  readonly group: string | undefined;
  readonly logs: string[];
  readonly artifacts: ArtifactService;
  conclusion?: string;
}

interface Pull {
  readonly number: number;
  readonly head: { readonly repository: string; readonly branch: string };
  base: string;
  /** The commit and the base when the newest event was sent; absent until the first one. */
  seen?: { readonly commit: string; readonly base: string };
}

const OWNER = 'acme';
/** Every checkout is complete, so no objects are requested. */
const NO_OBJECTS: GitData = { commit: () => undefined, tree: () => undefined, blob: () => undefined };
const ZERO = '0'.repeat(40);
const MAIN = 'refs/heads/main';

const ofWorkflows = z.object({ workflows: z.array(z.string()).optional() });

/** Starts one on 127.0.0.1, with a runner; it stops with the test. Every account has this token. */
export async function startLocalGitea(token: string): Promise<LocalGitea> {
  const folder = temporaryFolder();
  const address = `file://${folder}`;
  const secrets: Record<string, string> = {};
  const pulls: Pull[] = [];
  const runs: Run[] = [];
  const tags = new Set<string>();
  const scheduled = new Set<string>();
  const created: string[] = [];
  const deleted: string[] = [];
  let github: GitHubServer | undefined;
  let stopped = false;
  const server = (): GitHubServer => {
    if (github === undefined) throw new Error('there is no repository yet');
    return github;
  };
  const bare = (repository: string): string => join(folder, repository);
  const here = (): string => bare(server().state.repository);

  const workflowAt = (commit: string, path: string): Workflow =>
    workflowSchema.parse(parse(git(here(), 'show', `${commit}:${path}`)));

  const workflowsAt = (commit: string): readonly Workflow[] =>
    git(here(), 'ls-tree', '--name-only', commit, '.gitea/workflows/')
      .split('\n')
      .filter(Boolean)
      .map((path) => workflowAt(commit, path));

  const start = async (event: Started['event'], ref: string, workflow: Workflow, ofFork = false) => {
    const run = runs.length + 1;
    const started: Started = { workflow, event, ref, run, secrets: ofFork ? {} : secrets };
    const artifacts = await startArtifactService({ camelCase: true });
    const place = { github: server(), address, artifacts };
    const { group, 'cancel-in-progress': cancels = false } = workflow.concurrency ?? {};
    const own = group && evaluated(group, contextsOf(started, place));
    if (cancels) for (const each of runs) if (each.group === own) each.aborter.abort();
    const aborter = new AbortController();
    const kept: Run = { ...started, aborter, group: own, logs: [], artifacts };
    runs.push(kept);
    void (async () => {
      let conclusion = 'failure';
      try {
        conclusion = await runWorkflow(started, place, { logs: kept.logs, signal: aborter.signal });
      } catch (error) {
        kept.logs.push(String(error));
      }
      if (!stopped) await complete(kept, conclusion);
    })();
  };

  /** Ends a run, whose record the API then has, and starts the workflows that wait for it. */
  const complete = async (run: Run, conclusion: string): Promise<void> => {
    const { event, workflow } = run;
    const number = event.name === 'pull_request' ? Number(Object(event.payload)['number']) : undefined;
    const pull = pulls.find((each) => each.number === number);
    server().state.runs.set(run.run, {
      id: run.run,
      event: event.name,
      actor: OWNER,
      head: { sha: event.commit, branch: null, repository: pull?.head.repository ?? null },
      pullRequests: number === undefined ? [] : [number],
      artifacts: [...run.artifacts.kept()].map(([name, archive]) => ({ id: run.run, name, archive })),
    });
    run.conclusion = conclusion;
    const commit = git(here(), 'rev-parse', 'main');
    const payload = { action: 'completed', workflow_run: { id: run.run, event: event.name } };
    for (const each of workflowsAt(commit)) {
      const { workflows = [] } = ofWorkflows.parse(each.on['workflow_run'] ?? {});
      if (workflows.includes(workflow.name))
        await start({ name: 'workflow_run', commit, payload }, MAIN, each);
    }
  };

  const eventOf = (
    pull: Pull,
    commit: string,
  ): { readonly event: Started['event']; readonly action: string } => {
    const isPushed = pull.seen !== undefined && pull.seen.commit !== commit;
    const action = pull.seen === undefined ? 'opened' : isPushed ? 'synchronize' : 'edited';
    const base = git(here(), 'rev-parse', pull.base);
    const { number, head } = pull;
    server().state.pulls.set(number, {
      number,
      head: { sha: commit, ref: head.branch, repository: head.repository },
      base: { sha: base, ref: pull.base },
      mergeCommit: null,
      state: 'open',
    });
    const payload = pullRequestPayload({
      number,
      head: { sha: commit, ref: head.branch, repository: head.repository },
      base: { sha: base, ref: pull.base, repository: server().state.repository },
      mergeBase: git(here(), 'merge-base', base, commit),
      action,
    });
    return { event: { name: 'pull_request', commit, payload }, action };
  };

  /** Starts the runs of what changed since the last call. */
  const notice = async (): Promise<void> => {
    for (const pull of pulls) {
      const ref = `refs/pull/${pull.number}/head`;
      git(here(), 'fetch', '-q', bare(pull.head.repository), `+refs/heads/${pull.head.branch}:${ref}`);
      const commit = git(here(), 'rev-parse', ref);
      if (commit === pull.seen?.commit && pull.base === pull.seen.base) continue;
      const { event, action } = eventOf(pull, commit);
      pull.seen = { commit, base: pull.base };
      const ofFork = pull.head.repository !== server().state.repository;
      for (const workflow of workflowsAt(commit)) {
        const { types = [] } =
          z.object({ types: z.array(z.string()) }).safeParse(workflow.on['pull_request']).data ?? {};
        if (types.includes(action)) await start(event, ref, workflow, ofFork);
      }
    }
    for (const { name: tag, commit } of tagsOf()) {
      if (tags.has(tag)) continue;
      tags.add(tag);
      const repository = { full_name: server().state.repository, default_branch: 'main' };
      const ref = `refs/tags/${tag}`;
      // Unlike GitHub's, the event says neither `created` nor `deleted`. The ref of an annotated tag is that of the tag object.
      const payload = { ref, before: ZERO, after: git(here(), 'rev-parse', ref), repository };
      for (const workflow of workflowsAt(commit))
        if ('push' in workflow.on) await start({ name: 'push', commit, payload }, ref, workflow);
    }
    const main = git(here(), 'rev-parse', 'main');
    for (const workflow of workflowsAt(main)) {
      if (!('schedule' in workflow.on) || scheduled.has(main)) continue;
      scheduled.add(main);
      const payload = { schedule: '* * * * *' };
      await start({ name: 'schedule', commit: main, payload }, MAIN, workflow);
    }
  };

  const tagsOf = (): readonly { readonly name: string; readonly commit: string }[] =>
    git(here(), 'tag')
      .split('\n')
      .filter(Boolean)
      .map((name) => ({ name, commit: git(here(), 'rev-parse', `${name}^{commit}`) }));

  const runOf = (id: string | undefined): Run => {
    const found = runs[Number(id) - 1];
    if (found === undefined) throw new Error(`no run ${id ?? ''}`);
    return found;
  };

  const answer = async (
    method: string,
    path: string,
    query: URLSearchParams,
    body: unknown,
  ): Promise<unknown> => {
    const given = Object(body) as Record<string, string | undefined>;
    const line = `${method} ${path}`;
    const matched = (pattern: RegExp): readonly string[] | undefined => pattern.exec(line)?.slice(1);
    if (line === 'GET /version') return { version: '1.27.3' };
    if (line === 'GET /user') return { login: OWNER };
    if (line === 'POST /user/repos') {
      const repository = `${OWNER}/${given['name'] ?? ''}`;
      github = await startGitHub({
        repository,
        tokens: tokensOf(tokenKind('Gitea job')),
        git: { ...NO_OBJECTS, tags: tagsOf },
      });
      created.push(repository);
      git(folder, 'init', '-q', '--bare', '-b', 'main', repository);
      git(bare(repository), 'config', 'uploadpack.allowAnySHA1InWant', 'true');
      return { clone_url: `${address}/${repository}` };
    }
    if (line === 'POST /orgs') return {};
    if (method === 'DELETE') {
      deleted.push(path);
      return undefined;
    }
    const [secret] = matched(/^PUT \/repos\/.+\/actions\/secrets\/(\w+)$/u) ?? [];
    if (secret !== undefined) {
      secrets[secret] = given['data'] ?? '';
      return undefined;
    }
    if (/^POST .+\/forks$/u.test(line)) {
      const repository = `${given['organization'] ?? ''}/${server().state.repository.split('/')[1] ?? ''}`;
      git(folder, 'clone', '-q', '--bare', here(), repository);
      return { clone_url: `${address}/${repository}` };
    }
    if (/^POST .+\/pulls$/u.test(line)) {
      const [branch = '', owner = OWNER] = (given['head'] ?? '').split(':').toReversed();
      const number = 101 + pulls.length;
      const repository = `${owner}/${server().state.repository.split('/')[1] ?? ''}`;
      pulls.push({ number, head: { repository, branch }, base: given['base'] ?? '' });
      await notice();
      return { number };
    }
    const [rebased] = matched(/^PATCH .+\/pulls\/(\d+)$/u) ?? [];
    if (rebased !== undefined) {
      const pull = pulls.find(({ number }) => number === Number(rebased));
      if (pull === undefined) throw new Error(`no pull request ${rebased}`);
      pull.base = given['base'] ?? '';
      await notice();
      return {};
    }
    const [dispatched] = matched(/^POST .+\/actions\/workflows\/([\w.]+)\/dispatches$/u) ?? [];
    if (dispatched !== undefined) {
      const commit = git(here(), 'rev-parse', 'main');
      const payload = { inputs: Object(body)['inputs'] as unknown, ref: 'main', workflow: dispatched };
      const workflow = workflowAt(commit, `.gitea/workflows/${dispatched}`);
      await start({ name: 'workflow_dispatch', commit, payload }, MAIN, workflow);
      return undefined;
    }
    if (/^GET .+\/actions\/runs$/u.test(line)) {
      await notice();
      const [event, commit] = [query.get('event'), query.get('head_sha')];
      const found = runs
        .filter((run) => run.event.name === event && (commit === null || run.event.commit === commit))
        .map(({ run, event: { name, commit: sha }, conclusion }) => ({
          id: run,
          event: name,
          head_sha: sha,
          ...(conclusion === undefined ? { status: 'in_progress' } : { status: 'completed', conclusion }),
        }));
      return { workflow_runs: found.toReversed() };
    }
    const [jobsOf] = matched(/\/actions\/runs\/(\d+)\/jobs$/u) ?? [];
    if (jobsOf !== undefined)
      return {
        jobs: runOf(jobsOf).logs.map((_, place) => ({ id: 1000 * Number(jobsOf) + place, name: '' })),
      };
    const [job] = matched(/\/actions\/jobs\/(\d+)\/logs$/u) ?? [];
    if (job !== undefined) return runOf(String(Math.floor(Number(job) / 1000))).logs[Number(job) % 1000];
    const [artifactsOf] = matched(/\/actions\/runs\/(\d+)\/artifacts$/u) ?? [];
    if (artifactsOf !== undefined)
      return {
        artifacts: [...runOf(artifactsOf).artifacts.kept().keys()].map((name) => ({
          id: Number(artifactsOf),
          name,
        })),
      };
    const [archive] = matched(/\/actions\/artifacts\/(\d+)\/zip$/u) ?? [];
    if (archive !== undefined) return [...runOf(archive).artifacts.kept().values()][0];
    const [commentsOf] = matched(/^GET .+\/issues\/(\d+)\/comments$/u) ?? [];
    if (commentsOf !== undefined)
      return (server().state.comments.get(Number(commentsOf)) ?? []).map(({ id, body: said }) => ({
        id,
        body: said,
      }));
    if (/^GET .+\/issues$/u.test(line))
      return server()
        .state.issues.filter(({ state }) => state === 'open')
        .map(({ title }) => ({ title }));
    throw new Error(`no answer to ${line}`);
  };

  const http = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const content = await text(request);
      if (request.headers.authorization !== `token ${token}`) return response.writeHead(401).end('{}');
      const path = url.pathname.replace(/^\/api\/v1/u, '');
      const body: unknown = content === '' ? undefined : JSON.parse(content);
      const answered = await answer(request.method ?? '', path, url.searchParams, body);
      if (typeof answered === 'string' || answered instanceof Uint8Array) return response.end(answered);
      return response.end(answered === undefined ? '' : JSON.stringify(answered));
    })().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(async () => {
    stopped = true;
    for (const { aborter } of runs) aborter.abort();
    http.closeAllConnections();
    http.close();
    await github?.close();
  });
  const listening = http.address();
  if (listening === null || typeof listening === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${listening.port}`,
    created,
    deleted,
    workflows: () => runs.map(({ workflow }) => workflow),
  };
}
