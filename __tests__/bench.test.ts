import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const bench = fileURLToPath(new URL('../bench/bench.ts', import.meta.url));
const sampling = fileURLToPath(new URL('../bench/sampling.ts', import.meta.url));

it(
  'a quick benchmark keeps what is promised of time, memory and growth',
  { retry: 2, timeout: 300_000 },
  async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [bench, '--quick']);
    expect(stdout).not.toContain('BROKEN');
    for (const promise of ['grading, measures and verdict', 'memory', 'slowest stage', 'exponent']) {
      expect(stdout).toMatch(new RegExp(`${promise}.* kept$`, 'mu'));
    }
  },
);

it(
  'a quick benchmark of sampling keeps what is promised, within wider bounds',
  { retry: 2, timeout: 300_000 },
  async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [sampling, '--quick']);
    expect(stdout.match(/ kept$/gmu)).toHaveLength(5);
    expect(stdout).not.toContain('BROKEN');
  },
);
