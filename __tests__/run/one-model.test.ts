import { expect, test } from 'vitest';
import { check } from '../../src/run/check/check.ts';
import type { Checked } from '../../src/run/stages/conclude.ts';
import { pin } from '../../src/run/plan/pin.ts';
import { renderComment } from '../../src/report/comment.ts';
import { samplerWith } from '../../src/sampling/sampler.ts';
import { chatAnswer, sendJson, startServer } from '../sampling/fake-server.ts';
import { makeFolder, stillTiming } from '../sampling/setting.ts';
import { anyBudget } from '../support/any-budget.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { noLooks } from '../support/no-looks.ts';
import { withoutEffects } from '../support/without-effects.ts';

const ITEMS = 50;

/** A check at one server with one model, which answers to any name. */
async function checked(answer: (question: string, number: number) => string): Promise<Checked['result']> {
  const server = await startServer(({ body, number }, response) =>
    sendJson(response, 200, chatAnswer(answer(JSON.stringify(body), number))),
  );
  const contents = {
    'reversal.yml': `
checkpoints: { model: 'math-{version}', base-url: '${server.baseUrl}' }
sampling: { n: 1 }
suites: [{ name: sums, role: target, items: items.jsonl, grader: numeric }]
guardrails: { accuracy: { margin: 10 points }, coverage: off, diversity: off, hardest-group: off }
`,
    'items.jsonl': Array.from({ length: ITEMS }, (_, place) =>
      JSON.stringify({ id: `q${place}`, prompt: `What is ${place} + 0?`, answer: place }),
    ).join('\n'),
  };
  const { text } = await pin('reversal.yml', memoryFiles(contents));
  const { result } = await check({
    configPath: 'reversal.yml',
    versions: { old: 'v1', new: 'v2' },
    files: memoryFiles({ ...contents, 'reversal.lock': text }),
    sampler: samplerWith(stillTiming()),
    openBudget: anyBudget,
    openLooks: noLooks,
    embed: () => Promise.reject(new Error('nothing is to be embedded')),
    grading: withoutEffects,
    nowMs: Date.UTC(2026, 0, 1),
    storeDir: await makeFolder(),
    env: {},
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  return result;
}

const about = (sentences: readonly string[]): readonly string[] =>
  sentences.filter((sentence) => sentence.includes('use the same model for both names'));

test('one model that answers under both names is reported in the result and in the comment', async () => {
  const result = await checked((question) => `#### ${/What is (\d+)/u.exec(question)?.[1] ?? ''}`);
  const [warning] = about(result.warnings);
  expect(warning).toMatch(
    /^All 50.completions from the candidate \(math-v2\) are identical to those from the baseline \(math-v1\)\. /u,
  );
  expect(renderComment(result, { maxCharacters: 60_000 })).toContain(
    'are identical to those from the baseline',
  );
});

test('so is a server that says so itself, even if sampling makes the completions differ', async () => {
  const result = await checked((_, number) => `Request ${number}. #### ${number % 2}`);
  expect(about(result.warnings)).toEqual([
    'The server reports the model served-name for requests to math-v1 and to math-v2. The server seems to use the same model for both names, so no change could be found. Check both model names.',
  ]);
});
