import { saysWhy } from './endings.ts';
import type { Marker, StatedAnswer } from './stated-answer.ts';
import { markedAnswers } from './stated-answers.ts';
import { unmarkedAnswers } from './unmarked-answers.ts';

/**
 * What a grader makes of a statement: a value; `unreadable` where an answer is stated that it cannot read; `none` where the
 * statement states no answer ("the answer is clear").
 */
export type Reading<T> =
  | {
      readonly value: T;
      /** Whether it is sentences, which may state the answer at their end. Default: false. */
      readonly isProse?: boolean;
    }
  | 'unreadable'
  | 'none';

/** The statement that counts, and what it was read as. */
export type Found<T> = { readonly rule: string; readonly value: T | undefined };

/** Where a text that goes on after its answer begins another question, as base models do after the examples of a prompt. */
const NEXT_QUESTION =
  /(?:^|\n)[ \t>*_#[]{0,8}(?:(?:(?:(?:Next|Similar|Another|New) )?(?:[Qq]uestion|[Pp]roblem)|QUESTION|Q|PROBLEM|INPUT|Exercise|Human|User|Input|Instruction|Task|Example|Student|Frage|Aufgabe|Pregunta|Problema|Domanda|Pergunta|Questão|Vraag|Swali|Soru|Вопрос|Задача|問題|问题|題目|题目|질문|문제|প্রশ্ন|ప్రశ్న|โจทย์|ค(?:ำ|ํา)ถาม|السؤال|سؤال|प्रश्न)(?: ?(\d{1,4}))?[*_\]]{0,3}[ \t]?[:：]|#{1,4} ?(?:Question|Problem|Exercise|Example|Instruction)\b[^\n]{0,40}(?=\n)|(?:Question|Problem|Exercise|Example|Q) ?\d{1,4}[.)]?(?:[ \t]*(?=\n)|(?<=[.)])[ \t])|(?:Question|Problem|Exercise)\]|(?:user|human|User|Human)[ \t]*(?=\n)|#{2,}[ \t]*(?=\n)|<\|(?:im_start\|>\s?user|user|start_header_id\|>\s?user)|\[INST\])|<\|(?:endoftext|im_end|eot_id|end_of_text|end)\|>|<\/s>|<(?:end|start)_of_turn>/g;
const FIRST_QUESTION = /^\s*[*_#]{0,4}\s?(?:Q|Sub-?question|Question) ?1[.:)]/;
/** Later questions are part of the text that is read. */
const MOST_QUESTIONS = 4;

const HEADING = /^\s*#{1,3} [^\n]*\p{L}{3}/u;

/** Whether a text holds headings and nothing else: its answer is below, and "Problem Breakdown:" only one heading more. */
function isOnlyHeadings(text: string): boolean {
  return text.split('\n').every((line) => line.trim() === '' || HEADING.test(line));
}

/** Where another question may begin: the text before one of them may be all that answers the item's own. */
function endsOfAnswer(text: string): readonly number[] {
  const ends: number[] = [];
  let isNumbered = false;
  // A text that begins with its first question takes the item's apart.
  if (FIRST_QUESTION.test(text.slice(0, 40))) return [];
  NEXT_QUESTION.lastIndex = 0;
  for (let match = NEXT_QUESTION.exec(text); match; match = NEXT_QUESTION.exec(text)) {
    // Questions that are gone through by their numbers are all the item's.
    if (isNumbered && match[1] !== undefined) return [];
    isNumbered ||= match[1] !== undefined;
    const before = text.slice(0, Math.min(match.index, 200));
    if (before.trim() !== '' && !isOnlyHeadings(before)) ends.push(match.index);
    if (ends.length === MOST_QUESTIONS) break;
  }
  return ends;
}

/** After a statement it takes the statement back. */
const SECOND_THOUGHT =
  /\b(?:[Ww]ait\b|[Aa]ctually,? (?:let me|I\b|it\b|the\b|that\b)|[Cc]orrection\b|[Ii] (?:made|see) (?:a|an|my) (?:mistake|error)|[Oo]n second thought|[Ii] meant\b|[Tt]hat(?:['’]s| is) (?:wrong|incorrect|not (?:right|correct)))/;

/** A text begins with its answer where no more than this stands before it. */
const MOST_BEFORE_ANSWER = 40;
/** Rules by which an explanation below an answer states one of its own. */
const COMES_TO: ReadonlySet<string> = new Set(['conclusion', 'last-line']);

/** So many characters before a statement must be the prompt's for it to be one of the prompt's examples. */
const CONTEXT_LENGTH = 80;
/** No marker is longer, with what the answer is to. */
const LONGEST_MARKER = 100;

function isOfPrompt(text: string, { at, text: said }: StatedAnswer, prompt: string): boolean {
  const context = text.slice(Math.max(0, at - CONTEXT_LENGTH), at);
  if (context.length < CONTEXT_LENGTH / 2) return false;
  const from = prompt.indexOf(context);
  const [word = ''] = said.split(/\s/, 1);
  return (
    from !== -1 &&
    prompt
      .slice(from + context.length)
      .slice(0, LONGEST_MARKER + word.length)
      .includes(word)
  );
}

/** How a grader reads statements. */
export interface StatementReader<T> {
  readonly read: (stated: StatedAnswer) => Reading<T>;
  /** Markers that only this grader knows, in any order. Default: none. */
  readonly alsoMarked?: (text: string) => readonly Marker[];
  /** What a text states without a marker. Default: what `unmarkedAnswers` finds. */
  readonly unmarked?: (text: string) => Found<T> | undefined;
}

function firstRead<T>(
  all: readonly StatedAnswer[],
  isExample: (stated: StatedAnswer) => boolean,
  read: StatementReader<T>['read'],
): (Found<T> & { readonly at: number }) | undefined {
  for (const stated of all) {
    if (isExample(stated)) continue;
    const reading = read(stated);
    if (reading === 'none') continue;
    const value = reading === 'unreadable' ? undefined : reading.value;
    // Between tags may stand a whole solution, which ends in the answer.
    const mayEndInAnswer =
      stated.rule === 'answer-tag' && (reading === 'unreadable' || reading.isProse === true);
    const within = mayEndInAnswer
      ? firstRead(unmarkedAnswers(stated.text), () => false, read)?.value
      : undefined;
    return { rule: stated.rule, value: within ?? value, at: Math.max(0, stated.at) };
  }
  return undefined;
}

function withoutPlace<T>(found: Found<T> | undefined): Found<T> | undefined {
  return found && { rule: found.rule, value: found.value };
}

/**
 * What a completion states as its answer, as a grader reads it: its last statement that states one. Where the completion goes
 * on with a question of its own after it has stated an answer, only what stands before that question counts.
 */
export function readStated<T>(
  text: string,
  prompt: string | undefined,
  reader: StatementReader<T>,
): Found<T> | undefined {
  const { read, alsoMarked } = reader;
  const unmarked =
    reader.unmarked ?? ((part: string) => withoutPlace(firstRead(unmarkedAnswers(part), () => false, read)));
  const marked = (part: string): Found<T> | undefined => {
    const isExample = (stated: StatedAnswer): boolean =>
      prompt !== undefined && isOfPrompt(part, stated, prompt);
    const all = markedAnswers(part, alsoMarked?.(part));
    const found = firstRead(all, isExample, read);
    if (found === undefined) return undefined;
    const tail = part.slice(found.at);
    const second = SECOND_THOUGHT.exec(tail);
    const { rule, value } = found;
    if (second === null) return explained(tail, found.at) ?? { rule, value };
    return unmarked(tail.slice(second.index)) ?? { rule, value: undefined };
  };
  /** What an explanation comes to, below an answer that a text begins with. */
  const explained = (tail: string, at: number): Found<T> | undefined => {
    const end = tail.indexOf('\n');
    if (at > MOST_BEFORE_ANSWER || end === -1 || !saysWhy(tail, end)) return undefined;
    const found = unmarked(tail.slice(end));
    return found?.value !== undefined && COMES_TO.has(found.rule) ? found : undefined;
  };
  for (const end of endsOfAnswer(text)) {
    const before = text.slice(0, end);
    const found = marked(before) ?? unmarked(before);
    if (found !== undefined) return found;
  }
  return marked(text) ?? unmarked(text);
}
