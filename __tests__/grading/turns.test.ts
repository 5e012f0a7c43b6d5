import { expect, test } from 'vitest';
import { Turns } from '../../src/grading/turns.ts';

test('so many run at a time, in their order, also where one fails', async () => {
  const turns = new Turns(2);
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const work = (place: number) =>
    turns.take(async () => {
      order.push(place);
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (place === 1) throw new Error('failed');
      return place;
    });
  const all = await Promise.allSettled([0, 1, 2, 3, 4].map(work));
  expect(order).toEqual([0, 1, 2, 3, 4]);
  expect(most).toBe(2);
  expect(all.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, true, true]);
  expect(await work(5)).toBe(5);
});
