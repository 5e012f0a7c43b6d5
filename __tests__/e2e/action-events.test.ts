import { describe, expect, test } from 'vitest';
import { giteaEnvironment, giteaPullRequest } from './gitea-event.ts';
import { modelFiles, type Scene, scene, useModels } from './model-repository.ts';
import { modelYaml } from '../support/model-files.ts';
import { readResult, temporaryFolder } from './project.ts';
import { type Job, pullRequestEvent } from './run-action.ts';
import { tokenKind } from './token-kinds.ts';

/* Events other than pull requests that start the Action, each as a runner describes it, on a real repository. */

const models = useModels();

const ZERO = '0'.repeat(40);

type Event = Job['event'];

const of = ({ repository }: Scene) => ({
  mergeGroup: (): Event => ({
    name: 'merge_group',
    commit: repository.trialMerge('topic'),
    payload: {
      action: 'checks_requested',
      merge_group: {
        head_sha: repository.trialMerge('topic'),
        head_ref: 'refs/heads/gh-readonly-queue/main/pr-7-0123456789',
        base_sha: repository.head('main'),
        base_ref: 'refs/heads/main',
      },
      repository: { full_name: 'acme/models', default_branch: 'main' },
    },
  }),
  push: (branch: string, before: string): Event => ({
    name: 'push',
    commit: repository.head(branch),
    payload: {
      ref: `refs/heads/${branch}`,
      before,
      after: repository.head(branch),
      created: before === ZERO,
      deleted: false,
      forced: false,
      repository: { full_name: 'acme/models', default_branch: 'main' },
    },
  }),
  tag: (tag: string, commit: string): Event => ({
    name: 'push',
    commit,
    payload: {
      ref: `refs/tags/${tag}`,
      before: ZERO,
      // The tag object, not its commit.
      after: 'a'.repeat(40),
      created: true,
      deleted: false,
      repository: { full_name: 'acme/models', default_branch: 'main' },
    },
  }),
  release: (tag: string, commit: string): Event => ({
    name: 'release',
    commit,
    payload: {
      action: 'published',
      release: { tag_name: tag, target_commitish: 'main', draft: false, prerelease: false },
      repository: { full_name: 'acme/models', default_branch: 'main' },
    },
  }),
});

const judged = async (
  { run, github }: Scene,
  event: Event,
  options: Partial<Omit<Job, 'github' | 'event'>> = {},
): Promise<{
  code: number | null;
  old: string;
  new: string;
  verdict: string;
  issues: string[];
  log: string;
}> => {
  const out = temporaryFolder();
  const { code, log } = await run({ event, ...options, inputs: { out, ...options.inputs } });
  const { old, new: candidate, verdict } = readResult(out);
  const issues = github.state.issues.map(({ title, state }) => `${state}: ${title}`);
  return { code, old: old.version, new: candidate.version, verdict: verdict.status, issues, log };
};

describe('merge_group', () => {
  test('is compared with the commit that the queue would merge it into; has no comment and no issue', async () => {
    const here = await scene({ 'model.yaml': modelYaml('v2') });
    expect(await judged(here, of(here).mergeGroup())).toMatchObject({
      code: 1,
      old: 'v1',
      new: 'v2',
      verdict: 'reversal',
      issues: [],
    });
    expect(here.comments()).toEqual([]);
  });
});

