import { afterAll, describe, expect, test } from 'vitest';
import { Comparer, type ComparisonRequest } from '../../../src/grading/math/comparer.ts';

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
    expect(answers).toEqual([{ same: true }, { same: true }, { same: false }, { same: true }]);
  });

  test('again after it was closed', async () => {
    await comparer.close();
    expect(await comparer.compare(request('1', '1'))).toEqual({ same: true });
  });
});

test('what the parser hangs on ends with the reason, and the next comparison goes on', async () => {
  const comparer = new Comparer(300);
  const [before, hanging, after] = await Promise.all(
    ['\\frac24', `${'\\int '.repeat(30)}x`, '\\frac24'].map((answer) =>
      comparer.compare(request('0.5', answer)),
    ),
  );
  expect(hanging).toEqual({ unreadable: 'no result within 300 ms' });
  expect([before, after]).toEqual([{ same: true }, { same: true }]);
  await comparer.close();
});
