import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/* The files of a repository whose `model.yaml` names a version of a simulated checkpoint. */

const root = join(import.meta.dirname, '../..');

export const ITEMS = 120;

/**
 * Samples per item, all of which one request asks for: the simulator supports n. From 8 on, each check would also forecast
 * pass@k, which takes 0.3 s.
 */
export const N = 7;

export const modelYaml = (version: string): string =>
  `serving:\n  revision: ${version} # moved by pull requests\n`;

export const configuration = `checkpoints:
  file: model.yaml
  version: /serving/revision
  model: simulated-{version}
  base-url-env: INFERENCE_BASE_URL
  api-key-env: INFERENCE_API_KEY
sampling: { n: ${N}, temperature: 0.8, max-tokens: 512, seed: 1 }
suites: [{ name: word-problems, role: target, items: evals/word-problems.jsonl, grader: numeric }]
guardrails:
  accuracy: { margin: 10 points }
  coverage: off
  diversity: { margin: 20% }
  ood: off
  hardest-group: off
`;

export const items = readFileSync(join(root, 'examples/simulated/evals/word-problems.jsonl'), 'utf8')
  .split('\n')
  .slice(0, ITEMS)
  .join('\n')
  .concat('\n');
