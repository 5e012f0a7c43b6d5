import { z } from 'zod';
import type { GradableItem } from './grader.ts';

/** A multiple-choice question: its options' texts where the item gives them, and the letter of the right one. */
export interface ChoiceQuestion {
  /** Normalised by {@link normalisedText}; option i has letter i of the alphabet. Empty where the item gives none. */
  readonly texts: readonly string[];
  /** A to Z. */
  readonly answer: string;
}

const withChoices = z.object({ choices: z.array(z.string().trim().min(1)).min(2).max(26) });

/** Case, composition and runs of white space make no difference between texts. */
export function normalisedText(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

export function letterAt(index: number): string {
  return String.fromCharCode(65 + index);
}

function candidateLetters(answer: string, texts: readonly string[]): readonly string[] {
  const count = texts.length === 0 ? 26 : texts.length;
  const letters = new Set<string>();
  const letter = /^\(?([A-Za-z])\)?\.?$/.exec(answer)?.[1]?.toUpperCase();
  if (letter !== undefined && letter.charCodeAt(0) - 65 < count) letters.add(letter);
  const byText = texts.indexOf(normalisedText(answer));
  if (byText !== -1) letters.add(letterAt(byText));
  if (texts.length > 0 && /^\d{1,2}$/.test(answer) && Number(answer) < count)
    letters.add(letterAt(Number(answer)));
  return [...letters];
}

/**
 * Reads an item whose `answer` is a letter or, where `meta.choices` lists the options' texts, one of these texts or its
 * index from 0. Gives the reason as a string where it is none of these, or could be two different options.
 */
export function readChoiceQuestion({ answer, meta }: GradableItem): ChoiceQuestion | string {
  if (answer === undefined) return 'it has no answer';
  let texts: readonly string[] = [];
  if (typeof meta === 'object' && meta !== null && 'choices' in meta) {
    const parsed = withChoices.safeParse(meta);
    if (!parsed.success) return 'its meta.choices is not a list of 2 to 26 texts';
    texts = parsed.data.choices.map(normalisedText);
    if (new Set(texts).size < texts.length) return 'two of its meta.choices are the same';
  }
  const letters = candidateLetters(answer.trim(), texts);
  const found = JSON.stringify(answer);
  const [letter] = letters;
  if (letter === undefined) {
    return texts.length === 0
      ? `its answer ${found} is not a letter from A to Z`
      : `its answer ${found} is no letter from A to ${letterAt(texts.length - 1)}, and no text or index of meta.choices`;
  }
  return letters.length > 1
    ? `its answer ${found} could be ${letters.join(' or ')}: give the letter of the option`
    : { texts, answer: letter };
}
