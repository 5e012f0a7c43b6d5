import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';

/*
 * The documented workflows, changed only where a server of one's own requires it: a label of its runners, the Action and the
 * command from the tested repository itself, the models' address, and usually the checkout, so that nothing is downloaded from
 * github.com.
 */

const root = join(import.meta.dirname, '../..');

const texts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const stepSchema = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: texts.optional(),
  env: texts.default({}),
});
const workflowSchema = z.looseObject({
  permissions: z.record(z.string(), z.enum(['read', 'write'])).default({}),
  on: z.record(z.string(), z.unknown()),
  jobs: z.record(z.string(), z.looseObject({ 'runs-on': z.unknown(), steps: z.array(stepSchema) })),
});
export type Workflow = z.infer<typeof workflowSchema>;
type Step = z.infer<typeof stepSchema>;

/** What the server and its runners need. */
export interface Adaptation {
  /** A label of the runners. */
  readonly runsOn: string;
  /** Whether the server can provide `actions/checkout`. Otherwise, a script does the same. */
  readonly hasCheckout: boolean;
}

/** What `actions/checkout` with `fetch-depth: 0` does, for the ref and commit of the event or for another ref. */
export const checkoutScript = (ref?: string): Step => ({
  run: [
    'git init -q .',
    `export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=http.extraHeader`,
    `export GIT_CONFIG_VALUE_0="Authorization: Basic $(printf 'token:%s' "$TOKEN" | base64 -w0)"`,
    // On some runners, the address ends with a slash.
    `git fetch -q --tags "$(dirname "$SERVER/x")/$REPOSITORY" '+refs/heads/*:refs/remotes/origin/*' "+$REF:refs/checkout"`,
    'git checkout -q --detach "${COMMIT:-refs/checkout}"',
  ].join('\n'),
  env: {
    TOKEN: '${{ github.token }}',
    SERVER: '${{ github.server_url }}',
    REPOSITORY: '${{ github.repository }}',
    REF: ref ?? '${{ github.ref }}',
    COMMIT: ref === undefined ? '${{ github.sha }}' : '',
  },
});

export const pageText = (page: string): string => readFileSync(join(root, page), 'utf8');

/** The workflow on a page, by its place (from 0). */
export function documented(page: string, place = 0): Workflow {
  const [, text] =
    [...pageText(page).matchAll(/^```yaml\n([^]*?)^```$/gmu)].filter(([, yaml = '']) =>
      /^jobs:/mu.test(yaml),
    )[place] ?? [];
  if (text === undefined) throw new Error(`${page} has no workflow ${place}`);
  return workflowSchema.parse(parse(text));
}

const CHECKOUT: Step = { uses: 'actions/checkout@v6', with: { 'fetch-depth': 0 }, env: {} };
const COMMAND = 'npx --yes reversal-check@1 ';

/** The text of a workflow file that runs on a test server. */
export function adapted(workflow: Workflow, { runsOn, hasCheckout }: Adaptation): string {
  const step = (given: Step): readonly Step[] => {
    const { uses = '', run = '', env } = given;
    if (uses.startsWith('actions/checkout@'))
      return [hasCheckout ? given : checkoutScript(given.with?.['ref']?.toString())];
    if (run.startsWith(COMMAND)) {
      const command = { ...given, run: run.replace(COMMAND, 'node action/dist/cli.js ') };
      return [...step(CHECKOUT), command];
    }
    if (!uses.startsWith('OWNER/')) return [given];
    const address = { INFERENCE_BASE_URL: '${{ secrets.INFERENCE_BASE_URL }}' };
    return [{ ...given, uses: './action', env: { ...env, ...address } }];
  };
  const jobs = Object.entries(workflow.jobs).map(([name, job]) => [
    name,
    { ...job, 'runs-on': runsOn, steps: job.steps.flatMap(step) },
  ]);
  return stringify({ ...workflow, jobs: Object.fromEntries(jobs) });
}
