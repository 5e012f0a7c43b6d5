import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commentText } from '../../src/github/publish/comment-text.ts';
import { reportToPublish } from '../../src/github/publish/report-to-publish.ts';
import { startServer } from '../sampling/fake-server.ts';
import { answers } from '../support/github/faults.ts';
import { addComment } from '../support/github/state.ts';
import { progress } from '../support/results.ts';
import { modelFiles, SAMPLES, scene, useModels } from './model-repository.ts';
import { configuration, modelYaml, N } from '../support/model-files.ts';
import { read, readResult, temporaryFolder } from './project.ts';
import { pullRequestEvent } from './run-action.ts';

/*
 * `dist/action.js` as a job runs it, on real pull requests of real repositories, with a server that behaves like GitHub and
 * models with known abilities.
 */

const models = useModels();

const writes = (requests: readonly string[]): readonly string[] =>
  requests.filter((line) => !line.startsWith('GET '));

describe('a pull request that changes the version', () => {
  test('is checked: it has run folder, summary, outputs and comment, then the check fails; the second run updates the comment', async () => {
    const { repository, github, run, comments } = await scene({ 'model.yaml': modelYaml('v2') });
    const out = temporaryFolder();
    const first = await run({ inputs: { out }, needsProcess: true });
    expect(first.code, first.log).toBe(1);
    const { verdict, cost, provenance } = readResult(out);
    expect(verdict).toMatchObject({ status: 'reversal', passed: false });
    expect(N * (cost.sampling?.requests ?? 0) + (cost.sampling?.reused ?? 0)).toBe(SAMPLES);
    expect(provenance.reproduce).toContain('--config reversal.yml --old v1 --new v2');
    expect(readdirSync(out).toSorted()).toEqual(['graded.jsonl', 'report.md', 'result.json', 'status.json']);
    expect(first.summary).toBe(read(out, 'report.md'));
    expect(first.outputs).toEqual({
      verdict: 'reversal',
      passed: 'false',
      'accuracy-delta': expect.stringMatching(/^0\.\d+$/),
      'diversity-delta': expect.stringMatching(/^-0\.\d+$/),
      'ood-delta': '',
      result: join(out, 'result.json'),
      report: join(out, 'report.md'),
      'comment-url': 'https://github.test/acme/models/pull/7#issuecomment-1001',
    });
    expect(comments()).toEqual([expect.stringContaining('Self-improvement reversal')]);
    expect(comments()[0]).toMatch(/<!-- reversal-check:reversal\.yml -->$/);
    // Addresses are masked in several forms, before anything is printed.
    expect([...new Set(first.commands.map(({ name }) => name))]).toEqual([
      'add-mask',
      'group',
      'endgroup',
      'error',
    ]);
    expect(first.commands.at(-1)).toMatchObject({ properties: 'title=Self-improvement reversal' });

    repository.commit('topic', { 'model.yaml': modelYaml('v2-progress') });
    const second = await run({ run: 101, needsProcess: true });
    expect(second.code, second.log).toBe(0);
    expect(comments()).toEqual([expect.stringContaining('`v2-progress`')]);
    expect(second.outputs['comment-url']).toBe(first.outputs['comment-url']);
    expect(writes(github.requests).map((line) => line.split(' ')[0])).toEqual(['POST', 'PATCH']);
  });

  test('is checked without its history: commits and files are read over the API', async () => {
    const { repository, github, run } = await scene({ 'model.yaml': modelYaml('v2') });
    const event = pullRequestEvent(repository);
    const { code, log } = await run({ event, workspace: repository.shallowClone(event.commit) });
    expect(code, log).toBe(1);
    expect(github.requests.filter((line) => line.includes('/git/commits/'))).not.toEqual([]);
  });

  test('keeps its verdict if the comment is refused (403), and names the permission to add', async () => {
    const { github, run, comments } = await scene({ 'model.yaml': modelYaml('v2') });
    const { code, commands, summary, outputs } = await run({ token: 'ghs_readOnly' });
    expect(code).toBe(1);
    expect(commands.filter(({ name }) => name === 'warning')).toEqual([
      expect.objectContaining({ message: expect.stringContaining('Add `pull-requests: write`') }),
    ]);
    expect(summary).toContain('Self-improvement reversal');
    expect(outputs).toMatchObject({ verdict: 'reversal' });
    expect(Object.keys(outputs)).not.toContain('comment-url');
    expect(comments()).toEqual([]);
    github.inject({ on: /comments/, answer: answers.badCredentials });
    expect((await run()).code).toBe(1);
  });

  test('needs no summary, no outputs and no token', async () => {
    const { github, run, comments } = await scene({ 'model.yaml': modelYaml('v2') });
    const { code, commands } = await run({ takesFiles: false, token: '' });
    expect(code).toBe(1);
    expect(commands.filter(({ name }) => name === 'warning').map(({ message }) => message)).toEqual([
      'Could not write the job summary: the runner does not support step summaries.',
      'No comment was written, because the github-token input is empty.',
    ]);
    expect(github.requests).toEqual([]);
    expect(comments()).toEqual([]);
  });

  test("finds its comment behind 250 others and an impostor's, and two concurrent jobs leave one comment", async () => {
    const { github, run, comments } = await scene({ 'model.yaml': modelYaml('v2') });
    for (let place = 0; place < 250; place += 1) {
      addComment(github.state, 7, { kind: 'user', login: 'mallory' }, '<!-- reversal-check:reversal.yml -->');
    }
    const both = await Promise.all([run({ run: 100 }), run({ run: 101 })]);
    expect(both.map(({ code }) => code)).toEqual([1, 1]);
    expect(comments().slice(250)).toEqual([expect.stringContaining('Self-improvement reversal')]);
    await run({ run: 102 });
    expect(comments()).toHaveLength(251);
  });

  test('has a comment for each check of a monorepo', async () => {
    const { 'model.yaml': model = '', ...base } = modelFiles();
    const moved = Object.fromEntries(Object.entries(base).map(([path, text]) => [`b/${path}`, text]));
    const { run, comments } = await scene(
      { 'model.yaml': modelYaml('v2'), 'b/model.yaml': modelYaml('v2-progress') },
      { ...base, ...moved, 'model.yaml': model, 'b/model.yaml': model },
    );
    const [a, b] = [await run(), await run({ inputs: { config: 'b/reversal.yml' } })];
    expect([a.code, b.code], a.log + b.log).toEqual([1, 0]);
    expect(comments().map((body) => body.split('\n').at(-1))).toEqual([
      '<!-- reversal-check:reversal.yml -->',
      '<!-- reversal-check:b/reversal.yml -->',
    ]);
  });
});

