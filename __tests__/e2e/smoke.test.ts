import { execFileSync, spawn } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, inject, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkReport } from '../../scripts/smoke/checks.ts';
import { smokeJob } from '../../scripts/smoke/job.ts';
import { answers } from '../support/github/faults.ts';
import { type GitHubServer, startGitHub } from '../support/github/github-server.ts';
import { type JobServices, startJobServices } from '../support/github/job-services.ts';
import { type GitRepository, gitRepository } from './git-repository.ts';
import { read, root, temporaryFolder } from './project.ts';
import { JOB_TOKEN, runAction } from './run-action.ts';
import { runPost } from './run-post.ts';
import { tokenKind, tokensOf } from './token-kinds.ts';

/*
 * .github/workflows/smoke.yml as it is written, job by job and step by step: its scripts and the Action as built, with the tiny model,
 * on a real repository and a server that answers as GitHub does.
 */

const RUN = 100;

const texts = z.record(z.string(), z.coerce.string());
const stepSchema = z.strictObject({
  id: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: texts.default({}),
  env: texts.default({}),
  'continue-on-error': z.boolean().optional(),
});
const workflow = z
  .object({
    env: texts,
    jobs: z.record(
      z.string(),
      z.object({ outputs: texts.default({}), if: z.string().optional(), steps: z.array(stepSchema) }),
    ),
  })
  .parse(parse(read(root, '.github/workflows/smoke.yml')));
type Step = z.infer<typeof stepSchema>;

const { inputs } = z
  .object({ inputs: z.record(z.string(), z.object({ default: z.string() })) })
  .parse(parse(read(root, 'action.yml')));
const defaults = Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.default]));

type Values = Record<string, string>;

/** A record with its expressions evaluated; what an expression names must be known. */
function evaluated(given: Readonly<Values>, values: Readonly<Values>): Values {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      value.replaceAll(/\$\{\{ (.+?) \}\}/g, (_, expression: string) => {
        const found = values[expression];
        if (found === undefined) throw new Error(`the runner of this test does not know ${expression}`);
        return found;
      }),
    ]),
  );
}

interface Place {
  readonly repository: GitRepository;
  readonly github: GitHubServer;
  readonly services: JobServices;
}

/** What the services of the jobs hold is what the API lists. */
function list({ github, services, repository }: Place): void {
  const artifacts = [...services.artifacts.kept()].map(([name, archive], at) => ({
    id: at + 1,
    name,
    archive,
  }));
  const head = { sha: repository.head('main'), branch: 'main', repository: 'acme/models' };
  github.state.runs.set(RUN, { id: RUN, event: 'workflow_dispatch', actor: 'owner', head, artifacts });
  services.caches.keys().forEach((key, at) => github.state.caches.set(at + 1, { id: at + 1, key }));
}

