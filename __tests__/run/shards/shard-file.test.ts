import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readShard, SHARD_FILE, shardText, type ShardRecord } from '../../../src/run/shards/shard-file.ts';
import { refusal } from '../../support/refusal.ts';
import { temporaryFolder } from '../../support/temporary-repository.ts';

const reused = { completions: 0, oldest: null, newest: null };
const record: ShardRecord = {
  schema: 1,
  shard: 1,
  of: 2,
  engine: '0.1.0',
  old: 'v1',
  new: 'team/v2',
  config: `sha256:${'0'.repeat(64)}`,
  lock: `sha256:${'1'.repeat(64)}`,
  status: 'sampled',
  cut: null,
  began: '2026-11-02T08:00:00.000Z',
  cost: {
    requests: 1,
    prompt_tokens: 2,
    completion_tokens: 3,
    cached: 0,
    reused: { old: reused, new: reused },
  },
  failed: [],
};
const text = shardText(record);

function read(content: string | Uint8Array): Promise<ShardRecord> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, SHARD_FILE), content);
  return readShard(folder);
}

test('reads what it wrote', async () => {
  expect(await read(text)).toEqual(record);
});

test.each([
  ['a command of a shell', 'v1; touch /tmp/x'],
  ['what a shell runs', '$(id)'],
  ['an option', '--help'],
  ['a second line', 'v1\n::error::x'],
  ['a path', '../../x'],
  ['two dots', 'v1..'],
  ['half a character', '\uD800'],
  ['a megabyte', 'v'.repeat(1_000_000)],
  ['nothing', ''],
])('refuses %s for a version, which errors print in commands to copy', async (_, version) => {
  for (const side of ['old', 'new']) {
    const told = refusal(() => read(JSON.stringify({ ...record, [side]: version })));
    expect(await told).toContain('found no valid shard record');
  }
});

test.each(['engine', 'config', 'lock'])('refuses text of any length as %s', async (key) => {
  const told = refusal(() => read(JSON.stringify({ ...record, [key]: 'x'.repeat(101) })));
  expect(await told).toContain('found no valid shard record');
});

test.each<[string, string | Uint8Array]>([
  ['a number beyond all numbers', text.replace('"requests": 1', '"requests": 1e999')],
  ['a number beyond exact ones', text.replace('"requests": 1', '"requests": 1152921504606846976')],
  ['NaN', text.replace('"requests": 1', '"requests": NaN')],
  ['a prototype', text.replace('{', '{"__proto__": {"status": "cut"},')],
  ['deep nesting', '['.repeat(1_000_000) + ']'.repeat(1_000_000)],
  ['bytes that are no text', Uint8Array.of(0xff, 0xfe, 0)],
  ['nothing', ''],
])('refuses %s', async (_, content) => {
  expect(await refusal(() => read(content))).toContain('found no valid shard record');
});

test('takes the last of two keys, as JSON does', async () => {
  expect((await read(text.replace('{', '{"lock": "x",'))).lock).toBe(record.lock);
});
