import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, inject, onTestFinished, test } from 'vitest';
import { itemLineSchema } from '../../src/evalset/item-line.ts';
import { first } from '../support/simulator/checkpoint.ts';
import { readEvals } from '../support/simulator/read-evals.ts';
import { scenarios } from '../support/simulator/scenarios.ts';
import { startSimulator } from '../support/simulator/simulator.ts';
import { project, read, root, temporaryFolder } from './project.ts';

/*
 * The shell blocks of the pages that begin with ```sh runnable. Each line is run as a reader would type it, page by page in one
 * folder, with the command installed as README says and a server that has the models of README's configuration. A block that
 * begins with ```sh server runs beside the blocks after it. Each ends with 0, unless it says that it ends with 1.
 */

const EVALS = join(root, 'examples/simulated/evals');
const ITEMS = 40;

/** Blocks that are not run, identified by their beginning, with the reason. */
const NOT_RUN: Readonly<Record<string, string>> = {
  'npm ci && npm run demo': 'fetches packages; CI runs it, and tiny-lm.test.ts what the demo prints',
  'npm ci\n': 'fetches packages, and runs these tests; CI runs it',
  'pip install ':
    'fetches packages and needs a machine for models; what the page says of servers has tests of its own',
  'reversal-check compare logs/v2 logs/v3 --from lm-eval ':
    'reads logs of other programs, which are there for small eval sets only; logs.test.ts runs it on those',
  'npm run demo ': 'of a page about the repository itself; CI runs it',
  'reversal-check explain word-problems/q17\n':
    'needs a result with this item; explain.test.ts runs the command',
  'npx node --inspect-brk ': 'waits for a debugger',
  'curl -LO ': 'fetches data; import.test.ts runs the command',
  'reversal-check import gsm8k ': 'needs the data; import.test.ts runs the command',
  'reversal-check init\n': 'asks questions; init.test.ts runs the command',
  'jq ': 'needs jq, which not every machine has',
  'npm run build\ngitea-runner register ': 'needs a Gitea server and its runner',
  'reversal-check pin\ngit diff ': 'needs a git repository; the blocks of README run the command',
};

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  ...['docs', 'docs/recipes'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name)),
  ),
  'examples/tiny-lm/README.md',
].filter((page) => page.endsWith('.md'));

interface Block {
  readonly kind: string;
  readonly script: string;
}

const blocksOf = (page: string): readonly Block[] =>
  [...read(root, page).matchAll(/^```(?:sh|bash|shell|console)\b *(.*)\n([^]*?)^```$/gm)].map(
    ([, kind = '', script = '']) => ({ kind, script }),
  );

const itemsOf = (suite: string): string =>
  readFileSync(join(EVALS, `${suite}.jsonl`), 'utf8')
    .split('\n')
    .slice(0, ITEMS)
    .join('\n')
    .concat('\n');

/** README's configuration, for a server of this test and suites too small for its margins. */
const configurationFor = (baseUrl: string): string => {
  const [, shown = ''] = /^```yaml\n([^]*?)^```$/m.exec(read(root, 'README.md')) ?? [];
  const here = shown
    .replace('https://inference.example.com/v1', baseUrl)
    .replace('math-7b-{version}', 'simulated-{version}');
  expect(here).toContain(baseUrl);
  return `${here}guardrails:
  accuracy: { margin: 30 points }
  coverage: { margin: 30 points }
  diversity: { margin: 60% }
  hardest-group: off
  ood: { margin: 30 points }
`;
};

const SUITES = [
  ['gsm8k', 'word-problems'],
  ['algebra', 'longer-chains'],
] as const;

/** Sixteen completions of every item, all right, in four wordings. */
const completions = (): string =>
  SUITES.flatMap(([suite, source]) =>
    itemsOf(source)
      .trim()
      .split('\n')
      .map((line) => itemLineSchema.parse(JSON.parse(line)))
      .flatMap(({ id, answer = '' }) =>
        Array.from({ length: 16 }, (_, index) =>
          JSON.stringify({
            suite,
            id,
            index,
            text: `${['So', 'Thus', 'Hence', 'Then'][index % 4]}: The answer is ${answer}`,
          }),
        ),
      ),
  ).join('\n');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A folder as README's reader has it: the package, and the project that the page describes. */
function readersFolder(baseUrl: string): string {
  const folder = project({
    'reversal.yml': configurationFor(baseUrl),
    ...Object.fromEntries(SUITES.map(([suite, source]) => [`evals/${suite}.jsonl`, itemsOf(source)])),
    'v2.jsonl': completions(),
    'v3.jsonl': completions(),
  });
  for (const name of ['dist', 'examples', 'schema'])
    symlinkSync(join(inject('packageFolder'), name), join(folder, name));
  copyFileSync(join(inject('packageFolder'), 'package.json'), join(folder, 'package.json'));
  return folder;
}

const startBash = (script: string, folder: string, global: string): ChildProcessWithoutNullStreams =>
  spawn('bash', ['--norc', '-euc', script], {
    cwd: folder,
    env: {
      HOME: global,
      XDG_CACHE_HOME: join(inject('packageFolder'), '.cache'),
      PATH: [join(global, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter),
      INFERENCE_API_KEY: 'any',
      npm_config_prefix: global,
      npm_config_cache: join(global, 'cache'),
      npm_config_offline: 'true',
      npm_config_update_notifier: 'false',
    },
    timeout: 120_000,
    killSignal: 'SIGKILL',
  });

test('every shell block of the pages is run here, or listed with the reason why not', () => {
  const unmarked = PAGES.flatMap(blocksOf).filter(({ kind }) => kind === '');
  const begins = Object.keys(NOT_RUN);
  const without = unmarked.filter(({ script }) => !begins.some((begin) => script.startsWith(begin)));
  expect(without).toEqual([]);
  const unused = begins.filter((begin) => !unmarked.some(({ script }) => script.startsWith(begin)));
  expect(unused).toEqual([]);
  expect(PAGES.flatMap(blocksOf).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['runnable', 'runnable exits-1', 'server', '']),
  );
});

const pagesWithCommands = PAGES.filter((page) => blocksOf(page).some(({ kind }) => kind !== ''));

test.each(pagesWithCommands)('%s: its commands run, one after the other', async (page) => {
  const models = await startSimulator({
    checkpoints: [
      { ...first, version: 'v2' },
      { ...scenarios.progress.new, version: 'v3' },
    ],
    items: readEvals(EVALS),
  });
  onTestFinished(() => models.close());
  const folder = readersFolder(models.baseUrl);
  const global = temporaryFolder();
  const port = String(await freePort());
  const [install = ''] = blocksOf('README.md').flatMap(({ kind, script }) => (kind === '' ? [] : [script]));
  const before = { kind: 'runnable', script: `${install}reversal-check pin\n` };
  const blocks = page === 'README.md' ? blocksOf(page) : [before, ...blocksOf(page)];
  for (const { kind, script } of blocks) {
    if (kind === '') continue;
    const child = startBash(script.replaceAll('8000', port), folder, global);
    if (kind === 'server') {
      // It ends with its standard input, at the latest with this process.
      onTestFinished(() => void child.stdin.end());
      await once(child.stdout, 'data');
      continue;
    }
    child.stdin.end();
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    const expected = kind === 'runnable exits-1' ? 1 : 0;
    expect(child.exitCode, `${script}\n${out}\n${err}`).toBe(expected);
  }
});
