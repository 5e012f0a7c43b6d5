import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from './project.ts';
import { runInProcess } from './run-cli.ts';

async function versionWith(env: (folder: string) => Record<string, string>): Promise<readonly string[]> {
  const folder = temporaryFolder();
  await writeFile(join(folder, 'a-file'), '');
  const { code, stdout, stderr } = await runInProcess(['--version'], { cwd: folder, env: env(folder) });
  expect([code, stdout, stderr]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/), '']);
  return (await readdir(folder, { recursive: true })).filter((path) => path.startsWith('reversal-check'));
}

it("keeps its compiled code in the user's cache folder", async () => {
  expect((await versionWith((folder) => ({ XDG_CACHE_HOME: folder }))).length).toBeGreaterThan(2);
});

it('keeps none if that is disabled', async () => {
  expect(
    await versionWith((folder) => ({ XDG_CACHE_HOME: folder, NODE_DISABLE_COMPILE_CACHE: '1' })),
  ).toEqual([]);
});

it('works without it if the folder is not writable', async () => {
  expect(await versionWith((folder) => ({ XDG_CACHE_HOME: join(folder, 'a-file') }))).toEqual([]);
});
