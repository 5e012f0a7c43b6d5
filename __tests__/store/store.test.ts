import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import type { StoredCompletion } from '../../src/store/stored-line.ts';
import { makeFolder, samplingError } from '../sampling/setting.ts';

function line(key: string, text = `text of ${key}`): StoredCompletion {
  return {
    key,
    suite: 's',
    id: 'a',
    index: 0,
    text,
    finish_reason: 'stop',
    time: '2026-11-02T08:00:00.000Z',
  };
}

async function load(path: string, keys: readonly string[]): Promise<Record<string, string>> {
  const store = await openStore({ path, wanted: new Set(keys) });
  await store.close();
  return Object.fromEntries([...store.completions].map(([key, { text }]) => [key, text]));
}

describe('the completion store', () => {
  it('returns appended completions, whatever the text', async () => {
    const path = join(await makeFolder(), 'deep', 'er', 'store.jsonl');
    await fc.assert(
      fc.asyncProperty(
        fc.uuid(),
        fc.string({ unit: 'binary', maxLength: 200 }).map((text) => `${text}.`),
        async (key, text) => {
          const store = await openStore({ path, wanted: new Set([key]) });
          await store.append([line(key, text)]);
          await store.close();
          expect(await load(path, [key])).toEqual({ [key]: text });
        },
      ),
      { numRuns: 30 },
    );
  });

  it('continues after an append of nothing', async () => {
    const path = join(await makeFolder(), 'store.jsonl');
    const keys = ['k0', 'k1', 'k2'];
    const store = await openStore({ path, wanted: new Set(keys) });
    for (const completions of [[], [line('k0')], [], [line('k1')], [line('k2')]])
      await store.append(completions);
    await store.close();
    expect(Object.keys(await load(path, keys))).toEqual(keys);
  });

  it('keeps lines whole if many are appended at once, including long ones', async () => {
    const path = join(await makeFolder(), 'store.jsonl');
    const keys = Array.from({ length: 300 }, (_, key) => `k${key}`);
    const store = await openStore({ path, wanted: new Set(keys) });
    await Promise.all(keys.map((key, i) => store.append([line(key, 'é'.repeat(1 + i * 50))])));
    await store.close();
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(300);
    expect(Object.keys(await load(path, keys))).toEqual(keys);
  });

  it('if cut anywhere, keeps every whole line before the cut and accepts new ones', async () => {
    const whole = ['k0', 'k1', 'k2'].map((key) => `${JSON.stringify(line(key, 'naïve ∑'))}\n`).join('');
    const bytes = Buffer.from(whole);
    const path = join(await makeFolder(), 'store.jsonl');
    const keys = ['k0', 'k1', 'k2', 'k3'];
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      await writeFile(path, bytes.subarray(0, cut));
      const left = bytes.subarray(0, cut).filter((byte) => byte === 0x0a).length;
      const store = await openStore({ path, wanted: new Set(keys) });
      expect([...store.completions.keys()]).toEqual(keys.slice(0, left));
      expect(store.damagedLines).toBe(0);
      await store.append([line('k3')]);
      await store.close();
      expect(Object.keys(await load(path, keys))).toEqual([...keys.slice(0, left), 'k3']);
    }
  });

  it('if cut anywhere, keeps all completions of a response or none, and accepts the response again', async () => {
    const path = join(await makeFolder(), 'store.jsonl');
    const keys = ['k0', 'k1', 'k2', 'k3', 'k4'];
    const answers = [['k0'], ['k1', 'k2', 'k3'], ['k4']].map((some) =>
      some.map((key) => ({ ...line(key), index: keys.indexOf(key) })),
    );
    const store = await openStore({ path, wanted: new Set(keys) });
    for (const answer of answers) await store.append(answer);
    await store.close();
    const bytes = await readFile(path);
    const ends = [...bytes.entries()].flatMap(([at, byte]) => (byte === 0x0a ? [at + 1] : []));
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      await writeFile(path, bytes.subarray(0, cut));
      const whole = ends.filter((end) => end <= cut).length;
      const kept = keys.slice(0, whole < 4 ? Math.min(whole, 1) : whole);
      expect(Object.keys(await load(path, keys))).toEqual(kept);
    }
    await writeFile(path, bytes.subarray(0, (ends[2] ?? 0) + 7));
    const again = await openStore({ path, wanted: new Set(keys) });
    await again.append(
      (answers[1] ?? []).map((one) => ({ ...one, text: 'again', time: '2026-11-03T08:00:00.000Z' })),
    );
    await again.close();
    expect(await load(path, keys)).toEqual({ k0: 'text of k0', k1: 'again', k2: 'again', k3: 'again' });
  });

  it('needs all completions of a response even if fewer are wanted, in whatever order the lines are', async () => {
    const path = join(await makeFolder(), 'store.jsonl');
    const store = await openStore({ path, wanted: new Set(['k0']) });
    await store.append(['k0', 'k1', 'k2'].map((key, index) => ({ ...line(key), index })));
    await store.close();
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    await writeFile(path, `${lines.toReversed().join('\n')}\n`);
    expect(await load(path, ['k1'])).toEqual({ k1: 'text of k1' });
    await writeFile(path, `${lines.slice(1).join('\n')}\n`);
    expect(await load(path, ['k1'])).toEqual({});
  });

  it('distinguishes responses whose completions alternate, one of them whole', async () => {
    const path = join(await makeFolder(), 'store.jsonl');
    const [whole, torn] = ['a', 'b'].map((id) =>
      [0, 1, 2].map((index) =>
        JSON.stringify({ ...line(`${id}${index}`), id, index, block: { first: 0, lines: 3 } }),
      ),
    );
    const lines = [whole?.[0], torn?.[0], whole?.[1], torn?.[1], whole?.[1], torn?.[1], whole?.[2]];
    await writeFile(path, `${lines.join('\n')}\n`);
    const keys = ['a0', 'a1', 'a2', 'b0', 'b1', 'b2'];
    expect(Object.keys(await load(path, keys))).toEqual(['a0', 'a1', 'a2']);
    await appendFile(path, `${torn?.[2]}\n`);
    expect(Object.keys(await load(path, keys))).toEqual(keys);
  });

  it('counts damaged lines, leaves them in place and ignores unwanted keys', async () => {
    const path = join(await makeFolder(), 'store.jsonl');
    const text = `${JSON.stringify(line('k0'))}\n{"key":\n\n${JSON.stringify({ ...line('k1'), text: 7 })}\n${JSON.stringify(line('k2'))}\n`;
    await writeFile(path, text);
    const store = await openStore({ path, wanted: new Set(['k1', 'k2']) });
    await store.close();
    expect([...store.completions.keys()]).toEqual(['k2']);
    expect(store.damagedLines).toBe(3);
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  it('uses the first of two completions with the same key', async () => {
    const path = join(await makeFolder(), 'store.jsonl');
    await writeFile(path, ['one', 'two'].map((text) => `${JSON.stringify(line('k', text))}\n`).join(''));
    expect(await load(path, ['k'])).toEqual({ k: 'one' });
  });

  it('ignores completions that were sampled too early, and treats an invalid time as damage', async () => {
    const path = join(await makeFolder(), 'store.jsonl');
    const at = (time: string, text: string) => ({ ...line('k', text), time });
    const lines = [
      at('yesterday', 'none'),
      at('2026-11-01T00:00:00.000Z', 'early'),
      at('2026-11-03T00:00:00.000Z', 'late'),
    ];
    await writeFile(path, lines.map((each) => `${JSON.stringify(each)}\n`).join(''));
    const from = async (time: string) => {
      const store = await openStore({ path, wanted: new Set(['k']), notBefore: Date.parse(time) });
      await store.close();
      return { text: store.completions.get('k')?.text, damaged: store.damagedLines };
    };
    expect(await from('2026-11-01T00:00:00.000Z')).toEqual({ text: 'early', damaged: 1 });
    expect(await from('2026-11-01T00:00:00.001Z')).toEqual({ text: 'late', damaged: 1 });
    expect(await from('2026-11-03T00:00:00.001Z')).toEqual({ text: undefined, damaged: 1 });
  });

  it('creates no file if nothing is wanted', async () => {
    const folder = await makeFolder();
    expect(await load(join(folder, 'none', 'store.jsonl'), [])).toEqual({});
    await expect(readFile(join(folder, 'none', 'store.jsonl'))).rejects.toThrow('ENOENT');
  });

  it('names the path and the reason if it cannot be opened', async () => {
    const path = join(await makeFolder(), 'store.jsonl');
    await mkdir(path);
    const error = await samplingError(openStore({ path, wanted: new Set(['k']) }));
    expect(error.where).toBe(path);
    expect(error.what).toContain('EISDIR');
  });
});
