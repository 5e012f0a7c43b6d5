import { spawnSync } from 'node:child_process';
import { afterAll } from 'vitest';
import { NativeSandbox, nativeCommand } from '../../../src/grading/python/native-sandbox.ts';
import type { Wall } from '../../../src/grading/python/wall.ts';

/** Isolates nothing. The programs of these tests can do no harm beyond a wrong grade. */
export const openWall: Wall = { name: 'bubblewrap', around: (command) => command };

/** Whether the machine has a python3 of this minor version or later. */
export function hasPython(minor: number): boolean {
  return spawnSync('python3', ['-c', `import sys; assert sys.version_info >= (3, ${minor})`]).status === 0;
}

/** A native sandbox with python3, closed after the tests of the file. Without python3, it grades nothing. */
export async function nativeSandbox(found: boolean): Promise<NativeSandbox> {
  const command = found
    ? await nativeCommand('python3', { wall: openWall, path: process.env['PATH'] })
    : (['false'] as const);
  const sandbox = new NativeSandbox({
    command,
    memoryMebibytes: 512,
    timeoutMs: 20_000,
    signal: new AbortController().signal,
  });
  afterAll(() => sandbox.close());
  return sandbox;
}
