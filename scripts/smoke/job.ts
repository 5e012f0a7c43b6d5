import { getOctokit } from '@actions/github';
import { appendFileSync } from 'node:fs';
import { z } from 'zod';

/** The configuration that the smoke test checks with. */
export const CONFIG = 'examples/tiny-lm/smoke/reversal.yml';

const environment = z.object({
  GITHUB_API_URL: z.url(),
  GITHUB_REPOSITORY: z.string().regex(/^[^/]+\/[^/]+$/),
  GITHUB_REF_NAME: z.string().min(1),
  GITHUB_RUN_ID: z.coerce.number().int().positive(),
  GITHUB_TOKEN: z.string().min(1),
  GITHUB_OUTPUT: z.string().optional(),
  GITHUB_STEP_SUMMARY: z.string().optional(),
  RUNNER_TEMP: z.string().min(1),
});

/** The job of a smoke test. Everything that it creates has the number of the run in its name, so that any later job can find it. */
export interface SmokeJob {
  readonly github: ReturnType<typeof getOctokit>['rest'];
  readonly token: string;
  readonly repository: { readonly owner: string; readonly repo: string };
  readonly run: number;
  /** The branch that the workflow was started on; the pull request is against it. */
  readonly base: string;
  /** The branch of the pull request. */
  readonly branch: string;
  /** The input `comment-key` of the Action, for comment, issue and artifact. */
  readonly key: string;
  readonly temporaryFolder: string;
  readonly setOutput: (name: string, value: string) => void;
  /** Prints a line, and adds it to the job's summary. */
  readonly tell: (line: string) => void;
}

/** Reads the job from the runner's environment. Throws if a variable is missing. */
export function smokeJob(env: NodeJS.ProcessEnv): SmokeJob {
  const given = environment.parse(env);
  const [owner = '', repo = ''] = given.GITHUB_REPOSITORY.split('/');
  const append = (file: string | undefined, line: string): void => {
    if (file !== undefined) appendFileSync(file, `${line}\n`);
  };
  return {
    github: getOctokit(given.GITHUB_TOKEN, { baseUrl: given.GITHUB_API_URL }).rest,
    token: given.GITHUB_TOKEN,
    repository: { owner, repo },
    run: given.GITHUB_RUN_ID,
    base: given.GITHUB_REF_NAME,
    branch: `smoke/${given.GITHUB_RUN_ID}`,
    key: `smoke-${given.GITHUB_RUN_ID}`,
    temporaryFolder: given.RUNNER_TEMP,
    setOutput: (name, value) => append(given.GITHUB_OUTPUT, `${name}=${value}`),
    tell: (line) => {
      process.stdout.write(`${line}\n`);
      append(given.GITHUB_STEP_SUMMARY, `- ${line}`);
    },
  };
}
