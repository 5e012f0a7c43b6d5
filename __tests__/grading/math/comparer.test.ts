import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { Comparer, type ComparisonRequest } from '../../../src/grading/math/comparer.ts';
import { makeFolder } from '../../sampling/setting.ts';

const request = (gold: string, answer: string): ComparisonRequest => ({
  gold,
  answer,
  comparison: { lists: 'ordered', tolerance: { numerator: 0n, denominator: 1n } },
});

describe('answers are compared in a worker', () => {
  const comparer = new Comparer();
  afterAll(() => comparer.close());

  test('all that are asked for at once, each with its own result', async () => {
    const answers = await Promise.all(
      ['1/2', '\\frac24', '0.51', '0.5'].map((answer) => comparer.compare(request('0.5', answer))),
    );
    expect(answers).toEqual(['same', 'same', 'different', 'same']);
  });

  test('again after it was closed', async () => {
    await comparer.close();
    expect(await comparer.compare(request('1', '1'))).toEqual('same');
  });
});

test('what the parser hangs on ends with the reason, and the next comparison goes on', async () => {
  const comparer = new Comparer({ timeLimitMs: 300 });
  const [before, hanging, after] = await Promise.all(
    ['\\frac24', `${'\\int '.repeat(30)}x`, '\\frac24'].map((answer) =>
      comparer.compare(request('0.5', answer)),
    ),
  );
  expect(hanging).toEqual({ unreadable: 'no result within 300 ms of processor time' });
  expect([before, after]).toEqual(['same', 'same']);
  await comparer.close();
});

/**
 * A worker that does `work` with each answer, before it says that it is the same. `times` counts the comparisons of all
 * workers.
 */
async function workerThat(work: string): Promise<URL> {
  const folder = await makeFolder();
  const path = join(folder, 'worker.mjs');
  await writeFile(
    path,
    `import { appendFileSync, readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
parentPort.on('message', async () => {
  appendFileSync(${JSON.stringify(join(folder, 'times'))}, '.');
  const times = readFileSync(${JSON.stringify(join(folder, 'times'))}).length;
  ${work};
  parentPort.postMessage('same');
});
parentPort.postMessage('ready');
`,
  );
  return pathToFileURL(path);
}

async function comparing(
  work: string,
  limits: Omit<NonNullable<ConstructorParameters<typeof Comparer>[0]>, 'workerFile'> = {},
): Promise<readonly PromiseSettledResult<unknown>[]> {
  const comparer = new Comparer({ ...limits, workerFile: await workerThat(work) });
  const settled = await Promise.allSettled([
    comparer.compare(request('1', '2')),
    comparer.compare(request('1', '3')),
  ]);
  await comparer.close();
  return settled;
}

const same = { status: 'fulfilled', value: 'same' };

describe('what is not the answer’s fault changes no grade', () => {
  test('a worker that waits for the machine has its time all the same', async () => {
    const wait = 'await new Promise((resolve) => setTimeout(resolve, 400))';
    expect(await comparing(wait, { timeLimitMs: 100 })).toEqual([same, same]);
  });

  test('one that ends without a word is followed by another, which tries again', async () => {
    expect(await comparing('if (times === 1) process.exit(1)')).toEqual([same, same]);
    expect(await comparing('if (times === 1) throw new Error("not now")')).toEqual([same, same]);
  });

  test('where that one ends too, nothing is said of the answer, and the next is compared', async () => {
    const [first, second] = await comparing('if (times <= 2) throw new Error("no such instruction")');
    expect(first).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringContaining('no such instruction') },
    });
    expect(second).toEqual(same);
  });

  test('one that never has the time is given up', async () => {
    const [first, second] = await comparing(
      'if (times <= 2) await new Promise(() => setInterval(() => {}, 1000))',
      { timeLimitMs: 150, patience: 2 },
    );
    expect(first).toMatchObject({
      status: 'rejected',
      reason: {
        message: expect.stringMatching(/the worker got only \d+ ms of processor time within 300 ms/u),
      },
    });
    expect(second).toEqual(same);
  });
});

test('an answer that takes all memory of two workers cannot be compared, and the next is', async () => {
  const greed = 'const all = []; if (times <= 2) for (;;) all.push(new Array(1000).fill(times))';
  const [first, second] = await comparing(greed, { memoryLimitMb: 16, timeLimitMs: 10_000 });
  expect(first).toEqual({
    status: 'fulfilled',
    value: { unreadable: 'the comparison needs more than 16 MB' },
  });
  expect(second).toEqual(same);
});
