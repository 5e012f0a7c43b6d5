import { expect, it } from 'vitest';
import { gatherStored } from '../../src/store/gather-stored.ts';
import { makeFolder, makeRequest, NOW, samplingError, SETTINGS } from '../sampling/setting.ts';
import { storeAll } from './stored-request.ts';

const HOUR_MS = 3_600_000;

const request = async (settings = SETTINGS) =>
  makeRequest({ baseUrl: 'http://127.0.0.1:1', storeDir: await makeFolder(), settings });

const nothing = (): undefined => undefined;

it('delivers the stored samples in the order of items and indexes, and reports failed and absent ones', async () => {
  const asked = await request();
  await storeAll(
    asked,
    () => NOW,
    (text) => !['old a 1', 'new b 0'].includes(text),
  );
  const lacking: string[] = [];
  const { generations, servedBy } = await gatherStored(asked, {
    now: NOW,
    absent: ({ side, suite, item, index }) => {
      lacking.push(`${side} ${suite.name} ${item.id} ${index}`);
      return side === 'old' ? 'HTTP 400' : undefined;
    },
  });
  expect(lacking).toEqual(['old gsm8k a 1', 'new gsm8k b 0']);
  const shown = (side: 'old' | 'new') =>
    generations[side].map(({ id, index, text, error }) => [id, index, text, error]);
  expect(shown('old')).toEqual([
    ['a', 0, 'old a 0', undefined],
    ['a', 1, '', 'HTTP 400'],
    ['b', 0, 'old b 0', undefined],
    ['b', 1, 'old b 1', undefined],
  ]);
  expect(shown('new')).toEqual([
    ['a', 0, 'new a 0', undefined],
    ['a', 1, 'new a 1', undefined],
    ['b', 1, 'new b 1', undefined],
  ]);
  expect(servedBy.old).toHaveLength(servedBy.new.length);
});

it('treats samples older than the given time as absent', async () => {
  const asked = await request({ ...SETTINGS, maxAgeMs: HOUR_MS });
  await storeAll(asked, (index) => (index === 0 ? NOW - HOUR_MS : NOW - HOUR_MS - 1));
  const { generations } = await gatherStored(asked, { now: NOW, absent: nothing });
  expect(generations.old.map(({ text }) => text)).toEqual(['old a 0', 'old b 0']);
});

it('throws if a side has no samples at all', async () => {
  const asked = await request();
  await storeAll(
    asked,
    () => NOW,
    (text) => text.startsWith('old'),
  );
  const error = await samplingError(gatherStored(asked, { now: NOW, absent: () => 'HTTP 500' }));
  expect(error.message).toContain('HTTP 500');
});
