import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { giteaEnvironment, giteaPullRequest } from './gitea-event.ts';
import { REQUESTS, scene, useModels } from './model-repository.ts';
import { modelYaml, N } from '../support/model-files.ts';
import { read, readResult, root, temporaryFolder, treeOf, withoutCost } from './project.ts';
import { tokenKind } from './token-kinds.ts';

/*
 * A matrix of jobs that sample shards, each on its own machine, and the job that merges them: `dist/action.js` used as in
 * docs/recipes/shards.md.
 */

const models = useModels();

/** The cost of sampling without the time that the servers took. */
function withoutSeconds({ cost: { sampling } }: ReturnType<typeof readResult>): object {
  const { old, new: candidate } = sampling?.by_side ?? {};
  return {
    ...sampling,
    by_side: { old: { ...old, seconds: undefined }, new: { ...candidate, seconds: undefined } },
  };
}

test('three jobs that sample and one that merges reach the result of one run, with one comment', async () => {
  const whole = await scene({ 'model.yaml': modelYaml('v2') });
  const [alone, artifacts] = [temporaryFolder(), temporaryFolder()];
  const one = await whole.run({ inputs: { out: alone, store: temporaryFolder() } });

  const { github, run, comments } = await scene({ 'model.yaml': modelYaml('v2') });
  const before = models.asked();
  for (const number of [3, 1, 2]) {
    const out = temporaryFolder();
    const sampled = await run({
      // A separate folder: no store of another job is there.
      inputs: { out, store: '', shard: `${number}/3` },
      env: { ACTIONS_RESULTS_URL: '' },
    });
    expect(sampled.code, sampled.log).toBe(0);
    expect(sampled.log).toContain(`Shard ${number} of 3 is complete: `);
    expect(sampled.outputs).toMatchObject({ verdict: '', passed: '', shard: join(out, 'shard') });
    expect(sampled.summary).toMatch(
      new RegExp(
        `^Shard ${number} of 3 is complete: ${REQUESTS / 3}\\srequests, 0\\scompletions from the store, 0 failed\\.`,
      ),
    );
    cpSync(sampled.outputs['shard'] ?? '', join(artifacts, `reversal-check-shard-${number}`), {
      recursive: true,
    });
  }
  expect(models.asked() - before).toBe(REQUESTS);
  expect(comments(), 'a job that samples leaves the comment to the one that judges').toEqual([]);
  expect(github.requests.filter((line) => !line.startsWith('GET '))).toEqual([]);

  const out = temporaryFolder();
  const merging = { inputs: { out, store: '', merge: artifacts }, env: { INFERENCE_API_KEY: '' } };
  const { code, log, outputs, summary } = await run(merging);
  expect(code, log).toBe(one.code);
  expect(models.asked() - before, 'a merge asks nothing').toBe(REQUESTS);
  expect(withoutCost(readResult(out))).toEqual(withoutCost(readResult(alone)));
  expect(read(out, 'graded.jsonl')).toBe(read(alone, 'graded.jsonl'));
  expect(withoutSeconds(readResult(out))).toEqual({
    ...withoutSeconds(readResult(alone)),
    requests: REQUESTS,
    reused: 0,
  });
  expect(outputs).toEqual({
    ...one.outputs,
    result: join(out, 'result.json'),
    report: join(out, 'report.md'),
  });
  expect(summary).toContain('Self-improvement reversal');
  expect(comments()).toEqual([expect.stringContaining('Self-improvement reversal')]);

  // The models' key is withheld from Dependabot, and not needed once everything is sampled.
  const ofDependabot = await run({
    ...merging,
    inputs: { ...merging.inputs, out: temporaryFolder() },
    env: { ...merging.env, GITHUB_ACTOR: 'dependabot[bot]' },
  });
  expect(ofDependabot.outputs, ofDependabot.log).toMatchObject({ verdict: one.outputs['verdict'] });

  // If one job of the matrix fails, the comment says so, and the check fails.
  const rest = temporaryFolder();
  for (const name of readdirSync(artifacts).slice(1))
    cpSync(join(artifacts, name), join(rest, name), { recursive: true });
  const lacking = await run({ ...merging, inputs: { ...merging.inputs, merge: rest }, run: 101 });
  expect(lacking.code).toBe(2);
  expect(lacking.log).toContain('found 2 of 3 shards; missing: 1/3');
  expect(comments()).toEqual([expect.stringContaining('found 2 of 3 shards')]);

  // The text in a shard's folder comes from other jobs.
  const hostile = temporaryFolder();
  cpSync(artifacts, hostile, { recursive: true });
  const record = join(hostile, 'reversal-check-shard-2', 'shard.json');
  const forged = JSON.parse(read(record)) as object;
  writeFileSync(record, JSON.stringify({ ...forged, new: '::error::@everyone\n<!-- x -->' }));
  const refused = await run({ ...merging, inputs: { ...merging.inputs, merge: hostile }, run: 102 });
  expect(refused.code).toBe(2);
  expect(refused.commands.map(({ name, message }) => `${name} ${message}`).join('\n')).not.toMatch(
    /^error @everyone/m,
  );
  expect(comments()).toHaveLength(1);
  expect(comments()[0]).not.toMatch(/(?<!\w)@everyone|<!-- x/);
});

