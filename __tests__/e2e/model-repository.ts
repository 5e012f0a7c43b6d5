import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import type { GitHubServer } from '../support/github/github-server.ts';
import { startGitHub } from '../support/github/github-server.ts';
import type { OpenAiServer } from '../support/simulator/openai-server.ts';
import { readEvals } from '../support/simulator/read-evals.ts';
import { checkpoints } from '../support/simulator/scenarios.ts';
import { startSimulator } from '../support/simulator/simulator.ts';
import { configuration, ITEMS, items, modelYaml, N } from '../support/model-files.ts';
import { type GitRepository, gitRepository } from './git-repository.ts';
import { pinned } from './pinned.ts';
import { ALL_OFF, root, temporaryFolder, type writeFiles } from './project.ts';
import { type ActionRun, type Job, JOB_TOKEN, pullRequestEvent, runAction } from './run-action.ts';
import { apiUrlOf, TOKEN_KIND, type TokenKind, tokensOf } from './token-kinds.ts';

/*
 * A repository whose `model.yaml` names a version, with the simulated checkpoints behind it: v1 on `main`, and branches that
 * change it to a version with known gains and losses.
 */

/** Requests of a check, both sides. */
export const REQUESTS = 2 * ITEMS;
export const SAMPLES = REQUESTS * N;

/** The key that the models require; the log may show only its mask. */
export const API_KEY = 'sk-inference-key-that-is-secret';

/** As `configuration`, for tests in which only the end of a check matters: with few samples, and nothing that could be lost. */
export const smallConfiguration = configuration
  .replace(`n: ${N}`, 'n: 2')
  .replace(/guardrails:[^]*/u, `${ALL_OFF}\n`);

export const fewItems = items.split('\n').slice(0, 12).join('\n').concat('\n');

let models: OpenAiServer;
let store: string;
let lock: string;

/** Starts the models once per test file; completions are kept from test to test. */
export function useModels(): { readonly asked: () => number; readonly baseUrl: () => string } {
  beforeAll(async () => {
    store = temporaryFolder(afterAll);
    models = await startSimulator({
      checkpoints,
      items: readEvals(join(root, 'examples/simulated/evals')),
      apiKey: API_KEY,
    });
    lock = await pinned({ 'reversal.yml': configuration, 'evals/word-problems.jsonl': items }, afterAll);
  });
  afterAll(() => models.close());
  return { asked: () => models.requests(), baseUrl: () => models.baseUrl };
}

/** `main` at v1 with its configuration, lock and items. */
export const modelFiles = (): Record<string, string> => ({
  'model.yaml': modelYaml('v1'),
  'reversal.yml': configuration,
  'reversal.lock': lock,
  'evals/word-problems.jsonl': items,
});

/** As `modelFiles`, but small: a check of any two versions passes. */
export async function smallFiles(): Promise<Record<string, string>> {
  const files = { 'reversal.yml': smallConfiguration, 'evals/word-problems.jsonl': fewItems };
  return { 'model.yaml': modelYaml('v1'), ...files, 'reversal.lock': await pinned(files) };
}

/** A repository and its GitHub, for one test. */
export interface Scene {
  readonly repository: GitRepository;
  readonly github: GitHubServer;
  /** Runs the Action on a pull request of `topic`, or as the options say. */
  readonly run: (options?: Partial<Omit<Job, 'github'>>) => Promise<ActionRun>;
  /** The bodies of all comments on #7. */
  readonly comments: () => readonly string[];
}

/** A pull request from `topic` that changes these files of `main`; `kind` is the kind of token that its jobs have. */
export async function scene(
  changes: Parameters<GitRepository['commit']>[1],
  files: Parameters<typeof writeFiles>[1] = modelFiles(),
  kind: TokenKind = TOKEN_KIND,
): Promise<Scene> {
  const repository = gitRepository(files);
  repository.branch('topic', 'main');
  repository.commit('topic', changes);
  const github = await startGitHub({ tokens: tokensOf(kind), git: repository.data });
  onTestFinished(async () => {
    await github.close();
    expect(github.violations).toEqual([]);
  });
  return {
    repository,
    github,
    run: async ({ inputs, env, ...options } = {}) => {
      const found = await runAction({
        workspace: repository.folder,
        github,
        event: options.event ?? pullRequestEvent(repository),
        ...options,
        inputs: { store, out: temporaryFolder(), artifact: 'none', ...inputs },
        env: {
          GITHUB_API_URL: apiUrlOf(github, kind),
          INFERENCE_BASE_URL: models.baseUrl,
          INFERENCE_API_KEY: API_KEY,
          ...env,
        },
      });
      for (const secret of [JOB_TOKEN, API_KEY, models.baseUrl]) expectHidden(found, secret);
      return found;
    },
    comments: () => (github.state.comments.get(7) ?? []).map(({ body }) => body),
  };
}

/**
 * The log's first mention of a secret is the command that masks it, and the runner masks it in all later text; nothing else
 * contains it.
 */
function expectHidden({ log, summary, outputs }: ActionRun, secret: string): void {
  const first = log.split('\n').find((line) => line.includes(secret));
  expect([undefined, `::add-mask::${secret}`]).toContain(first);
  expect(summary + JSON.stringify(outputs)).not.toContain(secret);
}