describe('push', () => {
  test('to a branch: a failure opens an issue, a pass closes it, and a push without a change leaves it', async () => {
    const here = await scene({});
    const { repository, github } = here;
    const start = repository.head('main');
    repository.commit('main', { 'model.yaml': modelYaml('v2') });
    const title = 'reversal-check: Self-improvement reversal (reversal.yml push main)';
    expect(await judged(here, of(here).push('main', start))).toMatchObject({
      code: 1,
      old: 'v1',
      new: 'v2',
      verdict: 'reversal',
      issues: [`open: ${title}`],
    });
    const bad = repository.head('main');
    repository.commit('main', { 'README.md': 'words' });
    expect(await judged(here, of(here).push('main', bad), { run: 101 })).toMatchObject({
      code: 0,
      verdict: 'skipped',
      issues: [`open: ${title}`],
    });
    repository.commit('main', { 'model.yaml': modelYaml('v2-progress') });
    expect(await judged(here, of(here).push('main', start), { run: 102 })).toMatchObject({
      code: 0,
      verdict: 'progress',
      issues: ['closed: reversal-check: Progress (reversal.yml push main)'],
    });
    expect(github.state.comments.get(21)?.map(({ body }) => body)).toEqual([
      expect.stringMatching(/actions\/runs\/102\) passes\. \*\*Progress\.\*\*/),
    ]);
  });

  test('of a new branch, checked out without history: compared from where it left the default branch', async () => {
    const here = await scene({ 'model.yaml': modelYaml('v2') });
    const { repository } = here;
    repository.commit('main', { 'model.yaml': modelYaml('v2-progress') });
    const workspace = repository.shallowClone(repository.head('topic'));
    expect(await judged(here, of(here).push('topic', ZERO), { workspace })).toMatchObject({
      code: 1,
      old: 'v1',
      new: 'v2',
      issues: [expect.stringContaining('reversal.yml push topic')],
    });
  });
});

describe('a release', () => {
  test("from its tag's push and from its own event: compared with the previous release, or skipped without one", async () => {
    const here = await scene({});
    const { repository, github } = here;
    const first = repository.head('main');
    repository.lightTag('v1.0.0', first);
    expect(await judged(here, of(here).tag('v1.0.0', first))).toMatchObject({
      code: 0,
      verdict: 'skipped',
      old: 'none',
      new: 'v1',
    });
    repository.tag('v1.1.0', repository.commit('main', { 'model.yaml': modelYaml('v2-progress') }));
    github.state.releases.set('v1.1.0', { prerelease: true });
    const second = repository.commit('main', { 'model.yaml': modelYaml('v2') });
    repository.tag('v2.0.0-rc.1', second);
    repository.tag('v2.0.0', second);
    const workspace = repository.shallowClone(second);
    const expected = { code: 1, old: 'v1', new: 'v2', verdict: 'reversal' };
    const issues = ['open: reversal-check: Self-improvement reversal (reversal.yml release)'];
    expect(await judged(here, of(here).tag('v2.0.0', second), { workspace })).toMatchObject({
      ...expected,
      issues,
    });
    expect(await judged(here, of(here).release('v2.0.0', second), { workspace, run: 101 })).toMatchObject({
      ...expected,
      issues,
    });
  });
});

describe('on a server other than github.com', () => {
  test.each(['/api/v3', '/api/v1'])(
    'with its API at %s, all requests and reports go there, using only REST',
    async (below) => {
      const here = await scene({ 'model.yaml': modelYaml('v2') });
      const { repository, github } = here;
      const start = repository.head('main');
      repository.commit('main', { 'model.yaml': modelYaml('v2-progress') });
      const commit = repository.commit('main', { 'model.yaml': modelYaml('v2') });
      const env = { GITHUB_API_URL: `${github.url}${below}`, GITHUB_SERVER_URL: 'https://git.acme.test' };
      const workspace = repository.shallowClone(commit);
      const event = of(here).push('main', start);
      expect(await judged(here, event, { env, workspace })).toMatchObject({
        code: 1,
        old: 'v1',
        new: 'v2',
        issues: [expect.stringContaining('open')],
      });
      expect(github.requests.filter((line) => !/^\w+ \/api\/v\d\/(?:repos|user)/.test(line))).toEqual([]);
    },
  );
});

