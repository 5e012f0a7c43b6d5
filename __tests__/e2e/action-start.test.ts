import { expect, test } from 'vitest';
import { answers } from '../support/github/faults.ts';
import { modelYaml, scene, useModels } from './model-repository.ts';

useModels();

const MOST_SECONDS = 0.4;
const TRIES = 12;

test('a cold start to the first request takes less than 0.4 s', async () => {
  const { repository, github, run } = await scene({ 'model.yaml': modelYaml('v2') });
  let began = 0;
  const taken: number[] = [];
  github.inject({
    on: /^GET .*\/pulls\/7$/,
    answer: answers.notFound,
    before: () => {
      taken.push((performance.now() - began) / 1000);
    },
  });
  const event = { name: 'workflow_dispatch', commit: repository.head('main'), payload: {} };
  // Other processes can only slow it down, so the fastest of several runs counts.
  for (let tries = 0; tries < TRIES && Math.min(...taken) >= MOST_SECONDS; tries += 1) {
    began = performance.now();
    expect((await run({ event, inputs: { pr: '7' } })).code).toBe(2);
  }
  expect(Math.min(...taken)).toBeLessThan(MOST_SECONDS);
});
