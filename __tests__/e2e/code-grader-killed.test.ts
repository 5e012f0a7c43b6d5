import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { holdsWithin, processesWith } from '../grading/python/processes.ts';
import { ALL_OFF, project } from './project.ts';
import { startCli } from './run-cli.ts';

const ITEMS = 4;

/** Programs that never end: the CLI is killed while they run, or while their interpreter starts. */
function files(): string {
  const items = Array.from({ length: ITEMS }, (_, place) => ({
    id: `item-${place}`,
    prompt: `Write f, which gives ${place}.`,
    meta: { test_list: [`assert f() == ${place}`] },
  }));
  const generations = items.map(({ id }) => ({ suite: 'endless', id, index: 0, text: 'while True: pass' }));
  return project({
    'reversal.yml': `suites:\n  - { name: endless, role: target, items: items.jsonl, grader: { type: code, sandbox: wasm, timeout: 120 } }\n${ALL_OFF}\n`,
    'items.jsonl': items,
    'old.jsonl': generations,
  });
}

test.skipIf(!existsSync('/proc/self/stat')).each<[NodeJS.Signals, number, string, string | undefined]>([
  ['SIGKILL', 10, 'behind a namespace, where there is one', process.env['PATH']],
  ['SIGKILL', 10, 'without a namespace', dirname(process.execPath)],
  ['SIGHUP', 3, 'behind a namespace, where there is one', process.env['PATH']],
  ['SIGHUP', 2, 'without a namespace', dirname(process.execPath)],
])(
  'no process outlives a CLI that %s ends, %i times, %s',
  { timeout: 240_000 },
  async (signal, times, _, path) => {
    const folder = files();
    // The script of the processes that run programs.
    const script = `${join(inject('packageFolder'), 'dist/python/child.js')}\0`;
    const mine = (): readonly number[] => processesWith(script);
    const others = new Set(mine());
    const left: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const { child, ended } = startCli(['compare', 'old.jsonl', 'old.jsonl', '--out', `out-${time}`], {
        cwd: folder,
        env: path === undefined ? {} : { PATH: path },
      });
      expect(await holdsWithin(60_000, () => mine().some((pid) => !others.has(pid)))).toBe(true);
      // At a different moment each time: while its image is made, its interpreters start, or its program runs.
      await new Promise((resolve) => setTimeout(resolve, (time * 3500) / times));
      child.kill(signal);
      // SIGHUP ends a run as Ctrl-C does.
      expect((await ended).code).toBe(signal === 'SIGHUP' ? 3 : null);
      if (!(await holdsWithin(5000, () => mine().every((pid) => others.has(pid))))) left.push(time);
    }
    expect(left).toEqual([]);
  },
);
