import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRegularFile, streamRegularFile } from '../../src/files/regular-file.ts';
import { refusal } from '../support/refusal.ts';
import { putSpecialFile } from '../support/special-file.ts';
import { temporaryFolder } from '../support/temporary-repository.ts';

const READERS = {
  whole: (path: string) => readRegularFile(path),
  streamed: async (path: string) => {
    const chunks: Buffer[] = [];
    for await (const chunk of streamRegularFile(path)) chunks.push(chunk);
    return Buffer.concat(chunks);
  },
};

describe.each(Object.entries(READERS))('%s', (_, read) => {
  test.each([0, 1, 3_000_000])('a file of %d bytes comes as it is', async (size) => {
    const path = join(temporaryFolder(), 'f');
    const bytes = Buffer.from(Array.from({ length: size }, (_, at) => at % 251));
    writeFileSync(path, bytes);
    expect((await read(path)).equals(bytes)).toBe(true);
  });

  test('a file that says that it is empty is read to its end', async () => {
    if (process.platform === 'linux') expect((await read('/proc/self/status')).toString()).toContain('VmHWM');
  });

  test('a device and a pipe are refused by name', async () => {
    const path = join(temporaryFolder(), 'f');
    for (const kind of ['a device', 'a named pipe'] as const) {
      putSpecialFile(path, kind);
      expect(await refusal(() => read(path))).toContain(`${path}: this is ${kind}`);
    }
  });

  test('what is not there, and a folder, fail as the file system says', async () => {
    const folder = temporaryFolder();
    await expect(read(join(folder, 'f'))).rejects.toThrow('ENOENT');
    await expect(read(folder)).rejects.toThrow('EISDIR');
  });
});

test('a file is read up to the limit, and refused beyond', async () => {
  const path = join(temporaryFolder(), 'f');
  writeFileSync(path, 'x'.repeat(1000));
  expect(await readRegularFile(path, 1000)).toHaveLength(1000);
  appendFileSync(path, 'x');
  expect(await refusal(() => readRegularFile(path, 1000))).toContain('larger than the limit of 1000 bytes');
  if (process.platform === 'linux')
    expect(await refusal(() => readRegularFile('/proc/self/status', 10))).toContain(
      'larger than the limit of 10 bytes',
    );
});
