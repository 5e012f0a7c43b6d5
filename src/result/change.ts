import type { Estimate } from '../verdict/estimate.ts';
import type { Change } from './result.ts';

/** An estimate's change and its uncertainty, in the result's format. */
export function changeOf({ delta, standardError, degreesOfFreedom, interval }: Estimate): Change {
  return { estimate: delta, se: standardError, df: degreesOfFreedom, interval: [...interval] };
}
