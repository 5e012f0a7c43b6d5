import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, samplingError } from '../../sampling/setting.ts';
import { isAlive, pidsIn, until } from '../../support/served/processes.ts';
import { served, serveCommand, setting } from './setting.ts';

/** The program of a run that starts a server and does nothing else, until it is killed. */
const ABANDONING = `import { startProcess } from ${JSON.stringify(join(import.meta.dirname, '../../../src/servers/serve/server-process.ts'))};
const command = JSON.parse(process.argv[1]).map((part) => part.replace('{port}', '0'));
const log = { path: '', follow: (output) => output.resume(), tail: () => [], close: async () => {} };
startProcess({ command, env: { PATH: process.env.PATH }, log });`;

const status = async (url: string): Promise<number> => (await fetch(url)).status;

test('a server is started, receives requests at its own port, and is gone when it is stopped', async () => {
  const { servers, folder, logs, notes } = await setting();
  const pids = join(folder, 'pids');
  const { baseUrl, ended } = await servers.start(served('old', serveCommand('old', '--pids', pids)));
  expect(await status(`${baseUrl}/models`)).toBe(200);
  expect([servers.running(), ended.aborted]).toEqual(['old', false]);
  const [pid = 0] = pidsIn(pids);
  expect(isAlive(pid)).toBe(true);
  await servers.stop();
  expect([isAlive(pid), servers.running()]).toEqual([false, undefined]);
  await expect(fetch(`${baseUrl}/models`)).rejects.toThrow();
  expect(logs.map(({ side, path }) => ({ side, path }))).toEqual([
    { side: 'old', path: join(folder, 'out/serve-old.log') },
  ]);
  expect(notes[0]).toContain('Starting the server for old:');
  expect(notes[1]).toMatch(/^The server for old is ready after \d+ s\.$/u);
});

test('sides run one after the other: the first is gone before the second starts, and a running one is reused', async () => {
  const { servers, folder } = await setting();
  const pids = join(folder, 'pids');
  const old = served('old', serveCommand('old', '--pids', pids));
  const first = await servers.start(old);
  expect(await servers.start(old)).toBe(first);
  expect(pidsIn(pids)).toHaveLength(1);
  await servers.start(served('new', serveCommand('new', '--pids', pids)));
  expect(pidsIn(pids).map(isAlive)).toEqual([false, true]);
  expect(servers.running()).toBe('new');
});

test('it sees nothing of the job: an empty folder, the usual variables, and the configured ones', async () => {
  const secret = 'sk-planted-secret';
  const { servers, folder, logs } = await setting({
    env: {
      LC_ALL: 'C.UTF-8',
      INFERENCE_API_KEY: secret,
      'INPUT_GITHUB-TOKEN': secret,
      ACTIONS_RUNTIME_TOKEN: secret,
      GITHUB_WORKSPACE: '/work',
      NODE_OPTIONS: '--no-warnings',
      HF_HUB_OFFLINE: '1',
    },
  });
  const variables = { OMP_NUM_THREADS: '4', HF_HOME: '{root}/hf' };
  await servers.start(served('old', serveCommand('old'), { env: ['HF_HUB_OFFLINE'], variables }));
  await servers.stop();
  const said = JSON.parse(logs[0]?.lines[0] ?? '{}');
  const { REVERSAL_CHECK_PROGRAM: mark, ...env } = said.env;
  expect(Object.keys(env).toSorted()).toEqual([
    'HF_HOME',
    'HF_HUB_OFFLINE',
    'HOME',
    'LC_ALL',
    'OMP_NUM_THREADS',
    'PATH',
  ]);
  expect(env).toMatchObject({ HF_HOME: '/nowhere/hf', OMP_NUM_THREADS: '4' });
  expect(mark).toMatch(/^[^|]+\|\d+\|\d*\|[0-9a-f-]{36}$/u);
  expect(said.cwd).not.toContain(folder);
  expect(existsSync(said.cwd)).toBe(false);
  expect(said.argv[1]).toMatch(/^\d+$/u);
  expect(readFileSync(join(folder, 'out/serve-old.log'), 'utf8')).not.toContain(secret);
});

test('a server without /health is ready when it lists its models; a configured path takes precedence', async () => {
  const { servers } = await setting();
  const command = serveCommand('old', '--without-health');
  expect((await servers.start(served('old', command))).baseUrl).toContain('127.0.0.1');
  await servers.stop();
  const error = await samplingError(
    servers.start(served('old', command, { ready: '/health', timeoutMs: 1000 })),
  );
  expect(error.what).toBe('The server for old (model-old) was not ready after 1 s: HTTP 404 at /health.');
});

