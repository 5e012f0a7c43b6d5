import { describe, expect, test } from 'vitest';
import { type Scene, scene, useModels } from './model-repository.ts';
import { modelYaml } from '../support/model-files.ts';
import { type Job, pullRequestEvent } from './run-action.ts';

/* Events about something deleted or closed: nothing is left to compare, and earlier comments and issues stay. */

const models = useModels();

const ZERO = '0'.repeat(40);

const repositoryOfEvent = { full_name: 'acme/models', default_branch: 'main' };

/** The push event of a deletion; `more` replaces members of GitHub's event. */
const deleted = (
  ref: string,
  before: string,
  commit: string,
  more: object = { deleted: true },
): Job['event'] => ({
  name: 'push',
  commit,
  payload: { ref, before, after: ZERO, head_commit: null, repository: repositoryOfEvent, ...more },
});

/** Runs the Action with nothing to compare: it passes, sends requests to no model and no server, and writes only its summary. */
async function expectSkipped(here: Scene, event: Job['event'], reason: string): Promise<void> {
  const { github } = here;
  const before = { asked: models.asked(), requests: github.requests.length, comments: here.comments() };
  const { code, outputs, summary, log } = await here.run({ event, run: 101 });
  expect({ code, verdict: outputs['verdict'], passed: outputs['passed'] }, log).toEqual({
    code: 0,
    verdict: 'skipped',
    passed: 'true',
  });
  expect(summary).toContain(reason);
  expect(github.state.issues).toEqual([]);
  expect({ asked: models.asked(), requests: github.requests.length, comments: here.comments() }).toEqual(
    before,
  );
}

describe('skips deletions of', () => {
  // According to GitHub's documentation, GITHUB_SHA is the default branch's newest commit; some workflows have seen zeros.
  test.each([
    ['GITHUB_SHA of the default branch', 'default', { deleted: true }],
    ['GITHUB_SHA of zeros', 'zeros', { deleted: true }],
    ['told by the commit after alone', 'default', {}],
    ['told by deleted alone', 'default', { deleted: true, after: 'a'.repeat(40) }],
  ])('a branch (%s)', async (_, sha, more) => {
    const here = await scene({ 'model.yaml': modelYaml('v2-progress') });
    const { repository } = here;
    const topic = repository.head('topic');
    repository.commit('main', { 'model.yaml': modelYaml('v2') });
    const commit = sha === 'zeros' ? ZERO : repository.head('main');
    await expectSkipped(
      here,
      deleted('refs/heads/topic', topic, commit, more),
      'The branch topic was deleted',
    );
  });

  test('a tag', async () => {
    const here = await scene({});
    const { repository } = here;
    const first = repository.head('main');
    repository.tag('v1.0.0', first);
    const main = repository.commit('main', { 'model.yaml': modelYaml('v2') });
    await expectSkipped(here, deleted('refs/tags/v1.1.0', first, main), 'The tag v1.1.0 was deleted');
  });

  test('a release, and the related events: refs, and groups of the merge queue', async () => {
    const here = await scene({ 'model.yaml': modelYaml('v2') });
    const commit = here.repository.commit('main', { 'model.yaml': modelYaml('v2') });
    here.repository.tag('v1.1.0', commit);
    const release = { tag_name: 'v1.1.0', draft: false, prerelease: false };
    for (const [name, payload, reason] of [
      ['release', { action: 'deleted', release }, 'The release v1.1.0 is not published'],
      ['release', { action: 'unpublished', release: { ...release, draft: true } }, 'is not published'],
      ['delete', { ref: 'topic', ref_type: 'branch', pusher_type: 'user' }, 'The branch topic was deleted'],
      ['delete', { ref: 'refs/heads/topic', ref_type: 'branch' }, 'The branch topic was deleted'], // Gitea
      [
        'merge_group',
        { action: 'destroyed', reason: 'dequeued', merge_group: { head_sha: commit, base_sha: commit } },
        'The merge group left the queue',
      ],
    ] as const) {
      await expectSkipped(here, { name, commit, payload }, reason);
    }
  });
});

describe('a closed pull request keeps its comment', () => {
  // The job of a merged pull request gets the commit that merged it.
  test.each(['squash', 'merge'])('merged (%s)', async (how) => {
    const here = await scene({ 'model.yaml': modelYaml('v2-progress') });
    const { repository } = here;
    await here.run();
    expect(here.comments()).toEqual([expect.stringContaining('**Progress.**')]);
    const base = repository.commit('main', { 'other.md': 'words' });
    const commit =
      how === 'merge'
        ? repository.trialMerge('topic')
        : repository.commit('main', { 'model.yaml': modelYaml('v2-progress') });
    const head = { sha: repository.head('topic'), ref: 'topic', repo: { full_name: 'acme/models' } };
    const payload = {
      action: 'closed',
      number: 7,
      pull_request: {
        number: 7,
        state: 'closed',
        merged: true,
        merge_commit_sha: commit,
        head,
        base: { sha: base, ref: 'main', repo: { full_name: 'acme/models' } },
      },
    };
    await expectSkipped(here, { name: 'pull_request', commit, payload }, 'Pull request 7 is closed');
  });

  test('if unmerged, whatever happens to it later, also from a fork; a manual run is refused and comments nothing', async () => {
    const here = await scene({ 'model.yaml': modelYaml('v2') });
    const { repository, github } = here;
    await here.run();
    const [comment] = here.comments();
    const event = pullRequestEvent(repository);
    const later = (action: string, members: object): Job['event'] => ({
      ...event,
      payload: { ...event.payload, action, pull_request: { number: 7, ...members } },
    });
    await expectSkipped(
      here,
      later('labeled', { state: 'closed', merged: false }),
      'Pull request 7 is closed',
    );
    await expectSkipped(here, later('edited', { merged: true, head: { repo: null } }), 'is closed');
    github.state.pulls.set(7, {
      number: 7,
      head: { sha: repository.head('topic'), ref: 'topic', repository: 'acme/models' },
      base: { sha: repository.head('main'), ref: 'main' },
      mergeCommit: event.commit,
      state: 'closed',
    });
    const byHand = await here.run({
      event: { name: 'workflow_dispatch', commit: repository.head('main'), payload: {} },
      inputs: { pr: '7' },
      run: 102,
    });
    expect(byHand.code, byHand.log).toBe(2);
    expect(byHand.summary).toContain('pull request 7 is closed');
    expect(here.comments()).toEqual([comment]);
  });
});
