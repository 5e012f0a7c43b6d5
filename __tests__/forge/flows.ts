import assert from 'node:assert/strict';
import { zipEntry } from '../../src/files/zip/zip-entry.ts';
import { parseResult } from '../../src/result/json.ts';
import { configuration, modelYaml } from '../support/model-files.ts';
import type { Clone } from './clone.ts';
import type { Gitea, Run } from './gitea.ts';
import { API_KEY, type Models } from './models.ts';
import { adapted, documented, type Workflow } from './workflows.ts';

/** What the flows use. */
export interface Place {
  readonly gitea: Gitea;
  /** The repository of this run, as `owner/name`. */
  readonly repository: string;
  /** An empty organization of this run, for the fork. */
  readonly organization: string;
  readonly clone: Clone;
  readonly models: Models;
  /** The label of the runners. */
  readonly runsOn: string;
  /** A folder that the runners share, which need not exist yet. */
  readonly shared: string;
  /** Waits until a function returns a value. */
  readonly until: <T>(what: string, look: () => Promise<T | undefined>) => Promise<T>;
}

interface Flow {
  readonly name: string;
  readonly run: (place: Place) => Promise<void>;
}

const REVERSAL = 'Self-improvement reversal';
const WORKFLOWS = '.gitea/workflows';
const ARTIFACT = 'reversal-check';

/** The workflows on `main`, by file. */
export const mainWorkflows = (runsOn: string): Record<string, string> => ({
  [`${WORKFLOWS}/check.yml`]: adapted(documented('docs/recipes/pull-request.md'), runsOn),
  [`${WORKFLOWS}/release.yml`]: adapted(releaseGate(), runsOn),
});

/** The recipe without the job that publishes, with the configuration of this repository. */
function releaseGate(): Workflow {
  const { jobs, ...workflow } = documented('docs/recipes/release-gate.md');
  const { 'reversal-check': check } = jobs;
  assert.ok(check);
  const steps = check.steps.map((step) => ({ ...step, with: { config: 'reversal.yml' } }));
  return { ...workflow, jobs: { 'reversal-check': { ...check, steps } } };
}

async function openPullRequest(
  { gitea, repository }: Place,
  { head, base = 'main' }: { readonly head: string; readonly base?: string },
): Promise<number> {
  const opened = await gitea.send('POST', `/repos/${repository}/pulls`, { head, base, title: head });
  const number: unknown = Object(opened)['number'];
  assert.ok(typeof number === 'number');
  return number;
}

/** The newest run of an event, once it has ended. */
const ended = ({ gitea, repository, until }: Place, event: string, commit?: string): Promise<Run> =>
  until(`the run of ${event}${commit === undefined ? '' : ` on ${commit.slice(0, 10)}`}`, async () => {
    const run = (await gitea.runs(repository, event, commit)).at(-1);
    return run?.status === 'completed' ? run : undefined;
  });

/** Expects how a run ended and what its log says. No log may contain the key of the models. */
async function expectRun(
  { gitea, repository }: Place,
  { id, conclusion }: Run,
  expected: { readonly conclusion: string; readonly log: string },
): Promise<void> {
  const log = await gitea.logs(repository, id);
  assert.ok(!log.includes(API_KEY), 'the log contains the key of the models');
  assert.equal(conclusion, expected.conclusion, log.slice(-3000));
  assert.ok(log.includes(expected.log), `the log does not contain "${expected.log}":\n${log.slice(-3000)}`);
}

/** Expects one comment on a pull request that contains a text. */
async function expectComment({ gitea, repository }: Place, number: number, text: string): Promise<void> {
  const comments = await gitea.comments(repository, number);
  assert.equal(comments.length, 1, `found ${comments.length} comments, expected one`);
  assert.ok(comments[0]?.includes(text), `the comment does not contain "${text}":\n${comments[0] ?? ''}`);
}

/** Opens a pull request that changes the version to v2, pushes another version, and reverts the change. */
const openPushRevert: Flow = {
  name: 'a pull request: open, push, revert',
  run: async (place) => {
    const { clone, gitea, repository } = place;
    const first = await clone.push('topic', { 'model.yaml': modelYaml('v2') });
    const number = await openPullRequest(place, { head: 'topic' });
    const opened = await ended(place, 'pull_request', first);
    await expectRun(place, opened, { conclusion: 'failure', log: `${REVERSAL}. The check fails.` });
    await expectComment(place, number, REVERSAL);
    const archive = await gitea.artifact(repository, opened.id, ARTIFACT);
    assert.ok(archive, 'the run has no artifact');
    const where = 'the artifact';
    const bytes = zipEntry(archive, 'result.json', { maxBytes: 1_000_000, where });
    assert.equal(parseResult(Buffer.from(bytes ?? []).toString(), where).verdict.status, 'reversal');

    const second = await clone.push('topic', { 'model.yaml': modelYaml('v2-progress') });
    const pushed = await ended(place, 'pull_request', second);
    await expectRun(place, pushed, { conclusion: 'success', log: 'The check passes.' });
    await expectComment(place, number, '`v2-progress`');

    const third = await clone.push('topic', { 'model.yaml': modelYaml('v1') });
    const reverted = await ended(place, 'pull_request', third);
    await expectRun(place, reverted, { conclusion: 'success', log: 'Skipped. The check passes.' });
    await expectComment(place, number, '**Skipped.**');
  },
};

