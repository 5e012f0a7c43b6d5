import { guardrailOf } from '../verdict/measure-id.ts';
import type { Result } from './result.ts';

/** The stable names of the guardrails that are lost in a result, in the result's order. */
export function lostIn({ measures }: Pick<Result, 'measures'>): readonly string[] {
  return measures.filter(({ state }) => state === 'lost').map(({ id }) => guardrailOf(id));
}

/** The lost guardrails whose loss is not waived. */
export function lostUnwaivedIn({ measures }: Pick<Result, 'measures'>): readonly string[] {
  return lostIn({ measures: measures.filter(({ waiver }) => waiver === undefined) });
}