describe('a pull request that does not change the version', () => {
  test('is skipped: passes, posts nothing and samples no model; an earlier comment is updated', async () => {
    const { repository, github, run, comments } = await scene({ 'README.md': 'words' });
    const askedBefore = models.asked();
    const skipped = await run();
    expect(skipped.code, skipped.log).toBe(0);
    expect(skipped.outputs).toMatchObject({ verdict: 'skipped', passed: 'true' });
    expect(skipped.summary).toContain('**Skipped.**');
    expect(skipped.log).toContain(
      'Skipped. The check passes.\nNothing was measured: the model version did not change (v1).',
    );
    expect(writes(github.requests)).toEqual([]);

    repository.commit('topic', { 'model.yaml': modelYaml('v2') });
    await run({ run: 101 });
    expect(comments()).toEqual([expect.stringContaining('Self-improvement reversal')]);
    repository.commit('topic', { 'model.yaml': modelYaml('v1') });
    expect((await run({ run: 102 })).code).toBe(0);
    expect(comments()).toEqual([expect.stringContaining('**Skipped.**')]);
    expect(models.asked()).toBe(askedBefore);
  });

  test('is skipped even if its branch is older than the version that the base has now', async () => {
    const { repository, run } = await scene({ 'README.md': 'words' });
    repository.commit('main', { 'model.yaml': modelYaml('v2') });
    const { code, outputs } = await run();
    expect({ code, verdict: outputs['verdict'] }).toEqual({ code: 0, verdict: 'skipped' });
  });

  test('is skipped before the lock or the rest of the configuration is read', async () => {
    const { run } = await scene({ 'README.md': 'words' }, { ...modelFiles(), 'reversal.lock': 'broken' });
    expect((await run()).outputs).toMatchObject({ verdict: 'skipped' });
  });
});

