import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read, readResult, withoutCost } from './project.ts';
import { runCli } from './run-cli.ts';
import { CHECK, SAMPLES, startSums, sumsProject } from './sums.ts';

/* The system limits the size of a file: it is written up to the limit and then refused (EFBIG), as on a full disk (ENOSPC). */

test('the store cannot grow: no result but a fix, and the same command resumes with the stored completions', async () => {
  const server = await startSums();
  const folder = await sumsProject(server.baseUrl);
  const full = await runCli(CHECK, { cwd: folder, largestFile: 20 });
  expect({ code: full.code, stdout: full.stdout }, full.stderr).toEqual({ code: 3, stdout: '' });
  expect(full.stderr).toContain('Cannot read or write the completion store (EFBIG).');
  expect(full.stderr).toMatch(/out\/completions\/[0-9a-f]{16}\/sums-[0-9a-f]{8}\.jsonl/u);
  expect(full.stderr).toContain(
    'the free disk space, then run the same command again. Stored completions are reused.',
  );
  expect(full.stderr).not.toContain('bug in reversal-check');
  expect(existsSync(join(folder, 'out/result.json'))).toBe(false);

  const askedBefore = server.asked.length;
  const resumed = await runCli(CHECK, { cwd: folder });
  expect(resumed, resumed.stderr).toMatchObject({ code: 0 });
  const { reused = 0 } = readResult(join(folder, 'out')).cost.sampling ?? {};
  expect(reused).toBeGreaterThan(20);
  expect(server.asked.length - askedBefore).toBe(SAMPLES - reused);

  const whole = await runCli(['check', '--old', 'v1', '--new', 'v2', '--out', 'whole'], { cwd: folder });
  expect(whole, whole.stderr).toMatchObject({ code: 0 });
  expect(withoutCost(readResult(join(folder, 'out')))).toEqual(
    withoutCost(readResult(join(folder, 'whole'))),
  );
  expect(read(folder, 'out/graded.jsonl')).toBe(read(folder, 'whole/graded.jsonl'));
});

test('the result does not fit: no part of it is left, the completions are, and the same command requests nothing', async () => {
  const server = await startSums();
  const folder = await sumsProject(server.baseUrl);
  const first = await runCli(CHECK, { cwd: folder });
  expect(first, first.stderr).toMatchObject({ code: 0 });
  const former = read(folder, 'out/graded.jsonl');
  const asked = server.asked.length;
  const full = await runCli(CHECK, { cwd: folder, largestFile: 4 });
  expect({ code: full.code, stdout: full.stdout }, full.stderr).toEqual({ code: 2, stdout: '' });
  expect(full.stderr).toContain('could not write the results: EFBIG');
  expect(full.stderr).toContain('All completions are in the store.');
  expect(full.stderr).not.toContain('bug in reversal-check');
  expect(read(folder, 'out/graded.jsonl')).toBe(former);
  const again = await runCli(CHECK, { cwd: folder });
  expect(again, again.stderr).toMatchObject({ code: 0 });
  expect(server.asked).toHaveLength(asked);
});
