import { withResult } from './arithmetic.ts';
import { answerCalls } from './calls.ts';
import { answerTags, jsonAnswers, lastBoxes } from './enclosed.ts';
import { contentEnd, saysWhy } from './endings.ts';
import { markersIn } from './markers.ts';
import { MAX_ANSWER_LENGTH, type Marker, type StatedAnswer, tagged, whole } from './stated-answer.ts';
import { isDenied, isOption, isRemark } from './remarks.ts';

/**
 * Matches punctuation between a marker and its answer, including arrows and, if the answer is on a line below, the
 * block-quote mark `>`.
 */
const LEAD =
  /(?:[\s*_:："'`→⇒⟹]|<(?:b|strong|em|i|u)>(?=\s?[^\s<.,!?])|[-=]{1,2}>|(?<=\n[ \t]{0,3})>(?= )){0,64}/y;
/** Matches text that ends a statement on its line: a tag, or the next role of a chat template. */
const CLOSED = /<\/|<\||\[\/INST/;
/** Matches digits that a model repeats until its output is cut off. */
const ENDLESS = /\d{150}$/;
/** Matches a value inside angle brackets from a placeholder in the instructions: `<18>`. */
const IN_ANGLES = /^<\s?((?=[-−]?[$€£]?\.?\d)[^<>=\n]{1,40}|[A-Ja-j])>/;
const OPENS_DISPLAY = /^(?:\$\$|\\\[)\s*$/;

/** The text after a marker: the rest of its line or, if that is empty, the next line with content. */
function statementAfter(
  text: string,
  marker: Marker,
  limit: number,
  endOfContent: number,
): StatedAnswer | undefined {
  LEAD.lastIndex = marker.end;
  const lead = LEAD.exec(text)?.[0] ?? '';
  const start = marker.end + lead.length;
  if (start >= limit) return undefined;
  const longest = Math.min(limit, start + MAX_ANSWER_LENGTH);
  const rest = text.slice(start, longest);
  const newline = rest.search(/[\n\r]/);
  let length = newline === -1 ? rest.length : newline;
  if (newline !== -1 && OPENS_DISPLAY.test(rest.slice(0, newline))) {
    const close = /\$\$|\\\]/.exec(rest.slice(newline));
    length = close === null ? rest.length : newline + close.index + 2;
  }
  const line = rest.slice(0, length);
  const closed = line.search(CLOSED);
  const said = (closed === -1 ? line : line.slice(0, closed)).trimEnd().replace(IN_ANGLES, '$1');
  if (said === '' || (/^1[.)]\s/.test(said) && /^\s*2[.)]\s/.test(text.slice(start + length))))
    return undefined;
  return {
    rule: marker.rule,
    text: said,
    form: marker.form,
    at: marker.start,
    isBelow: lead.includes('\n'),
    isLast: start + length >= endOfContent || saysWhy(text, start + length),
    after: text.slice(start + length, start + length + 80),
    isCut: newline === -1 && closed === -1 && (longest < limit || ENDLESS.test(said)),
  };
}

const LONGEST_OBJECT = 4000;

/** The end index of the JSON object that contains a member. The object's later members only describe the answer. */
function objectEnd(text: string, from: number): number {
  const close = text.slice(from, from + LONGEST_OBJECT).indexOf('}');
  return close === -1 ? from : from + close;
}

/**
 * All marked answers in a completion (without its reasoning), last first, followed by remarks about an answer. `also`
 * contains additional markers, and `stated` contains answers found by other rules. Linear in the length of the text.
 */
export function markedAnswers(
  text: string,
  also: readonly Marker[] = [],
  stated: readonly StatedAnswer[] = [],
): readonly StatedAnswer[] {
  const found: (StatedAnswer | undefined)[] = [...stated];
  const remarks: StatedAnswer[] = [];
  /** Answers that are given under a condition. If these answers differ, the completion gives no answer. */
  const conditional = new Set<string>();
  const json = jsonAnswers(text);
  for (const { start, content } of json) found.push(whole('json', content, start));
  for (const { start, content } of answerTags(text)) found.push(tagged('answer-tag', content, start));
  for (const { start, content } of answerCalls(text)) found.push(whole('answer-call', content, start));
  const boxed = lastBoxes(text);
  if (boxed !== undefined) {
    const [only = '', ...others] = [...new Set(boxed.parts.map((part) => part.trim()))];
    const content = others.length === 0 ? only : `\\{${[only, ...others].join(', ')}\\}`;
    const isNegated = /[=$([{]\s?[-−]\s?$/.test(text.slice(Math.max(0, boxed.start - 6), boxed.start));
    found.push(whole('boxed', isNegated ? `-${content}` : content, boxed.start));
  }
  const endOfContent = contentEnd(text);
  const markers = markersIn(text, also, endOfContent);
  let limit = text.length;
  const objects = json.map(({ end }) => ({ from: end, to: objectEnd(text, end) }));
  let before = json.length - 1;
  for (const marker of markers.toReversed()) {
    while (before >= 0 && (json[before]?.start ?? 0) > marker.start) before--;
    const inJson = marker.start < (objects[before]?.to ?? 0);
    if (!inJson && !isOption(text, marker) && !isDenied(text, marker)) {
      const plain = statementAfter(text, marker, limit, endOfContent);
      const stated = plain && withResult(text, marker.start, plain);
      const kind = stated === undefined ? 'no' : isRemark(text, marker, stated);
      if (stated !== undefined && kind === 'conditional') conditional.add(stated.text);
      if (stated !== undefined && kind !== 'no') remarks.push(stated);
      else found.push(stated);
    }
    limit = marker.start;
  }
  const last = conditional.size > 1 ? remarks.filter((it) => !conditional.has(it.text)) : remarks;
  return [...found.filter((it) => it !== undefined).sort((a, b) => b.at - a.at), ...last];
}
