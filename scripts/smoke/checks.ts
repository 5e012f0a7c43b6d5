import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { artifacts, caches, comments, openIssues } from './find.ts';
import { git } from './git.ts';
import { CONFIG, type SmokeJob } from './job.ts';

/** What the step of the Action ended with, from the workflow. */
const stepSchema = z.object({
  OUTCOME: z.string(),
  VERDICT: z.string(),
  COMMENT_URL: z.string(),
  RESULT: z.string(),
  PR: z.coerce.number(),
});

function expectThat(job: SmokeJob, what: string, found: unknown, expected: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(`${what}: found ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`);
  job.tell(`${what}: ${JSON.stringify(found)}`);
}

/** The first run of the Action: it fails with a reversal, and comment and artifact are on the server. */
export async function checkReport(job: SmokeJob, env: NodeJS.ProcessEnv): Promise<void> {
  const { OUTCOME, VERDICT, COMMENT_URL, PR } = stepSchema.parse(env);
  expectThat(job, 'outcome of the step', OUTCOME, 'failure');
  expectThat(job, 'verdict', VERDICT, 'reversal');
  const written = await comments(job, PR);
  expectThat(
    job,
    'comments on the pull request',
    written.map((comment) => comment.html_url),
    [COMMENT_URL],
  );
  expectThat(job, 'artifacts', (await artifacts(job)).length, 1);
}

const resultSchema = z.object({
  cost: z.object({ sampling: z.object({ requests: z.number(), reused: z.number() }) }),
});

/** The second run, in another job: it takes every completion from the cache that the first one saved, and edits the comment. */
export async function checkCache(job: SmokeJob, env: NodeJS.ProcessEnv): Promise<void> {
  const { VERDICT, RESULT, PR } = stepSchema.parse(env);
  expectThat(job, 'verdict of the second run', VERDICT, 'reversal');
  const { cost } = resultSchema.parse(JSON.parse(readFileSync(RESULT, 'utf8')));
  expectThat(job, 'requests of the second run', cost.sampling.requests, 0);
  expectThat(job, 'completions from the cache', cost.sampling.reused > 0, true);
  expectThat(job, 'caches by the API', (await caches(job)).length > 0, true);
  expectThat(job, 'comments after the second run', (await comments(job, PR)).length, 1);
}

/**
 * A push of the branch, as an event written here: the job's token starts no workflows, so there is no real one. The Action reuses the
 * completions of the first run; its tracking issue is a real one.
 */
export async function checkIssue(job: SmokeJob, env: NodeJS.ProcessEnv): Promise<void> {
  const { branch, key, token, temporaryFolder, repository, base } = job;
  const [before, after] = [git('rev-parse', 'HEAD~1'), git('rev-parse', 'HEAD')];
  const event = join(temporaryFolder, 'smoke-push.json');
  const ref = `refs/heads/${branch}`;
  writeFileSync(
    event,
    JSON.stringify({
      ref,
      before,
      after,
      created: false,
      deleted: false,
      forced: false,
      repository: { full_name: `${repository.owner}/${repository.repo}`, default_branch: base },
    }),
  );
  const inputs = {
    config: CONFIG,
    'github-token': token,
    'comment-key': key,
    store: resolve('.reversal-check/completions'),
    out: join(temporaryFolder, 'smoke-push'),
    artifact: 'none',
  };
  const { status } = spawnSync(process.execPath, ['dist/action.js'], {
    stdio: 'inherit',
    env: {
      ...env,
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: event,
      GITHUB_REF: ref,
      GITHUB_SHA: after,
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
    },
  });
  expectThat(job, 'exit code of the push', status, 1);
  const issues = await openIssues(job);
  expectThat(job, 'open tracking issues', issues.length, 1);
}
