import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { ArtifactService } from '../support/github/artifact-service.ts';
import { checkoutScript } from '../forge/workflows.ts';
import type { GitHubServer } from '../support/github/github-server.ts';
import { project, temporaryFolder } from './project.ts';
import { JOB_TOKEN, runAction } from './run-action.ts';

/* A runner of workflows: jobs one after the other, each in an empty folder, with scripts and the Action as built. */

type Texts = Readonly<Record<string, string>>;

const texts = z.record(z.string(), z.coerce.string()).default({});
const stepSchema = z.strictObject({
  id: z.string().optional(),
  uses: z.union([z.literal('./action'), z.templateLiteral(['actions/checkout@v', z.number()])]).optional(),
  run: z.string().optional(),
  with: texts,
  env: texts,
});
/** The condition of the workflow that posts the reports of forks. */
const OF_PULL_REQUESTS = "github.event.workflow_run.event == 'pull_request'";
export const workflowSchema = z.looseObject({
  name: z.string(),
  permissions: z.record(z.string(), z.string()),
  on: z.record(
    z.string(),
    z.unknown().transform((filter) => filter ?? {}),
  ),
  concurrency: z.object({ group: z.string(), 'cancel-in-progress': z.boolean().default(false) }).optional(),
  jobs: z.record(
    z.string(),
    z.looseObject({
      'runs-on': z.literal('local'),
      if: z.enum(['${{ !cancelled() }}', '${{ !github.event.deleted }}', OF_PULL_REQUESTS]).optional(),
      strategy: z.object({ matrix: z.record(z.string(), z.array(z.coerce.string())) }).optional(),
      steps: z.array(stepSchema),
    }),
  ),
});
export type Workflow = z.infer<typeof workflowSchema>;

/** What starts a run. */
export interface Started {
  readonly workflow: Workflow;
  readonly event: { readonly name: string; readonly commit: string; readonly payload: object };
  readonly ref: string;
  readonly run: number;
  readonly secrets: Texts;
}

export interface Server {
  readonly github: GitHubServer;
  /** Where the repositories are, as an address without a slash at its end. */
  readonly address: string;
  readonly artifacts: ArtifactService;
}

/** Expressions as Gitea evaluates them: one that it does not know is empty. */
export function evaluated(value: string, known: Texts): string {
  return value.replaceAll(/\$\{\{ (.+?) \}\}/gu, (_, expression: string) => known[expression] ?? '');
}

const allEvaluated = (record: Texts, known: Texts): Texts =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, evaluated(value, known)]));

/** The members of events that the workflows use. */
const payloadSchema = z.object({
  number: z.number().optional(),
  inputs: z.record(z.string(), z.string()).default({}),
  workflow_run: z.object({ event: z.string() }).optional(),
});

/** The contexts of a run, without its matrix. */
export function contextsOf({ event, ref, run, secrets }: Started, { github, address }: Server): Texts {
  const { number, inputs, workflow_run: checked } = payloadSchema.parse(event.payload);
  return {
    'github.token': JOB_TOKEN,
    'github.server_url': address,
    'github.repository': github.state.repository,
    'github.ref': ref,
    'github.sha': event.commit,
    'github.run_id': String(run),
    ...(number === undefined ? {} : { 'github.event.pull_request.number': String(number) }),
    'inputs.pr': inputs['pr'] ?? '',
    'inputs.pr || github.event.number': inputs['pr'] ?? String(number ?? ''),
    [OF_PULL_REQUESTS]: String(checked?.event === 'pull_request'),
    ...Object.fromEntries(Object.entries(secrets).map(([name, value]) => [`secrets.${name}`, value])),
  };
}

/** One job for each value of the matrix. */
function combinations({ strategy }: Workflow['jobs'][string]): readonly Texts[] {
  const [only] = Object.entries(strategy?.matrix ?? {});
  if (only === undefined) return [{}];
  const [name, values] = only;
  return values.map((value) => ({ [`matrix.${name}`]: value }));
}

/** Runs a workflow to its end, or until the signal aborts. Adds the log of each job to `logs`. */
export async function runWorkflow(
  started: Started,
  server: Server,
  { logs, signal }: { readonly logs: string[]; readonly signal: AbortSignal },
): Promise<'success' | 'failure' | 'cancelled'> {
  if (started.workflow.permissions['contents'] === undefined) {
    logs.push(
      'HTTP 403: without contents: read, the token can read neither the repository nor its pull requests',
    );
    return 'failure';
  }
  let conclusion: 'success' | 'failure' = 'success';
  for (const job of Object.values(started.workflow.jobs)) {
    // The other conditions are true in all these runs.
    if (job.if === OF_PULL_REQUESTS && contextsOf(started, server)[OF_PULL_REQUESTS] !== 'true') continue;
    for (const matrix of combinations(job)) {
      const known = { ...contextsOf(started, server), ...matrix };
      const workspace = temporaryFolder();
      let log = '';
      for (const step of job.steps) {
        const done = await runStep(step, { started, server, known, workspace, signal });
        log += done.log;
        if (signal.aborted) return 'cancelled';
        if (done.code === 0) continue;
        conclusion = 'failure';
        break;
      }
      logs.push(masked(log));
    }
  }
  return conclusion;
}

/** A log as the runner shows it: without what the log itself asks to hide. */
function masked(log: string): string {
  const secrets = [...log.matchAll(/^::add-mask::(.+)$/gmu)].map(([, secret = '']) => secret);
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), log);
}

async function runStep(
  step: z.infer<typeof stepSchema>,
  {
    started,
    server,
    known,
    workspace,
    signal,
  }: {
    readonly started: Started;
    readonly server: Server;
    readonly known: Texts;
    readonly workspace: string;
    readonly signal: AbortSignal;
  },
): Promise<{ readonly code: number | null; readonly log: string }> {
  const { github, artifacts } = server;
  const ofJob = {
    GITEA_ACTIONS: 'true',
    GITHUB_REF: started.ref,
    GITHUB_API_URL: `${github.url}/api/v1`,
    GITHUB_SERVER_URL: 'https://git.acme.test',
  };
  const script = step.uses?.startsWith('actions/') ? checkoutScript(step.with['ref']) : step;
  const env = allEvaluated(texts.parse(script.env), known);
  if (script.run !== undefined) {
    const event = project({ 'event.json': JSON.stringify(started.event.payload) });
    const child = spawn('bash', ['-e', '-c', script.run], {
      cwd: workspace,
      env: {
        PATH: process.env['PATH'],
        GIT_CONFIG_GLOBAL: '/dev/null',
        GITHUB_REPOSITORY: github.state.repository,
        GITHUB_EVENT_PATH: join(event, 'event.json'),
        ...ofJob,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
    const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
    return { code, log: out + err };
  }
  return runAction({
    workspace,
    github,
    event: started.event,
    run: started.run,
    inputs: allEvaluated(step.with, known),
    env: {
      ...artifacts.env,
      ...ofJob,
      ...env,
    },
    onStart: (cancel) => signal.addEventListener('abort', cancel),
  });
}
