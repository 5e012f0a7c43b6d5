import type { Fault } from '../../verdict/validity/nothing-measured.ts';

/** Explains a fault to a reader: the reason why most samples are not correct. */
interface FaultWords {
  /** A clause that fits after "in 90 % of the samples". */
  readonly clause: string;
  /** What to do, in complete sentences. */
  readonly remedy: string;
}

/** What to do if no answer can be read. */
export const UNPARSEABLE_REMEDY =
  "Ask for the answer's format in the suite's template, or set fallback on the grader.";

/** What to do if the token limit cuts off samples. */
export const TRUNCATED_REMEDY = 'Raise sampling.max-tokens.';

const FAULTS: Readonly<Record<Fault, FaultWords>> = {
  'no answer read': { clause: 'no answer could be read', remedy: UNPARSEABLE_REMEDY },
  empty: {
    clause: 'the completion is empty',
    remedy:
      "Check the server's log, and whether the server returns the text in a field that is not part of OpenAI's API.",
  },
  'reasoning-apart': {
    clause: 'the server returned reasoning but no text',
    remedy:
      "Turn off the server's reasoning parser, or use the one for this model. It treats the complete text as reasoning.",
  },
  'only-reasoning': {
    clause: 'the completion has no text after its reasoning',
    remedy: 'Raise sampling.max-tokens, or set sampling.reasoning-tags to the tags of the reasoning.',
  },
  NameError: {
    clause: 'the program, or its test, uses a name that is not defined',
    remedy: 'Check that the prompt names the function that the tests call.',
  },
  ImportError: {
    clause: 'the program needs a module that the sandbox does not have',
    remedy: 'Ask for programs that use only modules of the sandbox.',
  },
  SyntaxError: {
    clause: 'the completion is not a valid program',
    remedy: "Ask for the program's format in the suite's template.",
  },
};

export function faultClause(fault: Fault): string {
  return FAULTS[fault].clause;
}

export function faultRemedy(fault: Fault): string {
  return FAULTS[fault].remedy;
}
