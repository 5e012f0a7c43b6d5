import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { progressDisplay } from '../../src/cli/progress.ts';

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
