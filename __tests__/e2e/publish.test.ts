import { expect, test } from 'vitest';
import { serialiseResult } from '../../src/result/json.ts';
import { reversal } from '../support/results.ts';
import { zip } from '../support/zip.ts';
import { scene, useModels } from './model-repository.ts';
import { project } from './project.ts';
import { JOB_TOKEN } from './run-action.ts';
import { runCli } from './run-cli.ts';
import { apiUrlOf, TOKEN_KIND, type TokenKind, tokenKind } from './token-kinds.ts';

/* The built `reversal-check publish`, as a workflow on `workflow_run` starts it. */

useModels();

/** A pull request of a fork, the run that checked it, and the folder and environment of the job that publishes its report. */
async function forkRun(kind: TokenKind) {
  const { github, repository, comments } = await scene({}, undefined, kind);
  const sha = repository.head('topic');
  github.state.pulls.set(7, {
    number: 7,
    head: { sha, ref: 'topic', repository: 'stranger/models' },
    base: { sha: repository.head('main'), ref: 'main' },
    mergeCommit: null,
    state: 'open',
  });
  const archive = zip([{ name: 'result.json', content: serialiseResult(reversal()) }]);
  github.state.runs.set(500, {
    id: 500,
    event: 'pull_request',
    actor: 'stranger',
    head: { sha, branch: 'topic', repository: 'stranger/models' },
    artifacts: [{ id: 11, name: 'reversal-check', archive }],
  });
  const cwd = project({ 'event.json': JSON.stringify({ action: 'completed', workflow_run: { id: 500 } }) });
  const env = {
    GITHUB_REPOSITORY: 'acme/models',
    GITHUB_API_URL: apiUrlOf(github, kind),
    GITHUB_SERVER_URL: 'https://github.test',
    GITHUB_EVENT_PATH: 'event.json',
    GITHUB_TOKEN: JOB_TOKEN,
  };
  return { github, repository, comments, place: { cwd, env } };
}

test("posts the report of a fork's run, exits 0 whatever it says, and shows no token", async () => {
  const { github, repository, comments, place } = await forkRun(
    TOKEN_KIND.below === '/api/v1' ? tokenKind('job') : TOKEN_KIND,
  );
  const posted = await runCli(['publish'], place);
  expect(posted).toMatchObject({ code: 0, stderr: '' });
  expect(posted.stdout).toBe(
    'Posted an unverified report on #7: https://github.test/acme/models/pull/7#issuecomment-1001\n',
  );
  expect(comments()).toEqual([expect.stringContaining("Not verified: reported by the fork's own run.")]);

  repository.commit('topic', { 'README.md': 'words' });
  const pull = github.state.pulls.get(7);
  if (pull === undefined) throw new Error('no pull request');
  github.state.pulls.set(7, { ...pull, head: { ...pull.head, sha: repository.head('topic') } });
  const late = await runCli(['publish', '--run', '500'], place);
  expect(late).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Nothing posted: found no open pull request'),
  });

  const nameless = await runCli(['publish'], {
    ...place,
    env: { ...place.env, GITHUB_EVENT_PATH: '' },
  });
  expect(nameless).toMatchObject({ code: 2, stderr: expect.stringContaining('--run 1234567890') });
  for (const { stdout, stderr } of [posted, late, nameless]) expect(stdout + stderr).not.toContain(JOB_TOKEN);
});

test('names the field that is missing on Gitea before 1.27, whose runs name no branch and no pull request', async () => {
  const { place, comments } = await forkRun(tokenKind('Gitea job'));
  const { code, stderr } = await runCli(['publish'], place);
  expect(code).toBe(3);
  expect(stderr).toContain("reading run 500 failed: the server's response lacks the field head_branch");
  expect(stderr).toContain("differs from GitHub's here");
  expect(comments()).toEqual([]);
});
