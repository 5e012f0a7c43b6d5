import assert from 'node:assert/strict';
import { zipEntry } from '../../src/files/zip/zip-entry.ts';
import { parseResult } from '../../src/result/json.ts';
import { configuration, modelYaml } from '../support/model-files.ts';
import type { Clone } from './clone.ts';
import type { Gitea, Run } from './gitea.ts';
import { API_KEY, type Models } from './models.ts';
import { type Adaptation, adapted, documented, pageText, type Workflow } from './workflows.ts';

/** What the flows use. */
export interface Place {
  readonly gitea: Gitea;
  /** The repository of this run, as `owner/name`. */
  readonly repository: string;
  /** An empty organization of this run, for the fork. */
  readonly organization: string;
  readonly clone: Clone;
  readonly models: Models;
  readonly adaptation: Adaptation;
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
const CHECK = `${WORKFLOWS}/check.yml`;
/** How much of a log to print: enough for what the checkout prints at the end of a job, too. */
const LOG_TAIL = 10_000;
const ARTIFACT = 'reversal-check';

/** The workflows on `main`, by file. */
export const mainWorkflows = (adaptation: Adaptation): Record<string, string> => ({
  [CHECK]: adapted(documented('docs/recipes/pull-request.md'), adaptation),
  [`${WORKFLOWS}/release.yml`]: adapted(releaseGate(), adaptation),
});

/** The recipe without the job that publishes, with the configuration of this repository. */
function releaseGate(): Workflow {
  const { jobs, ...workflow } = documented('docs/recipes/release-gate.md');
  const { 'reversal-check': check } = jobs;
  assert.ok(check);
  const steps = check.steps.map((step) =>
    step.with?.['config'] === undefined ? step : { ...step, with: { config: 'reversal.yml' } },
  );
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

/** The newest run of an event, once it has ended; newer than the run `after`. */
const ended = (
  { gitea, repository, until }: Place,
  event: string,
  commit?: string,
  after?: Run,
): Promise<Run> =>
  until(`the run of ${event}${commit === undefined ? '' : ` on ${commit.slice(0, 10)}`}`, async () => {
    const run = (await gitea.runs(repository, event, commit)).at(-1);
    return run?.status === 'completed' && run.id !== after?.id ? run : undefined;
  });

/** Expects how a run ended and what its log says. No log may contain the key of the models. */
async function expectRun(
  { gitea, repository }: Place,
  { id, conclusion }: Run,
  expected: { readonly conclusion: string; readonly log: string },
): Promise<void> {
  const log = await gitea.logs(repository, id);
  assert.ok(!log.includes(API_KEY), 'the log contains the key of the models');
  assert.equal(conclusion, expected.conclusion, log.slice(-LOG_TAIL));
  assert.ok(
    log.includes(expected.log),
    `the log does not contain "${expected.log}":\n${log.slice(-LOG_TAIL)}`,
  );
}

/** Expects one comment on a pull request that contains the text. */
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

const FORKS = 'docs/recipes/forks.md';

/** The recipe's check, with the ref that the page names for Gitea. */
function checkOfForks(): Workflow {
  const { jobs, ...workflow } = documented(FORKS);
  const { 'reversal-check': check } = jobs;
  const [checkout, ...steps] = check?.steps ?? [];
  const [, ref] = /^ {10}ref: (.+)$/mu.exec(pageText(FORKS)) ?? [];
  assert.ok(check !== undefined && checkout !== undefined && ref !== undefined);
  const first = { ...checkout, with: { ...checkout.with, ref } };
  return { ...workflow, jobs: { 'reversal-check': { ...check, steps: [first, ...steps] } } };
}

/** The recipe's second workflow, with the permission that the page names for Gitea. */
function publishOfForks(): Workflow {
  assert.match(pageText(FORKS), /In the second workflow, add the permission `contents: read`/u);
  const { permissions, ...workflow } = documented(FORKS, 1);
  return { ...workflow, permissions: { ...permissions, contents: 'read' } };
}

/** A fork's run without secrets, whose report is posted, and the run that a maintainer starts after reading the change. */
const fork: Flow = {
  name: 'a pull request from a fork',
  run: async (place) => {
    const { adaptation, clone, gitea, organization, repository, until } = place;
    const publish = `${WORKFLOWS}/publish.yml`;
    await clone.push('main', {
      [CHECK]: adapted(checkOfForks(), adaptation),
      [publish]: adapted(publishOfForks(), adaptation),
    });
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
    const published = await ended(place, 'workflow_run');
    const posted = `Posted an unverified report on #${number}`;
    await expectRun(place, published, { conclusion: 'success', log: posted });
    await expectComment(place, number, "**Not verified: reported by the fork's own run.**");

    const dispatches = `/repos/${repository}/actions/workflows/check.yml/dispatches`;
    await gitea.send('POST', dispatches, { ref: 'main', inputs: { pr: String(number) } });
    const manual = await ended(place, 'workflow_dispatch');
    await expectRun(place, manual, { conclusion: 'failure', log: `${REVERSAL}. The check fails.` });
    const comments = await gitea.comments(repository, number);
    assert.equal(comments.length, 2, `found ${comments.length} comments, expected two`);
    assert.ok(comments[1]?.includes(REVERSAL), comments[1]);
    await clone.push('main', { ...mainWorkflows(adaptation), [publish]: null });
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

/** A pull request onto another pull request's branch, which is then changed to `main` and includes the change of both. */
const otherBase: Flow = {
  name: 'a pull request whose base branch changes',
  run: async (place) => {
    const { clone, gitea, repository } = place;
    await clone.push('parent', { 'model.yaml': modelYaml('v2') });
    const commit = await clone.push('stacked', { 'README.md': 'words\n' }, { from: 'parent' });
    const number = await openPullRequest(place, { head: 'stacked', base: 'parent' });
    const first = await ended(place, 'pull_request', commit);
    await expectRun(place, first, { conclusion: 'success', log: 'Skipped. The check passes.' });
    await gitea.send('PATCH', `/repos/${repository}/pulls/${number}`, { base: 'main' });
    const second = await ended(place, 'pull_request', commit, first);
    await expectRun(place, second, { conclusion: 'failure', log: `${REVERSAL}. The check fails.` });
    await expectComment(place, number, REVERSAL);
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
    const { adaptation, clone, shared } = place;
    const recipe = adapted(documented('docs/recipes/shards.md', 1), adaptation).replaceAll(
      '/mnt/shards',
      shared,
    );
    await clone.push('sharded', {
      [CHECK]: null,
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
    const { adaptation, clone, gitea, repository } = place;
    const recipe = documented('docs/recipes/nightly.md');
    const file = `${WORKFLOWS}/nightly.yml`;
    await clone.push('main', {
      'model.yaml': modelYaml('v2'),
      [file]: adapted({ ...recipe, on: { schedule: [{ cron: '* * * * *' }] } }, adaptation),
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

export const FLOWS: readonly Flow[] = [
  openPushRevert,
  fork,
  otherBase,
  tampering,
  cancel,
  tag,
  shards,
  nightly,
];
