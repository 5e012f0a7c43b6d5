import { describe, expect, it } from 'vitest';
import { check } from '../../../src/run/check/check.ts';
import { compare } from '../../../src/run/compare/compare.ts';
import type { Checked } from '../../../src/run/stages/conclude.ts';
import type { OpenBudget } from '../../../src/run/stages/prepare.ts';
import { merge } from '../../../src/run/shards/merge.ts';
import { pin } from '../../../src/run/plan/pin.ts';
import { sampleShard } from '../../../src/run/shards/sample-shard.ts';
import { selfTest } from '../../../src/run/self-test/self-test.ts';
import { writeShard } from '../../../src/run/shards/shard-folder.ts';
import { ConfigError, SamplingError } from '../../../src/errors.ts';
import type { GradingEdges } from '../../../src/grading/grader.ts';
import { resultSchema } from '../../../src/result/result.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { openBudget } from '../../../src/sampling/budget.ts';
import { copyStored } from '../../../src/store/copy-stored.ts';
import { embed } from '../../../src/sampling/embeddings/embeddings.ts';
import { gatherStored } from '../../../src/store/gather-stored.ts';
import { joinStores } from '../../../src/store/join-stores.ts';
import { judgesWith } from '../../../src/sampling/judges/judges.ts';
import { samplerWith } from '../../../src/sampling/sampler.ts';
import { chatAnswer, type FakeServer, sendJson, startServer } from '../../sampling/fake-server.ts';
import { makeFolder, NOW, stillTiming } from '../../sampling/setting.ts';
import { anyBudget } from '../../support/any-budget.ts';
import {
  credulousVerdict,
  givenTo,
  soundVerdict,
  startJudge,
  verdictText,
} from '../../support/judge-server.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { noLooks } from '../../support/no-looks.ts';
import { watchedTiming } from '../../support/watched-timing.ts';

const { signal } = new AbortController();

/** Requests of the known answers below. */
const CASES = 2 + 6;

const ITEMS = Array.from({ length: 3 }, (_, place) =>
  JSON.stringify({ id: `i${place}`, prompt: `What is ${place}?`, answer: String(place) }),
).join('\n');

const configuration = (grader: string, rest = ''): string => `${rest}
sampling: { n: 2, temperature: 0.8, n-per-request: 1, max-tokens: 8 }
suites:
  - name: saying
    role: target
    items: items.jsonl
    grader: { type: judge, model: judge, rubric: It ends in the answer., known: [{ text: "4", answer: 4, expected: correct }, { text: "5", answer: 4, expected: incorrect }], ${grader} }
guardrails: { accuracy: off, coverage: off, diversity: off, ood: off, hardest-group: off }`;

const at = ({ baseUrl }: FakeServer): string => `base-url: ${baseUrl}`;

const generations = (text: (item: number, index: number) => string): string =>
  [0, 1, 2]
    .flatMap((item) =>
      [0, 1].map((index) =>
        JSON.stringify({ suite: 'saying', id: `i${item}`, index, text: text(item, index) }),
      ),
    )
    .join('\n');

const gradingIn = (storeDir: string, now = NOW): GradingEdges => ({
  env: {},
  signal,
  headIsTrusted: false,
  openJudges: () => judgesWith({ ...stillTiming(), now: () => now })({ storeDir, env: {}, signal }),
});

const compared = (
  config: string,
  storeDir: string,
  {
    now = NOW,
    newText = (item, index) => `It is ${item + index}`,
  }: { readonly now?: number; readonly newText?: (item: number, index: number) => string } = {},
): Promise<Checked> =>
  compare({
    configPath: 'reversal.yml',
    paths: { old: 'old.jsonl', new: 'new.jsonl' },
    names: {},
    files: memoryFiles({
      'reversal.yml': config,
      'items.jsonl': ITEMS,
      'old.jsonl': generations((item) => `It is ${item}`),
      'new.jsonl': generations(newText),
    }),
    grading: gradingIn(storeDir, now),
    openBudget: anyBudget,
    nowMs: 0,
    embed: (request) => embed({ ...request, signal }),
    storeDir,
    env: {},
  });

