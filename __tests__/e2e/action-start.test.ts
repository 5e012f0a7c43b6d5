import { expect, test } from 'vitest';
import { answers } from '../support/github/faults.ts';
import { scene, useModels } from './model-repository.ts';
import { modelYaml } from '../support/model-files.ts';
import { processorTime } from './preload.ts';

useModels();

const MOST_SECONDS = 0.4;
const TRIES = 12;

test('a cold start, one request and its failure take less than 0.4 s of processor time', async () => {
  const { repository, github, run } = await scene({ 'model.yaml': modelYaml('v2') });
  let asked = 0;
  github.inject({ on: /^GET .*\/pulls\/7$/, answer: answers.notFound, before: () => (asked += 1) });
  const event = { name: 'workflow_dispatch', commit: repository.head('main'), payload: {} };
  const { env, seconds } = processorTime();
  const taken: number[] = [];
  // Other processes compete for caches, so the least of several runs counts.
  for (let tries = 0; tries < TRIES && Math.min(...taken) >= MOST_SECONDS; tries += 1) {
    expect((await run({ event, inputs: { pr: '7' }, env, needsProcess: true })).code).toBe(2);
    taken.push(seconds());
  }
  expect(asked).toBe(taken.length);
  expect(Math.min(...taken)).toBeLessThan(MOST_SECONDS);
});
