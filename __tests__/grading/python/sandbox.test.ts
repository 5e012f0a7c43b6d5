import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { Sandbox } from '../../../src/grading/python/sandbox.ts';

const open = (): Sandbox =>
  new Sandbox({
    wall: undefined,
    memoryMebibytes: 512,
    timeoutMs: 3000,
    signal: new AbortController().signal,
  });

const RIGHT = { text: 'x = 1', tests: 'assert x == 1' };
const ENDLESS = { text: 'while True: pass', tests: '' };

/** Process ids of this process's sandbox children. */
function children(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .filter((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
        return (
          parent === String(process.pid) && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('child.ts')
        );
      } catch {
        return false;
      }
    })
    .map(Number);
}

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
};

test.skipIf(!existsSync('/proc/self/stat'))(
  'a program whose child dies gets another child, other programs continue, and no child remains',
  async () => {
    const sandbox = open();
    onTestFinished(() => sandbox.close());
    expect(await sandbox.label(RIGHT)).toMatchObject({ run: { end: 'returned' } });
    const label = sandbox.label(ENDLESS);
    const before = children();
    expect(before).toHaveLength(1);
    for (const pid of before) process.kill(pid, 'SIGKILL');
    await until(() => children().some((pid) => !before.includes(pid)));
    expect(await label).toBe('timeout');
    expect(await sandbox.label(RIGHT)).toMatchObject({ run: { end: 'returned' } });
    const last = sandbox.label(ENDLESS);
    await sandbox.close();
    await expect(last).rejects.toThrow('grading was interrupted');
    await until(() => children().length === 0);
  },
);
