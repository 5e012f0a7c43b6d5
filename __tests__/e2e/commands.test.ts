import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { resultSchema } from '../../src/result/result.ts';
import { read, root, temporaryFolder, writeFiles } from './project.ts';
import { runCli, runInProcess } from './run-cli.ts';
import { CHECK, startSums, sumsProject } from './sums.ts';

/** The commands listed in the help. */
async function commandsOf(): Promise<readonly string[]> {
  const { code, stdout } = await runCli(['--help'], { cwd: temporaryFolder() });
  expect(code).toBe(0);
  return [...stdout.matchAll(/^ {2}([a-z][a-z-]*) .*\[options\]/gmu)].map(([, name = '']) => name);
}

describe('help', () => {
  test('lists every command, the exit codes, and the version', async () => {
    expect(await commandsOf()).toEqual(expect.arrayContaining(['check', 'compare', 'pin', 'report', 'demo']));
    const cwd = temporaryFolder();
    const { stdout } = await runCli(['--help'], { cwd });
    expect(stdout).toContain('Exit codes: 0 the check passed, 1 the check failed, 2 invalid usage');
    expect(await runInProcess(['--version'], { cwd })).toMatchObject({
      code: 0,
      stdout: `${packageJson.version}\n`,
    });
  });

  test('every command has its own example, and --json', async () => {
    const cwd = temporaryFolder();
    for (const command of await commandsOf()) {
      const { code, stdout, stderr } = await runCli([command, '--help'], { cwd });
      expect({ code, stderr }, command).toEqual({ code: 0, stderr: '' });
      expect(stdout, command).toContain(`Usage: reversal-check ${command}`);
      expect(stdout, command).toMatch(new RegExp(`Examples:\\n {2}reversal-check ${command}`, 'u'));
      expect(stdout, command).toContain('--json');
    }
  });

  test('without a command, the help goes to standard error, and the usage is an error', async () => {
    const { code, stdout, stderr } = await runInProcess([], { cwd: temporaryFolder() });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: reversal-check');
  });
});

describe('--json prints one JSON value on standard output and nothing else', () => {
  test('pin, check, report and compare', async () => {
    const server = await startSums();
    const folder = await sumsProject(server.baseUrl);
    const place = { cwd: folder };

    const pinned = await runInProcess(['pin', '--json'], place);
    expect(JSON.parse(pinned.stdout)).toEqual({ path: 'reversal.lock', changed: false, differences: [] });

    const checked = await runInProcess([...CHECK, '--json'], place);
    expect(checked.code, checked.stderr).toBe(0);
    expect(checked.stdout).toBe(read(folder, 'out/result.json'));
    expect(resultSchema.parse(JSON.parse(checked.stdout)).suites).toHaveLength(1);
    expect(checked.stderr).toContain(`Report: ${join('out', 'report.md')}`);

    const reported = await runInProcess(['report', '--json', 'out/result.json'], place);
    expect(reported).toMatchObject({ code: 0, stdout: checked.stdout, stderr: '' });

    const last = resultSchema
      .parse(JSON.parse(checked.stdout))
      .suites.map((suite) => suite.samples_per_item - 1)[0];
    writeFiles(folder, {
      'v1.jsonl': [{ suite: 'sums', id: 'q0', index: last, text: '#### 0' }],
      'v2.jsonl': [{ suite: 'sums', id: 'q1', index: last, text: '#### 2' }],
    });
    const compared = await runInProcess(
      ['compare', '--json', 'v1.jsonl', 'v2.jsonl', '--out', 'compared'],
      place,
    );
    expect(compared.code, 'nearly all samples are missing, which is invalid').toBe(3);
    expect(compared.stdout).toBe(read(folder, 'compared/result.json'));
    expect(resultSchema.parse(JSON.parse(compared.stdout)).verdict.status).toBe('invalid');
  });

  test('demo: a reversal, from the package alone; it gates nothing', async () => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = await runInProcess(['demo', '--json'], { cwd: folder });
    expect(code, stderr).toBe(0);
    const { verdict } = resultSchema.parse(JSON.parse(stdout));
    expect(verdict).toMatchObject({ status: 'reversal', passed: false });
    expect(stdout).toBe(read(folder, '.reversal-check/result.json'));
    expect(stderr).toMatch(/^The demo serves two simulated checkpoints on this machine/u);
    expect(stderr).toContain(
      'The demo always exits with 0. On real checkpoints, this check would exit with 1.',
    );
  });
});

describe('an older Node.js is refused', () => {
  const OLD = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.19.5'}})`;
  const runOld = (folder: string) =>
    spawnSync(process.execPath, ['--import', OLD, join(folder, 'dist/cli.js'), 'plan', '--json'], {
      encoding: 'utf8',
    });

  test('with the command that uses the Node.js of npm ci, if it is installed', () => {
    const { status, stderr } = runOld(root);
    expect(status).toBe(2);
    expect(stderr).toBe(
      [
        `error: reversal-check needs Node.js 22.3 or newer, but ${process.execPath} is version 20.19.5.`,
        `  Use the Node.js that npm ci installed: ${join(root, 'node_modules/.bin/node')} ${join(root, 'dist/cli.js')} plan --json`,
        '',
      ].join('\n'),
    );
  });

  test('with the address of a newer one otherwise', () => {
    const { status, stderr } = runOld(inject('packageFolder'));
    expect(status).toBe(2);
    expect(stderr).toContain('Install a newer Node.js from https://nodejs.org');
  });
});
