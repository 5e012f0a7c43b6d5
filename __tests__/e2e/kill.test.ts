import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Asked, sendJson } from '../sampling/fake-server.ts';
import { read, readResult, treeOf, withoutCost } from './project.ts';
import { runInProcess, startCli } from './run-cli.ts';
import { CHECK, ITEMS, sampleAsked, solveSeveral, startSums, sumsProject } from './sums.ts';

const KILLS = 20;
const N = 8;
const PER_REQUEST = 4;
const SAMPLES = 2 * ITEMS * N;

/** Fractions from 0 to 1, the same ones in every run (mulberry32). */
function fractions(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Line {
  readonly key: string;
  readonly id: string;
  readonly index: number;
  readonly model: string;
  readonly time: string;
  readonly block?: { readonly first: number; readonly lines: number };
}

/**
 * The samples in a store, as "model item index", read without the reader under test: whole lines, and of lines written together
 * all or none.
 */
function storedSamples(store: string): string[] {
  if (!existsSync(store)) return [];
  return treeOf(store)
    .filter((path) => /sums-.*\.jsonl$/u.test(path))
    .flatMap((path) => {
      const whole = read(store, path).split('\n').slice(0, -1);
      const lines = whole.map((line) => JSON.parse(line) as Line);
      const written = Map.groupBy(lines, ({ id, block, key, time }) =>
        block === undefined ? key : JSON.stringify([id, block, time]),
      );
      return [...written.values()]
        .filter((together) => together.length === (together[0]?.block?.lines ?? 1))
        .flat()
        .map(({ model, id, index }) => `${model} ${id} ${index}`);
    });
}

/** The samples that a request asks for. */
function askedSamples(asked: Asked): string[] {
  const { id, index } = sampleAsked(asked);
  return Array.from(
    { length: Number(asked.body['n'] ?? 1) },
    (_, place) => `${String(asked.body['model'])} ${id} ${index + place}`,
  );
}

test(
  `SIGKILL at ${KILLS} random moments: stored samples are never requested again, and the result is that of an uninterrupted run`,
  { timeout: 300_000 },
  async () => {
    const random = fractions(20_261_122);
    let answersLeft = Number.POSITIVE_INFINITY;
    let due = Promise.withResolvers<void>();
    const server = await startSums(async (asked, response) => {
      await wait(10);
      // A fast machine must not finish before it is killed.
      if (answersLeft === 0) response.destroy();
      else sendJson(response, 200, { ...solveSeveral(asked), model: asked.body['model'] });
      answersLeft = Math.max(0, answersLeft - 1);
      if (answersLeft === 0) due.resolve();
      return true;
    });
    const folder = await sumsProject(server.baseUrl, { n: N, sampling: `, n-per-request: ${PER_REQUEST}` });
    const store = join(folder, 'out/completions');

    let kept = new Set<string>();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const askedBefore = server.asked.length;
      due = Promise.withResolvers<void>();
      answersLeft = 1 + Math.floor(random() * 7);
      const { child, ended } = startCli(CHECK, { cwd: folder });
      await Promise.race([due.promise, ended]);
      await wait(random() * 12);
      child.kill('SIGKILL');
      const { code, stderr } = await ended;
      expect(code, stderr).toBeNull();
      const again = server.asked.slice(askedBefore).flatMap(askedSamples);
      expect(again.filter((sample) => kept.has(sample))).toEqual([]);
      const stored = storedSamples(store);
      expect(new Set(stored).size).toBe(stored.length);
      expect([...kept].filter((sample) => !stored.includes(sample))).toEqual([]);
      kept = new Set(stored);
    }
    answersLeft = Number.POSITIVE_INFINITY;
    expect(kept.size).toBeGreaterThan(KILLS);
    expect(kept.size).toBeLessThan(SAMPLES);

    const askedBefore = server.asked.length;
    const last = await runInProcess(CHECK, { cwd: folder });
    expect(last, last.stderr).toMatchObject({ code: 0 });
    const rest = server.asked.slice(askedBefore).flatMap(askedSamples);
    expect(new Set(rest).size).toBe(rest.length);
    expect(rest).toHaveLength(SAMPLES - kept.size);
    expect(rest.filter((sample) => kept.has(sample))).toEqual([]);
    const stored = storedSamples(store);
    expect(new Set(stored).size).toBe(SAMPLES);
    expect(stored).toHaveLength(SAMPLES);

    const whole = await runInProcess(['check', '--old', 'v1', '--new', 'v2', '--out', 'whole'], {
      cwd: folder,
    });
    expect(whole, whole.stderr).toMatchObject({ code: 0 });
    expect(withoutCost(readResult(join(folder, 'out')))).toEqual(
      withoutCost(readResult(join(folder, 'whole'))),
    );
    expect(read(folder, 'out/graded.jsonl')).toBe(read(folder, 'whole/graded.jsonl'));
  },
);
