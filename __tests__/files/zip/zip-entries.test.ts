import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { zipEntries } from '../../../src/files/zip/zip-entries.ts';
import { refusal } from '../../support/refusal.ts';
import { temporaryFolder } from '../../support/temporary-repository.ts';
import { written } from '../../logs/written.ts';
import { zip } from '../../support/zip.ts';

const READING = { maxBytes: 100_000, where: 'log.eval', fix: 'Name another.' };
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

test('reads Zstandard entries, as Inspect writes them', () => {
  const entries = zipEntries(readFileSync(written('inspect', 'new', 'sums.eval')), READING);
  const header = entries.find(({ name }) => name === 'header.json');
  expect(JSON.parse(textOf(header?.read() ?? new Uint8Array()))).toMatchObject({
    version: 2,
    status: 'success',
  });
});

test('reads a 64-bit archive, which Python writes for more than 65,535 files', { timeout: 300_000 }, () => {
  const path = join(temporaryFolder(), 'many.zip');
  const script = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w') as z:
    for n in range(65600): z.writestr(f'{n}', str(n))
    with z.open('wide', 'w', force_zip64=True) as f: f.write(b'wide')
`;
  execFileSync('python3', ['-c', script, path]);
  const entries = zipEntries(readFileSync(path), READING);
  expect(entries).toHaveLength(65_601);
  expect(textOf(entries[65_599]?.read() ?? new Uint8Array())).toBe('65599');
  expect(textOf(entries.at(-1)?.read() ?? new Uint8Array())).toBe('wide');
});

test('permits duplicate names and names that lead anywhere, because nothing is written', () => {
  const entries = zipEntries(
    zip([
      { name: '../a', content: '1' },
      { name: '../a', content: '2' },
      { name: '/b', content: '3' },
    ]),
    READING,
  );
  expect(entries.map(({ name, read }) => [name, textOf(read())])).toEqual([
    ['../a', '1'],
    ['../a', '2'],
    ['/b', '3'],
  ]);
});

describe('a zip bomb', () => {
  test('unpacks to no more than the limit, in Zstandard too', async () => {
    const content = Buffer.alloc(50_000_000);
    const [deflated] = zipEntries(zip([{ name: 'a', content, size: 10 }]), READING);
    expect(await refusal(() => deflated?.read())).toContain(
      'log.eval: a is larger than the limit of 100000 bytes',
    );
    const { zstdCompressSync } = await import('node:zlib');
    const packed = zstdCompressSync(content);
    // The same archive, with the packed bytes and the method of Zstandard.
    const stored = Buffer.from(zip([{ name: 'a', content: 'x', size: 10 }]));
    const directory = stored.indexOf('PK\u0001\u0002');
    const local = Buffer.concat([stored.subarray(0, 31), packed]);
    const rest = Buffer.from(stored.subarray(directory));
    rest.writeUInt16LE(93, 10);
    rest.writeUInt32LE(packed.length, 20);
    rest.writeUInt32LE(local.length, rest.length - 6);
    const [entry] = zipEntries(Buffer.concat([local, rest]), READING);
    expect(await refusal(() => entry?.read())).toContain(
      'log.eval: a is larger than the limit of 100000 bytes',
    );
  });
});

test('in a stored entry stays within the limit, whatever size the archive claims', async () => {
  const archive = Buffer.from(zip([{ name: 'a', content: randomBytes(150_000), size: 5 }]));
  const directory = archive.lastIndexOf(Buffer.from('PK\u0001\u0002'));
  for (const method of [8, directory + 10]) archive.writeUInt16LE(0, method);
  const [entry] = zipEntries(archive, READING);
  expect(await refusal(() => entry?.read())).toContain('a is larger than the limit of 100000 bytes');
});
