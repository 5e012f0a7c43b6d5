import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { progressDisplay } from '../../src/cli/progress.ts';
import type { Stage } from '../../src/run/stages/stage-progress.ts';

/** A stream that records its output. */
function streamOf(isTTY: boolean) {
  let text = '';
  const write = (chunk: string | Uint8Array): boolean => {
    text += chunk.toString();
    return true;
  };
  return { err: { write, isTTY, columns: 100 }, written: () => text.replaceAll('\u00A0', ' ') };
}

const sampled = {
  suite: 'gsm8k',
  side: 'old',
  done: 40,
  failed: 0,
  cached: 0,
  total: 40,
  promptTokens: 300,
  completionTokens: 900,
} as const;
const embedding = { done: 118, failed: 2, cached: 20, total: 400 };

describe('shows sampling', () => {
  it('with tokens, and with cost if there are prices', () => {
    for (const [costUsd, shown] of [
      [undefined, '900 completion tokens'],
      [1.5, '900 completion tokens, $1.50'],
    ] as const) {
      const { err, written } = streamOf(false);
      const display = progressDisplay({ err, env: {} }, () => 0);
      display.onProgress({ ...sampled, ...(costUsd !== undefined && { costUsd }) });
      display.stop();
      expect(written().trimEnd().endsWith(shown), written()).toBe(true);
    }
  });
});

describe('shows embedding', () => {
  it('in one log line, after the end of sampling', () => {
    const { err, written } = streamOf(false);
    const display = progressDisplay({ err, env: {} }, () => 0);
    display.onProgress(sampled);
    display.onEmbedding(embedding);
    display.onEmbedding({ ...embedding, done: 398 });
    display.stop();
    display.stop();
    const [sampling, embedded, ...rest] = written().trimEnd().split('\n');
    expect(sampling).toMatch(/^sampling: 40 of 40 samples/u);
    expect(embedded).toBe('embedding: 400 of 400 solutions (2 failed), 20 from the store');
    expect(rest).toEqual([]);
  });

  it('as one bar on a terminal, even if nothing was sampled', () => {
    const { err, written } = streamOf(true);
    const display = progressDisplay({ err, env: {} }, () => 0);
    display.onEmbedding(embedding);
    display.stop();
    const lines = written().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/embeddings .* 118\/400, 20 from the store, 2 failed$/u);
  });

  it('not at all if nothing is embedded', () => {
    const { err, written } = streamOf(false);
    const display = progressDisplay({ err, env: {} }, () => 0);
    display.stop();
    expect(written()).toBe('');
  });
});

describe('shows a stage of this machine', () => {
  /** A display with a clock that the test sets. */
  function setting(isTTY: boolean) {
    const clock = { ms: 0 };
    const { err, written } = streamOf(isTTY);
    const display = progressDisplay({ err, env: {} }, () => clock.ms);
    onTestFinished(display.stop);
    const at = (ms: number, stage: Stage, done: number, total: number): void => {
      clock.ms = ms;
      display.onStage({ stage, done, total });
    };
    return { display, at, lines: () => written().split('\n').filter(Boolean), written };
  }

  it('from two seconds on, at intervals, with the time left and a last line, although no timer fires', () => {
    const { display, at, lines } = setting(false);
    for (let item = 1; item <= 4000; item += 1) at(item * 10, 'grading', item, 4000);
    at(40_010, 'measuring', 0, 100);
    at(42_100, 'measuring', 10, 100);
    at(44_100, 'measuring', 20, 100);
    display.stop();
    expect(lines()).toEqual([
      'grading: 201 of 4,000 items',
      'grading: 1,201 of 4,000 items, 28 s left',
      'grading: 2,201 of 4,000 items, 18 s left',
      'grading: 3,201 of 4,000 items, 8 s left',
      'grading: 4,000 of 4,000 items',
      'measuring: 10%',
      'measuring: 20%, 17 s left',
    ]);
  });

  it('with its rows while published data is converted', () => {
    const { display, at, lines } = setting(false);
    at(0, 'converting', 1, 12_032);
    at(2500, 'converting', 4000, 12_032);
    display.stop();
    expect(lines()).toEqual(['converting: 4,000 of 12,032 rows']);
  });

  it('not at all if it takes less', () => {
    const { display, at, written } = setting(false);
    at(0, 'reading', 1, 2);
    at(1900, 'reading', 2, 2);
    at(1950, 'grading', 1, 1);
    display.stop();
    expect(written()).toBe('');
  });

  it('as a bar on a terminal, below those of sampling', () => {
    const { display, at, lines } = setting(true);
    display.onProgress(sampled);
    at(1000, 'grading', 0, 400);
    at(3050, 'grading', 100, 400);
    at(3060, 'grading', 101, 400);
    at(6000, 'grading', 200, 400);
    expect(lines().filter((line) => line.includes('grading'))).toEqual([
      expect.stringMatching(/grading +█{5} +100\/400$/u),
      expect.stringMatching(/grading +█{10} +200\/400, 5 s left$/u),
    ]);
    expect(lines().filter((line) => line.includes('gsm8k old'))).toHaveLength(2);
  });

  it('after the last line of sampling, and before embedding', () => {
    const { display, at, lines } = setting(false);
    display.onProgress(sampled);
    at(1000, 'grading', 0, 400);
    at(3050, 'grading', 400, 400);
    display.onEmbedding({ ...embedding, done: 398 });
    display.stop();
    expect(lines()).toEqual([
      expect.stringMatching(/^sampling: 40 of 40 samples/u),
      'grading: 400 of 400 items',
      'embedding: 400 of 400 solutions (2 failed), 20 from the store',
    ]);
  });
});

it('shows no time left of sampling before enough samples have arrived', () => {
  let ms = 0;
  const { err, written } = streamOf(false);
  const display = progressDisplay({ err, env: {} }, () => ms);
  for (; ms <= 19_000; ms += 1000) display.onProgress({ ...sampled, done: 1 + ms / 500, total: 100_000 });
  display.stop();
  expect(written()).toContain('sampling: 39 of 100,000 samples, 2 per second');
  expect(written()).not.toContain('left');
});

describe('in a job', () => {
  const jobs: readonly Readonly<Record<string, string>>[] = [
    { CI: 'true' },
    { CI: '1' },
    { GITHUB_ACTIONS: 'true' },
    { GITEA_ACTIONS: 'true' },
  ];

  it.each(jobs)('prints one plain line every 30 seconds, even on a terminal: %j', (env) => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { err, written } = streamOf(true);
    const display = progressDisplay({ err, env }, () => Date.now());
    for (let second = 0; second < 95; second += 1) {
      display.onProgress({ ...sampled, done: second, total: 100 });
      vi.advanceTimersByTime(1000);
    }
    display.stop();
    const lines = written().trimEnd().split('\n');
    expect(lines.map((line) => /^sampling: (\d+) of 100 samples/u.exec(line)?.[1])).toEqual([
      '29',
      '59',
      '89',
      '94',
    ]);
    expect(written()).not.toContain('\u001B');
  });

  it.each([{}, { CI: '' }, { CI: 'false' }])('draws bars on a terminal outside of one: %j', (env) => {
    const { err, written } = streamOf(true);
    const display = progressDisplay({ err, env }, () => 0);
    display.onProgress(sampled);
    display.stop();
    expect(written()).toContain('\u001B[2K');
  });
});