describe('a pull request on a server without trial merges', () => {
  const onGitea = tokenKind('Gitea job');
  const judgedThere = (here: Scene, options: Partial<Omit<Job, 'github' | 'event'>> = {}) =>
    judged(here, giteaPullRequest(here.repository), {
      ...options,
      env: giteaEnvironment(here.github.url),
    });

  test('is compared with the commit that it would merge into, and has its comment', async () => {
    const here = await scene({ 'model.yaml': modelYaml('v2') }, modelFiles(), onGitea);
    const { repository, github, comments } = here;
    repository.commit('main', { 'README.md': 'words' });
    repository.checkOut('topic');
    const inputs = { artifact: '' };
    expect(await judgedThere(here, { inputs })).toMatchObject({
      code: 1,
      old: 'v1',
      new: 'v2',
      verdict: 'reversal',
      log: expect.stringContaining('No artifact was uploaded, because there is no artifact service.'),
    });
    expect(comments()).toEqual([expect.stringContaining('Self-improvement reversal')]);
    expect(comments()[0]).not.toContain('acme.test//');
    expect(github.requests.filter((line) => !/^\w+ \/api\/v1\/(?:repos|user)/.test(line))).toEqual([]);

    repository.commit('main', { 'model.yaml': modelYaml('v2') });
    repository.checkOut('topic');
    expect(await judgedThere(here, { run: 101 })).toMatchObject({ code: 0, verdict: 'skipped' });
    expect(comments()).toEqual([expect.stringContaining('did not change')]);
  });

  test('that does not change the version is not a downgrade after the base moved on; its lock is the base’s', async () => {
    const here = await scene({ 'README.md': 'words', 'reversal.lock': 'broken' }, modelFiles(), onGitea);
    here.repository.commit('main', { 'model.yaml': modelYaml('v2') });
    here.repository.checkOut('topic');
    expect(await judgedThere(here)).toMatchObject({ code: 0, verdict: 'skipped', old: 'v2', new: 'v2' });
  });

  test('is refused without the history to merge it, and the error says how to get it', async () => {
    const { repository, github, run } = await scene({ 'model.yaml': modelYaml('v2') }, modelFiles(), onGitea);
    const { code, log } = await run({
      event: giteaPullRequest(repository),
      env: giteaEnvironment(github.url),
      workspace: repository.shallowClone(repository.head('topic')),
    });
    expect(code).toBe(2);
    expect(log).toContain('the server does not create trial merges, and reversal-check could not create one');
    expect(log).toContain('fetch-depth: 0');
  });
});

describe('events that cannot be measured', () => {
  test.each(['v3; touch planted', '../../x', '$(touch planted)', 'refs/pr/12', 'v3\ntouch planted'])(
    'the version %j is refused by name before anything starts',
    async (version) => {
      const { run, repository } = await scene({
        'model.yaml': `serving: { revision: ${JSON.stringify(version)} }\n`,
      });
      const askedBefore = models.asked();
      const shown = JSON.stringify(version).replace(String.raw`\n`, '⏎');
      for (const job of [
        {},
        { event: { name: 'workflow_dispatch', commit: repository.head('main'), payload: {} } },
      ] as const) {
        const inputs = 'event' in job ? { old: 'v1', new: version } : {};
        const { code, log } = await run({ ...job, inputs });
        expect(code, log).toBe(2);
        expect(log).toContain(`found ${shown}, expected a version`);
      }
      expect(models.asked()).toBe(askedBefore);
    },
  );

  test('pull_request_target is refused with the safe alternative', async () => {
    const { repository, run } = await scene({ 'model.yaml': modelYaml('v2') });
    const { code, log } = await run({
      event: { ...pullRequestEvent(repository), name: 'pull_request_target' },
    });
    expect(code).toBe(2);
    expect(log).toContain('Use on: pull_request');
    expect(log).toContain('workflow_dispatch');
  });

  test('a schedule without a baseline is refused, with the key to add', async () => {
    const { repository, run } = await scene({}, modelFiles());
    const { code, log } = await run({
      event: { name: 'schedule', commit: repository.head('main'), payload: { schedule: '0 3 * * *' } },
    });
    expect(code).toBe(2);
    expect(log).toContain('checkpoints.baseline::missing, so a scheduled run has no version to compare with');
  });
});
