import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { API_KEY, modelFiles, scene, useModels } from './model-repository.ts';
import { configuration, modelYaml } from '../support/model-files.ts';
import { read, readResult, root } from './project.ts';
import { giteaPullRequest } from './gitea-event.ts';
import { apiUrlOf, TOKEN_KIND, tokenKind } from './token-kinds.ts';
import { JOB_TOKEN, pullRequestEvent, runAction } from './run-action.ts';

/* README's workflow, exactly as written there. `__tests__/docs/workflows.test.ts` checks it with a linter. */

const models = useModels();

/** Strict, so that additions to the workflow are checked here too. */
const workflowSchema = z.strictObject({
  name: z.string(),
  on: z.strictObject({ pull_request: z.strictObject({ types: z.array(z.string()) }) }),
  permissions: z.strictObject({ contents: z.literal('read'), 'pull-requests': z.literal('write') }),
  concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.literal(true) }),
  jobs: z.strictObject({
    'reversal-check': z.strictObject({
      'runs-on': z.literal('ubuntu-latest'),
      steps: z.tuple([
        z.strictObject({
          uses: z.string().startsWith('actions/checkout@'),
          with: z.strictObject({ 'fetch-depth': z.number() }),
        }),
        z.strictObject({
          uses: z.string().startsWith('OWNER/reversal-check@'),
          with: z.record(z.string(), z.coerce.string()).optional(),
          env: z.record(z.string(), z.string()),
        }),
      ]),
    }),
  }),
});

const [, text = ''] = /^```yaml\n(name: reversal-check\n[^]*?)^```$/m.exec(read(root, 'README.md')) ?? [];
const workflow = workflowSchema.parse(parse(text));
const [checkout, step] = workflow.jobs['reversal-check'].steps;

const { inputs } = z
  .object({ inputs: z.record(z.string(), z.object({ default: z.string() })) })
  .parse(parse(read(root, 'action.yml')));

/** The data that a runner has about the job. */
const context = (number: number): Readonly<Record<string, string>> => ({
  'secrets.INFERENCE_API_KEY': API_KEY,
  'github.token': JOB_TOKEN,
  'github.event.pull_request.number': String(number),
});

/** A value with its expressions evaluated, as by a runner. */
const evaluated = (value: string, number = 7): string =>
  value.replaceAll(/\$\{\{ (.+?) \}\}/g, (_, name: string) => {
    const found = context(number)[name];
    if (found === undefined) throw new Error(`the runner of this test does not know ${name}`);
    return found;
  });

const allEvaluated = (record: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, evaluated(value)]));

test('cancels the run on the previous commit of the same pull request, and of no other', () => {
  const { group } = workflow.concurrency;
  expect(evaluated(group, 7)).not.toBe(evaluated(group, 8));
  expect(group).not.toContain('sha');
});

test.each([
  { server: 'GitHub', kind: TOKEN_KIND, eventOf: pullRequestEvent },
  { server: 'Gitea and Forgejo', kind: tokenKind('Gitea job'), eventOf: giteaPullRequest },
])('checks a pull request on $server with only its own inputs and environment', async ({ kind, eventOf }) => {
  const { repository, github, comments } = await scene(
    { 'model.yaml': modelYaml('v2') },
    {
      ...modelFiles(),
      'reversal.yml': configuration.replace(
        'base-url-env: INFERENCE_BASE_URL',
        `base-url: ${models.baseUrl()}`,
      ),
    },
    kind,
  );
  const event = eventOf(repository);
  const workspace = repository.shallowClone(event.commit, checkout.with['fetch-depth']);
  const defaults = Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.default]));
  const { code, log, outputs, summary } = await runAction({
    workspace,
    github,
    event,
    inputs: allEvaluated({ ...defaults, ...step.with }),
    env: { GITHUB_API_URL: apiUrlOf(github, kind), ...allEvaluated(step.env) },
  });
  expect(code, log).toBe(1);
  expect(outputs).toMatchObject({ verdict: 'reversal', passed: 'false' });
  expect(outputs['result']).toBe('.reversal-check/result.json');
  expect(readResult(join(workspace, '.reversal-check')).verdict.status).toBe('reversal');
  expect(readdirSync(join(workspace, '.reversal-check/completions'))).not.toEqual([]);
  expect(comments()).toEqual([expect.stringContaining('Self-improvement reversal')]);
  expect(summary + comments().join('')).not.toContain(models.baseUrl());
  // Its checkout is sufficient: no commit and no file is fetched again.
  expect(github.requests.filter((line) => line.includes('/git/'))).toEqual([]);
});