const fork: Flow = {
  name: 'a pull request from a fork',
  run: async (place) => {
    const { clone, gitea, organization, repository, until } = place;
    const forked = await gitea.send('POST', `/repos/${repository}/forks`, { organization });
    const address: unknown = Object(forked)['clone_url'];
    assert.ok(typeof address === 'string');
    const push = () =>
      clone.push('from-fork', { 'model.yaml': modelYaml('v2') }, { to: address }).catch(() => undefined);
    const commit = await until('the fork', push);
    const number = await openPullRequest(place, { head: `${organization}:from-fork` });
    const run = await ended(place, 'pull_request', commit);
    await expectRun(place, run, {
      conclusion: 'failure',
      log: "A fork's pull request runs without secrets",
    });
    assert.deepEqual(await gitea.comments(repository, number), []);
  },
};

const tampering: Flow = {
  name: 'a pull request that tampers with its check',
  run: async (place) => {
    const commit = await place.clone.push('tampering', {
      'model.yaml': modelYaml('v2'),
      'reversal.yml': configuration.replaceAll(/margin: \d+/g, 'margin: 99'),
      'reversal.lock': '{}\n',
      'evals/word-problems.jsonl': '{"id":"easy","prompt":"1+1?","answer":"2"}\n',
    });
    const number = await openPullRequest(place, { head: 'tampering' });
    const run = await ended(place, 'pull_request', commit);
    await expectRun(place, run, { conclusion: 'failure', log: `${REVERSAL}. The check fails.` });
    await expectComment(place, number, 'used the files of the base commit');
  },
};

/** Pushes a second commit while the first one is being sampled. */
const cancel: Flow = {
  name: 'a push that cancels the run before it',
  run: async (place) => {
    const { clone, models } = place;
    const first = await clone.push('twice', { 'model.yaml': modelYaml('v2') });
    const held = models.hold();
    let number: number;
    let second: string;
    try {
      number = await openPullRequest(place, { head: 'twice' });
      await place.until('a request of the first run', () =>
        Promise.resolve(held.hasArrived() ? true : undefined),
      );
      second = await clone.push('twice', { 'model.yaml': modelYaml('v2-progress') });
      assert.equal((await ended(place, 'pull_request', first)).conclusion, 'cancelled');
    } finally {
      held.release();
    }
    const run = await ended(place, 'pull_request', second);
    await expectRun(place, run, { conclusion: 'success', log: 'The check passes.' });
    await expectComment(place, number, '`v2-progress`');
  },
};

const tag: Flow = {
  name: 'tags: a first release and a worse one',
  run: async (place) => {
    const { clone, gitea, repository } = place;
    const first = await clone.push('release', { 'README.md': 'The first release.\n' });
    await clone.tag('v1.0.0', 'release');
    const nothing = await ended(place, 'push', first);
    await expectRun(place, nothing, { conclusion: 'success', log: 'Skipped. The check passes.' });
    const second = await clone.push('release', { 'model.yaml': modelYaml('v2') });
    await clone.tag('v1.1.0', 'release');
    const run = await ended(place, 'push', second);
    await expectRun(place, run, { conclusion: 'failure', log: `${REVERSAL}. The check fails.` });
    const issues = await gitea.openIssues(repository);
    assert.ok(
      issues.some((title) => title.includes('release')),
      `found the issues ${issues.join(', ')}`,
    );
  },
};

/** The shards have a branch of their own as their base, so that only their workflow runs. */
const shards: Flow = {
  name: 'shards',
  run: async (place) => {
    const { clone, runsOn, shared } = place;
    const recipe = adapted(documented('docs/recipes/shards.md', 1), runsOn).replaceAll('/mnt/shards', shared);
    await clone.push('sharded', {
      [`${WORKFLOWS}/check.yml`]: null,
      [`${WORKFLOWS}/shards.yml`]: recipe,
    });
    const commit = await clone.push('in-shards', { 'model.yaml': modelYaml('v2') }, { from: 'sharded' });
    const number = await openPullRequest(place, { head: 'in-shards', base: 'sharded' });
    const run = await ended(place, 'pull_request', commit);
    await expectRun(place, run, { conclusion: 'failure', log: 'Shard 4 of 4 is complete' });
    await expectComment(place, number, REVERSAL);
  },
};

/** The last one, because it changes the version on `main`. A server starts the schedules of a new file within minutes. */
const nightly: Flow = {
  name: 'a nightly run',
  run: async (place) => {
    const { clone, gitea, repository, runsOn } = place;
    const recipe = documented('docs/recipes/nightly.md');
    const file = `${WORKFLOWS}/nightly.yml`;
    await clone.push('main', {
      'model.yaml': modelYaml('v2'),
      [file]: adapted({ ...recipe, on: { schedule: [{ cron: '* * * * *' }] } }, runsOn),
    });
    const run = await ended(place, 'schedule');
    await clone.push('main', { [file]: null });
    await expectRun(place, run, { conclusion: 'failure', log: `${REVERSAL}. The check fails.` });
    const issues = await gitea.openIssues(repository);
    assert.ok(
      issues.some((title) => title.includes('schedule')),
      `found the issues ${issues.join(', ')}`,
    );
  },
};

export const FLOWS: readonly Flow[] = [openPushRevert, fork, tampering, cancel, tag, shards, nightly];