/** Runs a job on a fresh machine. */
async function runJob(
  place: Place,
  name: string,
  { needs }: { readonly needs: Values },
): Promise<{ readonly code: number; readonly log: string; readonly outputs: Values }> {
  const { repository, github, services } = place;
  const job = workflow.jobs[name];
  if (job === undefined) throw new Error(`no job ${name}`);
  const workspace = join(temporaryFolder(), 'workspace');
  const state = join(temporaryFolder(), 'state');
  const output = join(temporaryFolder(), 'output');
  for (const file of [state, output]) writeFileSync(file, '');
  execFileSync('git', ['clone', '-q', '--branch=main', `file://${repository.folder}`, workspace]);
  symlinkSync(join(inject('packageFolder'), 'dist'), join(workspace, 'dist'));
  const values: Values = {
    ...needs,
    'github.token': JOB_TOKEN,
    'github.run_id': String(RUN),
    // The server of the tiny model is not in the repository of this test.
    'github.workspace': root,
  };
  const env = {
    ...services.env,
    PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
    GITHUB_STATE: state,
    GITHUB_RUN_ATTEMPT: '1',
    RUNNER_TEMP: temporaryFolder(),
  };
  let log = '';

  const script = async (run: string, given: Values): Promise<number | null> => {
    const [program, file = '', ...parameters] = run.split(' ');
    expect(program).toBe('node');
    const child = spawn(process.execPath, [join(root, file), ...parameters], {
      cwd: workspace,
      env: {
        ...env,
        GITHUB_ACTIONS: 'true',
        GITHUB_API_URL: github.url,
        GITHUB_REPOSITORY: github.state.repository,
        GITHUB_REF_NAME: 'main',
        GITHUB_RUN_ID: String(RUN),
        GITHUB_WORKSPACE: workspace,
        GITHUB_OUTPUT: output,
        ...evaluated(workflow.env, values),
        ...given,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const closed = new Promise<number | null>((resolve) => {
      child.once('close', resolve);
    });
    const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
    log += stdout + stderr;
    return code;
  };

  const action = async (step: Step): Promise<void> => {
    const commit = repository.head('main');
    const found = await runAction({
      workspace,
      github,
      run: RUN,
      event: {
        name: 'workflow_dispatch',
        commit,
        payload: { ref: 'refs/heads/main', inputs: null, repository: { full_name: 'acme/models' } },
      },
      inputs: { ...defaults, 'github-token': JOB_TOKEN, ...evaluated(step.with, values) },
      env: { ...env, ...evaluated(step.env, values) },
    });
    log += found.log;
    const id = step.id ?? '';
    values[`steps.${id}.outcome`] = found.code === 0 ? 'success' : 'failure';
    for (const output of ['verdict', 'comment-url', 'result'])
      values[`steps.${id}.outputs.${output}`] = found.outputs[output] ?? '';
    list(place);
  };

  let code = 0;
  for (const step of job.steps) {
    if (step.run?.startsWith('node ') === true) {
      code = (await script(step.run, evaluated(step.env, values))) ?? 1;
      if (code !== 0) break;
      const pr = /^pr=(\d+)$/m.exec(read(output))?.[1];
      if (step.id !== undefined && pr !== undefined) values[`steps.${step.id}.outputs.pr`] = pr;
    } else if (step.uses === './') await action(step);
  }
  const post = await runPost({ workspace, run: RUN, env });
  expect(post.code, post.log).toBe(0);
  list(place);
  const outputs = code === 0 ? evaluated(job.outputs, values) : {};
  return { code, log: log + post.log, outputs };
}

/** The repository before the workflow starts, and its server. */
async function start(): Promise<Place> {
  const files = [
    'examples/tiny-lm/smoke/reversal.yml',
    'examples/tiny-lm/smoke/reversal.lock',
    'examples/tiny-lm/smoke/model.yaml',
    'examples/tiny-lm/evals/trained-kind.jsonl',
  ];
  const repository = gitRepository({
    '.gitignore': 'dist\n.reversal-check/\n',
    ...Object.fromEntries(files.map((file) => [file, read(root, file)])),
  });
  const github = await startGitHub({
    tokens: tokensOf(tokenKind('job')),
    git: {
      ...repository.data,
      merge: (base, head) => ({
        commit: repository.trialMerge(head, base),
        base: repository.head(base),
        head: repository.head(head),
      }),
    },
  });
  onTestFinished(async () => {
    await github.close();
    expect(github.violations).toEqual([]);
  });
  return { repository, github, services: await startJobServices() };
}

test(
  'finds comment, artifact, issue and cache of a real run, and leaves nothing open',
  { timeout: 600_000 },
  async () => {
    const place = await start();
    const { github, repository } = place;
    expect(Object.keys(workflow.jobs)).toEqual(['measure', 'reuse', 'clean-up']);
    const measure = await runJob(place, 'measure', { needs: {} });
    expect(measure.code, measure.log).toBe(0);
    expect(measure.outputs).toEqual({ pr: '7' });
    expect(measure.log).toContain('verdict: "reversal"');
    expect(repository.head('smoke/100')).toMatch(/^[0-9a-f]{40}$/);
    expect(github.state.pulls.get(7)).toMatchObject({ state: 'open', head: { ref: 'smoke/100' } });
    expect(github.state.issues).toMatchObject([{ state: 'open' }]);
    expect(github.state.caches.size).toBe(1);

    const needs = { 'needs.measure.outputs.pr': '7' };
    const reuse = await runJob(place, 'reuse', { needs });
    expect(reuse.code, reuse.log).toBe(0);
    expect(reuse.log).toContain('requests of the second run: 0');

    expect(workflow.jobs['clean-up']?.if).toBe('always()');
    const cleaned = await runJob(place, 'clean-up', { needs });
    expect(cleaned.code, cleaned.log).toBe(0);
    expect(github.state.pulls.get(7)?.state).toBe('closed');
    expect(github.state.issues).toMatchObject([{ state: 'closed' }]);
    expect(() => repository.head('smoke/100')).toThrow();
    expect(cleaned.log).toContain('deleted artifacts: 1\ndeleted caches: 1\n');
  },
);

test('names the setting if the pull request is refused, and cleans up what there is', async () => {
  const place = await start();
  const { github, repository } = place;
  github.inject({ on: /^POST \S+\/pulls$/, answer: answers.notPermitted });
  const refused = await runJob(place, 'measure', { needs: {} });
  expect(refused.code).toBe(1);
  expect(refused.log).toContain('switch on "Allow GitHub Actions to create and approve pull requests"');
  expect(repository.head('smoke/100')).toMatch(/^[0-9a-f]{40}$/);
  const cleaned = await runJob(place, 'clean-up', { needs: { 'needs.measure.outputs.pr': '' } });
  expect(cleaned.code, cleaned.log).toBe(0);
  expect(cleaned.log).toContain('closed pull requests: 0\nclosed issues: 0\ndeleted branches: 1\n');
  expect(() => repository.head('smoke/100')).toThrow();
});

test('says what it found and what it expected', async () => {
  const { github } = await start();
  const job = smokeJob({
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: 'acme/models',
    GITHUB_REF_NAME: 'main',
    GITHUB_RUN_ID: String(RUN),
    GITHUB_TOKEN: JOB_TOKEN,
    RUNNER_TEMP: temporaryFolder(),
  });
  const step = {
    OUTCOME: 'failure',
    VERDICT: 'reversal',
    COMMENT_URL: 'https://x.test',
    RESULT: '',
    PR: '7',
  };
  await expect(checkReport(job, { ...step, VERDICT: 'progress' })).rejects.toThrow(
    'verdict: found "progress", expected "reversal"',
  );
  await expect(checkReport(job, step)).rejects.toThrow(
    'comments on the pull request: found [], expected ["https://x.test"]',
  );
});
