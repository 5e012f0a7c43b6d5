import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Checkpoint } from '../../src/servers/checkpoint.ts';
import { SamplingError } from '../../src/errors.ts';
import { type LookRecord, openLooks } from '../../src/store/look-file.ts';

const checkpoint = (side: 'old' | 'new', version: string): Checkpoint => ({
  side,
  version,
  model: `m-${version}`,
  baseUrl: 'http://127.0.0.1:9/v1',
  api: 'chat',
  extraBody: {},
});

const pairOf = (old: string, candidate: string) => ({
  old: checkpoint('old', old),
  new: checkpoint('new', candidate),
});
const lockOf = (n: number, temperature = 0.8) => ({
  sampling: { n, temperature },
  suites: { gsm8k: 'sha256:1' },
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'looks-'));
});
afterEach(() => rm(folder, { recursive: true }));

const open = (rest: Partial<Parameters<typeof openLooks>[0]> = {}): Promise<LookRecord> =>
  openLooks({
    checkpoints: pairOf('v1', 'v2'),
    lock: lockOf(16),
    storeDir: join(folder, 'store'),
    now: () => Date.UTC(2026, 0, 2, 3, 4, 5),
    ...rest,
  });

describe('the record of looks', () => {
  test('is empty at first, and keeps added looks in order and with their times', async () => {
    const record = await open();
    expect(record.earlier).toEqual([]);
    await record.add({ n: 16, verdict: 'inconclusive' });
    await record.add({ n: 32, verdict: 'progress' });
    expect((await open()).earlier).toEqual([
      { n: 16, verdict: 'inconclusive', time: '2026-01-02T03:04:05.000Z' },
      { n: 32, verdict: 'progress', time: '2026-01-02T03:04:05.000Z' },
    ]);
  });

  test('counts more samples as a look at the same pair; another pair, temperature or eval set is another', async () => {
    await (await open()).add({ n: 16, verdict: 'reversal' });
    const others = { ...lockOf(16), suites: { gsm8k: 'sha256:2' } };
    expect((await open({ lock: lockOf(32) })).earlier).toHaveLength(1);
    expect((await open({ lock: lockOf(16, 0.5) })).earlier).toEqual([]);
    expect((await open({ lock: others })).earlier).toEqual([]);
    expect((await open({ checkpoints: pairOf('v2', 'v1') })).earlier).toEqual([]);
    expect((await open({ checkpoints: pairOf('v1', 'v3') })).earlier).toEqual([]);
  });

  test('ignores damaged and torn lines', async () => {
    await (await open()).add({ n: 16, verdict: 'progress' });
    const path = join(folder, 'store', 'looks.jsonl');
    await writeFile(path, `{"pair": 1}\nnot JSON\n${await readFile(path, 'utf8')}{"pair": "to`);
    expect((await open()).earlier).toHaveLength(1);
  });

  test('reports a file that cannot be read, with the fix', async () => {
    await writeFile(join(folder, 'store'), 'a file where the folder should be');
    const caught: unknown = await open().catch((error: unknown) => error);
    expect(caught).toBeInstanceOf(SamplingError);
    expect(caught).toMatchObject({ where: join(folder, 'store', 'looks.jsonl') });
  });
});
