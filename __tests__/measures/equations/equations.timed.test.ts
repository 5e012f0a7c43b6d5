import { expect, it } from 'vitest';
import { equationsOf } from '../../../src/measures/equations/equations.ts';
import { processorMs } from '../../support/processor-time.ts';

it('reads equations in linear time from hostile texts', () => {
  const hostile = ['(', '3+4=', '<<', '\\frac{', '- ', '=', '1,', '\n', '2^', '3 x ', '3 € ', '€'];
  const started = processorMs();
  for (const piece of hostile) equationsOf(`${piece.repeat(100_000)}=`);
  expect(processorMs() - started).toBeLessThan(10_000);
});
