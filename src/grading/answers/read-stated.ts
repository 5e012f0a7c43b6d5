import { withResult } from './arithmetic.ts';
import { type Asked, onlyWords, withSingleSpaces } from './asked/asked.ts';
import { isOnlyRetold } from './asked/retold.ts';
import { statedAsAsked } from './asked/stated-as-asked.ts';
import { matchesOf } from './matches-of.ts';
import { saysWhy } from './endings.ts';
import { sentencesOf } from './sentences.ts';
import { type Marker, type StatedAnswer, unmarkedSentence } from './stated-answer.ts';
import { markedAnswers } from './stated-answers.ts';
import { unmarkedAnswers } from './unmarked-answers.ts';

/**
 * The result of reading a statement: a value; `unreadable` if the statement gives an answer that the grader cannot read;
 * `none` if it gives no answer ("the answer is clear").
 */
export type Reading<T> =
  | {
      readonly value: T;
      /** Whether the statement is prose, which may give the answer at its end. Default: false. */
      readonly isProse?: boolean;
    }
  | 'unreadable'
  | 'none';

/** The rule that found the answer, and its value; `value` is undefined if the grader could not read it. */
export type Found<T> = { readonly rule: string; readonly value: T | undefined };

/**
 * Matches the start of another question. Base models that were prompted with examples often continue with another
 * question after their answer.
 */
