import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  cacheKeys,
  type CacheService,
  leaveOutOldest,
  readNote,
  restoreCompletions,
  saveCompletions,
} from '../../../src/github/job/completion-cache.ts';
import { makeFolder } from '../../sampling/setting.ts';

const env = { ACTIONS_RESULTS_URL: 'http://127.0.0.1/', GITHUB_RUN_ID: '7', GITHUB_RUN_ATTEMPT: '2' };

/** A service that records its requests, and returns `found` if completions are requested. */
function fakeService(more: Partial<CacheService> = {}) {
  const calls: unknown[][] = [];
  const service: CacheService = {
    isFeatureAvailable: () => true,
    restoreCache: async (paths, key, restoreKeys) => {
      calls.push(['restore', paths, key, restoreKeys]);
      for (const path of paths) await put(path, 'found.jsonl', 10);
      return key;
    },
    saveCache: (paths, key) => {
      calls.push(['save', paths, key]);
      return Promise.resolve(1);
    },
    ...more,
  };
  return { calls, load: () => Promise.resolve(service) };
}

async function put(folder: string, name: string, bytes: number, writtenS?: number): Promise<void> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, 'x'.repeat(bytes));
  if (writtenS !== undefined) await utimes(path, writtenS, writtenS);
}

test('gives each attempt its own key under a prefix that all runs of this check share and other checks do not', () => {
  const { key, prefixes } = cacheKeys({ config: 'reversal.yml' }, env);
  const [prefix] = prefixes;
  expect(prefixes).toHaveLength(1);
  expect(key).toBe(`${prefix}7-2`);
  expect(prefix).toMatch(/^reversal-check-completions-1-[0-9a-f]{16}-$/u);
  expect(cacheKeys({ config: 'other.yml' }, env).prefixes).not.toContain(prefix);
  expect(cacheKeys({ config: 'reversal.yml', commentKey: 'math' }, env).prefixes).not.toContain(prefix);
  // A key may contain no comma and at most 512 characters.
  expect(cacheKeys({ config: `${'🙂'.repeat(50)},\n` }, env).key).toMatch(/^[a-z0-9-]{40,100}$/u);
});

test('gives shards separate keys; each finds its own earlier ones, or else those of the whole check', () => {
  const inputs = { config: 'reversal.yml' };
  const whole = cacheKeys(inputs, env);
  const [third, tenth] = [cacheKeys(inputs, env, '3-10'), cacheKeys(inputs, env, '10-10')];
  expect(new Set([whole.key, third.key, tenth.key]).size).toBe(3);
  const [own = '', ...others] = third.prefixes;
  expect(others).toEqual(whole.prefixes);
  expect(third.key.startsWith(own)).toBe(true);
  // A whole check never takes the cache of a shard for its own, and a shard never that of another.
  for (const key of [third.key, tenth.key]) expect(key.startsWith(whole.prefixes[0] ?? '')).toBe(false);
  expect(tenth.key.startsWith(own)).toBe(false);
});

describe('completions', () => {
  const inputs = { config: 'reversal.yml' };

  test('are restored into an empty folder, and saved if more were added', async () => {
    const folder = join(await makeFolder(), 'completions');
    const { calls, load } = fakeService();
    const warnings: string[] = [];
    const onWarning = (message: string) => warnings.push(message);
    const note = await restoreCompletions({ folder, inputs, env, load, onWarning });
    const { key, prefixes } = cacheKeys(inputs, env);
    expect(note).toEqual({ key, folder, bytes: 10 });
    expect(calls).toEqual([['restore', [folder], key, prefixes]]);
    if (note === undefined) throw new Error('no note');
    expect(readNote(JSON.stringify(note))).toEqual(note);

    expect(await saveCompletions({ note, load, onWarning })).toBe('unchanged');
    await put(folder, 'more.jsonl', 5);
    expect(await saveCompletions({ note, load, onWarning })).toBe('saved');
    expect(calls.slice(1)).toEqual([['save', [folder], key]]);
    expect(warnings).toEqual([]);
  });

  test('that are already there are not overwritten', async () => {
    const folder = await makeFolder();
    await put(folder, 'own.jsonl', 3);
    const { calls, load } = fakeService();
    const note = await restoreCompletions({ folder, inputs, env, load, onWarning: () => {} });
    expect([note?.bytes, calls]).toEqual([3, []]);
  });

  test.each([
    ['no address of a service', {}, fakeService()],
    ['a service that is none', env, fakeService({ isFeatureAvailable: () => false })],
    ['a service that fails', env, fakeService({ restoreCache: () => Promise.reject(new Error('away')) })],
  ])('%s: gives a warning, and saves nothing', async (_, environment, { load }) => {
    const warnings: string[] = [];
    const folder = join(await makeFolder(), 'completions');
    const onWarning = (message: string) => warnings.push(message);
    expect(await restoreCompletions({ folder, inputs, env: environment, load, onWarning })).toBeUndefined();
    expect(warnings).toHaveLength(1);
  });

  test('that cannot be saved are reported, and fail nothing', async () => {
    const folder = await makeFolder();
    await put(folder, 'a.jsonl', 3);
    const note = { key: 'k', folder, bytes: 0 };
    const warnings: string[] = [];
    const onWarning = (message: string) => warnings.push(message);
    const failing = fakeService({ saveCache: () => Promise.reject(new Error('full')) });
    expect(await saveCompletions({ note, load: failing.load, onWarning })).toBe('not saved');
    expect(warnings).toEqual(['Could not save completions for later runs: full.']);
    const denied = fakeService({ saveCache: () => Promise.resolve(-1) });
    expect(await saveCompletions({ note, load: denied.load, onWarning })).toBe('not saved');
    expect(readNote('')).toBeUndefined();
  });
});

test('leaves out the completions written longest ago if the limit is exceeded', async () => {
  const folder = await makeFolder();
  await put(folder, 'new/a.jsonl', 40, 300);
  await put(folder, 'new/b.jsonl', 40, 200);
  await put(folder, 'old/a.jsonl', 40, 100);
  await leaveOutOldest(folder, 80);
  const left = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.jsonl'));
  expect(left.toSorted()).toEqual([join('new', 'a.jsonl'), join('new', 'b.jsonl')]);
});