describe('paths in the command', () => {
  const MODEL = 'models/v1.gguf';
  /** A program that reads its model, as a server does, and then serves. */
  const command = (path: string): readonly string[] => [
    '/bin/sh',
    '-c',
    'cat "$0" && exec "$@"',
    path,
    ...serveCommand('old'),
  ];

  test("{root} is the configuration's folder, also within an argument", async () => {
    const root = await makeFolder();
    await mkdir(join(root, 'models'));
    await writeFile(join(root, MODEL), 'weights');
    const { servers, logs } = await setting({ root });
    await servers.start(served('old', command(`{root}/${MODEL}`)));
    await servers.stop();
    expect(logs[0]?.lines[0]).toContain('weights');
  });

  test.each([
    ['that exists', MODEL],
    ['that exists, in another form', `./${MODEL}`],
    ['that does not exist', 'models/v2.gguf'],
  ])('a relative path %s: the error says where the command ran and what to write', async (_, path) => {
    const root = await makeFolder();
    await mkdir(join(root, 'models'));
    await writeFile(join(root, MODEL), 'weights');
    const { servers } = await setting({ root });
    const error = await samplingError(servers.start(served('old', command(path))));
    expect(error.fix).toContain(
      `It ran in an empty folder, where "${path}" does not exist. For a path in ${root}, write {root}/${path.replace('./', '')} in serve.command. Its log ends with:\n`,
    );
  });

  test('the name of a model is not a path', async () => {
    const { servers } = await setting();
    const error = await samplingError(servers.start(served('old', command('meta-llama/Llama-3.1-8B'))));
    expect(error.fix).toMatch(/^Its log ends with:/u);
  });
});

test('a server whose run was killed is ended before the next run starts its own', async () => {
  const folder = await makeFolder();
  const pids = join(folder, 'pids');
  const run = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      ABANDONING,
      JSON.stringify(serveCommand('old', '--has-family', '--pids', pids)),
    ],
    { stdio: 'ignore' },
  );
  await until('the servers are there', () => pidsIn(pids).length === 4);
  const { servers } = await setting();
  // The server of a run that is still there is left alone.
  await servers.start(served('new', serveCommand('new')));
  expect(pidsIn(pids).map(isAlive)).toEqual([true, true, true, true]);
  await servers.stop();

  const gone = new Promise((resolve) => {
    run.once('exit', resolve);
  });
  run.kill('SIGKILL');
  await gone;
  // Another test that starts a server may end these processes before this one does, so it is not said who did.
  await (await setting()).servers.start(served('new', serveCommand('new')));
  expect(pidsIn(pids).map(isAlive)).toEqual([false, false, false, false]);
});

describe('servers that never answer', () => {
  test('one that ends at once: how it ended, and the end of its log, without secrets', async () => {
    const { servers, folder } = await setting({
      env: { HF_TOKEN: 'hf_1234567890' },
      secrets: ['other-secret'],
    });
    const say = 'loading with hf_1234567890 and other-secret';
    const error = await samplingError(
      servers.start(served('new', serveCommand('new', '--say', say, '--dies-at-start'))),
    );
    expect(error.what).toBe('The server for new (model-new) exited before it was ready: exit code 3.');
    expect(error.where).toBe(join(folder, 'out/serve-new.log'));
    expect(error.fix).toMatch(/^Its log ends with:\n {4}loading with \[secret\] and \[secret\]\n/u);
    expect(error.fix).toMatch(/\n {4}CUDA out of memory$/u);
    const file = readFileSync(error.where ?? '', 'utf8');
    expect(file).toContain('CUDA out of memory\n');
    expect(file).not.toMatch(/hf_1234567890|other-secret/u);
  });

  test('a program that does not exist', async () => {
    const { servers } = await setting();
    const error = await samplingError(servers.start(served('old', ['no-such-vllm', 'serve', '{port}'])));
    expect(error.what).toContain('exited before it was ready: no such program');
    expect(error.fix).toContain('It wrote no output');
  });

  test.each([
    ['--never-ready', 'HTTP 503 at /health'],
    ['--never-listens', 'no server is listening there yet'],
  ])('%s: reported after the timeout, and gone', async (option, why) => {
    const { servers, folder } = await setting();
    const pids = join(folder, 'pids');
    const error = await samplingError(
      servers.start(served('old', serveCommand('old', '--pids', pids, option), { timeoutMs: 1500 })),
    );
    expect(error.what).toBe(`The server for old (model-old) was not ready after 1.5 s: ${why}.`);
    expect(error.fix).toContain('Increase serve.timeout');
    expect(pidsIn(pids).map(isAlive)).toEqual([false]);
    expect(servers.running()).toBeUndefined();
  });

  test('a run that is aborted meanwhile: its reason, and gone', async () => {
    const stop = new AbortController();
    const { servers, folder } = await setting({ signal: stop.signal });
    const pids = join(folder, 'pids');
    const starting = servers.start(served('old', serveCommand('old', '--pids', pids, '--never-ready')));
    await until('it has started', () => pidsIn(pids).length === 1);
    stop.abort(new Error('cancelled'));
    await expect(starting).rejects.toThrow('cancelled');
    expect(pidsIn(pids).map(isAlive)).toEqual([false]);
  });
});

test('a server that ends while it is used is reported once, and replaced by a new one', async () => {
  const { servers } = await setting();
  const { baseUrl, ended } = await servers.start(served('old', serveCommand('old', '--dies-after', '0')));
  await expect(fetch(`${baseUrl}/chat/completions`, { method: 'POST', body: '{}' })).rejects.toThrow();
  await until('its end is known', () => ended.aborted);
  expect(ended.reason).toMatchObject({
    name: 'SamplingError',
    what: 'The server for old (model-old) exited during sampling: exit code 7.',
  });
  expect(ended.reason.fix).toContain('the driver went away');
  expect((await servers.start(served('old', serveCommand('old')))).ended.aborted).toBe(false);
});