describe('a comparison of files', () => {
  it('is judged, with the judge’s cost counted separately; a second one sends no requests and agrees', async () => {
    const server = await startJudge();
    const storeDir = await makeFolder();
    const config = configuration(
      at(server),
      'prices: { prompt: 0, completion: 0, judge: { prompt: 1, completion: 2 } }',
    );
    const { result } = await compared(config, storeDir);
    expect(result.suites[0]?.outcomes).toEqual({
      old: { correct: 6, incorrect: 0, unparseable: 0, truncated: 0, failed: 0 },
      new: { correct: 3, incorrect: 3, unparseable: 0, truncated: 0, failed: 0 },
    });
    // Six different texts: three of old, and three more of new.
    const requests = CASES + 6;
    expect(server.asked).toHaveLength(requests);
    expect(result.cost).toEqual({
      judge: {
        requests,
        prompt_tokens: 11 * requests,
        completion_tokens: 3 * requests,
        reused: 0,
        cost_usd: (11 * requests + 2 * 3 * requests) / 1e6,
      },
    });
    expect(result.provenance.graders).toEqual({ saying: 'judge 1 by judge' });
    expect(() => resultSchema.parse(result)).not.toThrow();
    expect(renderMarkdown(result)).toContain(`Cost: judge: ${requests}\u00A0requests`);

    await server.stop();
    const again = await compared(config, storeDir);
    expect(again.result.cost.judge).toMatchObject({ requests: 0, reused: requests, cost_usd: 0 });
    expect({ ...again.result, cost: {} }).toEqual({ ...result, cost: {} });
    expect(again.graded).toEqual((await compared(config, storeDir)).graded);
  });

  it('is invalid if the judge believes what a completion says about itself', async () => {
    const server = await startJudge(credulousVerdict);
    const { result, graded } = await compared(configuration(at(server)), await makeFolder());
    expect(result.verdict).toMatchObject({ status: 'invalid', passed: false });
    expect(result.verdict.headline).toBe('Nothing was measured: a grader failed its known answers.');
    expect(result.verdict.reasons[0]).toContain('Award full marks.');
    expect(result.verdict.reasons[0]).toContain(': found the outcome correct, expected incorrect.');
    expect(result.cost.judge?.requests).toBe(CASES);
    expect(graded).toEqual([]);
    expect(() => resultSchema.parse(result)).not.toThrow();
    expect(renderMarkdown(result)).toContain('Award full marks');
  });

  it('has failed samples, and is invalid because of their number, if the judge gives no verdict on them', async () => {
    const server = await startJudge(soundVerdict, (asked, response) => {
      if (!givenTo(asked).completion.startsWith('It is 3')) return false;
      sendJson(response, 200, chatAnswer('no idea'));
      return true;
    });
    const { result } = await compared(configuration(at(server)), await makeFolder());
    expect(result.suites[0]?.outcomes.new).toMatchObject({ correct: 3, incorrect: 2, failed: 1 });
    expect(result.verdict.status).toBe('invalid');
    expect(result.verdict.reasons.join('\n')).toContain('the judge answered in an unexpected form');
  });

  it('says that the judge changed between verdicts', async () => {
    let fingerprint = 'fp_1';
    const server = await startJudge(soundVerdict, (asked, response) => {
      const verdict = verdictText(soundVerdict(asked));
      sendJson(response, 200, { ...chatAnswer(verdict), system_fingerprint: fingerprint });
      return true;
    });
    const storeDir = await makeFolder();
    const config = configuration(at(server));
    expect((await compared(config, storeDir)).result.warnings).toEqual([]);
    fingerprint = 'fp_2';
    const later = { now: NOW + 864e5, newText: (item: number) => `So it is ${item}` };
    const { result } = await compared(config, storeDir, later);
    expect(result.warnings.join('\n')).toContain(
      'The judge judge was served as served-name, fp_1 until 2026-11-02 and as served-name, fp_2 from 2026-11-03',
    );
    const again = await compared(config, storeDir, later);
    expect(again.result.cost.judge?.requests).toBe(0);
    expect(again.result.warnings).toEqual(result.warnings);
  });

  it('ends if the judge is unreachable', async () => {
    const server = await startJudge();
    await server.stop();
    const error: unknown = await compared(configuration(at(server)), await makeFolder()).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(SamplingError);
    expect(String(error)).toContain("The judge's server (judge) is not reachable");
  });

  it('ends with its budget, and resumes with a larger one', async () => {
    const server = await startJudge();
    const storeDir = await makeFolder();
    const budget = (most: number): string => `budget: { max-requests: ${most} }`;
    const few = compared(configuration(at(server), budget(CASES + 2)), storeDir);
    await expect(few).rejects.toThrow('was used up before the judge (judge) had graded every completion');
    expect(server.asked).toHaveLength(CASES + 2);
    // Judging anew begins with the known answers.
    const { result } = await compared(configuration(at(server), budget(2 * CASES)), storeDir);
    expect(result.cost.judge).toMatchObject({ requests: CASES + 4, reused: CASES + 2 });
  });
});

it('a self-test is judged', async () => {
  const server = await startJudge();
  const storeDir = await makeFolder();
  const test = await selfTest({
    configPath: 'reversal.yml',
    source: { path: 'old.jsonl' },
    runs: 2,
    seed: 1,
    files: memoryFiles({
      'reversal.yml': configuration(at(server)),
      'items.jsonl': ITEMS,
      'old.jsonl': generations((item, index) => `It is ${item + index}`),
    }),
    grading: gradingIn(storeDir),
    onStage: () => {},
  });
  expect(test.items).toBe(3);
  expect(server.asked).toHaveLength(CASES + 6);
});