describe('pull requests that cannot be trusted', () => {
  test('from a fork are not measured and get no comment; the summary says what a maintainer can do', async () => {
    const { repository, github, run, comments } = await scene({ 'model.yaml': modelYaml('v2') });
    const askedBefore = models.asked();
    const { code, log, summary, outputs } = await run({
      event: pullRequestEvent(repository, { from: 'stranger/models' }),
      env: { INFERENCE_API_KEY: '' },
      token: 'ghs_readOnly',
    });
    expect(code).toBe(3);
    expect(outputs).toMatchObject({ verdict: 'invalid', passed: 'false' });
    expect(log).toContain('Invalid measurement. The check fails.\n');
    expect(log).toContain('pr: 7');
    expect(summary).toContain('pr: 7');
    expect(summary).toContain('merge queue');
    expect(comments()).toEqual([]);
    expect(github.requests).toEqual([]);
    expect(models.asked()).toBe(askedBefore);
  });

  test('from Dependabot are not measured if a key is missing, with the same advice; otherwise they are', async () => {
    const { run, comments } = await scene({ 'model.yaml': modelYaml('v2') });
    const askedBefore = models.asked();
    const dependabot = { GITHUB_ACTOR: 'dependabot[bot]' };
    const refused = await run({
      env: { ...dependabot, INFERENCE_API_KEY: '', INFERENCE_BASE_URL: '' },
      token: 'ghs_readOnly',
      inputs: { store: temporaryFolder() },
    });
    expect(refused.code, refused.log).toBe(3);
    expect(refused.outputs).toMatchObject({ verdict: 'invalid', passed: 'false' });
    expect(refused.summary).toContain(
      'Nothing was measured: the version changed from v1 to v2, but this run cannot measure the change.',
    );
    expect(refused.summary).toContain('pr: 7');
    expect(refused.summary).toContain('merge queue');
    expect(comments()).toEqual([]);
    expect(models.asked()).toBe(askedBefore);
    expect((await run({ env: dependabot })).outputs).toMatchObject({ verdict: 'reversal' });
  });

  test('are measured by a maintainer by their number, with the comment on the pull request', async () => {
    const { repository, github, run, comments } = await scene({ 'model.yaml': modelYaml('v2') });
    const { commit } = pullRequestEvent(repository);
    github.state.pulls.set(7, {
      number: 7,
      head: { sha: repository.head('topic'), ref: 'topic', repository: 'stranger/models' },
      base: { sha: repository.head('main'), ref: 'main' },
      mergeCommit: commit,
      state: 'open',
    });
    const { code, log } = await run({
      event: { name: 'workflow_dispatch', commit: repository.head('main'), payload: {} },
      inputs: { pr: '7' },
    });
    expect(code, log).toBe(1);
    expect(comments()).toEqual([expect.stringContaining('Self-improvement reversal')]);
  });

  test('that add the first configuration get its plan; no model is sampled', async () => {
    const { 'model.yaml': model = '', ...rest } = modelFiles();
    const { run, comments } = await scene(
      { ...rest, 'model.yaml': modelYaml('v2') },
      { 'model.yaml': model },
    );
    const askedBefore = models.asked();
    const { code, log, summary, outputs } = await run();
    expect({ code, verdict: outputs['verdict'] }).toEqual({ code: 0, verdict: 'skipped' });
    expect(log).toContain('Skipped. The check passes.\n');
    expect(log).toContain('the base commit has no usable configuration yet');
    expect(log).toContain('word-problems  new');
    expect(summary).toContain('**The plan.**');
    expect(comments()).toEqual([expect.stringContaining('**The plan.**')]);
    expect(models.asked()).toBe(askedBefore);
  });

  test('with a mistake in that configuration get an annotation at its line', async () => {
    const { 'model.yaml': model = '', ...rest } = modelFiles();
    const { run } = await scene(
      { ...rest, 'reversal.yml': configuration.replace('n: 7', 'n: many') },
      { 'model.yaml': model },
    );
    const { code, commands, summary, log } = await run({ needsProcess: true });
    expect(code, log).toBe(2);
    expect(commands.filter(({ name }) => name === 'error')).toEqual([
      expect.objectContaining({ properties: expect.stringContaining('file=reversal.yml,line=7') }),
    ]);
    expect(summary).toContain('**No result.**');
  });
});

