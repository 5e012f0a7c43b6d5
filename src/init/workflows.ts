import type { ServedAt } from './answers.ts';

/** The values that a workflow is generated from. */
export interface WorkflowDraft {
  /** The Action, as `owner/repository@ref`. */
  readonly action: string;
  readonly servedAt: ServedAt;
  readonly apiKeyEnv: string | undefined;
}

/**
 * Workflow folders. Forgejo and Gitea use the first one that exists and ignore the others; Gitea does not support
 * Forgejo's folder.
 */
export const WORKFLOW_FOLDERS = ['.forgejo/workflows', '.gitea/workflows', '.github/workflows'] as const;
export type WorkflowFolder = (typeof WORKFLOW_FOLDERS)[number];

export const PULL_REQUEST_WORKFLOW = 'reversal-check.yml';
export const NIGHTLY_WORKFLOW = 'reversal-check-nightly.yml';

/** The step's environment. The API key and an address in a variable are read from repository secrets. */
const environment = ({ servedAt, apiKeyEnv }: WorkflowDraft): readonly string[] => {
  const names = ['env' in servedAt ? servedAt.env : undefined, apiKeyEnv];
  const lines = names.flatMap((name) => (name === undefined ? [] : [`${name}: \${{ secrets.${name} }}`]));
  return lines.length === 0 ? [] : ['        env:', ...lines.map((line) => `          ${line}`)];
};

/** The workflow that checks every pull request. It has no `paths:`, because a required check must always report. */
export const pullRequestWorkflow = (draft: WorkflowDraft): string =>
  [
    'name: reversal-check',
    'on:',
    '  pull_request:',
    '    types: [opened, synchronize, reopened, edited] # edited: also check again if the base branch changes',
    'permissions:',
    '  contents: read',
    '  pull-requests: write',
    'concurrency:',
    '  group: reversal-check-${{ github.event.pull_request.number }}',
    '  cancel-in-progress: true',
    'jobs:',
    '  reversal-check:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v6',
    '        with:',
    '          fetch-depth: 0 # all history: Gitea and Forgejo need it; on GitHub, 2 is enough and faster',
    `      - uses: ${draft.action}`,
    ...environment(draft),
    '',
  ].join('\n');

/** The workflow that compares the served version with the baseline every night. */
export const nightlyWorkflow = (draft: WorkflowDraft): string =>
  [
    'name: reversal-check nightly',
    'on:',
    '  schedule:',
    "    - cron: '17 3 * * *'",
    'permissions:',
    '  contents: read',
    '  issues: write',
    'concurrency:',
    '  group: reversal-check-nightly',
    'jobs:',
    '  reversal-check:',
    '    runs-on: ubuntu-latest',
    '    timeout-minutes: 240',
    '    steps:',
    '      - uses: actions/checkout@v6',
    `      - uses: ${draft.action}`,
    ...environment(draft),
    '',
  ].join('\n');
