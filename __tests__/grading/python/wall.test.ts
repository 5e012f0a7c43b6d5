import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { outerWall } from '../../../src/grading/python/wall.ts';

test('there is no wall if the only tools are missing or in a folder that the project controls', async () => {
  expect(await outerWall(undefined)).toBeUndefined();
  expect(await outerWall('node_modules/.bin:.')).toBeUndefined();
});

test('skips a tool that does not work', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wall-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'bwrap'), '#!/bin/sh\nexit 1\n');
  await chmod(join(folder, 'bwrap'), 0o755);
  expect(await outerWall(folder)).toBeUndefined();
});

const wall = await outerWall(process.env['PATH']);

test.skipIf(wall === undefined)('a process behind the wall has no network and no environment', async () => {
  const script = `const net = require('node:net');
    const socket = net.connect(Number(process.argv[1]), '127.0.0.1');
    socket.on('connect', () => console.log('reached'));
    socket.on('error', (error) => console.log(error.code, Object.keys(process.env).filter((name) => name !== 'PWD').length));`;
  const server = (await import('node:net')).createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  const [file, ...parameters] = wall?.around([process.execPath, '-e', script, port], []) ?? ['false'];
  const { stdout } = await promisify(execFile)(file, parameters, { env: {} });
  expect(stdout).toMatch(/^E(?:NETUNREACH|CONNREFUSED|ADDRNOTAVAIL) 0\n$/u);
});
