import { type Draft, type Drafted, NO_ANSWER } from './format.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Makes an item of a multiple-choice question. The options keep their order and get the letters from A on, whatever labels
 * the data set uses, because the grader `choice` reads letters. `meta.choices` contains the options' texts. The answer is the
 * letter of the right option or, if an option consists of this letter, its index, because the letter would be ambiguous.
 */
export function choiceDraft({
  question,
  options,
  right,
  ...rest
}: Pick<Draft, 'id' | 'group' | 'cluster'> & {
  readonly question: string;
  readonly options: readonly string[];
  /** The index of the right option, from 0; undefined if the row does not give it, -1 if it gives no option. */
  readonly right: number | undefined;
}): Drafted {
  if (question.trim() === '') return { leftOut: 'the question is empty' };
  if (options.length < 2) return { leftOut: 'there are fewer than two options' };
  if (options.length > LETTERS.length) return { leftOut: 'there are more than 26 options' };
  if (options.some((option) => option.trim() === '')) return { leftOut: 'an option is empty' };
  if (right === undefined) return NO_ANSWER;
  const letter = options[right] === undefined ? undefined : LETTERS[right];
  if (letter === undefined) return { leftOut: 'the right answer is not one of the options' };
  const isAlsoText = options.some((option) => option.trim().toUpperCase() === letter);
  const answer = isAlsoText ? String(right) : letter;
  return { ...rest, prompt: `${question}\n\n${lettered(options)}`, answer, meta: { choices: options } };
}

/** The options as a list, one per line, with the letters from A on. */
export const lettered = (options: readonly string[]): string =>
  options.map((option, place) => `${LETTERS[place] ?? ''}. ${option}`).join('\n');

/** The index of the option with this label; undefined if the label is missing or empty. */
export function labelled(labels: readonly string[], label: string | null | undefined): number | undefined {
  const given = label?.trim() ?? '';
  return given === '' ? undefined : labels.indexOf(given);
}
