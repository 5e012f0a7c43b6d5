import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openServerLog } from '../../../src/servers/serve/server-log.ts';
import { startProcess } from '../../../src/servers/serve/server-process.ts';
import { makeFolder } from '../../sampling/setting.ts';
import { isAlive, pidsIn, until } from '../../support/served/processes.ts';
import { serveCommand } from './setting.ts';

async function start(...options: readonly string[]) {
  const folder = await makeFolder();
  const pids = join(folder, 'pids');
  const log = openServerLog({ path: join(folder, 'log'), secrets: [], onFailure: () => {} });
  const command = serveCommand('old', '--pids', pids, ...options).map((part) => part.replace('{port}', '0'));
  const server = startProcess({ command, env: { PATH: process.env['PATH'] ?? '' }, log });
  onTestFinished(async () => {
    await server.stop(0);
    await log.close();
  });
  return { server, pids };
}

describe('everything that a server started ends with it', () => {
  test('children, those in their own sessions, and those whose parents have ended', async () => {
    const { server, pids } = await start('--has-family', '--ignores-sigterm');
    await until('the family is there', () => pidsIn(pids).length === 4);
    expect(pidsIn(pids).map(isAlive)).toEqual([true, true, true, true]);
    expect(await server.stop(200)).toEqual([]);
    expect(pidsIn(pids).map(isAlive)).toEqual([false, false, false, false]);
    expect(await server.ended).toBe('SIGKILL');
  });

  test('even if the server ended by itself before', async () => {
    const { server, pids } = await start('--has-family');
    await until('the family is there', () => pidsIn(pids).length === 4);
    process.kill(pidsIn(pids)[0] ?? 0, 'SIGKILL');
    expect(await server.ended).toBe('SIGKILL');
    expect(await server.stop(100)).toEqual([]);
    expect(pidsIn(pids).map(isAlive)).toEqual([false, false, false, false]);
  });
});

test('kills processes that ignore SIGTERM after the grace period, not before', async () => {
  const { server, pids } = await start('--ignores-sigterm');
  await until('it has started', () => pidsIn(pids).length === 1);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const began = performance.now();
  const stopping = server.stop(400);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(pidsIn(pids).map(isAlive)).toEqual([true]);
  expect(await stopping).toEqual([]);
  expect(performance.now() - began).toBeGreaterThanOrEqual(400);
  expect(await server.ended).toBe('SIGKILL');
});
