import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { configuration, items, modelYaml } from '../support/model-files.ts';
import { createClone } from './clone.ts';
import { FLOWS, mainWorkflows, type Place } from './flows.ts';
import { type Account, connectGitea, type Gitea } from './gitea.ts';
import { API_KEY, startModels } from './models.ts';
import type { Adaptation } from './workflows.ts';

/* Runs the documented workflows on a Gitea server with a runner, in a repository that is deleted at the end. */

const HELP = `Runs the documented workflows on a real Gitea server: a pull request (open, push, revert, fork, another
base, tampering, cancel), tags, shards and a nightly run. Creates a private repository and an organization, and deletes them
at the end and on Ctrl-C. Exits 0 if everything passes, 1 if not, and 2 if a setting is missing.

  FORGE_TOKEN=… npm run test:forge -- --url http://127.0.0.1:3000

  --url URL          the server (or FORGE_URL)
  FORGE_TOKEN        a token with the scopes write:user, write:repository, write:issue and write:organization.
                     There is no option for it, because other users can read a process's arguments.
  --runs-on LABEL    the label of a runner that runs on this machine, in host mode, with Node 24, bash and Git
                     2.38 or later on its PATH (or FORGE_RUNS_ON; default: ubuntu-latest)
  --models-host NAME the name or address of this machine as the runner sees it, if it runs elsewhere or in a
                     container (default: 127.0.0.1). The runner then needs a shared folder at --shared.
  --shared FOLDER    a folder that all jobs can write to, for the shards (default: in the temporary folder)
  --checkout         uses actions/checkout, which the server must provide: from github.com, or from its own copy if
                     its DEFAULT_ACTIONS_URL is self (default: a script, so that nothing is downloaded)
  --only TEXT        runs only the flows whose name contains this text
  --minutes N        how long to wait for each run (default: 10)
`;

const POLL_MS = 1000;
const root = join(import.meta.dirname, '../..');

interface Options {
  readonly account: Account;
  readonly adaptation: Adaptation;
  readonly modelsHost: string | undefined;
  readonly shared: string;
  readonly only: string;
  readonly minutes: number;
}

