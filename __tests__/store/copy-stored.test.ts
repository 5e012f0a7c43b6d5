import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyStored } from '../../src/store/copy-stored.ts';
import { makeFolder, makeRequest, makeSuite, NOW, readStore, SETTINGS } from '../sampling/setting.ts';
import { storeAll, textsIn } from './stored-request.ts';

const HOUR_MS = 3_600_000;

it('copies only the requested share, each line once, and keeps the existing lines', async () => {
  const folder = await makeFolder();
  const [storeDir, to] = [join(folder, 'whole'), join(folder, 'share')];
  const whole = makeRequest({
    baseUrl: 'http://127.0.0.1:1',
    storeDir,
    suites: [makeSuite('gsm8k', ['a', 'b'])],
  });
  await storeAll(whole, () => NOW);
  const share = { ...whole, suites: [makeSuite('gsm8k', ['b'])] };
  await copyStored(share, { to, now: NOW });
  const once = await readStore(to);
  await copyStored(share, { to, now: NOW });
  expect(await readStore(to)).toEqual(once);
  expect(once).toHaveLength(2);
  expect(once.flatMap(textsIn).toSorted()).toEqual(['new b 0', 'new b 1', 'old b 0', 'old b 1']);
  await copyStored(whole, { to, now: NOW });
  expect((await readStore(to)).flatMap(textsIn).toSorted()).toEqual(
    ['old', 'new']
      .flatMap((side) => ['a', 'b'].flatMap((id) => [0, 1].map((n) => `${side} ${id} ${n}`)))
      .toSorted(),
  );
});

it('copies nothing that is too old, and creates nothing for nothing', async () => {
  const folder = await makeFolder();
  const storeDir = join(folder, 'whole');
  const request = makeRequest({
    baseUrl: 'http://127.0.0.1:1',
    storeDir,
    settings: { ...SETTINGS, maxAgeMs: HOUR_MS },
  });
  await storeAll(request, (index) => (index === 0 ? NOW - HOUR_MS : NOW - HOUR_MS - 1));
  await copyStored(request, { to: join(folder, 'young'), now: NOW });
  expect((await readStore(join(folder, 'young'))).flatMap(textsIn)).toHaveLength(4);
  await copyStored(request, { to: join(folder, 'none'), now: NOW + HOUR_MS });
  await expect(readStore(join(folder, 'none'))).rejects.toThrow('ENOENT');
});
