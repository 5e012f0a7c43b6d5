import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { check } from '../../src/run/check/check.ts';
import type { Checked } from '../../src/run/stages/conclude.ts';
import { pin } from '../../src/run/plan/pin.ts';
import { openLooks } from '../../src/store/look-file.ts';
import { samplerWith } from '../../src/sampling/sampler.ts';
import { makeFolder, stillTiming } from '../sampling/setting.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { readEvals } from '../support/simulator/read-evals.ts';
import { scenarios } from '../support/simulator/scenarios.ts';
import { startSimulator } from '../support/simulator/simulator.ts';
import { withoutEffects } from '../support/without-effects.ts';
import { anyBudget } from '../support/any-budget.ts';

const ITEMS = 100;
const evals = join(import.meta.dirname, '../../examples/simulated/evals');
const lines = readFileSync(join(evals, 'word-problems.jsonl'), 'utf8').split('\n').slice(0, ITEMS);
const items = readEvals(evals).filter(({ suite }) => suite === 'word-problems');
const pair = scenarios.reversal;

/** Checks on one store, of old served by one stack (the simulator's seed is its fingerprint) and new by another. */
async function setting() {
  const storeDir = await makeFolder();
  return async (
    n: number,
    [ofOld, ofNew]: readonly [old: number, candidate: number],
    stackChange = 'warn',
  ): Promise<Checked['result']> => {
    const baseUrl = async (seed: number): Promise<string> => {
      const simulator = await startSimulator({ checkpoints: [pair.old, pair.new], items, seed });
      onTestFinished(() => simulator.close());
      return simulator.baseUrl;
    };
    const contents = {
      'reversal.yml': `
checkpoints:
  model: 'simulated-{version}'
  old: { base-url: ${await baseUrl(ofOld)}, digest: sha256:aa }
  new: { base-url: ${await baseUrl(ofNew)}, digest: sha256:bb }
sampling: { n: ${n} }
suites: [{ name: word-problems, role: target, items: items.jsonl, grader: numeric }]
guardrails: { accuracy: { margin: 5 points }, coverage: off, diversity: off, hardest-group: off }
policy: { stack-change: ${stackChange} }
`,
      'items.jsonl': lines.join('\n'),
    };
    const { text } = await pin('reversal.yml', memoryFiles(contents));
    const { result } = await check({
      configPath: 'reversal.yml',
      versions: { old: pair.old.version, new: pair.new.version },
      files: memoryFiles({ ...contents, 'reversal.lock': text }),
      sampler: samplerWith(stillTiming()),
      openBudget: anyBudget,
      openLooks: (at) => openLooks({ ...at, now: () => Date.UTC(2026, 0, 1) }),
      embed: () => Promise.reject(new Error('nothing is to be embedded')),
      grading: withoutEffects,
      nowMs: Date.UTC(2026, 0, 1),
      storeDir,
      env: {},
      signal: new AbortController().signal,
      onProgress: () => {},
    });
    return result;
  };
}

const about = (sentences: readonly string[]): readonly string[] =>
  sentences.filter((sentence) => sentence.includes('serving stacks'));

test('another serving stack than that of stored completions gives a warning, or is refused if so configured', async () => {
  const run = await setting();
  expect(about((await run(1, [1, 1])).warnings)).toEqual([]);
  const result = await run(2, [2, 1]);
  expect(result.verdict.status).not.toBe('invalid');
  const [warning] = about(result.warnings);
  expect(warning).toMatch(/^The completions of the baseline come from 2.serving stacks/u);
  expect(warning).toContain('fingerprint simulator-1 (100');
  expect(warning).toContain('fingerprint simulator-2 (100');

  const refused = await run(2, [2, 1], 'invalid');
  expect(refused.cost.sampling?.requests).toBe(0);
  expect(refused.verdict).toMatchObject({ status: 'invalid', passed: false });
  expect(refused.verdict.reasons[0]).toBe(warning);
});
