import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isSound, withChecksum } from '../../src/store/line-checksum.ts';
import { openStore, readStore } from '../../src/store/store.ts';
import type { StoredCompletion } from '../../src/store/stored-line.ts';
import { makeFolder } from '../sampling/setting.ts';

const TIME = '2026-11-01T00:00:00.000Z';
const completions = Array.from({ length: 40 }, (_, at): StoredCompletion => ({
  suite: 's',
  id: `q${at}`,
  index: 0,
  text: `Über ${at}: "quoted", \\ and \n #### ${at * 17}`,
  usage: { prompt_tokens: 10 + at, completion_tokens: 200 + at },
  key: `key-${String(at).padStart(4, '0')}`,
  time: TIME,
}));
const wanted = new Set(completions.map(({ key }) => key));

async function storeOf(): Promise<{ readonly path: string; readonly bytes: Buffer }> {
  const path = join(await makeFolder(), 's.jsonl');
  const store = await openStore({ path, wanted });
  for (const each of completions) await store.append([each]);
  await store.close();
  return { path, bytes: await readFile(path) };
}

const textsOf = (found: ReadonlyMap<string, StoredCompletion>): ReadonlyMap<string, unknown> =>
  new Map([...found].map(([key, completion]) => [key, { ...completion, block: undefined }]));

test('every line has a checksum, and is read', async () => {
  const { path, bytes } = await storeOf();
  for (const line of bytes.toString().trimEnd().split('\n')) {
    expect(line).toMatch(/,"sum":"[0-9a-f]{8}"\}$/u);
    expect(isSound(line)).toBe(true);
  }
  expect((await readStore({ path, wanted })).size).toBe(40);
});

test(
  'a flipped bit changes no completion: the line is damaged, or has the same content',
  { timeout: 300_000 },
  async () => {
    const { path, bytes } = await storeOf();
    const asWritten = textsOf(await readStore({ path, wanted }));
    let damaged = 0;
    for (let at = 3; at < bytes.length - 1; at += 17) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << (at % 8)), at);
      await writeFile(path, flipped);
      const found = textsOf(await readStore({ path, wanted }));
      if (found.size < 40) damaged += 1;
      for (const [key, completion] of found) expect(completion, `byte ${at}`).toEqual(asWritten.get(key));
    }
    expect(damaged).toBeGreaterThan(300);
  },
);

test.each(['\r', ' ', '\t', ' \r', '\r'.repeat(1_000_000)])(
  'a damaged line is not sound for whitespace after it (%#)',
  async (space) => {
    const { bytes } = await storeOf();
    const [line = ''] = bytes.toString().split('\n');
    expect(isSound(line + space)).toBe(true);
    expect(isSound(line.replace('"text":"', '"text":"9') + space)).toBe(false);
  },
);

test('lines without a checksum are still read, next to lines with one', async () => {
  const path = join(await makeFolder(), 's.jsonl');
  const [first, second, ...rest] = completions;
  if (first === undefined || second === undefined) throw new Error('none');
  const lines = [
    JSON.stringify(first),
    withChecksum(JSON.stringify(second)),
    ...rest.map((each) => JSON.stringify(each)),
  ];
  await writeFile(path, `${lines.join('\n')}\n`);
  const store = await openStore({ path, wanted });
  expect([store.completions.size, store.damagedLines]).toEqual([40, 0]);
});

test('a damaged line is counted, and its completion is missing', async () => {
  const { path, bytes } = await storeOf();
  await writeFile(path, bytes.toString().replace('#### 17"', '#### 18"'));
  const store = await openStore({ path, wanted });
  await store.close();
  expect([store.completions.size, store.damagedLines]).toEqual([39, 1]);
  expect(store.completions.has('key-0001')).toBe(false);
});

test('a completion whose text was withheld is missing for the next run, which keeps the one that it then gets', async () => {
  const path = join(await makeFolder(), 's.jsonl');
  const [first, second, third] = completions;
  if (first === undefined || second === undefined || third === undefined) throw new Error('none');
  const three = new Set([first.key, second.key, third.key]);
  const store = await openStore({ path, wanted: three });
  for (const each of [
    { ...first, text: ' \n', reasoning_only: true as const },
    second,
    { ...third, text: '', finish_reason: 'length' },
  ])
    await store.append([each]);
  await store.close();
  // The run that got it still uses it.
  expect((await readStore({ path, wanted: three })).get(first.key)?.text).toBe(' \n');
  const next = await openStore({ path, wanted: three });
  expect([...next.completions.keys()]).toEqual([second.key, third.key]);
  await next.append([first]);
  await next.close();
  expect((await openStore({ path, wanted: three })).completions.get(first.key)?.text).toBe(first.text);
});
