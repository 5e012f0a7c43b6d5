import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { read, readResult, root, temporaryFolder, writeFiles } from './project.ts';
import { runCli } from './run-cli.ts';
import { CHECK, startSums, sumsProject } from './sums.ts';

/** A folder with a finished check, whose result is in `out/`. */
async function checked(): Promise<string> {
  const server = await startSums();
  const folder = await sumsProject(server.baseUrl);
  const run = await runCli(CHECK, { cwd: folder });
  expect(run, run.stderr).toMatchObject({ code: 0 });
  return folder;
}

describe('a stored result is rendered again', () => {
  test('as Markdown and as JSON byte for byte, and for the terminal as the check printed it', async () => {
    const server = await startSums();
    const folder = await sumsProject(server.baseUrl);
    const place = { cwd: folder, env: { FORCE_COLOR: '1' } };
    const run = await runCli(CHECK, place);
    const report = (...args: readonly string[]): Promise<string> =>
      runCli(['report', ...args, join('out', 'result.json')], place).then(({ stdout }) => stdout);
    expect(await report('--markdown')).toBe(read(folder, 'out/report.md'));
    expect(await report('--json')).toBe(read(folder, 'out/result.json'));
    expect(run.stdout).toBe(`${await report()}Report: out/report.md\nResult: out/result.json\n`);
  });

  test('exits 0 whatever the verdict, because nothing is decided', async () => {
    const folder = await checked();
    const result = readResult(join(folder, 'out'));
    const failed = { ...result, verdict: { ...result.verdict, status: 'reversal', passed: false } };
    writeFiles(folder, { 'failed.json': JSON.stringify(failed) });
    const { code, stdout } = await runCli(['report', 'failed.json'], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Self-improvement reversal\. The check fails\./u);
  });
});

test('ignores the fields that a later version added to a result', async () => {
  const folder = await checked();
  const result = readResult(join(folder, 'out'));
  writeFiles(folder, { 'later.json': JSON.stringify({ ...result, html: '<script>' }) });
  const { code, stdout, stderr } = await runCli(['report', '--json', 'later.json'], { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(read(folder, 'out/result.json'));
});

test('renders a result of schema 1, and prints it as schema 2', async () => {
  const path = join(root, '__tests__/result/schema-1/stored/simulated-reversal');
  const report = (...args: readonly string[]) =>
    runCli(['report', ...args, `${path}.json`], { cwd: temporaryFolder() });
  expect(await report('--markdown')).toMatchObject({ code: 0, stdout: read(`${path}.md`) });
  const { stdout } = await report('--json');
  expect(JSON.parse(stdout)).toMatchObject({ schema: 2, verdict: { status: 'reversal' } });
});

describe('refuses an untrustworthy result', () => {
  test('that was tampered with, is of another version, is cut off, or is something else', async () => {
    const folder = await checked();
    const text = read(folder, 'out/result.json');
    const result = readResult(join(folder, 'out'));
    const tampered: Readonly<Record<string, readonly [content: string, said: string]>> = {
      'a word for a number': [
        text.replace(/"requests": \d+/u, '"requests": "many"'),
        'cost.sampling.requests',
      ],
      'a probability above 1': [
        JSON.stringify({
          ...result,
          measures: result.measures.map((measure) => ({ ...measure, p_loss: 2 })),
        }),
        'measures.0.p_loss',
      ],
      'an unknown verdict': [
        JSON.stringify({ ...result, verdict: { ...result.verdict, status: 'fine' } }),
        'verdict.status',
      ],
      'a number that is none': [
        text.replace(/"requests": \d+/u, '"requests": 1e999'),
        'cost.sampling.requests',
      ],
      'another version': [JSON.stringify({ ...result, schema: 3 }), 'schema 3'],
      'cut off': [text.slice(0, -100), 'is not valid JSON'],
      'nested without end': [`${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'is nested more than'],
      nothing: ['', 'is not valid JSON'],
    };
    for (const [name, [content, said]] of Object.entries(tampered)) {
      writeFiles(folder, { 'tampered.json': content });
      const { code, stdout, stderr } = await runCli(['report', 'tampered.json'], { cwd: folder });
      expect({ code, stdout }, `${name}: ${stderr}`).toEqual({ code: 2, stdout: '' });
      expect(stderr, name).toContain('tampered.json');
      expect(stderr, name).toContain(said);
    }
  });
});
