import { GraderError, ReversalCheckError } from '../errors.ts';
import type { Grader, GraderEdges, KnownAnswer } from './grader.ts';
import { knownAnswersOf, type GraderSpec } from './registry.ts';

const BUILT_IN = 'Its grades cannot be trusted. Use another version of reversal-check, or another grader.';
const OWN =
  'Its grades cannot be trusted. Mend the grader, or the case under known if that is what is wrong.';

/**
 * Runs the known-answer cases of a grader, one after another. They test the engine on this machine and not the user's
 * options, so each case is graded with its own; a grader says which of the user's it could not do without.
 *
 * @throws GraderError naming the first case that gets another outcome, or at which the grader throws
 */
export async function runKnownAnswers(spec: GraderSpec, edges?: GraderEdges): Promise<void> {
  for (const { grader, cases, areOwn } of knownAnswersOf(spec, edges)) {
    try {
      for (const known of cases) await runKnownAnswer(grader, known, areOwn ? OWN : BUILT_IN);
    } finally {
      await grader.close?.();
    }
  }
}

/** Runs one case. @throws GraderError where the outcome is another one than expected */
export async function runKnownAnswer(grader: Grader, known: KnownAnswer, mend = BUILT_IN): Promise<void> {
  const { prompt, answer, meta } = known;
  const item = { id: 'known answer', prompt, answer, meta };
  const asked = answer === undefined ? '' : ` for ${JSON.stringify(answer)}`;
  const where = `grader ${grader.name} ${grader.version}, known answer ${JSON.stringify(known.text)}${asked}`;
  const refusal = grader.checkItem(item);
  if (refusal !== undefined) {
    throw new GraderError({ what: `the grader refuses a case it should grade: ${refusal}`, where, mend });
  }
  let found: string;
  try {
    found = (await grader.grade(known.text, item, known.came)).outcome;
  } catch (cause) {
    if (cause instanceof ReversalCheckError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new GraderError({ what: `the grader crashed: ${why}`, where, mend, cause });
  }
  if (found !== known.expected) {
    throw new GraderError({ what: `graded ${found}, known to be ${known.expected}`, where, mend });
  }
}
