import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { read, readResult, withoutCost } from './project.ts';
import { runInProcess, startCli } from './run-cli.ts';
import { CHECK, SAMPLES, startSums, sumsProject } from './sums.ts';

const ANSWERED = 60;

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s during a run: ends within 5 s, keeps the store, and the same command resumes to the result of an uninterrupted run',
  async (signal) => {
    let hangs = true;
    const hanging = Promise.withResolvers<void>();
    const server = await startSums(({ number }) => {
      if (!hangs || number < ANSWERED) return false;
      hanging.resolve();
      return true;
    });
    const folder = await sumsProject(server.baseUrl);

    const stopped = startCli(CHECK, { cwd: folder });
    await Promise.race([hanging.promise, stopped.ended]);
    const signalled = performance.now();
    stopped.child.kill(signal);
    const { code, stdout, stderr } = await stopped.ended;
    expect({ code, stdout }, stderr).toEqual({ code: 3, stdout: '' });
    expect(performance.now() - signalled).toBeLessThan(5000);
    expect(stderr).toContain('stopping: completions received so far are stored');
    expect(stderr).toContain('Sampling was interrupted.');
    expect(stderr).toMatch(
      /\d+ completions are stored there\. Run the same command again to sample only the rest/u,
    );
    const kept = Number(/(\d+) completions are stored/u.exec(stderr)?.[1]);
    expect(kept).toBeGreaterThan(ANSWERED - 5);
    expect(kept).toBeLessThanOrEqual(ANSWERED);
    expect(existsSync(join(folder, 'out/result.json'))).toBe(false);

    hangs = false;
    const askedBefore = server.asked.length;
    const resumed = await runInProcess(CHECK, { cwd: folder });
    expect(resumed, resumed.stderr).toMatchObject({ code: 0 });
    expect(server.asked.length - askedBefore).toBe(SAMPLES - kept);

    const whole = await runInProcess(['check', '--old', 'v1', '--new', 'v2', '--out', 'whole'], {
      cwd: folder,
    });
    expect(whole, whole.stderr).toMatchObject({ code: 0 });
    const [after, uninterrupted] = [readResult(join(folder, 'out')), readResult(join(folder, 'whole'))];
    expect(after.cost.sampling?.reused).toBe(kept);
    expect(uninterrupted.cost.sampling).toMatchObject({ requests: SAMPLES, reused: 0 });
    expect(withoutCost(after)).toEqual(withoutCost(uninterrupted));
    expect(read(folder, 'out/graded.jsonl')).toBe(read(folder, 'whole/graded.jsonl'));
  },
);
