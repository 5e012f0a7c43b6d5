import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { type Asked, chatAnswer, sendJson, startServer } from '../sampling/fake-server.ts';
import { scene, useModels } from './model-repository.ts';
import { modelYaml } from '../support/model-files.ts';
import { read, temporaryFolder, treeOf } from './project.ts';
import { runCli } from './run-cli.ts';
import { CHECK, solveSeveral, startSums, sumsProject } from './sums.ts';

/*
 * Secrets are put wherever one is read, with servers that repeat everything they receive; then all output is searched for them.
 */

useModels();

const KEY = 'sk-planted-key-0123456789';
const HEADER = 'planted-header-abcdef';
const PASSWORD = 'planted/proxy+password';

const PLANTED = [
  KEY,
  HEADER,
  PASSWORD,
  encodeURIComponent(PASSWORD),
  Buffer.from(`me:${PASSWORD}`).toString('base64'),
  'planted',
];

const told = ({ headers }: Asked): string => JSON.stringify(headers);

/** Every file of some folders with its path, as one text. */
const everythingIn = (...folders: readonly string[]): string =>
  folders
    .flatMap((folder) =>
      treeOf(folder).map((path) => (path.endsWith('/') ? path : `${path}\n${read(folder, path)}`)),
    )
    .join('\n');

function expectNone(text: string): void {
  for (const secret of PLANTED) expect(text.includes(secret), `${secret} is shown`).toBe(false);
}

/** A proxy that forwards everything to a server, with its own credentials where all can see them. */
async function startProxy(): Promise<{ readonly address: string; readonly asked: () => number }> {
  let asked = 0;
  const proxy = createServer((request, response) => {
    asked += 1;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void (async () => {
        const answer = await fetch(request.url ?? '', {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: request.headers.authorization ?? '',
            'x-gate': String(request.headers['x-gate']),
            'x-told-the-proxy': String(request.headers['proxy-authorization']),
          },
          body: Buffer.concat(chunks),
        });
        response.writeHead(answer.status, { 'content-type': 'application/json' });
        response.end(Buffer.from(await answer.arrayBuffer()));
      })();
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void proxy.close());
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    address: `http://me:${encodeURIComponent(PASSWORD)}@127.0.0.1:${address.port}`,
    asked: () => asked,
  };
}

test.each([
  ['that answers', 200],
  ['that refuses the key', 401],
  ['that fails on some', 400],
] as const)('the command line, through a proxy, with a server %s', async (_, status) => {
  const server = await startSums((asked, response) => {
    if (status !== 200 && (status === 401 || asked.number % 7 === 3)) {
      sendJson(response, status, { error: { message: told(asked), code: told(asked) } });
      return true;
    }
    const [answer] = /#### \d+/u.exec(JSON.stringify(solveSeveral(asked))) ?? [];
    sendJson(response, 200, {
      ...chatAnswer(`${told(asked)} ${answer}`),
      model: told(asked),
      system_fingerprint: told(asked),
    });
    return true;
  });
  const proxy = await startProxy();
  const folder = await sumsProject(server.baseUrl, {
    checkpoints: '  api-key-env: THE_KEY\n  headers-env: THE_HEADERS\n',
  });
  const env = {
    THE_KEY: KEY,
    THE_HEADERS: JSON.stringify({ 'X-Gate': `Token ${HEADER}` }),
    NODE_USE_ENV_PROXY: '1',
    HTTP_PROXY: proxy.address,
  };
  const run = await runCli([...CHECK, '--json'], { cwd: folder, env });
  expect(run.code, run.stderr).toBe(status === 200 ? 0 : 3);
  expect(proxy.asked()).toBe(server.asked.length);
  const [first] = server.asked;
  if (first === undefined) throw new Error('nothing was asked');
  for (const secret of [KEY, HEADER, Buffer.from(`me:${PASSWORD}`).toString('base64')]) {
    expect(told(first)).toContain(secret);
  }
  const all = [run.stdout, run.stderr, everythingIn(folder)].join('\n');
  expect(all).toContain('[secret]');
  expect(all).toContain('status.json');
  expectNone(all);
});

test('a proxy that refuses', async () => {
  const proxy = await startServer((asked, response) =>
    sendJson(response, 407, { error: { message: told(asked) } }),
  );
  const folder = await sumsProject('http://127.0.0.1:1/v1');
  const HTTP_PROXY = `http://me:${encodeURIComponent(PASSWORD)}@${new URL(proxy.baseUrl).host}`;
  const run = await runCli([...CHECK], { cwd: folder, env: { NODE_USE_ENV_PROXY: '1', HTTP_PROXY } });
  expect(run.code, run.stderr).toBe(3);
  expect(run.stderr).toContain('HTTP 407');
  expectNone([run.stdout, run.stderr, everythingIn(folder)].join('\n'));
});

test('the Action, with a server that repeats its key in completions and in its description of itself', async () => {
  const server = await startServer((asked, response) =>
    sendJson(response, 200, {
      ...chatAnswer(`${told(asked)} #### ${asked.number % 3}`),
      model: told(asked),
      system_fingerprint: told(asked),
    }),
  );
  const [out, store] = [temporaryFolder(), temporaryFolder()];
  const { run, comments, github } = await scene({ 'model.yaml': modelYaml('v2') });
  const { log, summary, outputs, commands } = await run({
    inputs: { out, store },
    env: { INFERENCE_BASE_URL: server.baseUrl, INFERENCE_API_KEY: KEY },
  });
  expect(server.asked.length).toBeGreaterThan(0);
  expect(commands).toContainEqual(expect.objectContaining({ name: 'add-mask' }));
  const masks = new Set([`::add-mask::${KEY}`, `::add-mask::${server.baseUrl}`]);
  const shown = log.split('\n').filter((line) => !masks.has(line));
  const files = everythingIn(out, store);
  expect(files).toContain('[secret]');
  const all = [shown.join('\n'), summary, JSON.stringify(outputs), comments().join('\n'), files];
  expectNone([...all, JSON.stringify(github.requests)].join('\n'));
});
