import { expect, test } from 'vitest';
import { addresses, formsOf } from '../support/secret-addresses.ts';
import { API_KEY, fewItems, modelFiles, scene, smallConfiguration, useModels } from './model-repository.ts';
import { modelYaml } from '../support/model-files.ts';
import { pinned } from './pinned.ts';
import { shortBackoff } from './preload.ts';
import { read, temporaryFolder, treeOf } from './project.ts';

/*
 * Jobs that fail in different ways, with a server's address and key as secrets. All output is searched for every form of both,
 * because a runner masks only the exact forms that it was given.
 */

useModels();

const KNOWN =
  '[{ text: "#### 4", answer: "4", expected: correct }, { text: "#### 5", answer: "4", expected: incorrect }]';

/** The owner of the server: the variables of its address and key, and the configuration. */
const SERVERS = {
  'a checkpoint': { prefix: 'INFERENCE', config: smallConfiguration },
  'a judge': {
    prefix: 'JUDGE',
    config: smallConfiguration.replace(
      'grader: numeric',
      `grader: { type: judge, model: the-judge, base-url-env: JUDGE_BASE_URL, api-key-env: JUDGE_API_KEY, rubric-file: rubric.md, known: ${KNOWN} }`,
    ),
  },
  embeddings: {
    prefix: 'EMBEDDINGS',
    config: `${smallConfiguration}embeddings: { model: embedder, base-url-env: EMBEDDINGS_BASE_URL, api-key-env: EMBEDDINGS_API_KEY }\n`,
  },
} as const;

const OTHER_KEY = 'sk-other-key-that-is-secret-too';

async function filesWith(config: string): Promise<Parameters<typeof scene>[1]> {
  const files = {
    'reversal.yml': config,
    'evals/word-problems.jsonl': fewItems,
    'rubric.md': 'The sum is right.',
  };
  return { ...modelFiles(), ...files, 'reversal.lock': await pinned(files) };
}

const cases = Object.entries(SERVERS).flatMap(([whose, server]) =>
  addresses.map(([how, start]) => [whose, how, server, start] as const),
);

test.each(cases)('%s: %s', async (whose, _, { prefix, config }, start) => {
  const address = await start();
  const key = whose === 'a checkpoint' ? API_KEY : OTHER_KEY;
  const [out, store] = [temporaryFolder(), temporaryFolder()];
  const { run, comments, github } = await scene({ 'model.yaml': modelYaml('v2') }, await filesWith(config));
  const { code, log, summary, outputs } = await run({
    inputs: { out, store },
    env: { ...shortBackoff(), [`${prefix}_BASE_URL`]: address, [`${prefix}_API_KEY`]: key },
  });
  expect(code, log).not.toBe(0);
  const files = [out, store].flatMap((folder) =>
    treeOf(folder).flatMap((path) => (path.endsWith('/') ? [path] : [path, read(folder, path)])),
  );
  const shown = log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  // If a judge responds with a refusal, the grader fails its known answers, and its message is quoted.
  expect(shown.join('\n')).toMatch(new RegExp(`${prefix}_|\\[secret\\]`, 'u'));
  const bodies = [...comments(), JSON.stringify(github.requests)];
  const all = [...shown, summary, JSON.stringify(outputs), ...bodies, ...files].join('\n');
  for (const form of formsOf(address, key)) expect(all.includes(form), `${form} is shown`).toBe(false);
});
