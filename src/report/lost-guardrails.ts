import { guardrailOf } from '../verdict/measure-id.ts';
import type { Result } from './result.ts';

/** The guardrails that a result calls lost, as they are called from run to run; in the result's order. */
export function lostIn({ measures }: Pick<Result, 'measures'>): readonly string[] {
  return measures.filter(({ state }) => state === 'lost').map(({ id }) => guardrailOf(id));
}

/** Those of them whose loss no waiver accepts. */
export function lostUnwaivedIn({ measures }: Pick<Result, 'measures'>): readonly string[] {
  return lostIn({ measures: measures.filter(({ waiver }) => waiver === undefined) });
}
