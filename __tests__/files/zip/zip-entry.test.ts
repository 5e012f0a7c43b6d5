import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { zipEntry } from '../../../src/files/zip/zip-entry.ts';
import { processorMs } from '../../support/processor-time.ts';
import { refusal } from '../../support/refusal.ts';
import { temporaryFolder } from '../../support/temporary-repository.ts';
import { zip } from '../../support/zip.ts';

const LIMIT = { maxBytes: 1000, where: 'artifact' };

const textOf = (archive: Uint8Array, name = 'result.json'): string | undefined => {
  const bytes = zipEntry(archive, name, LIMIT);
  return bytes && Buffer.from(bytes).toString();
};

test('finds a file by its whole name, wherever it is', () => {
  const archive = zip([
    { name: '../../result.json', content: 'outside' },
    { name: 'folder/result.json', content: 'inside' },
    { name: 'result.json', content: 'mine' },
  ]);
  expect(textOf(archive)).toBe('mine');
  expect(textOf(archive, 'report.md')).toBeUndefined();
  expect(textOf(zip([]))).toBeUndefined();
});

test('reads an archive that another program wrote, streamed and with a comment', () => {
  const folder = temporaryFolder();
  const script = `
import sys, zipfile
class Stream:
    def __init__(self, f): self.f = f
    def write(self, b): return self.f.write(b)
    def flush(self): self.f.flush()
with open(sys.argv[1], 'wb') as f:
    with zipfile.ZipFile(Stream(f), 'w', zipfile.ZIP_DEFLATED) as z:
        z.writestr('report.md', 'r' * 500)
        z.writestr('result.json', '{"a": 1}')
        z.comment = b'PK words'
`;
  const path = join(folder, 'a.zip');
  execFileSync('python3', ['-c', script, path]);
  expect(textOf(readFileSync(path))).toBe('{"a": 1}');
});

describe('refuses', () => {
  test('a zip bomb: unpacks no more than the limit, whatever the archive claims', async () => {
    const content = Buffer.alloc(100_000_000);
    expect(await refusal(() => textOf(zip([{ name: 'result.json', content }])))).toContain(
      'is larger than the limit of 1000',
    );
    const began = processorMs();
    const lying = zip([{ name: 'result.json', content, size: 10 }]);
    const before = process.memoryUsage().rss;
    expect(await refusal(() => textOf(lying))).toContain('is larger than the limit of 1000');
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
    expect(processorMs() - began).toBeLessThan(20_000);
  });

  test('a duplicate name, because readers differ in which entry they use', async () => {
    const twice = zip([
      { name: 'result.json', content: 'a' },
      { name: 'result.json', content: 'b' },
    ]);
    expect(await refusal(() => textOf(twice))).toContain('more than once');
  });

  test('files that are not archives, or that are cut off or changed anywhere', async () => {
    const archive = Buffer.from(zip([{ name: 'result.json', content: 'x'.repeat(100) }]));
    expect(await refusal(() => textOf(Buffer.from('no archive')))).toContain('is not a readable ZIP archive');
    expect(await refusal(() => textOf(new Uint8Array()))).toContain('is not a readable ZIP archive');
    for (let at = 0; at < archive.length; at += 1) {
      const changed = Buffer.from(archive);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      for (const each of [changed, archive.subarray(0, at)]) {
        const found = await refusal(() => textOf(each)).catch(() => 'read');
        expect(found === 'read' || found.startsWith('artifact: '), `${at}: ${found}`).toBe(true);
      }
    }
  });
});
