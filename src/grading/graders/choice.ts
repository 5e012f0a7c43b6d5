import { type Asked, askedOf } from '../answers/asked/asked.ts';
import { readStated, type Found, type Reading } from '../answers/read-stated.ts';
import { firstSentence } from '../answers/sentences.ts';
import { ENCLOSING, type StatedAnswer } from '../answers/stated-answer.ts';
import { withLatinLetters } from '../choice/alphabets.ts';
import { lastOption } from '../choice/last-option.ts';
import { isLetterOfOption, type Named, type Option } from '../choice/option.ts';
import { readChoiceQuestion } from '../choice/question.ts';
import { statedNone } from '../choice/none-of-them.ts';
import { statedOption } from '../choice/stated-option.ts';
import { statedByValue } from '../choice/stated-value.ts';
import { isOnlySupposed } from '../choice/supposed.ts';
import { isRefusal, onlyMention, onlyText, unmarkedOption } from '../choice/unmarked.ts';
import { choicesMarked } from '../choice/wordings.ts';
import type { GraderDefinition } from '../grader.ts';
import { NOT_ASCII, withShortRuns } from '../text/typography.ts';

const AMBIGUOUS = 'its answer is the letter of one option and the text of another';

/** Matches an option's letter in brackets at the end of a sentence, after the option's text: "methane (B)". */
const NAMED_AT_END =
  /^(?!.*(?:\b(?:not|never|neither|nor|wrong|incorrect)\b|n['’]t\b)).*\p{L}{3}[^()]*\((?:[Oo]ption |[Cc]hoice )?([A-J])\)[*_]{0,3}$/isu;

function readChoice(statement: StatedAnswer, options: readonly Option[]): Reading<Named> {
  const { text, rule, form, isLast } = statement;
  const found = statedOption(text, options);
  if (found !== undefined) return { value: found };
  const named = NAMED_AT_END.exec(firstSentence(text))?.[1];
  if (named !== undefined && form === 'sentence' && isLetterOfOption(named, options))
    return { value: { letter: named } };
  const isEnclosed = ENCLOSING.has(rule);
  // A statement in delimiters or after a final label is the answer, even if it is a sentence that gives no option.
  if (!isEnclosed && !(form === 'label' && isLast)) return 'none';
  if (!isEnclosed && isRefusal(text)) return 'unreadable';
  const within = isEnclosed
    ? findOption(text, undefined, options)
    : (onlyMention(text, options) ?? onlyText(text, options));
  return within?.value === undefined ? 'unreadable' : { value: within.value };
}

function findOption(
  text: string,
  asked: Asked | undefined,
  options: readonly Option[],
): Found<Named> | undefined {
  return readStated(text, asked, {
    read: (stated) => (isOnlySupposed(text, stated, options) ? 'none' : readChoice(stated, options)),
    alsoMarked: choicesMarked,
    unmarked: (part) => unmarkedOption(part, options),
  });
}

/**
 * Reads the letter of one option. The last statement counts ("the answer is (B)", `\boxed{B}`, "I choose B", "Option B
 * is correct"). The statement may give the letter or, if `meta.choices` lists the options, the option's text. If there
 * is no statement, the last or first line counts if it is a letter, with or without the option's text. Otherwise, the
 * only option that is mentioned in the last line or in the whole text counts. The text is unparseable if it gives several
 * options, a letter that is also another option's text, or no option. If the text gives no option by letter or words, it
 * may still give an option by its value or position, or a value that matches no option.
 */
export const choice: GraderDefinition<'choice'> = {
  create: ({ options }) => ({
    checkItem(item) {
      const question = readChoiceQuestion(item);
      return 'reason' in question ? question.reason : undefined;
    },
    excludeItem(item) {
      const question = readChoiceQuestion(item);
      return 'reason' in question && question.flawOf === 'item' ? question.reason : undefined;
    },
    chanceOf(item) {
      const question = readChoiceQuestion(item);
      const count = 'reason' in question ? 0 : question.options.length || options;
      return count === undefined || count === 0 ? undefined : 1 / count;
    },
    grade(text, item) {
      const question = readChoiceQuestion(item);
      if ('reason' in question) throw new Error(question.reason);
      const prompt = item.prompt?.normalize('NFKC');
      const asked = askedOf(item, true);
      const compatible = withShortRuns(text).normalize('NFKC').trim();
      const plain = NOT_ASCII.test(compatible) ? withLatinLetters(compatible) : compatible;
      const { read: all, answer: right } = question;
      const named = findOption(plain, asked, all);
      const isNamed = named?.value !== undefined;
      const byValue = isNamed
        ? undefined
        : (statedByValue(plain, prompt, all, asked) ?? statedNone(plain, asked, all));
      const { rule, value } = byValue?.value === undefined ? (named ?? {}) : byValue;
      const foundBy = rule === undefined ? {} : { rule };
      const answer =
        typeof value === 'object' ? ('letter' in value ? value.letter : value.noneOfThem) : undefined;
      const isLetter = typeof value === 'object' && 'letter' in value;
      if (isLetter && answer === right) return { outcome: 'correct', answer, ...foundBy };
      const lenient = lastOption(plain, all) === right && { lenient: 'correct' as const };
      if (answer !== undefined) return { outcome: 'incorrect', answer, ...foundBy, ...lenient };
      const reason = value === 'ambiguous' && { reason: AMBIGUOUS };
      return { outcome: 'unparseable', ...foundBy, ...lenient, ...reason };
    },
  }),
  knownAnswers: [
    { text: 'So the answer is (B).', answer: 'B', expected: 'correct' },
    { text: 'The answer is (A). No: the answer is (B).', answer: 'B', expected: 'correct' },
    { text: '**B**', answer: 'B', expected: 'correct' },
    { text: 'B. Paris', answer: 'B', expected: 'correct' },
    { text: 'Hence \\boxed{\\text{C}}', answer: 'B', expected: 'incorrect' },
    { text: 'A dog is an animal.', answer: 'A', expected: 'unparseable' },
    { text: 'The answer is A or B.', answer: 'A', expected: 'unparseable' },
    { text: '<answer>B</answer>', answer: 'B', expected: 'correct' },
    { text: '故选：B', answer: 'B', expected: 'correct' },
    { text: 'It is Paris.', answer: '1', meta: { choices: ['Rome', 'Paris'] }, expected: 'correct' },
    { text: 'The answer is H', answer: 'D', meta: { choices: ['He', 'Li', 'Be', 'H'] }, expected: 'correct' },
    { text: 'The answer is A', answer: '0', meta: { choices: ['B', 'A'] }, expected: 'unparseable' },
    { text: 'The answer is (A)', answer: '0', meta: { choices: ['B', 'A'] }, expected: 'correct' },
  ],
};