/** The options, or a message about those that are missing. */
function readOptions(): Options | { readonly missing: string } | { readonly help: true } {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: process.env['FORGE_URL'] ?? '' },
      'runs-on': { type: 'string', default: process.env['FORGE_RUNS_ON'] ?? 'ubuntu-latest' },
      'models-host': { type: 'string' },
      checkout: { type: 'boolean', default: false },
      shared: { type: 'string', default: join(tmpdir(), `reversal-check-shards-${process.pid}`) },
      only: { type: 'string', default: '' },
      minutes: { type: 'string', default: '10' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return { help: true };
  const token = process.env['FORGE_TOKEN'] ?? '';
  const missing = [
    ...(URL.canParse(values.url) ? [] : ['the address of a Gitea server (--url or FORGE_URL)']),
    ...(token === '' ? ['a token (FORGE_TOKEN)'] : []),
    ...(Number(values.minutes) > 0 ? [] : ['a positive number of --minutes']),
  ];
  if (missing.length > 0) return { missing: `test:forge needs ${missing.join(' and ')}.\n\n${HELP}` };
  return {
    account: { url: values.url.replace(/\/+$/u, ''), token },
    adaptation: { runsOn: values['runs-on'], hasCheckout: values.checkout },
    modelsHost: values['models-host'],
    shared: values.shared,
    only: values.only,
    minutes: Number(values.minutes),
  };
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** The files of `main`: the models' version, its check, the workflows, and the Action as built. */
function mainFiles(folder: string, adaptation: Adaptation): Record<string, string> {
  // The interpreter of the grader `code` is large, and no flow uses it.
  const python = join(root, 'dist/python');
  cpSync(join(root, 'dist'), join(folder, 'action/dist'), {
    recursive: true,
    filter: (path) => relative(python, path).startsWith('..'),
  });
  return {
    'action/action.yml': readFileSync(join(root, 'action.yml'), 'utf8'),
    'action/package.json': '{ "type": "module" }\n',
    'model.yaml': modelYaml('v1'),
    'reversal.yml': configuration.replace('checkpoints:\n', 'checkpoints:\n  baseline: v1\n'),
    'evals/word-problems.jsonl': items,
    '.gitignore': '.reversal-check/\n',
    ...mainWorkflows(adaptation),
  };
}

/** Writes the lock with the command from the sources. */
function pinned(folder: string): string {
  execFileSync(process.execPath, [join(root, 'src/cli.ts'), 'pin'], { cwd: folder });
  return readFileSync(join(folder, 'reversal.lock'), 'utf8');
}

/** Runs the flows. Returns how many failed. */
async function runFlows(options: Options, signal: AbortSignal): Promise<number> {
  const { account, adaptation, modelsHost, shared, only, minutes } = options;
  const gitea = connectGitea(account, signal);
  // Cleaning up must not stop when the flows are interrupted.
  const cleaner = connectGitea(account, new AbortController().signal);
  const login = await gitea.login();
  const name = `reversal-check-test-${randomBytes(4).toString('hex')}`;
  const repository = `${login}/${name}`;
  print(`Gitea ${await gitea.version()}: testing in ${account.url}/${repository}`);
  const folder = mkdtempSync(join(tmpdir(), 'reversal-check-forge-'));
  const models = await startModels(modelsHost);
  try {
    const made = await gitea.send('POST', '/user/repos', { name, private: true, default_branch: 'main' });
    await gitea.send('POST', '/orgs', { username: name, visibility: 'private' });
    const secrets = { INFERENCE_BASE_URL: models.baseUrl, INFERENCE_API_KEY: API_KEY };
    for (const [secret, data] of Object.entries(secrets))
      await gitea.send('PUT', `/repos/${repository}/actions/secrets/${secret}`, { data });
    const clone = await createClone(folder, String(Object(made)['clone_url']), account, signal);
    await clone.push('main', mainFiles(folder, adaptation));
    await clone.push('main', { 'reversal.lock': pinned(folder) });
    const place: Place = {
      gitea,
      repository,
      organization: name,
      clone,
      models,
      adaptation,
      shared,
      until: async (what, look) => {
        const end = performance.now() + minutes * 60_000;
        for (;;) {
          const found = await look();
          if (found !== undefined) return found;
          if (performance.now() > end)
            throw new Error(
              `${what} did not end within ${minutes} minutes. Is there a runner for ${adaptation.runsOn}?`,
            );
          await wait(POLL_MS, undefined, { signal });
        }
      },
    };
    let failed = 0;
    for (const flow of FLOWS.filter((each) => each.name.includes(only))) {
      const started = performance.now();
      try {
        await flow.run(place);
        print(`passed (${Math.round((performance.now() - started) / 1000)} s): ${flow.name}`);
      } catch (error) {
        if (signal.aborted) throw error;
        failed += 1;
        print(`FAILED: ${flow.name}\n${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return failed;
  } finally {
    await cleanUp(cleaner, repository, name);
    await models.close();
    rmSync(folder, { recursive: true, force: true });
    rmSync(shared, { recursive: true, force: true });
  }
}

/** Deletes what was created. Whatever was not created yet is not found. */
async function cleanUp(gitea: Gitea, repository: string, organization: string): Promise<void> {
  const [, name = ''] = repository.split('/');
  for (const path of [`/repos/${repository}`, `/repos/${organization}/${name}`, `/orgs/${organization}`]) {
    await gitea.send('DELETE', path).catch((error: unknown) => {
      const text = String(error);
      if (!text.includes('HTTP 404')) print(`Not deleted: ${text}`);
    });
  }
}

const options = readOptions();
if ('help' in options) process.stdout.write(HELP);
else if ('missing' in options) {
  process.stderr.write(options.missing);
  process.exitCode = 2;
} else {
  const interrupted = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      print('Interrupted: deleting the repository …');
      interrupted.abort(new Error(name));
    });
  }
  try {
    const failed = await runFlows(options, interrupted.signal);
    process.exitCode = failed === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = interrupted.signal.aborted ? 130 : 1;
  }
}