const NEXT_QUESTION =
  /(?:^|\n)[ \t>*_#[]{0,8}(?:(?:(?:(?:Next|Similar|Another|New) )?(?:[Qq]uestion|[Pp]roblem)|QUESTION|Q|PROBLEM|INPUT|Exercise|Human|User|Input|Instruction|Task|Example|Student|Frage|Aufgabe|Pregunta|Problema|Domanda|Pergunta|Questão|Vraag|Swali|Soru|Вопрос|Задача|問題|问题|題目|题目|질문|문제|প্রশ্ন|ప్రశ్న|โจทย์|ค(?:ำ|ํา)ถาม|السؤال|سؤال|प्रश्न)(?: ?(\d{1,4}))?[*_\]]{0,3}[ \t]?[:：]|#{1,4} ?(?:Question|Problem|Exercise|Example|Instruction)\b[^\n]{0,40}(?=\n)|(?:Question|Problem|Exercise|Example|Q) ?\d{1,4}[.)]?(?:[ \t]*(?=\n)|(?<=[.)])[ \t])|(?:(?:EX |Ex )?Q|Question|Problem|Exercise)\]|(?:user|human|User|Human)[ \t]*(?=\n)|#{2,}[ \t]*(?=\n(?!\s*(?:(?:So|Therefore|Thus|Hence),? )?(?:[Tt]he |[Mm]y )?(?:[Ff]inal )?[Aa]nswer\b))|<\|(?:im_start\|>\s?user|user|start_header_id\|>\s?user)|\[INST\])|<\|(?:endoftext|im_end|eot_id|end_of_text|end|assistant|user)\|>|<\/s>|<(?:end|start)_of_turn>/g;
const FIRST_QUESTION = /^\s*[*_#]{0,4}\s?(?:Q|Sub-?question|Question) ?1[.:)]/;
/** Maximum number of further questions to look for. The text may be cut at each of them. */
const MOST_QUESTIONS = 4;

const HEADING = /^\s*#{1,3} [^\n]*\p{L}{3}/u;

/**
 * Whether the text contains only headings. If so, a following "Problem Breakdown:" is another heading, and the answer is
 * below it.
 */
function isOnlyHeadings(text: string): boolean {
  return text.split('\n').every((line) => line.trim() === '' || HEADING.test(line));
}

/** Indexes at which another question may begin. Only the text before that question answers the item. */
function endsOfAnswer(text: string, asked: Asked | undefined): readonly number[] {
  const ends: number[] = asked?.nextQuestion === undefined ? [] : likePrompt(text, asked.nextQuestion);
  let isNumbered = false;
  // Text that begins with "Question 1" splits the item into parts.
  if (FIRST_QUESTION.test(text.slice(0, 40))) return [];
  NEXT_QUESTION.lastIndex = 0;
  for (let match = NEXT_QUESTION.exec(text); match; match = NEXT_QUESTION.exec(text)) {
    // If questions are numbered, all of them are parts of the item.
    if (isNumbered && match[1] !== undefined) return [];
    isNumbered ||= match[1] !== undefined;
    const before = text.slice(0, Math.min(match.index, 200));
    if (before.trim() !== '' && !isOnlyHeadings(before)) ends.push(match.index);
    if (ends.length >= 2 * MOST_QUESTIONS) break;
  }
  return ends.sort((a, b) => a - b);
}

/** Indexes at which a question begins in the same way as the prompt's own question. */
function likePrompt(text: string, nextQuestion: RegExp): number[] {
  return matchesOf(nextQuestion, text)
    .map(({ index }) => index)
    .slice(0, MOST_QUESTIONS);
}

/** Matches words that retract the statement before them. */
const SECOND_THOUGHT =
  /\b(?:[Ww]ait\b(?!\.\w|\()|[Aa]ctually,? (?:let me|I\b|it\b|the\b|that\b)|[Cc]orrection\b|[Ii] (?:made|see) (?:a|an|my) (?:mistake|error)|[Oo]n second thought|[Ii] meant\b|[Tt]hat(?:['’]s| is) (?:wrong|incorrect|not (?:right|correct)))|等等[，,]|等一下|那?我(?:得|需要|应该)(?:再|重新)|那我是不是/;

/** Maximum number of characters before an answer that still counts as the start of its text. */
const MOST_BEFORE_ANSWER = 40;
/** Rules that can find a different answer in an explanation below the first answer. */
const COMES_TO: ReadonlySet<string> = new Set(['conclusion', 'last-line']);

/**
 * Number of characters before a statement that are compared with the prompt. If they also occur there, the statement is
 * one of the prompt's examples.
 */
const CONTEXT_LENGTH = 80;
/** Maximum length of a marker, including a phrase such as "to the question". */
const LONGEST_MARKER = 100;

function isOfPrompt(text: string, { at, text: said }: StatedAnswer, asked: Asked): boolean {
  const context = withSingleSpaces(text.slice(Math.max(0, at - CONTEXT_LENGTH), at));
  if (context.length < CONTEXT_LENGTH / 2) return false;
  const from = asked.text.indexOf(context);
  const word = onlyWords(said.split(/\s/, 1)[0] ?? '');
  return (
    from !== -1 &&
    asked.text
      .slice(from + context.length)
      .slice(0, LONGEST_MARKER + word.length)
      .split(/[^\p{L}\p{M}\p{N}.,/-]+/u)
      .some((its) => onlyWords(its) === word)
  );
}

/** How a grader reads statements. */
export interface StatementReader<T> {
  readonly read: (stated: StatedAnswer) => Reading<T>;
  /** Grader-specific markers, in any order. Default: no markers. */
  readonly alsoMarked?: (text: string) => readonly Marker[];
  /** Finds an answer without a marker. Default: uses `unmarkedAnswers`. */
  readonly unmarked?: (text: string) => Found<T> | undefined;
}

/** Matches a sentence that announces a further step. */
const GOES_ON = /^(?:now|next|then|first|let|to)\b/i;

/** Matches a verb or an equals sign, and a number. */
const GIVES_VALUE =
  /(?:=|\b(?:is|are|was|were|be|equals?|ha[sd]|have|gets?|got|gives?|gave|makes?|made|needs?|earns?|earned|pays?|paid|costs?|takes?|took|spends?|spent|saves?|saved|found|loses?|lost|sells?|sold|left|totals?)\b)[^]*\p{N}|\p{N}[^]*\b(?:left|in total|altogether|in all)\b/iu;

/** Matches a calculation in math with its result, at the end of a sentence. */
const RESULT_IN_MATH = /(?:\\\(|\$)[^=$()]*=\s?([$€£]?[\d,.]*\d)\s?(?:\\\)|\$)/;
/** Matches a step that gives its result in a relative clause: "To find the rest, we divide 35 by 7, which is 5 pounds." */
const STEP_RESULT =
  /^(?:To|We|Then|Now|Finally|Next)\b[^]*,\swhich (?:is|equals|gives(?: us)?|leaves(?: \p{L}+)?|makes) ([$€£]?[-−]?\d[\d,.]*(?:\s\p{L}{2,}){0,2})$/u;

/** The last sentence within tags, as separate statements, if it gives a value. `whole` is the text with the tags. */
function lastSentenceOf(stated: StatedAnswer, whole: string): readonly StatedAnswer[] {
  const last = stated.isCut ? '' : (sentencesOf(stated.text).at(-1)?.trim() ?? '');
  if (last === stated.text.trim() || !GIVES_VALUE.test(last)) return [];
  const result = STEP_RESULT.exec(last.replace(RESULT_IN_MATH, '$1'))?.[1];
  if (result !== undefined) return [unmarkedSentence('conclusion', result, -2)];
  if (GOES_ON.test(last)) return [];
  const conclusion = unmarkedSentence('conclusion', last, -2);
  return [{ ...stated, text: last, form: 'sentence' }, withResult(whole, stated.at, conclusion)];
}

function firstRead<T>(
  all: readonly StatedAnswer[],
  isExample: (stated: StatedAnswer) => boolean,
  read: StatementReader<T>['read'],
  whole: string,
): (Found<T> & { readonly at: number }) | undefined {
  for (const stated of all) {
    if (isExample(stated)) continue;
    const reading = read(stated);
    if (reading === 'none') continue;
    const value = reading === 'unreadable' ? undefined : reading.value;
    // Tags, and the line after "Answer:", may contain a whole solution that ends in the answer.
    const isUnclear = reading === 'unreadable' || reading.isProse === true;
    const mayEndInAnswer =
      isUnclear && (stated.isTagged === true || (stated.form === 'label' && stated.isLast));
    const within = mayEndInAnswer ? valueWithin(stated, whole, read) : undefined;
    return { rule: stated.rule, value: within ?? value, at: Math.max(0, stated.at) };
  }
  return undefined;
}

/** The value that a solution within a statement ends in. `whole` is the text with the statement. */
function valueWithin<T>(
  stated: StatedAnswer,
  whole: string,
  read: StatementReader<T>['read'],
): T | undefined {
  const last = stated.isTagged === true ? lastSentenceOf(stated, whole) : [];
  for (const one of [...unmarkedAnswers(stated.text), ...last]) {
    const reading = read(one);
    if (typeof reading !== 'string') return reading.value;
  }
  return undefined;
}

function withoutPlace<T>(found: Found<T> | undefined): Found<T> | undefined {
  return found && { rule: found.rule, value: found.value };
}

/**
 * Finds and reads the last answer that a completion gives explicitly. If the completion continues with another question
 * after its answer, only the text before that question counts.
 */
export function readStated<T>(
  text: string,
  asked: Asked | undefined,
  reader: StatementReader<T>,
): Found<T> | undefined {
  const { read, alsoMarked } = reader;
  const unmarked =
    reader.unmarked ??
    ((part: string) =>
      withoutPlace(firstRead(unmarkedAnswers(part, asked?.isPrimed), () => false, read, part)));
  const marked = (part: string): Found<T> | undefined => {
    const isExample = (stated: StatedAnswer): boolean =>
      asked !== undefined && isOfPrompt(part, stated, asked);
    const { markers = [], stated = [] } = asked === undefined ? {} : statedAsAsked(part, asked);
    const all = markedAnswers(part, [...(alsoMarked?.(part) ?? []), ...markers], stated);
    const found = firstRead(all, isExample, read, part);
    if (found === undefined) return undefined;
    const tail = part.slice(found.at);
    const second = SECOND_THOUGHT.exec(tail);
    const { rule, value } = found;
    if (second === null) return explained(tail, found.at) ?? { rule, value };
    const retaken = unmarked(tail.slice(second.index));
    if (retaken !== undefined) return retaken;
    return { rule, value: isOnlyRetold(part, found.at, found.at + second.index) ? value : undefined };
  };
  /** Returns the answer that an explanation reaches, if the text begins with an answer followed by an explanation. */
  const explained = (tail: string, at: number): Found<T> | undefined => {
    const end = tail.indexOf('\n');
    if (at > MOST_BEFORE_ANSWER || end === -1 || !saysWhy(tail, end)) return undefined;
    const found = unmarked(tail.slice(end));
    return found?.value !== undefined && COMES_TO.has(found.rule) ? found : undefined;
  };
  for (const end of endsOfAnswer(text, asked)) {
    const before = text.slice(0, end);
    const found = marked(before) ?? unmarked(before);
    if (found !== undefined) return found;
  }
  return marked(text) ?? unmarked(text);
}
