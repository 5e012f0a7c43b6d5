import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../src/result/result.ts';
import { modelName } from '../support/simulator/checkpoint.ts';
import type { OpenAiServer } from '../support/simulator/openai-server.ts';
import { readEvals } from '../support/simulator/read-evals.ts';
import { checkpoints, scenarios } from '../support/simulator/scenarios.ts';
import { startSimulator } from '../support/simulator/simulator.ts';
import { readResult, root, temporaryFolder } from './project.ts';
import { runCli } from './run-cli.ts';

/*
 * Pairs of checkpoints with known gains and losses, sampled over HTTP with the example's own configuration. The pairs share a
 * store, so v1 is sampled only once.
 */

const example = join(root, 'examples/simulated');

const folder = temporaryFolder(afterAll);
let server: OpenAiServer;

beforeAll(async () => {
  cpSync(example, folder, { recursive: true });
  server = await startSimulator({ checkpoints, items: readEvals(join(example, 'evals')) });
  const pinned = await runCli(['pin'], { cwd: folder });
  expect(pinned, pinned.stderr).toMatchObject({ code: 0 });
});

afterAll(async () => {
  await server.close();
});

async function judged(name: keyof typeof scenarios): Promise<{ result: Result; code: number | null }> {
  const { old, new: candidate } = scenarios[name];
  const askedBefore = server.requests();
  const { code, stderr } = await runCli(
    ['check', '--old', old.version, '--new', candidate.version, '--out', name, '--store', 'store'],
    { cwd: folder, env: { SIMULATOR_BASE_URL: server.baseUrl } },
  );
  expect(code, stderr).not.toBe(2);
  expect(code, stderr).not.toBe(3);
  const result = readResult(join(folder, name));
  const { requests = 0, reused = 0 } = result.cost.sampling ?? {};
  expect(server.requests() - askedBefore).toBe(requests);
  // The simulator supports n: 8 samples per request.
  expect(8 * requests + reused).toBe(2 * 600 * 16);
  expect(result.old.model).toBe(modelName(old));
  expect(result.new.model).toBe(modelName(candidate));
  return { result, code };
}

/** The lost guardrails: `diversity logical word-problems`. */
const lostIn = ({ measures }: Result): readonly string[] =>
  measures
    .filter(({ state }) => state === 'lost')
    .map(({ dimension, name, suite }) => `${dimension} ${name} ${suite}`)
    .toSorted();

describe('simulated pairs get the verdict that is true', () => {
  test('a gain without loss is progress', async () => {
    const { result, code } = await judged('progress');
    expect(result.verdict.status, result.verdict.headline).toBe('progress');
    expect(result.measures.filter(({ gates }) => gates).map(({ state }) => state)).toEqual(
      Array.from({ length: 6 }, () => 'kept'),
    );
    expect(code).toBe(0);
  });

  test('a gain in fewer ways is a reversal: diversity lost, and nothing else', async () => {
    const { result, code } = await judged('narrowed');
    expect(result.verdict.status, result.verdict.headline).toBe('reversal');
    expect(lostIn(result)).toContain('diversity logical word-problems');
    expect(lostIn(result).filter((lost) => !lost.startsWith('diversity'))).toEqual([]);
    expect(code).toBe(1);
  });

  test('a gain with weaker ood is a reversal: generalization lost, and nothing else', async () => {
    const { result, code } = await judged('weaker-ood');
    expect(result.verdict.status, result.verdict.headline).toBe('reversal');
    expect(lostIn(result)).toEqual(['generalization pass@1 longer-chains']);
    expect(code).toBe(1);
  });

  test('a gain in pass@1 with items that can no longer be solved is a reversal: coverage lost, and nothing else', async () => {
    const { result, code } = await judged('lost-coverage');
    expect(result.verdict.status, result.verdict.headline).toBe('reversal');
    expect(lostIn(result)).toEqual(['coverage pass@16 word-problems']);
    expect(code).toBe(1);
  });

  test('a loss is a regression', async () => {
    const { result, code } = await judged('loss');
    expect(result.verdict.status, result.verdict.headline).toBe('regression');
    expect(lostIn(result)).toContain('accuracy pass@1 word-problems');
    expect(code).toBe(1);
  });

  test('the same abilities twice are neither a reversal nor a regression: nothing is lost', async () => {
    const { result, code } = await judged('same');
    // One run in forty shows a gain that is not real: alpha permits this, and a gain is not an alarm.
    expect(['unchanged', 'inconclusive', 'progress'], result.verdict.headline).toContain(
      result.verdict.status,
    );
    expect(lostIn(result)).toEqual([]);
    expect(code).toBe(0);
  });

  test('the pair of the demo is a reversal: diversity and generalization lost', async () => {
    const { result, code } = await judged('reversal');
    expect(result.verdict.status, result.verdict.headline).toBe('reversal');
    expect(lostIn(result)).toEqual(
      expect.arrayContaining(['diversity logical word-problems', 'generalization pass@1 longer-chains']),
    );
    expect(code).toBe(1);
  });
});
