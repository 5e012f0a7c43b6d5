import type { Fault } from '../../verdict/validity/nothing-measured.ts';

/** Explains a fault to a reader: the reason why most samples are not correct. */
interface FaultWords {
  /** A clause that fits after "in 90% of the samples". */
  readonly clause: string;
  /** Advice in complete sentences. */
  readonly remedy: string;
}

/** Advice for completions without a readable answer. */
export const UNPARSEABLE_REMEDY =
  "Ask for a specific answer format in the suite's template, or set the grader's fallback.";

/** Advice for samples that the token limit cuts off. */
export const TRUNCATED_REMEDY = 'Increase sampling.max-tokens.';

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
    remedy: 'Increase sampling.max-tokens, or set sampling.reasoning-tags to the tags of the reasoning.',
  },
  NameError: {
    clause: 'the program or its test uses a name that is not defined',
    remedy: 'Check that the prompt names the function that the tests call.',
  },
  ImportError: {
    clause: 'the program needs a module that the sandbox does not have',
    remedy: 'Ask for programs that use only modules that the sandbox provides.',
  },
  SyntaxError: {
    clause: 'the completion is not a valid program',
    remedy: "Ask for a specific program format in the suite's template.",
  },
};

export function faultClause(fault: Fault): string {
  return FAULTS[fault].clause;
}

export function faultRemedy(fault: Fault): string {
  return FAULTS[fault].remedy;
}
