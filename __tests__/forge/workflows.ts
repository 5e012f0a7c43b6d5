import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';

/*
 * The documented workflows, changed only where a server of one's own requires it: a label of its runners, the Action and the
 * checkout from the tested repository itself (nothing is downloaded from github.com), and the models' address.
 */

const root = join(import.meta.dirname, '../..');

const texts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const stepSchema = z.looseObject({ uses: z.string().optional(), env: texts.default({}) });
const workflowSchema = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  jobs: z.record(z.string(), z.looseObject({ 'runs-on': z.unknown(), steps: z.array(stepSchema) })),
});
export type Workflow = z.infer<typeof workflowSchema>;
type Step = z.infer<typeof stepSchema>;

/** What `actions/checkout` with `fetch-depth: 0` does. */
const CHECKOUT: Step = {
  run: [
    'git init -q .',
    `export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=http.extraHeader`,
    `export GIT_CONFIG_VALUE_0="Authorization: Basic $(printf 'token:%s' "$TOKEN" | base64 -w0)"`,
    // Gitea's address ends with a slash.
    `git fetch -q --tags "$(dirname "$SERVER/x")/$REPOSITORY" '+refs/heads/*:refs/remotes/origin/*' "$REF"`,
    'git checkout -q --detach "$COMMIT"',
  ].join('\n'),
  env: {
    TOKEN: '${{ github.token }}',
    SERVER: '${{ github.server_url }}',
    REPOSITORY: '${{ github.repository }}',
    REF: '${{ github.ref }}',
    COMMIT: '${{ github.sha }}',
  },
};

/** The workflow on a page, by its place (from 0). */
export function documented(page: string, place = 0): Workflow {
  const [, text] =
    [...readFileSync(join(root, page), 'utf8').matchAll(/^```yaml\n([^]*?)^```$/gmu)].filter(
      ([, yaml = '']) => /^jobs:/mu.test(yaml),
    )[place] ?? [];
  if (text === undefined) throw new Error(`${page} has no workflow ${place}`);
  return workflowSchema.parse(parse(text));
}

/** The text of a workflow file that runs on a test server. */
export function adapted(workflow: Workflow, runsOn: string): string {
  const step = (given: Step): Step => {
    const { uses = '', env } = given;
    if (uses.startsWith('actions/checkout@')) return CHECKOUT;
    if (!uses.startsWith('OWNER/')) return given;
    const address = { INFERENCE_BASE_URL: '${{ secrets.INFERENCE_BASE_URL }}' };
    return { ...given, uses: './action', env: { ...env, ...address } };
  };
  const jobs = Object.entries(workflow.jobs).map(([name, job]) => [
    name,
    { ...job, 'runs-on': runsOn, steps: job.steps.map(step) },
  ]);
  return stringify({ ...workflow, jobs: Object.fromEntries(jobs) });
}
