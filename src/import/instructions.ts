/** The sentences that ask for an answer in a form that the graders read. */
export const ASK_FOR_NUMBER = 'End with "The answer is" and the number.';
export const ASK_FOR_LETTER = 'End with "The answer is" and the letter.';
export const ASK_FOR_BOX = String.raw`Put the final answer in \boxed{}.`;

/** A suite's template that puts an instruction below the prompt. */
export const below = (instruction: string): string => `{{prompt}}\n\n${instruction}`;
