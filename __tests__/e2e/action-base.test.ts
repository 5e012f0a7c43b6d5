import { describe, expect, test } from 'vitest';
import { type Scene, scene, useModels } from './model-repository.ts';
import { modelYaml } from '../support/model-files.ts';
import type { Job } from './run-action.ts';

/*
 * The commit that a pull request would merge into, and the rules under which the merged commit is the measured one. `parent`
 * changes v1 to v2 and `stacked`, on top of it, changes a README. When the base of a pull request is changed, GitHub's merge ref
 * and the commit of its jobs remain those of the old base for a while (actions/checkout#919).
 */

useModels();

/** A pull request of `stacked` into `base`, whose job gets the trial merge into `merged`. */
function retargeted(
  { repository }: Scene,
  {
    base,
    merged,
    action = 'edited',
  }: { readonly base: string; readonly merged: string; readonly action?: string },
): Job['event'] {
  return {
    name: 'pull_request',
    commit: repository.trialMerge('stacked', merged),
    payload: {
      action,
      number: 7,
      changes: { base: { ref: { from: merged }, sha: { from: repository.head(merged) } } },
      pull_request: {
        number: 7,
        state: 'open',
        head: { sha: repository.head('stacked'), ref: 'stacked', repo: { full_name: 'acme/models' } },
        base: { sha: repository.head(base), ref: base, repo: { full_name: 'acme/models' } },
      },
    },
  };
}

async function stack(): Promise<Scene> {
  const here = await scene({});
  const { repository } = here;
  repository.branch('parent', 'main');
  repository.commit('parent', { 'model.yaml': modelYaml('v2') });
  repository.branch('stacked', 'parent');
  repository.commit('stacked', { 'README.md': 'words' });
  return here;
}

const REFUSED = 'The base of the pull request was changed or rewritten';

describe('a pull request whose base was changed', () => {
  test.each(['edited', 'synchronize'])(
    'is not green because of its changes to the old base (%s)',
    async (action) => {
      const here = await stack();
      const event = retargeted(here, { base: 'main', merged: 'parent', action });
      const { code, outputs, log } = await here.run({ event });
      expect({ code, verdict: outputs['verdict'] }, log).toEqual({ code: 2, verdict: '' });
      expect(log).toContain(REFUSED);
      expect(log).toContain('git commit --allow-empty');
      expect(here.comments()).toEqual([expect.stringContaining(REFUSED)]);
    },
  );

  test('is not green for a branch behind the old base either, from a checkout without its history', async () => {
    const here = await stack();
    const { repository } = here;
    repository.branch('release', 'main');
    repository.commit('main', { 'model.yaml': modelYaml('v2') });
    const event = retargeted(here, { base: 'release', merged: 'main' });
    const { code, log } = await here.run({ event, workspace: repository.shallowClone(event.commit, 2) });
    expect(code, log).toBe(2);
    expect(log).toContain(REFUSED);
  });

  test('is measured by hand only once there is a trial merge into the new base', async () => {
    const here = await stack();
    const { repository, github } = here;
    const pull = {
      number: 7,
      head: { sha: repository.head('stacked'), ref: 'stacked', repository: 'acme/models' },
      base: { sha: repository.head('main'), ref: 'main' },
      mergeCommit: repository.trialMerge('stacked', 'parent'),
      state: 'open',
    } as const;
    github.state.pulls.set(7, pull);
    const byHand = {
      event: { name: 'workflow_dispatch', commit: repository.head('main'), payload: {} },
      inputs: { pr: '7' },
    };
    const refused = await here.run(byHand);
    expect(refused.code, refused.log).toBe(2);
    expect(refused.log).toContain(REFUSED);
    github.state.pulls.set(7, { ...pull, mergeCommit: repository.trialMerge('stacked', 'main') });
    expect((await here.run({ ...byHand, run: 101 })).outputs['verdict']).toBe('reversal');
  });

  test('is not green when somebody runs its old job again', async () => {
    const here = await stack();
    const { repository, github } = here;
    const event = retargeted(here, { base: 'parent', merged: 'parent', action: 'opened' });
    expect((await here.run({ event })).outputs['verdict']).toBe('skipped');
    github.state.pulls.set(7, {
      number: 7,
      head: { sha: repository.head('stacked'), ref: 'stacked', repository: 'acme/models' },
      base: { sha: repository.head('main'), ref: 'main' },
      mergeCommit: null,
      state: 'open',
    });
    const again = await here.run({ event, env: { GITHUB_RUN_ATTEMPT: '2' } });
    expect(again.code, again.log).toBe(2);
    expect(again.log).toContain('the base of the pull request is now main');
  });
});

describe('a base that moved on since the event', () => {
  test.each(['a whole clone', 'a checkout without its history'])('is still accepted (%s)', async (how) => {
    const here = await scene({ 'model.yaml': modelYaml('v2') });
    const { repository, github } = here;
    const before = repository.head('main');
    repository.commit('main', { 'README.md': 'words' });
    const commit = repository.trialMerge('topic');
    if (how === 'a whole clone') repository.track('main');
    const event: Job['event'] = {
      name: 'pull_request',
      commit,
      payload: {
        action: 'labeled',
        number: 7,
        pull_request: {
          number: 7,
          head: { sha: repository.head('topic'), ref: 'topic', repo: { full_name: 'acme/models' } },
          base: { sha: before, ref: 'main', repo: { full_name: 'acme/models' } },
        },
      },
    };
    const isShallow = how !== 'a whole clone';
    const { code, outputs } = await here.run({
      event,
      ...(isShallow ? { workspace: repository.shallowClone(commit, 2) } : {}),
    });
    expect({ code, verdict: outputs['verdict'] }).toEqual({ code: 1, verdict: 'reversal' });
    expect(github.requests.some((line) => line.includes('/compare/'))).toBe(isShallow);
  });
});

describe('a merge queue', () => {
  // A queue in which only the last of a group must pass merges both; docs/recipes/merge-queue.md says how to prevent it.
  test('compares an entry with the one below it, which says nothing about that one', async () => {
    const here = await scene({ 'model.yaml': modelYaml('v2') });
    const { repository } = here;
    const first = repository.trialMerge('topic');
    repository.branch('queue', first);
    const second = repository.commit('queue', { 'README.md': 'words' });
    const group = (head_sha: string, base_sha: string): Job['event'] => ({
      name: 'merge_group',
      commit: head_sha,
      payload: {
        action: 'checks_requested',
        merge_group: {
          head_sha,
          base_sha,
          head_ref: 'refs/heads/gh-readonly-queue/main/pr-8-x',
          base_ref: 'refs/heads/main',
        },
      },
    });
    expect((await here.run({ event: group(first, repository.head('main')) })).code).toBe(1);
    const { code, outputs } = await here.run({ event: group(second, first), run: 101 });
    expect({ code, verdict: outputs['verdict'] }).toEqual({ code: 0, verdict: 'skipped' });
  });
});