test('a shard passes on only its own share, whatever its store contains', async () => {
  const { run } = await scene({ 'model.yaml': modelYaml('v2') });
  const [out, kept] = [temporaryFolder(), temporaryFolder()];
  mkdirSync(join(kept, 'other'));
  writeFileSync(join(kept, 'other/suite.jsonl'), '{"key":"of another check"}\n');
  const { code, log } = await run({ inputs: { out, store: kept, shard: '120/120' } });
  expect(code, log).toBe(0);
  const lines = treeOf(join(out, 'shard'))
    .filter((path) => path.endsWith('.jsonl'))
    .map((path) => read(out, 'shard', path).split('\n').length - 1);
  expect(lines).toEqual([N, N]);
  expect(treeOf(join(out, 'shard'))).toContain('shard.json');
});

test('without a version change no job samples, and the deciding job needs no shards', async () => {
  const { run, comments } = await scene({ 'README.md': 'a change\n' });
  const before = models.asked();
  const shard = await run({ inputs: { shard: '1/3' } });
  expect(shard.code, shard.log).toBe(0);
  expect(shard.outputs).toMatchObject({ verdict: '' });
  expect(Object.keys(shard.outputs)).not.toContain('shard');
  for (const said of [shard.summary, shard.log]) expect(said).toContain('This job has nothing to sample');
  const judged = await run({ inputs: { merge: join(temporaryFolder(), 'nothing') } });
  expect(judged.code, judged.log).toBe(0);
  expect(judged.outputs).toMatchObject({ verdict: 'skipped' });
  expect(models.asked()).toBe(before);
  expect(comments()).toEqual([]);
});

test.each([
  ['a pull request cannot bring its own shards', { merge: 'shards' }, 'input merge'],
  [
    'nor is a folder around its files searched for any',
    { merge: '.' },
    'the pull request contains this folder',
  ],
  ['nor may a shard be sampled into files of it', { shard: '1/2', out: 'shards' }, 'input out'],
  ['a shard that there cannot be', { shard: '4/3' }, 'found "4/3"'],
])('%s', async (_, inputs, said) => {
  const { run } = await scene({ 'model.yaml': modelYaml('v2'), 'shards/1/shard.json': '{}\n' });
  const { code, log } = await run({ inputs });
  expect(code, log).toBe(2);
  expect(log).toContain(said);
});

test('a scheduled run is sampled in one job', async () => {
  const { repository, run } = await scene({}, undefined);
  const event = { name: 'schedule', commit: repository.head('main'), payload: { schedule: '0 3 * * *' } };
  const { code, log } = await run({ event, inputs: { shard: '1/2', old: 'v1', new: 'v2' } });
  expect(code, log).toBe(2);
  expect(log).toContain('found in a scheduled run');
});

/** The inputs of the Action in each job of the recipe for Gitea and Forgejo, by the name of the job. */
function recipeForGitea(): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const [, text = ''] =
    /^\*\*On Gitea and Forgejo\*\*[^]*?^```yaml\n([^]*?)^```$/mu.exec(read(root, 'docs/recipes/shards.md')) ??
    [];
  const { jobs } = z
    .object({
      jobs: z.record(
        z.string(),
        z.object({
          steps: z.tuple([
            z.object({ uses: z.string().startsWith('actions/checkout@') }),
            z.object({ uses: z.string().startsWith('OWNER/'), with: z.record(z.string(), z.string()) }),
          ]),
        }),
      ),
    })
    .parse(parse(text));
  return Object.fromEntries(Object.entries(jobs).map(([name, { steps }]) => [name, steps[1].with]));
}

test('the recipe for Gitea and Forgejo reaches the verdict of one run, without artifacts', async () => {
  const { repository, github, run, comments } = await scene(
    { 'model.yaml': modelYaml('v2') },
    undefined,
    tokenKind('Gitea job'),
  );
  const shared = temporaryFolder();
  const evaluated = (inputs: Readonly<Record<string, string>> = {}, shard = ''): Record<string, string> =>
    Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [
        name,
        value
          .replaceAll('${{ matrix.shard }}', shard)
          .replaceAll('${{ github.run_id }}', '100')
          // Gitea knows no other context of this recipe.
          .replaceAll(/\$\{\{.*?\}\}/gu, '')
          .replace('/mnt/shards', shared),
      ]),
    );
  const job = { event: giteaPullRequest(repository), env: giteaEnvironment(github.url) };
  repository.checkOut('topic');
  const { sample, 'reversal-check': decide } = recipeForGitea();
  for (const shard of ['1', '2', '3', '4']) {
    const { code, log } = await run({ ...job, inputs: { store: '', ...evaluated(sample, shard) } });
    expect(code, log).toBe(0);
  }
  const { code, log, outputs } = await run({ ...job, inputs: { store: '', ...evaluated(decide) } });
  expect(code, log).toBe(1);
  expect(outputs).toMatchObject({ verdict: 'reversal' });
  expect(comments()).toEqual([expect.stringContaining('Self-improvement reversal')]);
});
