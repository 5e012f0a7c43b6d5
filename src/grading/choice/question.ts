import { z } from 'zod';
import { listedOptions } from './listed-options.ts';
import { isLetterOfOption, letterAt, type Option, optionsOfText, readOption } from './option.ts';
import type { GradableItem } from '../grader.ts';

/** A multiple-choice question: its options, if the item lists them, and the right option's letter. */
export interface ChoiceQuestion {
  /**
   * The item's options; empty if the item lists none. No other option has the same text as the right option, and this
   * text is not empty.
   */
  readonly options: readonly Option[];
  /**
   * The options to look for in a completion: the item's own or, if it has none, those that its prompt lists. Empty if
   * neither the item nor its prompt lists any.
   */
  readonly read: readonly Option[];
  /** The right option's letter, A to Z. */
  readonly answer: string;
}

/** Why an item is not a question that can be graded. */
export interface NoQuestion {
  readonly reason: string;
  /**
   * `item`: the item's own data is flawed. Most data sets have a few such items, so the suite continues without the
   * item. `file`: the item lacks something that every item of the suite must have.
   */
  readonly flawOf: 'item' | 'file';
}

const withChoices = z.object({ choices: z.array(z.string()).min(2).max(26) });

/** Cached by item, because every sample of an item has the same question. */
const read = new WeakMap<GradableItem, ChoiceQuestion | NoQuestion>();

/** Maximum length of an answer that is quoted in a reason; longer answers are cut. */
const SHOWN = 60;

function candidateLetters(answer: string, options: readonly Option[]): readonly string[] {
  const count = options.length === 0 ? 26 : options.length;
  const letters = new Set<string>();
  const letter = /^\(?([A-Za-z])\)?\.?$/.exec(answer)?.[1]?.toUpperCase();
  if (letter !== undefined && letter.charCodeAt(0) - 65 < count) letters.add(letter);
  for (const index of optionsOfText(answer, options)) letters.add(letterAt(index));
  if (options.length > 0 && /^\d{1,2}$/.test(answer) && Number(answer) < count)
    letters.add(letterAt(Number(answer)));
  return [...letters];
}

/** The letters of the options that have this option's text, including its own. */
function lettersOfText(letter: string, options: readonly Option[]): readonly string[] {
  const right = options[letter.charCodeAt(0) - 65];
  return options.flatMap(({ text }, index) => (text === right?.text ? [letterAt(index)] : []));
}

function inWords(letters: readonly string[], word: 'and' | 'or'): string {
  return `${letters.slice(0, -1).join(', ')} ${word} ${letters.at(-1) ?? ''}`;
}

/**
 * Reads an item whose `answer` is a letter or, if `meta.choices` lists the options' texts, one of these texts or its
 * zero-based index. The question cannot be graded if the answer is none of these or could be two different options. Nor
 * can it be graded if another option has the same text as the right one, because a completion that gives this text
 * could mean either option. Wrong options may be empty or have the same text as each other.
 */
export function readChoiceQuestion(item: GradableItem): ChoiceQuestion | NoQuestion {
  const question = read.get(item) ?? questionOf(item);
  read.set(item, question);
  return question;
}

/** The options that a prompt lists, if the right answer is one of them. */
function listedIn({ prompt, messages }: GradableItem, right: string): readonly Option[] {
  const asked = prompt ?? messages?.findLast(({ role }) => role === 'user')?.content ?? '';
  const listed = listedOptions(asked.normalize('NFKC'));
  return listed.length > 0 && isLetterOfOption(right, listed) ? listed : [];
}

function questionOf(whole: GradableItem): ChoiceQuestion | NoQuestion {
  const { answer, meta } = whole;
  const file = (reason: string): NoQuestion => ({ reason, flawOf: 'file' });
  const item = (reason: string): NoQuestion => ({ reason, flawOf: 'item' });
  if (answer === undefined) return file('it has no answer');
  let options: readonly Option[] = [];
  if (typeof meta === 'object' && meta !== null && 'choices' in meta) {
    const parsed = withChoices.safeParse(meta);
    if (!parsed.success) return file('its meta.choices is not a list of 2 to 26 strings');
    options = parsed.data.choices.map(readOption);
  }
  const trimmed = answer.trim();
  const found = JSON.stringify(answer.length > SHOWN ? `${answer.slice(0, SHOWN)}…` : answer);
  const letters = candidateLetters(trimmed, options);
  const [letter] = letters;
  if (letter === undefined) {
    return item(
      options.length === 0
        ? `its answer ${found} is not a letter from A to Z`
        : `its answer ${found} is neither a letter from A to ${letterAt(options.length - 1)} nor the text or index of an option in meta.choices`,
    );
  }
  const same = lettersOfText(letter, options);
  if (same.length > 1 && letters.every((each) => same.includes(each)))
    return item(`options ${inWords(same, 'and')} have the same text, and the right answer is one of them`);
  if (letters.length > 1) {
    const give = /^\(?[A-Za-z]\)?\.?$/.test(trimmed)
      ? 'index of the option (from 0)'
      : 'letter of the option';
    return item(`its answer ${found} could be ${inWords(letters, 'or')}; use the ${give} instead`);
  }
  return options[letter.charCodeAt(0) - 65]?.text === ''
    ? item(`its right answer, option ${letter}, is empty`)
    : { options, read: options.length > 0 ? options : listedIn(whole, letter), answer: letter };
}
