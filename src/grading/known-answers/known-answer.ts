import { GraderError, ReversalCheckError } from '../../errors.ts';
import type { Grader, KnownAnswer } from '../grader.ts';
import { NoGrade } from '../no-grade.ts';

/**
 * Thrown if a grader does not give a known answer the expected grade, so that none of the grader's grades can be
 * trusted (method.md, section "Validity").
 */
export class FailedKnownAnswer extends GraderError {}

const FIX = 'Its grades cannot be trusted. Use another version of reversal-check, or another grader.';

const NO_ANSWER_FIX =
  "The judge's server did not respond, so this case was not tested. Run the command again. If the server filters requests, turn the filter off for this deployment.";

/**
 * Runs one case.
 *
 * @param fix How the user can fix a failure. The default is for built-in cases.
 * @throws FailedKnownAnswer if the outcome is not as expected; GraderError if the grader rejects the case or crashes.
 */
export async function runKnownAnswer(
  grader: Pick<Grader, 'name' | 'version' | 'checkItem' | 'grade'>,
  known: KnownAnswer,
  fix = FIX,
): Promise<void> {
  const { prompt, answer, meta } = known;
  const item = { id: 'known answer', prompt, answer, meta };
  const asked = answer === undefined ? '' : ` for ${JSON.stringify(answer)}`;
  const where = `grader ${grader.name} ${grader.version}, known answer ${JSON.stringify(shown(known.text))}${asked}`;
  const refusal = grader.checkItem(item);
  if (refusal !== undefined) {
    throw new GraderError({
      what: `the grader rejected a case that it should grade: ${refusal}`,
      where,
      fix,
    });
  }
  let found: string;
  try {
    found = (await grader.grade(known.text, item, known.came)).outcome;
  } catch (cause) {
    if (cause instanceof ReversalCheckError) throw cause;
    if (cause instanceof NoGrade) {
      const { message: what, byGrader } = cause;
      if (byGrader) throw new FailedKnownAnswer({ what, where, fix, cause });
      throw new GraderError({ what, where, fix: NO_ANSWER_FIX, cause });
    }
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new GraderError({ what: `the grader crashed: ${why}`, where, fix, cause });
  }
  if (found !== known.expected) {
    throw new FailedKnownAnswer({
      what: `found the outcome ${found}, expected ${known.expected}`,
      where,
      fix,
    });
  }
}

const SHOWN_AT_BEGINNING = 200;
const SHOWN_AT_END = 200;

/** The text, with its middle removed if it is long. */
function shown(text: string): string {
  if (text.length <= SHOWN_AT_BEGINNING + SHOWN_AT_END) return text;
  return `${text.slice(0, SHOWN_AT_BEGINNING)} … ${text.slice(-SHOWN_AT_END)}`;
}
