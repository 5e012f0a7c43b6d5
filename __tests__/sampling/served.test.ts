import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemTiming } from '../../src/timing.ts';
import { isAlive, pidsIn } from '../support/served/processes.ts';
import { served, serveCommand, setting } from '../servers/serve/setting.ts';
import { startChatServer } from './fake-server.ts';
import {
  drawerWith,
  makeCheckpoint,
  makeRequest,
  makeSuite,
  readStore,
  samplingError,
  SETTINGS,
} from './setting.ts';

const sample = drawerWith(systemTiming);

/** A request whose sides are served by these commands, or sampled at an address. */
async function makeServed(
  old: readonly string[] | string,
  candidate: readonly string[] | string,
  more: { readonly n?: number } = {},
) {
  const { servers, folder } = await setting();
  const pids = join(folder, 'pids');
  const side = (which: 'old' | 'new', place: readonly string[] | string) =>
    typeof place === 'string'
      ? makeCheckpoint(which, place)
      : served(which, serveCommand(which, '--pids', pids, ...place));
  const request = makeRequest({
    baseUrl: 'http://127.0.0.1/v1',
    storeDir: join(folder, 'store'),
    checkpoints: { old: side('old', old), new: side('new', candidate) },
    suites: [makeSuite('sums', ['1 + 2', '3 + 4'])],
    settings: { ...SETTINGS, ...more },
    servers,
  });
  return { request, servers, pids: () => pidsIn(pids) };
}

describe('checkpoints that are served here', () => {
  it('are served one after the other, each once, and only if something is missing', async () => {
    const { request, servers, pids } = await makeServed([], []);
    const { generations, cost } = await sample(request);
    expect(generations.old.map(({ text }) => text)).toEqual([
      'It is <<1+2>>. #### 3',
      'It is <<1+2>>. #### 3',
      'It is <<3+4>>. #### 7',
      'It is <<3+4>>. #### 7',
    ]);
    expect(generations.new).toHaveLength(4);
    expect(cost.requests).toBe(8);
    expect(pids().map(isAlive)).toEqual([false, true]);
    await servers.stop();
    await sample(request);
    expect(pids()).toHaveLength(2);
    const more = { ...request, settings: { ...SETTINGS, n: 3 } };
    expect((await sample(more)).cost).toMatchObject({ requests: 4, cached: 8 });
    expect(pids()).toHaveLength(4);
    // The running one is sampled first, so it is started only once.
    await sample({ ...request, settings: { ...SETTINGS, n: 4 } });
    expect(pids()).toHaveLength(5);
  });

  it('may be just one: the other is sampled at its address, both in turn', async () => {
    const live = await startChatServer();
    const { request, pids } = await makeServed([], live.baseUrl);
    const { generations } = await sample(request);
    expect(generations.old.map(({ error }) => error)).toEqual([undefined, undefined, undefined, undefined]);
    expect([live.asked.length, pids().length]).toEqual([4, 1]);
  });

  it('end the run if their server ends early: completions are kept, nothing counts as wrong, nothing is left running', async () => {
    const { request, servers, pids } = await makeServed(['--has-family', '--dies-after', '5'], [], { n: 8 });
    const error = await samplingError(sample(request));
    expect(error.what).toBe('The server for old (model-old) exited during sampling: exit code 7.');
    expect(error.fix).toContain('the driver went away');
    await servers.stop();
    expect(pids().length).toBeGreaterThan(1);
    expect(pids().filter(isAlive)).toEqual([]);
    const files = await readStore(request.storeDir);
    const lines = files.flatMap(({ text }) => text.split('\n')).filter((line) => line !== '');
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(5);
    expect(lines.every((line) => line.includes('####'))).toBe(true);
  });
});
