import { expect, test } from 'vitest';
import { ServedByTally } from '../../src/store/served-by.ts';
import { chatAnswer, sendJson, startServer } from '../sampling/fake-server.ts';
import { drawerWith, makeFolder, makeRequest, NOW, SETTINGS, stillTiming } from '../sampling/setting.ts';

test('distinguishes stacks by model and fingerprint, with the number and times of their completions', () => {
  const completions = [
    [{ model: 'm', system_fingerprint: 'b' }, '2026-11-02T00:00:00.000Z'],
    [{ model: 'm', system_fingerprint: 'a' }, '2026-11-03T00:00:00.000Z'],
    [{ model: 'm', system_fingerprint: 'b' }, '2026-11-04T00:00:00.000Z'],
    [{ model: 'm', system_fingerprint: 'b' }, '2026-11-01T00:00:00.000Z'],
    [{ model: 'm' }, '2026-11-05T00:00:00.000Z'],
    [{ system_fingerprint: 'a' }, '2026-11-06T00:00:00.000Z'],
    [{}, '2026-11-07T00:00:00.000Z'],
  ] as const;
  const found = (order: readonly (typeof completions)[number][]): unknown => {
    const tally = new ServedByTally();
    for (const [completion, time] of order) tally.see(completion, Date.parse(time));
    return tally.found();
  };
  const on = (day: number): string => `2026-11-0${day}T00:00:00.000Z`;
  expect(found(completions)).toEqual([
    { model: 'm', fingerprint: 'a', completions: 1, oldest: on(3), newest: on(3) },
    { model: 'm', fingerprint: 'b', completions: 3, oldest: on(1), newest: on(4) },
    { model: 'm', fingerprint: null, completions: 1, oldest: on(5), newest: on(5) },
    { model: null, fingerprint: 'a', completions: 1, oldest: on(6), newest: on(6) },
  ]);
  expect(found(completions.toReversed())).toEqual(found(completions));
  expect(found([])).toEqual([]);
});

test('distinguishes the stack of stored completions from the current one, in every later run', async () => {
  let fingerprint = 'fp_old';
  const server = await startServer((_, response) =>
    sendJson(response, 200, { ...chatAnswer('42'), system_fingerprint: fingerprint }),
  );
  const storeDir = await makeFolder();
  const run = (n: number) =>
    drawerWith({ ...stillTiming(), now: () => NOW + n * 1000 })(
      makeRequest({ baseUrl: server.baseUrl, storeDir, settings: { ...SETTINGS, n } }),
    );
  const stack = { model: 'served-name', completions: 4, oldest: at(2), newest: at(2) };
  const before = { ...stack, fingerprint: 'fp_old' };
  expect((await run(2)).servedBy).toEqual({ old: [before], new: [before] });
  fingerprint = 'fp_new';
  const after = { ...stack, fingerprint: 'fp_new', completions: 2, oldest: at(3), newest: at(3) };
  const { servedBy } = await run(3);
  expect(servedBy).toEqual({ old: [after, before], new: [after, before] });
  expect((await run(3)).servedBy).toEqual(servedBy);
});

const at = (seconds: number): string => new Date(NOW + seconds * 1000).toISOString();
