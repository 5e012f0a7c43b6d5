import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CacheService, startCacheService } from '../support/github/cache-service.ts';
import { API_KEY, type Scene, scene, useModels } from './model-repository.ts';
import { modelYaml } from '../support/model-files.ts';
import { ANY_SERVER, pinned } from './pinned.ts';
import { ALL_OFF, jsonLines, readResult, temporaryFolder } from './project.ts';
import { chatAnswer, sendJson } from '../sampling/fake-server.ts';
import { type ActionRun, type Job, JOB_TOKEN, pullRequestEvent } from './run-action.ts';
import { runPost } from './run-post.ts';
import { startSums } from './sums.ts';

/*
 * Completions passed from run to run in the job's cache: the built main step and post step, with a service that behaves like
 * GitHub's.
 */

useModels();

const ITEMS = 20;
const SAMPLES = 2 * ITEMS * 2;

/** A pull request that changes the version of models that are sampled here. */
async function sumsScene(baseUrl: string): Promise<Scene> {
  const filesFor = (server: string) => ({
    'reversal.yml': `checkpoints:
  file: model.yaml
  version: /serving/revision
  model: 'sums-{version}'
  base-url: ${server}
  api-key-env: INFERENCE_API_KEY
sampling: { n: 2, seed: 7, concurrency: 4 }
suites: [{ name: sums, role: target, items: items.jsonl, grader: numeric }]
${ALL_OFF}
`,
    'items.jsonl': jsonLines(
      Array.from({ length: ITEMS }, (_, place) => ({
        id: `q${place}`,
        prompt: `What is ${place} + 2?`,
        answer: place + 2,
      })),
    ),
  });
  const lock = await pinned(filesFor(ANY_SERVER));
  return scene(
    { 'model.yaml': modelYaml('v2') },
    { ...filesFor(baseUrl), 'reversal.lock': lock, 'model.yaml': modelYaml('v1') },
  );
}

interface JobRun extends ActionRun {
  /** The output of the post step, and how it ended. */
  readonly post: { readonly code: number | null; readonly log: string };
  readonly out: string;
}

/** A job on a new machine: its workspace contains nothing of an earlier run. */
async function job(
  { repository, run }: Scene,
  number: number,
  service: CacheService | undefined,
  options: Partial<Pick<Job, 'onStart' | 'inputs' | 'event' | 'env' | 'needsProcess'>> = {},
): Promise<JobRun> {
  const out = join(repository.folder, '.reversal-check');
  rmSync(out, { recursive: true, force: true });
  const state = join(temporaryFolder(), 'state');
  writeFileSync(state, '');
  const env = {
    RUNNER_TEMP: temporaryFolder(),
    GITHUB_STATE: state,
    GITHUB_RUN_ATTEMPT: '1',
    ...(service === undefined ? { GITHUB_SERVER_URL: 'https://github.com' } : service.env),
    ...options.env,
  };
  const found = await run({
    workspace: repository.folder,
    run: number,
    ...options,
    inputs: { store: '', out: '.reversal-check', ...options.inputs },
    env,
  });
  const { needsProcess } = options;
  const post = await runPost({ workspace: repository.folder, run: number, env, needsProcess });
  return { ...found, post, out };
}

