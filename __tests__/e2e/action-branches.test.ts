import { describe, expect, test } from 'vitest';
import { type Scene, scene, useModels } from './model-repository.ts';
import { modelYaml } from '../support/model-files.ts';
import type { Job } from './run-action.ts';

/* Pushes to branches whose earlier commit no longer exists, or that are deleted soon after. */

useModels();

const ZERO = '0'.repeat(40);
const GONE = 'de'.repeat(20);

const pushed = (
  { repository }: Scene,
  branch: string,
  {
    before,
    commit = repository.head(branch),
    ...more
  }: { before: string; commit?: string; forced?: boolean },
): Job['event'] => ({
  name: 'push',
  commit,
  payload: {
    ref: `refs/heads/${branch}`,
    before,
    after: commit,
    repository: { full_name: 'acme/models', default_branch: 'main' },
    ...more,
  },
});

const titles = ({ github }: Scene): readonly string[] => github.state.issues.map(({ title }) => title);

describe('a force-push whose commit before no longer exists', () => {
  // Gitea and Forgejo do not say that it was forced; a whole clone without the commit does.
  test.each([{ forced: true }, {}])(
    'is compared with the commit where the branch left the default branch, and says so (%j)',
    async (more) => {
      const here = await scene({ 'model.yaml': modelYaml('v2') });
      here.repository.track('main');
      const event = pushed(here, 'topic', { before: GONE, ...more });
      const { code, outputs, summary, log } = await here.run({ event });
      expect({ code, verdict: outputs['verdict'] }, log).toEqual({ code: 1, verdict: 'reversal' });
      expect(summary).toContain('was force-pushed, and its previous commit dedede');
      expect(summary).not.toContain('fetch-depth: 2');
      // A later push of the branch closes it.
      expect(titles(here)).toEqual(['reversal-check: Self-improvement reversal (reversal.yml push topic)']);
    },
  );

  test('is skipped on the default branch, and on a branch that changes no version; both give the reason', async () => {
    const here = await scene({ 'README.md': 'words' });
    here.repository.track('main');
    for (const branch of ['main', 'topic']) {
      const event = pushed(here, branch, { before: GONE, forced: true });
      const { code, outputs, summary, log } = await here.run({ event });
      expect({ code, verdict: outputs['verdict'] }, log).toEqual({ code: 0, verdict: 'skipped' });
      expect(summary).toContain(`The branch ${branch} was force-pushed`);
    }
    expect(titles(here)).toEqual([]);
  });

  test('is still refused if it was not forced, because the missing history can be fetched', async () => {
    const here = await scene({ 'model.yaml': modelYaml('v2') });
    const { repository } = here;
    const event = pushed(here, 'topic', { before: GONE, forced: false });
    const workspace = repository.shallowClone(event.commit);
    const { code, summary } = await here.run({ event, workspace, token: '' });
    expect(code).toBe(2);
    expect(summary).toContain('fetch-depth: 2');
  });
});

describe("a push to the merge queue's own branch", () => {
  test.each([
    ['main', {}],
    ['release/2.x', { 'comment-key': 'math-7b' }],
  ])('is checked and opens no issue, which nothing would ever close (into %s)', async (base, inputs) => {
    const here = await scene({ 'model.yaml': modelYaml('v2') });
    const commit = here.repository.trialMerge('topic');
    here.repository.track('main');
    const event = pushed(here, `gh-readonly-queue/${base}/pr-7-0123456789`, { before: ZERO, commit });
    const { code, outputs, log } = await here.run({ event, inputs });
    expect({ code, verdict: outputs['verdict'] }, log).toEqual({ code: 1, verdict: 'reversal' });
    expect(titles(here)).toEqual([]);
  });

  test('opens none without a result either, or when it is pushed again', async () => {
    const here = await scene({ 'model.yaml': modelYaml('v2') });
    const commit = here.repository.trialMerge('topic');
    const branch = 'gh-readonly-queue/main/pr-7-0123456789';
    const event = pushed(here, branch, { before: here.repository.head('main'), commit });
    const { code } = await here.run({ event, inputs: { config: 'missing.yml' } });
    expect(code).toBe(2);
    expect(titles(here)).toEqual([]);
  });
});
