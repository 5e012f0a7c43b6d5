import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runBounded } from '../../src/sampling/scheduler.ts';

const never = new AbortController().signal;
const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('runBounded', () => {
  it('starts every job once, in order, never more at a time than the limit', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 4 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 8 }),
        async (ticks, concurrency) => {
          const begun: number[] = [];
          let open = 0;
          let most = 0;
          await runBounded({
            jobs: ticks.keys(),
            concurrency,
            signal: never,
            run: async (job) => {
              begun.push(job);
              open += 1;
              most = Math.max(most, open);
              for (let i = 0; i < (ticks[job] ?? 0); i += 1) await tick();
              open -= 1;
            },
          });
          expect(begun).toEqual([...ticks.keys()]);
          expect(most).toBeLessThanOrEqual(concurrency);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('starts nothing after a job threw, aborts the others, waits for them and throws the first error', async () => {
    const begun: number[] = [];
    let ended = 0;
    const run = runBounded({
      jobs: Array.from({ length: 10 }, (_, job) => job),
      concurrency: 3,
      signal: never,
      run: async (job, signal) => {
        begun.push(job);
        const aborted = new Promise((resolve) => signal.addEventListener('abort', resolve));
        await tick();
        if (job === 1) throw new Error('first');
        await aborted;
        await tick();
        ended += 1;
        throw new Error('second');
      },
    });
    await expect(run).rejects.toThrow('first');
    expect(begun).toEqual([0, 1, 2]);
    expect(ended).toBe(2);
  });

  it('throws the reason of an aborting signal, once the running jobs have ended', async () => {
    const stop = new AbortController();
    let ended = false;
    const run = runBounded({
      jobs: [1, 2, 3],
      concurrency: 1,
      signal: stop.signal,
      run: async () => {
        stop.abort(new Error('enough'));
        await tick();
        ended = true;
      },
    });
    await expect(run).rejects.toThrow('enough');
    expect(ended).toBe(true);
  });

  it('starts nothing if the signal has aborted already', async () => {
    const run = runBounded({
      jobs: [1],
      concurrency: 1,
      signal: AbortSignal.abort(new Error('too late')),
      run: async () => {
        throw new Error('began');
      },
    });
    await expect(run).rejects.toThrow('too late');
  });
});
