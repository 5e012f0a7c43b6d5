import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ConfigError } from '../../../src/errors.ts';
import { isRunning, thisProcess } from '../../../src/processes/owner.ts';
import { claimRunFolder } from '../../../src/run/stages/claim-run-folder.ts';
import { makeFolder } from '../../sampling/setting.ts';

const OWNER = join(import.meta.dirname, '../../../src/processes/owner.ts');

/** Another process, and how it describes itself. */
async function otherProcess() {
  const script = `import { thisProcess } from ${JSON.stringify(OWNER)}; console.log(thisProcess()); setTimeout(() => {}, 60_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [owner = ''] = await new Promise<string[]>((resolve) => {
    child.stdout.once('data', (line: Buffer) => resolve(line.toString().split('\n')));
  });
  const end = async (): Promise<void> => {
    const ended = new Promise((resolve) => {
      child.once('exit', resolve);
    });
    child.kill('SIGKILL');
    await ended;
  };
  return { owner, pid: child.pid ?? 0, end };
}

function claimIn(folder: string, claim: unknown): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'run.lock');
  writeFileSync(path, JSON.stringify(claim));
  return path;
}

const refusal = async (folder: string): Promise<ConfigError> => {
  const error: unknown = await claimRunFolder(folder).catch((each: unknown) => each);
  if (error instanceof ConfigError) return error;
  throw new Error('the folder was not refused');
};

test('a folder is created, reserved for one run at a time, and removed again if nothing was written', async () => {
  const folder = join(await makeFolder(), 'a/b');
  const release = await claimRunFolder(folder);
  const { what, where, fix } = await refusal(folder);
  expect(what).toBe(`another run (process ${process.pid}) is writing to this folder`);
  expect([where, fix]).toEqual([folder, expect.stringContaining('choose another folder with --out')]);
  await release();
  expect(existsSync(folder)).toBe(false);
  const again = await claimRunFolder(folder);
  writeFileSync(join(folder, 'result.json'), '{}');
  await again();
  expect(readdirSync(folder)).toEqual(['result.json']);
});

test('a running process keeps its claim; the claim of a killed one does not count', async () => {
  const folder = await makeFolder();
  const { owner, pid, end } = await otherProcess();
  expect(isRunning(owner)).toBe(true);
  claimIn(folder, { id: 'other', pid, owner });
  expect((await refusal(folder)).what).toBe(`another run (process ${pid}) is writing to this folder`);
  await end();
  expect(isRunning(owner)).toBe(false);
  const release = await claimRunFolder(folder);
  expect(JSON.parse(readFileSync(join(folder, 'run.lock'), 'utf8'))).toMatchObject({ pid: process.pid });
  await release();
  expect(readdirSync(folder)).toEqual([]);
});

test('a process id that was given to a later process does not keep a claim', async () => {
  const folder = await makeFolder();
  const [place, pid, start] = thisProcess().split('|');
  claimIn(folder, { id: 'other', pid: process.pid, owner: [place, pid, Number(start) - 1].join('|') });
  await (
    await claimRunFolder(folder)
  )();
});

test('on another machine, a claim counts while it is renewed', async () => {
  const folder = await makeFolder();
  const path = claimIn(folder, { id: 'other', pid: 7, owner: 'another-machine|7|1' });
  expect((await refusal(folder)).what).toContain('process 7');
  const threeMinutesAgo = new Date(Date.now() - 180_000);
  utimesSync(path, threeMinutesAgo, threeMinutesAgo);
  await (
    await claimRunFolder(folder)
  )();
});

test('of many runs that find the claim of a dead one at the same time, exactly one gets the folder', async () => {
  const folder = await makeFolder();
  const { owner, pid, end } = await otherProcess();
  await end();
  claimIn(folder, { id: 'other', pid, owner });
  const claims = await Promise.allSettled(Array.from({ length: 20 }, () => claimRunFolder(folder)));
  const releases = claims.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  expect(releases).toHaveLength(1);
  await releases[0]?.();
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder that cannot be made is refused at once', async () => {
  const file = join(await makeFolder(), 'file');
  writeFileSync(file, '');
  for (const path of [file, join(file, 'out')]) {
    const { what, where, fix } = await refusal(path);
    expect([what, where]).toEqual([expect.stringContaining('cannot write to this folder: E'), path]);
    expect(fix).toBe('Choose a folder that this process can create and write to: --out FOLDER');
  }
});