describe('completions in the cache of the job', () => {
  test('are saved at its end and restored by the next run, which requests nothing and saves nothing twice', async () => {
    const service = await startCacheService();
    const here = await sumsScene((await startSums()).baseUrl);
    const first = await job(here, 100, service, { needsProcess: true });
    expect(first.code, first.log).toBe(0);
    expect(readResult(first.out).cost.sampling).toMatchObject({ requests: SAMPLES, reused: 0 });
    expect(first.post.code, first.post.log).toBe(0);
    expect(first.post.log).toContain('Completions: saved.');
    expect(service.keys()).toEqual([
      expect.stringMatching(/^reversal-check-completions-1-[0-9a-f]{16}-100-1$/u),
    ]);

    const second = await job(here, 101, service);
    expect(second.code, second.log).toBe(0);
    const { cost } = readResult(second.out);
    expect(cost.sampling).toMatchObject({ requests: 0, reused: SAMPLES });
    expect(cost.sampling?.by_side?.old.reused).toBe(SAMPLES / 2);
    expect(second.post.log).toContain('Completions: unchanged.');
    expect(service.keys()).toHaveLength(1);
    for (const secret of [API_KEY, JOB_TOKEN]) {
      expect(service.keys().join() + first.post.log + second.post.log).not.toContain(secret);
    }
  });

  test('are saved even if the job is cancelled', async () => {
    const service = await startCacheService();
    let hangs = true;
    const hanging = Promise.withResolvers<void>();
    const sums = await startSums(({ number }) => {
      if (!hangs || number < 40) return false;
      hanging.resolve();
      return true;
    });
    const here = await sumsScene(sums.baseUrl);
    const stopped = await job(here, 100, service, {
      onStart: (cancel) => void hanging.promise.then(cancel),
    });
    expect(stopped.code, stopped.log).toBe(3);
    expect(stopped.post.log).toContain('Completions: saved.');
    hangs = false;
    const { cost } = readResult((await job(here, 101, service)).out);
    const { requests = 0, reused = 0 } = cost.sampling ?? {};
    expect(reused).toBeGreaterThan(30);
    expect(requests + reused).toBe(SAMPLES);
  });

  test('do not affect the verdict if the token is read-only, there is no such service, or the cache is disabled', async () => {
    const service = await startCacheService();
    service.denyWriting();
    const here = await sumsScene((await startSums()).baseUrl);
    const readOnly = await job(here, 100, service);
    expect([readOnly.code, readOnly.post.code]).toEqual([0, 0]);
    expect(readOnly.post.log).toContain('Completions: not saved.');
    expect(service.keys()).toEqual([]);

    const warningsOf = ({ commands }: JobRun) => commands.filter(({ name }) => name === 'warning');
    const without = await job(here, 101, undefined);
    expect([without.code, without.post.code, without.post.log]).toEqual([0, 0, '']);
    expect(warningsOf(without)).toEqual([
      expect.objectContaining({ message: expect.stringContaining('because there is no cache service') }),
    ]);
    const off = await job(here, 102, undefined, { inputs: { cache: 'false' } });
    expect([off.code, warningsOf(off)]).toEqual([0, []]);
  });

  /** Whether v2 answers wrongly; in a poisoned run it seemed to answer rightly. */
  async function liarScene(): Promise<{ readonly here: Scene; readonly tellTheTruth: () => void }> {
    let isHonest = false;
    const sums = await startSums((asked, response) => {
      if (asked.body['model'] !== 'sums-v2' || !isHonest) return false;
      sendJson(response, 200, { ...chatAnswer(`#### ${-1 - (asked.number % 7)}`), model: 'sums-v2' });
      return true;
    });
    return { here: await sumsScene(sums.baseUrl), tellTheTruth: () => (isHonest = true) };
  }

  const deltaOf = ({ outputs }: JobRun): number => Number(outputs['accuracy-delta']);

  test("of another pull request change nothing: by GitHub's rules nobody else reads them", async () => {
    const service = await startCacheService();
    const { here, tellTheTruth } = await liarScene();
    const poisoned = await job(here, 100, service, { env: service.envOf('refs/pull/8/merge', ['main']) });
    expect(poisoned.post.log).toContain('Completions: saved.');
    tellTheTruth();
    const judged = await job(here, 101, service, { env: service.envOf('refs/pull/7/merge', ['main']) });
    expect(readResult(judged.out).cost.sampling).toMatchObject({ requests: SAMPLES, reused: 0 });
    expect(deltaOf(judged)).toBeLessThan(-0.3);
    // The effect of the same cache if all branches read it.
    const open = await job(here, 102, service, { env: service.envOf('x', ['refs/pull/8/merge']) });
    expect(readResult(open.out).cost.sampling).toMatchObject({ reused: SAMPLES });
    expect(deltaOf(open)).toBeGreaterThan(-0.3);
  });

  test.each([
    'https://gitea.test',
    'https://github.com.evil.test',
    'http://github.com',
    'https://x.evil-ghe.com',
    '',
  ])(
    'are neither restored nor saved at %j, whatever is in the cache there, unless the workflow insists',
    async (server) => {
      const service = await startCacheService();
      const { here, tellTheTruth } = await liarScene();
      await job(here, 100, service);
      tellTheTruth();
      const elsewhere = { env: { GITHUB_SERVER_URL: server } };
      const judged = await job(here, 101, service, elsewhere);
      expect(readResult(judged.out).cost.sampling).toMatchObject({ requests: SAMPLES, reused: 0 });
      expect(deltaOf(judged)).toBeLessThan(-0.3);
      expect([judged.post.log, service.keys().length]).toEqual(['', 1]);
      const messages = ({ commands }: JobRun) => commands.map(({ message }) => message).join('\n');
      expect(messages(judged)).toContain('any workflow can write a cache');
      const insisting = await job(here, 102, undefined, { ...elsewhere, inputs: { cache: 'true' } });
      expect(messages(insisting)).toContain('anyone who can run a workflow here');
    },
  );

  test("are not restored in a job of a fork's pull request", async () => {
    const service = await startCacheService();
    const { here } = await liarScene();
    await job(here, 100, service);
    const event = pullRequestEvent(here.repository, { from: 'mallory/models' });
    const fork = await job(here, 101, service, { event, inputs: { cache: 'true' } });
    expect(fork.outputs['verdict']).toBe('invalid');
    expect([fork.post.log, service.keys().length]).toEqual(['', 1]);
  });
});
