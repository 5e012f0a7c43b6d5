import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeTogether } from '../../src/files/write-together.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'write-together-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

test('writes all files, creating their folders', async () => {
  const root = folder();
  await writeTogether([
    { path: join(root, 'a.txt'), text: 'a' },
    { path: join(root, 'deep/er/b.txt'), text: 'b' },
  ]);
  expect(readdirSync(root).toSorted()).toEqual(['a.txt', 'deep']);
  expect(readdirSync(join(root, 'deep/er'))).toEqual(['b.txt']);
  expect(readFileSync(join(root, 'deep/er/b.txt'), 'utf8')).toBe('b');
});

test('writes none if one cannot be written, and leaves existing files unchanged', async () => {
  const root = folder();
  writeFileSync(join(root, 'a.txt'), 'before');
  writeFileSync(join(root, 'file'), '');
  const writing = writeTogether([
    { path: join(root, 'a.txt'), text: 'after' },
    { path: join(root, 'made/b.txt'), text: 'b' },
    { path: join(root, 'file/c.txt'), text: 'c' },
  ]);
  await expect(writing).rejects.toThrow(/ENOTDIR|EEXIST/u);
  expect(readdirSync(root).toSorted()).toEqual(['a.txt', 'file']);
  expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe('before');
});
