import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { zipArchive } from '../../../src/files/zip/zip-archive.ts';
import { zipEntry } from '../../../src/files/zip/zip-entry.ts';
import { refusal } from '../../support/refusal.ts';
import { temporaryFolder } from '../../support/temporary-repository.ts';
import { unzip } from '../../support/unzip.ts';

const packed = async (...files: Parameters<typeof zipArchive>): Promise<Buffer> =>
  Buffer.concat(await Array.fromAsync(zipArchive(...files)));

test('can be read by another program, whatever the names and sizes; the same files give the same bytes', async () => {
  const folder = temporaryFolder();
  const contents = {
    'result.json': '{"a": 1}',
    'completions/ü 🙂.jsonl': Array.from({ length: 200_000 }, (_, place) => `line ${place}`).join('\n'),
    empty: '',
  };
  const files = Object.entries(contents).map(([name, content], place) => {
    const path = join(folder, String(place));
    writeFileSync(path, content);
    return { path, name };
  });
  const archive = await packed(files);
  expect(unzip(archive)).toEqual(contents);
  expect(archive.length).toBeLessThan(contents['completions/ü 🙂.jsonl'].length / 2);
  expect(await packed(files)).toEqual(archive);
  const read = zipEntry(archive, 'result.json', { maxBytes: 100, where: 'artifact' });
  expect(Buffer.from(read ?? []).toString()).toBe(contents['result.json']);
});

test('has no entries without files', async () => {
  expect(unzip(await packed([]))).toEqual({});
});

test('fails if a file does not exist; refuses more than 65,535 files and says what to do', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'file');
  writeFileSync(path, '');
  await expect(packed([{ path: join(folder, 'none'), name: 'none' }])).rejects.toThrow('ENOENT');
  const many = Array.from({ length: 65_536 }, (_, place) => ({ path, name: String(place) }));
  const told = await refusal(() => packed(many));
  expect(told).toContain('found 65536 files, which is too much for one archive');
  expect(told).toContain('artifact: report');
});