describe('a pull request that tampers with its check', () => {
  test('changes nothing about its result, and its comment says so', async () => {
    const honest = await scene({ 'model.yaml': modelYaml('v2') });
    const tampering = await scene({
      'model.yaml': `${modelYaml('v2')}checkpoints: { version: v1 }\n`,
      'reversal.yml': configuration.replaceAll(/margin: \d+/g, 'margin: 99').replace('fail-on', 'x'),
      'reversal.lock': '{}\n',
      'evals/word-problems.jsonl': '{"id":"easy","prompt":"1+1?","answer":"2"}\n',
      'graders/numeric.js': 'process.exit(0)',
    });
    const [outs, runs] = [[temporaryFolder(), temporaryFolder()] as const, [] as unknown[]];
    for (const [at, each] of [honest, tampering].entries()) {
      runs.push((await each.run({ inputs: { out: outs[at] ?? '' } })).code);
    }
    expect(runs).toEqual([1, 1]);
    const [judged, tampered] = outs.map(readResult);
    expect(tampered?.measures).toEqual(judged?.measures);
    expect(tampered?.verdict).toEqual(judged?.verdict);
    expect(tampered?.provenance).toEqual(judged?.provenance);
    expect(tampered?.warnings.join('\n')).toContain(
      'The check ignored these changes and used the files of the base commit',
    );
    expect(tampering.comments()[0]).toContain(
      'The check ignored these changes and used the files of the base commit',
    );
  });

  test.each([
    ['store', { store: 'cache', out: '' }],
    ['out', { out: 'cache' }],
  ])('cannot supply its own completions: a %s in which it has files is refused', async (input, inputs) => {
    const { run } = await scene({ 'model.yaml': modelYaml('v2'), 'cache/forged.jsonl': '{}\n' });
    const { code, log } = await run({ inputs });
    expect(code, log).toBe(2);
    expect(log).toContain(`input ${input}`);
    expect(log).toContain("A pull request's files must not be used as model completions");
  });
});

test('a job without a result reports this everywhere, and names no server', async () => {
  const { run, comments } = await scene({ 'model.yaml': modelYaml('v2') });
  const { code, log, summary, outputs } = await run({
    inputs: { store: temporaryFolder() },
    env: { INFERENCE_API_KEY: 'not-the-key' },
    needsProcess: true,
  });
  expect(code, log).toBe(3);
  expect(log).toContain('HTTP 401');
  expect(outputs).toMatchObject({ verdict: '', passed: 'false' });
  for (const shown of [summary, ...comments()]) {
    expect(shown).toContain('**No result.**');
    expect(shown).not.toContain('127.0.0.1');
  }
  expect(comments()).toHaveLength(1);
});

test('a cancelled job stops and leaves the comment to the next run', async () => {
  const { github, run, comments } = await scene({ 'model.yaml': modelYaml('v2') });
  const before = commentText(reportToPublish(progress(), undefined), { key: 'reversal.yml', run: 1 });
  addComment(github.state, 7, { kind: 'app', slug: 'github-actions' }, before);
  let cancel: () => void = () => undefined;
  const hanging = await startServer(({ number }) => {
    if (number === 0) cancel();
  });
  const { code, log, summary } = await run({
    env: { INFERENCE_BASE_URL: hanging.baseUrl },
    inputs: { store: temporaryFolder() },
    onStart: (given) => {
      cancel = given;
    },
  });
  expect(code, log).toBe(3);
  expect(summary).toContain('**No result.**');
  expect(comments()).toEqual([before]);
});