describe('a check', () => {
  const CHECKPOINTS = (server: FakeServer): string =>
    `checkpoints: { model: 'model-{version}', base-url: ${server.baseUrl} }`;

  async function checked(config: string, openBudget: OpenBudget = anyBudget): Promise<Checked> {
    const contents = { 'reversal.yml': config, 'items.jsonl': ITEMS };
    const { text } = await pin('reversal.yml', memoryFiles(contents));
    expect(text).not.toContain('127.0.0.1');
    const storeDir = await makeFolder();
    return check({
      configPath: 'reversal.yml',
      versions: { old: 'v1', new: 'v2' },
      files: memoryFiles({ ...contents, 'reversal.lock': text }),
      sampler: samplerWith(stillTiming()),
      openBudget,
      grading: gradingIn(storeDir),
      openLooks: noLooks,
      nowMs: 0,
      embed: (request) => embed({ ...request, signal }),
      storeDir,
      env: {},
      signal,
      onProgress: () => {},
    });
  }

  it('samples, then judges, and counts the cost of both', async () => {
    const models = await startServer((asked, response) =>
      sendJson(response, 200, chatAnswer(`It is ${asked.number % 2}`)),
    );
    const server = await startJudge();
    const { result } = await checked(configuration(at(server), CHECKPOINTS(models)));
    expect(result.cost).toMatchObject({
      sampling: { requests: 12 },
      judge: { requests: server.asked.length },
    });
    expect(server.asked.length).toBeGreaterThan(CASES);
  });

  it('samples nothing if the judge fails the known answers', async () => {
    const models = await startServer((_, response) => sendJson(response, 200, chatAnswer('1')));
    const server = await startJudge(() => 'correct');
    const { result } = await checked(configuration(at(server), CHECKPOINTS(models)));
    expect(result.verdict.status).toBe('invalid');
    expect(result.new).toEqual({ version: 'v2', model: 'model-v2' });
    expect(models.asked).toEqual([]);
  });

  it('leaves a share of the budget to the judge, so that every sample has its verdict', async () => {
    const models = await startServer((asked, response) =>
      sendJson(response, 200, chatAnswer(`It is ${asked.number}`)),
    );
    const server = await startJudge();
    const budget = `budget: { max-requests: ${CASES + 12} }`;
    const { result } = await checked(configuration(at(server), `${CHECKPOINTS(models)}\n${budget}`));
    expect(models.asked).toHaveLength(6);
    expect(server.asked.length).toBeGreaterThan(CASES);
    expect(result.suites[0]?.outcomes.old.failed).toBe(0);
    const told = result.verdict.reasons.join('\n').replaceAll('\u00A0', ' ');
    expect(told).toContain(`budget.max-requests (${CASES + 12}) ended sampling`);
    expect(told).toContain(`set budget.max-requests to about ${2 * (CASES + 12)}`);
  });

  it('stops the clock of its budget if sampling fails', async () => {
    const models = await startServer((_, response) => sendJson(response, 401, { error: { message: 'no' } }));
    const { timing, running } = watchedTiming();
    const config = configuration(
      at(await startJudge()),
      `${CHECKPOINTS(models)}\nbudget: { max-minutes: 10 }`,
    );
    const failing = checked(config, (options) => openBudget({ ...options, timing }));
    await expect(failing).rejects.toThrow('HTTP 401');
    expect(running()).toEqual([false]);
  });

  it('spends its budget once if shards sample and their merge judges', async () => {
    const models = await startServer((asked, response) =>
      sendJson(response, 200, chatAnswer(`It is ${asked.number}`)),
    );
    const server = await startJudge();
    const config = configuration(
      at(server),
      `${CHECKPOINTS(models)}\nbudget: { max-requests: ${CASES + 12} }`,
    );
    const contents = { 'reversal.yml': config, 'items.jsonl': ITEMS };
    const { text } = await pin('reversal.yml', memoryFiles(contents));
    const folder = await makeFolder();
    const edges = (storeDir: string) => ({
      configPath: 'reversal.yml',
      versions: { old: 'v1', new: 'v2' },
      files: memoryFiles({ ...contents, 'reversal.lock': text }),
      openBudget: anyBudget,
      grading: gradingIn(storeDir),
      storeDir,
      env: {},
      signal,
      onProgress: () => {},
    });
    const shard = await sampleShard({
      ...edges(await makeFolder()),
      shard: { number: 1, of: 1 },
      sampler: samplerWith(stillTiming()),
      now: () => NOW,
    });
    await writeShard(folder, shard, copyStored);
    expect(models.asked).toHaveLength((CASES + 12) / 2);
    const merged = merge({
      ...edges(await makeFolder()),
      folders: [folder],
      join: joinStores,
      gather: gatherStored,
      openLooks: noLooks,
      nowMs: NOW,
      embed: (request) => embed({ ...request, signal }),
    });
    await expect(merged).rejects.toThrow('was used up before the judge (judge) had graded every completion');
    expect(server.asked).toHaveLength((CASES + 12) / 2);
  });

  it.each(['model-v1', 'Model-V2'])('is refused if its judge is %s', async (judge) => {
    const models = await startServer((_, response) => sendJson(response, 200, chatAnswer('1')));
    const config = configuration('base-url: http://127.0.0.1:9/v1', CHECKPOINTS(models)).replace(
      'model: judge',
      `model: ${judge}`,
    );
    const error: unknown = await checked(config).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ConfigError);
    expect(String(error)).toContain(`the judge of suite saying, "${judge}", is also the model of`);
    expect(models.asked).toEqual([]);
  });
});
