import type { Reach, ServedAt } from './answers.ts';

/** The values that a workflow is generated from. */
export interface WorkflowDraft {
  /** The Action, as `owner/repository@ref`. */
  readonly action: string;
  readonly servedAt: ServedAt;
  readonly apiKeyEnv: string | undefined;
  /** From where the server can be reached. */
  readonly reach: Reach;
  readonly folder: WorkflowFolder;
}

/** The Action's name if it is not known where the copy of the Action is. */
export const UNKNOWN_ACTION = 'OWNER/reversal-check@v1';

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

const RUNNERS: Readonly<Record<Reach, string>> = {
  everywhere: 'ubuntu-latest',
  network: "[self-hosted, linux] # GitHub's own runners cannot reach an address in a private network",
  machine: '[self-hosted, linux] # the server is on the machine of the runner',
};

/** Runners of Gitea and Forgejo are in one's own network, and this is their usual label. */
const runner = ({ reach, folder }: WorkflowDraft): string =>
  `    runs-on: ${RUNNERS[folder === '.github/workflows' ? reach : 'everywhere']}`;

const action = ({ action: name }: WorkflowDraft): string =>
  `      - uses: ${name}${name === UNKNOWN_ACTION ? ' # replace OWNER with the owner of your copy of the Action' : ''}`;

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
    runner(draft),
    '    timeout-minutes: 120',
    '    steps:',
    '      - uses: actions/checkout@v6',
    '        with:',
    '          fetch-depth: 0 # all history: Gitea and Forgejo need it; on GitHub, 2 is enough and faster',
    action(draft),
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
    runner(draft),
    '    timeout-minutes: 240',
    '    steps:',
    '      - uses: actions/checkout@v6',
    action(draft),
    ...environment(draft),
    '',
  ].join('\n');
