import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read, readResult, treeOf } from './project.ts';
import { runCli, startCli } from './run-cli.ts';
import { CHECK, SAMPLES, startSums, sumsProject } from './sums.ts';

/* The folder that --out names, and the two sides that a command is given. */

test('a second check on the same --out is refused while the first runs, and not after it was killed', async () => {
  let hangs = true;
  const hanging = Promise.withResolvers<void>();
  const server = await startSums(({ number }) => {
    if (!hangs || number < 60) return false;
    if (number === 63) hanging.resolve();
    return true;
  });
  const folder = await sumsProject(server.baseUrl);
  const first = startCli(CHECK, { cwd: folder });
  await Promise.race([hanging.promise, first.ended]);
  const asked = server.asked.length;

  const second = await runCli(CHECK, { cwd: folder });
  expect(second.code, second.stderr).toBe(2);
  expect(second.stderr).toContain(
    `error: out: another run (process ${first.child.pid}) is writing to this folder`,
  );
  expect(second.stderr).toContain('choose another folder with --out');
  expect(server.asked).toHaveLength(asked);

  first.child.kill('SIGKILL');
  await first.ended;
  hangs = false;
  const third = await runCli(CHECK, { cwd: folder });
  expect(third.code, third.stderr).toBe(0);
  expect(readResult(join(folder, 'out')).suites[0]?.outcomes.new).toMatchObject({ failed: 0 });
  expect(treeOf(join(folder, 'out')).filter((path) => path.includes('run.lock'))).toEqual([]);
  expect(server.asked.length).toBeGreaterThanOrEqual(SAMPLES);
});

test.each(['file', 'file/out'])(
  'a check that cannot write to --out %s fails before it sends a request',
  async (out) => {
    const server = await startSums();
    const folder = await sumsProject(server.baseUrl);
    writeFileSync(join(folder, 'file'), '');
    const { code, stderr } = await runCli(['check', '--old', 'v1', '--new', 'v2', '--out', out], {
      cwd: folder,
    });
    expect(code, stderr).toBe(2);
    expect(stderr).toContain(`error: ${out}: cannot write to this folder: E`);
    expect(server.asked).toEqual([]);
    expect(existsSync(join(folder, out, 'result.json'))).toBe(false);
  },
);

test('a check of one version against itself says so, at its start and in the report', async () => {
  const server = await startSums();
  const folder = await sumsProject(server.baseUrl);
  const { code, stdout, stderr } = await runCli(['check', '--old', 'v1', '--new', 'v1', '--out', 'out'], {
    cwd: folder,
  });
  expect(code, stderr).toBe(0);
  const said = 'This compares the version v1 with itself, because --old and --new are the same.';
  expect(stderr).toMatch(/^warning: This compares the version v1 with itself/u);
  expect(stdout).toContain(said);
  expect(read(folder, 'out/report.md')).toContain(said);
  expect(server.asked).toHaveLength(SAMPLES);

  const again = await runCli(['check', '--old', 'v1', '--new', 'v1', '--fresh', 'later', '--out', 'out'], {
    cwd: folder,
  });
  expect(again.stderr + again.stdout).not.toContain('with itself');
});

test('a comparison of one file with itself says so in the report', async () => {
  const server = await startSums();
  const folder = await sumsProject(server.baseUrl);
  writeFileSync(
    join(folder, 'a.jsonl'),
    Array.from({ length: 40 }, (_, place) =>
      [0, 1].map((index) =>
        JSON.stringify({ suite: 'sums', id: `q${place}`, index, text: `#### ${place + index}` }),
      ),
    )
      .flat()
      .join('\n'),
  );
  const { code, stdout, stderr } = await runCli(['compare', 'a.jsonl', './a.jsonl', '--out', 'out'], {
    cwd: folder,
  });
  expect(code, stderr).toBe(0);
  expect(stdout).toContain('This compares a.jsonl with itself, so no change can be found.');
});

test('a command finds the same configuration, lock and completions from whichever folder it is run', async () => {
  const server = await startSums();
  const folder = await sumsProject(server.baseUrl);
  mkdirSync(join(folder, 'src/deep'), { recursive: true });
  const versions = ['--old', 'v1', '--new', 'v2'];
  const first = await runCli(['check', ...versions], { cwd: folder });
  expect(first.code, first.stderr).toBe(0);
  expect(server.asked).toHaveLength(SAMPLES);

  const below = { cwd: join(folder, 'src/deep') };
  const config = ['--config', '../../reversal.yml'];
  const again = await runCli(['check', ...versions, ...config], below);
  expect(again.code, again.stderr).toBe(0);
  const shown = await runCli(['explain', ...config], below);
  expect(shown.code, shown.stderr).toBe(0);
  const stored = await runCli(
    ['check', ...versions, ...config, '--out', 'second', '--store', '.reversal-check/completions'],
    below,
  );
  expect(stored.code, stored.stderr).toBe(0);
  expect(readResult(join(folder, 'second')).verdict).toEqual(
    readResult(join(folder, '.reversal-check')).verdict,
  );
  expect(server.asked).toHaveLength(SAMPLES);
  expect(treeOf(join(folder, 'src'))).toEqual(['deep/']);
});

test('completions that an earlier version stored in the current folder are still used, with a note', async () => {
  const server = await startSums();
  const folder = await sumsProject(server.baseUrl);
  mkdirSync(join(folder, 'src'));
  const first = await runCli(CHECK, { cwd: folder });
  expect(first.code, first.stderr).toBe(0);
  renameSync(join(folder, 'out'), join(folder, 'src/out'));
  const again = await runCli([...CHECK, '--config', '../reversal.yml'], { cwd: join(folder, 'src') });
  expect(again.code, again.stderr).toBe(0);
  expect(again.stderr).toContain('note: Using out in the current folder, because ../out does not exist.');
  expect(server.asked).toHaveLength(SAMPLES);
});

test('pin never overwrites the lock of another configuration', async () => {
  const server = await startSums();
  const folder = await sumsProject(server.baseUrl);
  const lock = read(folder, 'reversal.lock');
  writeFileSync(join(folder, 'other.yml'), read(folder, 'reversal.yml').replace('n: 2', 'n: 4'));
  const pinned = await runCli(['pin', '--config', 'other.yml'], { cwd: folder });
  expect(pinned.stdout, pinned.stderr).toBe('Wrote other.lock.\n');
  expect(read(folder, 'reversal.lock')).toBe(lock);
  const checked = await runCli([...CHECK, '--config', 'other.yml'], { cwd: folder });
  expect(checked.code, checked.stderr).toBe(0);
  expect(server.asked).toHaveLength(2 * SAMPLES);
});
