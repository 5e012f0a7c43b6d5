import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { localFiles } from '../../src/cli/files.ts';
import { withReadingStage } from '../../src/cli/reading-stage.ts';
import type { StageProgress } from '../../src/run/stages/stage-progress.ts';
import { makeFolder } from '../sampling/setting.ts';

const BYTES = 3 * 2 ** 20;

async function folderOf(...names: readonly string[]): Promise<string> {
  const folder = join(await makeFolder(), 'logs');
  mkdirSync(folder);
  for (const name of names) writeFileSync(join(folder, name), 'x'.repeat(BYTES));
  return folder;
}

function setting() {
  const told: StageProgress[] = [];
  const files = withReadingStage(localFiles, (progress) => told.push(progress));
  const readAll = async (path: string): Promise<number> => {
    let bytes = 0;
    for await (const chunk of files.open(path)) bytes += chunk.length;
    return bytes;
  };
  return { files, told, readAll };
}

test('counts the bytes of files that are streamed, from their first chunk to their end', async () => {
  const folder = await folderOf('a.jsonl');
  const { told, readAll } = setting();
  expect(await readAll(join(folder, 'a.jsonl'))).toBe(BYTES);
  expect(told).toEqual([1, 2, 3].map((chunk) => ({ stage: 'reading', done: chunk * 2 ** 20, total: BYTES })));
});

test('knows the size of a folder of logs before it reads them, and leaves other files out', async () => {
  const folder = await folderOf('a.jsonl', 'b.json', 'c.eval', 'd.png');
  const { files, told, readAll } = setting();
  expect(await files.filesUnder(folder)).toHaveLength(4);
  await readAll(join(folder, 'a.jsonl'));
  expect((await files.readFile(join(folder, 'b.json'))).length).toBe(BYTES);
  await files.readFile(join(folder, 'd.png'));
  expect(told.at(-1)).toEqual({ stage: 'reading', done: 2 * BYTES, total: 3 * BYTES });
});

test('a file that does not exist is the error of reading it', async () => {
  const { readAll, told } = setting();
  await expect(readAll(join(await makeFolder(), 'none.jsonl'))).rejects.toMatchObject({ code: 'ENOENT' });
  expect(told).toEqual([]);
});
