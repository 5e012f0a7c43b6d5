import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, onTestFinished } from 'vitest';
import { read, temporaryFolder, writeFiles } from './project.ts';
import { runCli } from './run-cli.ts';

type Files = Parameters<typeof writeFiles>[1];

/** No lock contains the address of a server, so projects that differ only in it share one. */
export const ANY_SERVER = 'http://127.0.0.1:9/v1';

/**
 * The lock of these files, pinned once for all test files, for tests of what comes after; `whenDone` as for
 * `temporaryFolder`.
 */
export async function pinned(
  files: Files,
  whenDone: Parameters<typeof temporaryFolder>[0] = onTestFinished,
): Promise<string> {
  const key = createHash('sha256').update(JSON.stringify(files)).digest('hex');
  const locks = join(inject('packageFolder'), '.locks');
  const kept = join(locks, key);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const folder = temporaryFolder(whenDone);
  writeFiles(folder, files);
  const { code, stderr } = await runCli(['pin'], { cwd: folder });
  expect(code, stderr).toBe(0);
  const lock = read(folder, 'reversal.lock');
  mkdirSync(locks, { recursive: true });
  const whole = `${kept}.${randomUUID()}`;
  writeFileSync(whole, lock);
  renameSync(whole, kept);
  return lock;
}
