import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { joinStores } from '../../src/store/join-stores.ts';
import { openKeyedLines, readKeyedLines } from '../../src/store/keyed-lines.ts';
import { openLooks } from '../../src/store/look-file.ts';
import { refusal } from '../support/refusal.ts';
import { putSpecialFile, type SpecialFile } from '../support/special-file.ts';
import { makeFolder } from './setting.ts';

/* Things in a store in place of its files: an artifact or a cache can contain anything. */

const read = (line: unknown): { readonly key: string } | undefined =>
  typeof line === 'object' && line !== null && 'key' in line ? { key: String(line.key) } : undefined;

const looksIn = (storeDir: string) =>
  openLooks({
    checkpoints: {
      old: { version: 'v1', model: 'm', baseUrl: 'http://127.0.0.1:9/v1' },
      new: { version: 'v2', model: 'm', baseUrl: 'http://127.0.0.1:9/v1' },
    } as unknown as Parameters<typeof openLooks>[0]['checkpoints'],
    lock: { sampling: {} },
    storeDir,
    now: () => 0,
  });

describe.each(['a device', 'a named pipe'] as const satisfies readonly SpecialFile[])('%s', (kind) => {
  test('is refused as the file of a store and of the looks', async () => {
    const folder = await makeFolder();
    const path = join(folder, 's.jsonl');
    putSpecialFile(path, kind);
    expect(await refusal(() => openKeyedLines({ path, read }))).toContain(`this is ${kind}`);
    expect(await refusal(() => readKeyedLines({ path, read }))).toContain(`this is ${kind}`);
    putSpecialFile(join(folder, 'looks.jsonl'), kind);
    expect(await refusal(() => looksIn(folder))).toContain(`this is ${kind}`);
  });

  test('is ignored if stores are joined', async () => {
    const [from, to] = [await makeFolder(), await makeFolder()];
    putSpecialFile(join(from, 's.jsonl'), kind);
    await joinStores({ from: [from], to });
    expect(await readKeyedLines({ path: join(to, 's.jsonl'), read })).toEqual(new Map());
  });
});

describe('a line of more than a gigabyte', { timeout: 300_000 }, () => {
  const A = '{"key":"a"}\n';
  const B = '{"key":"b"}\n';

  async function storeWithLongLine(): Promise<{ readonly folder: string; readonly path: string }> {
    const folder = await makeFolder();
    const path = join(folder, 's.jsonl');
    putSpecialFile(path, 'a line of more than a gigabyte');
    return { folder, path };
  }

  test('counts as damaged in a store, whose other lines are read and which remains writable', async () => {
    const { path } = await storeWithLongLine();
    appendFileSync(path, `\n${A}`);
    const opened = await openKeyedLines({ path, read });
    expect([...opened.lines.keys()]).toEqual(['a']);
    expect(opened.damagedLines).toBe(1);
    await opened.append([{ key: 'b' }]);
    await opened.close();
    expect([...(await readKeyedLines({ path, read })).keys()]).toEqual(['a', 'b']);
  });

  test('is cut off if it was torn', async () => {
    const folder = await makeFolder();
    const path = join(folder, 's.jsonl');
    writeFileSync(path, A);
    const long = Buffer.alloc(2 ** 20, 'x');
    for (let at = 0; at < 300; at += 1) appendFileSync(path, long);
    const opened = await openKeyedLines({ path, read, wanted: new Set(['a', 'b']) });
    await opened.close();
    expect(statSync(path).size).toBe(A.length);
  });

  test('is left out if stores are joined', async () => {
    const { folder, path } = await storeWithLongLine();
    appendFileSync(path, `\n${B}${A}`);
    const to = await makeFolder();
    await joinStores({ from: [folder], to });
    expect(readFileSync(join(to, 's.jsonl'), 'utf8')).toBe(A + B);
  });

  test('is ignored in the looks', async () => {
    const { folder, path } = await storeWithLongLine();
    expect(path).toContain('s.jsonl');
    putSpecialFile(join(folder, 'looks.jsonl'), 'a line of more than a gigabyte');
    expect((await looksIn(folder)).earlier).toEqual([]);
  });
});
