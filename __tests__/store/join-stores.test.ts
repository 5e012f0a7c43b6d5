import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinStores } from '../../src/store/join-stores.ts';
import { makeFolder, readStore, samplingError } from '../sampling/setting.ts';

const FILE = 'identity/suite.jsonl';

const at = (minute: number, text: string): string =>
  JSON.stringify({ key: text, time: `2026-11-02T08:${String(minute).padStart(2, '0')}:00.000Z` });

async function put(store: string, text: string, file = FILE): Promise<void> {
  await mkdir(dirname(join(store, file)), { recursive: true });
  await writeFile(join(store, file), text);
}

/** Joins stores with these lines and returns the joined lines. */
async function joined(stores: readonly (readonly string[])[]): Promise<string> {
  const folder = await makeFolder();
  const from = stores.map((_, place) => join(folder, `from-${place}`));
  await Promise.all(
    stores.map((lines, place) => put(from[place] ?? '', lines.map((line) => `${line}\n`).join(''))),
  );
  const to = join(folder, 'to');
  await joinStores({ from, to });
  return readFile(join(to, FILE), 'utf8');
}

describe('joined stores', () => {
  it('have the same bytes whatever their order and overlap, oldest line first, equal lines once', async () => {
    const lines = Array.from({ length: 12 }, (_, place) => at(place % 5, `k${place}`));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uniqueArray(fc.nat(11), { selector: (place) => place }), { minLength: 1, maxLength: 4 }),
        async (parts) => {
          const stores = parts.map((part) => part.map((place) => lines[place] ?? ''));
          const once = await joined(stores);
          expect(await joined([...stores.toReversed(), ...stores])).toBe(once);
          const out = once.split('\n').filter(Boolean);
          expect(out.toSorted()).toEqual([...new Set(stores.flat())].toSorted());
          const times = out.map((line) => JSON.parse(line).time as string);
          expect(times).toEqual(times.toSorted());
        },
      ),
      { numRuns: 20 },
    );
  });

  it('leave out torn and damaged lines, and keep the existing ones', async () => {
    const folder = await makeFolder();
    const [one, to] = [join(folder, 'one'), join(folder, 'to')];
    await put(one, `${at(2, 'b')}\nnot JSON\n[]\n"text"\nnull\n${at(3, 'torn')}`);
    await put(to, `${at(1, 'a')}\n`);
    await put(one, `${at(1, 'look')}\n`, 'looks.jsonl');
    await put(one, 'no store', 'notes.txt');
    await joinStores({ from: [one, join(folder, 'nowhere')], to });
    expect(await readStore(to)).toEqual([
      { path: join(to, FILE), text: `${at(1, 'a')}\n${at(2, 'b')}\n` },
      { path: join(to, 'looks.jsonl'), text: `${at(1, 'look')}\n` },
    ]);
  });

  it('do not follow links out of a folder', async () => {
    const folder = await makeFolder();
    await put(join(folder, 'elsewhere'), `${at(1, 'secret')}\n`);
    await mkdir(join(folder, 'one'));
    await symlink(join(folder, 'elsewhere/identity'), join(folder, 'one/identity'));
    await symlink(join(folder, 'elsewhere', FILE), join(folder, 'one/suite.jsonl'));
    await joinStores({ from: [join(folder, 'one')], to: join(folder, 'to') });
    await expect(readStore(join(folder, 'to'))).rejects.toThrow('ENOENT');
  });

  it('name a folder that cannot be read or written', async () => {
    const folder = await makeFolder();
    await put(join(folder, 'one'), `${at(1, 'a')}\n`);
    await writeFile(join(folder, 'file'), '');
    const unwritable = await samplingError(
      joinStores({ from: [join(folder, 'one')], to: join(folder, 'file/to') }),
    );
    expect(unwritable.message).toContain('Cannot merge the completion stores (ENOTDIR)');
    expect(unwritable.where).toContain(join(folder, 'file/to'));
  });
});
