import { answerTags, jsonAnswers, lastBoxes } from './enclosed.ts';
import { CONCLUSION, markersFor } from './markers.ts';
import { CHANGES_BOLD, firstSentence } from './sentences.ts';
import { MAX_ANSWER_LENGTH, type Marker, type StatedAnswer } from './stated-answer.ts';
import { matchesOf } from './matches-of.ts';
import { isDenied, isOption, isRemark } from './remarks.ts';

const HASHES = /(?<!#)####(?!#)/g;
/** Marks between a marker and what it states, with arrows and, on a line below, the mark of a quotation. */
const LEAD = /(?:[\s*_:："'`→⇒⟹]|[-=]{1,2}>|(?<=\n[ \t]{0,3})>(?= )){0,64}/y;
/** What closes a statement on its line: a tag, the next role of a chat template. */
const CLOSED = /<\/|<\||\[\/INST/;
/** Marks that may close a text, and sentences that say nothing more. */
const CLOSING_MARKS = new Set(' \t\r\n*_`$"\'.!)]}>\\。।');
const CLOSING_WORDS =
  /(?:<\/?[\w ]{1,20}|<\|[\w ]{1,20}\||I hope (?:it|this|that) is correct|(?:I )?hope (?:this|that) helps|(?:Please )?let me know if [^\n]{1,100}|(?:if you have (?:any )?(?:other |more |further )?questions,? )?(?:please )?feel free to (?:ask|reach out)[^\n]{0,40})$/i;
const OPENS_DISPLAY = /^(?:\$\$|\\\[)\s*$/;

const IS_ANSWER = / is (?:the|my) (?:final |correct )?answer\b/;
/** "66 is the answer." */
const CALLED_ANSWER =
  /(?<=[.!?\n])[ *_]{1,3}(?=[^\s.!?][^.!?\n]{0,40} is (?:the|my) (?:final |correct )?answer\b)/g;

function markersIn(text: string, also: readonly Marker[]): Marker[] {
  const { marker, heading } = markersFor(text);
  const found: Marker[] = [...also];
  if (text.includes('####')) {
    for (const { index } of text.matchAll(HASHES)) {
      found.push({ start: index, end: index + 4, rule: 'hashes', form: 'whole' });
    }
  }
  for (const match of matchesOf(marker, text)) {
    const isLabel = /[:：.]$/.test(match[0]);
    const end = match.index + match[0].length;
    found.push({ start: match.index, end, rule: 'answer-marker', form: isLabel ? 'label' : 'sentence' });
  }
  for (const match of matchesOf(heading, text)) {
    const end = match.index + match[0].length;
    found.push({ start: match.index, end, rule: 'answer-heading', form: 'label' });
  }
  if (IS_ANSWER.test(text)) {
    for (const match of matchesOf(CALLED_ANSWER, text)) {
      found.push({ start: match.index, end: match.index + 1, rule: 'answer-marker', form: 'sentence' });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** What a marker is followed by: the rest of its line or, where nothing is left of that, the next line that says something. */
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
  const said = (closed === -1 ? line : line.slice(0, closed)).trimEnd();
  if (said === '') return undefined;
  return {
    rule: marker.rule,
    text: said,
    form: marker.form,
    at: marker.start,
    isBelow: lead.includes('\n'),
    isLast: start + length >= endOfContent || saysWhy(text, start + length),
    after: text.slice(start + length, start + length + 80),
    isCut: newline === -1 && closed === -1 && longest < limit,
  };
}

const LONGEST_OBJECT = 4000;

/** Where the object ends that a member of JSON belongs to: other members say something about the answer. */
function objectEnd(text: string, from: number): number {
  const close = text.slice(from, from + LONGEST_OBJECT).indexOf('}');
  return close === -1 ? from : from + close;
}

/** Where the marks and words that close a text begin. */
export function contentEnd(text: string): number {
  let end = text.length;
  for (;;) {
    while (end > 0 && CLOSING_MARKS.has(text.charAt(end - 1))) end--;
    const words = CLOSING_WORDS.exec(text.slice(Math.max(0, end - 120), end));
    if (words === null) return end;
    end -= words[0].length;
  }
}

/** Whether the next line begins an explanation: then what stands before it is complete. */
function saysWhy(text: string, from: number): boolean {
  return /^\s*[*_#>]{0,6}\s?(?:explanation|reason(?:ing)?|justification|because|calculations?|working|note|confidence)\b/i.test(
    text.slice(from, from + 60),
  );
}

function whole(rule: StatedAnswer['rule'], content: string, at: number): StatedAnswer | undefined {
  const text = content.trim();
  if (text === '') return undefined;
  const isCut = text.length > MAX_ANSWER_LENGTH;
  const kept = isCut ? text.slice(0, MAX_ANSWER_LENGTH) : text;
  return { rule, text: kept, form: 'whole', at, isBelow: false, isLast: true, after: '', isCut };
}

const BOLD = /\*\*([^*\n]{1,200}?)\*\*/g;

/** Bold that is a heading or a label. */
const HEADING = /^(?:\d{1,3}[.)]\s|(?:step|part|day|chapter|question|problem|case|note|example|phase)\b)/i;
/** The one thing that the last line of a text has in bold; undefined where it is nothing, or more than one thing. */
function boldEnding(text: string, endOfContent: number): StatedAnswer | undefined {
  const content = text.slice(0, Math.min(text.length, endOfContent + 8)).trimEnd();
  const line = content.slice(Math.max(content.lastIndexOf('\n') + 1, content.length - MAX_ANSWER_LENGTH));
  const said = new Set([...line.matchAll(BOLD)].map((match) => (match[1] ?? '').trim()));
  const [only = '', ...others] = said;
  const behind = line.slice(line.lastIndexOf('**') + 2);
  if (others.length > 0 || only.endsWith(':') || HEADING.test(only) || CHANGES_BOLD.test(behind))
    return undefined;
  if (/[-−]$/.test(line.slice(0, line.indexOf('**')))) return undefined;
  // Whatever marks an answer comes before it.
  return whole('bold-ending', only, -1);
}

/** Longer texts are more than an answer. */
const LONGEST_BARE = 80;

/** A text of one short line, which may be nothing but an answer, or such a line above an explanation. */
function bareText(text: string): StatedAnswer | undefined {
  const start = text.search(/\S/);
  const newline = text.indexOf('\n', start);
  const end = newline === -1 || text.slice(newline).trim() === '' ? text.length : newline;
  if (start === -1 || end - start > 2 * LONGEST_BARE) return undefined;
  const line = text.slice(start, end).trim();
  const isAll = end === text.length || saysWhy(text, end);
  return isAll && line.length <= LONGEST_BARE ? whole('whole-text', line, -3) : undefined;
}

/** A step that is still to be taken. */
const ON_THE_WAY =
  /^(?:step\b|(?:we|you|I|let['’]?s|let us)\s(?:(?:must|need to|can|could|should|have to|will|now)\s)*(?:subtract|divide|multiply|add|take|find|calculate|compute|use|solve|set|write|start|look|check)\b)/i;

/** What ends in words behind its last number was not cut within a number. */
const ENDS_IN_WORDS = /\d[^\d\n]*\s\p{L}{2,}\s\p{L}{2,}[^\d\n]*$/u;

/** The last sentence of a text, where it begins with "therefore" or the like. One that does not end may have been cut. */
function conclusion(text: string, endOfContent: number): StatedAnswer | undefined {
  const content = text.slice(Math.max(0, endOfContent - MAX_ANSWER_LENGTH), endOfContent);
  // "Therefore, the total is:" goes on in the next line.
  const line = content.slice(
    content.replaceAll(/:[ \t]*\n{1,2}/g, (colon) => ' '.repeat(colon.length)).lastIndexOf('\n') + 1,
  );
  if (text.slice(endOfContent).trim() === '' && !ENDS_IN_WORDS.test(line)) return undefined;
  const [match] = matchesOf(CONCLUSION, line).slice(-1);
  if (match === undefined) return undefined;
  const said = line
    .slice(match.index + match[0].length)
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (ON_THE_WAY.test(said)) return undefined;
  if (said === '' || firstSentence(said).length < said.length - 1) return undefined;
  return unmarkedSentence('conclusion', said, -2);
}

function unmarkedSentence(rule: StatedAnswer['rule'], text: string, at: number): StatedAnswer {
  return { rule, text, form: 'sentence', at, isBelow: false, isLast: true, after: '', isCut: false };
}

const LONGEST_SENTENCE = 300;
/** A sentence that asks, plans, supposes, or says that there is no answer. */
const NO_ANSWER =
  /^(?:first|next|then|step|let|to|in order|suppose|assum\p{L}+|given|please|sorry|if you|what|how|which)\b|\b(?:cannot|unable|not|never|need(?:s|ed)?|(?:is|are) missing|unknown|require[sd]?|could|might|depends|answer|boxed)\b|n['’]t\b/iu;

/** A text that is one sentence. One that does not end may have been cut. */
function onlySentence(text: string, endOfContent: number): StatedAnswer | undefined {
  if (text.length > 2 * LONGEST_SENTENCE || text.slice(endOfContent).trim() === '') return undefined;
  const said = text.slice(0, endOfContent).trim();
  const isOne =
    said.length <= LONGEST_SENTENCE &&
    !said.includes('\n') &&
    firstSentence(said) === said &&
    !NO_ANSWER.test(said);
  return isOne ? unmarkedSentence('whole-text', said, -4) : undefined;
}

/**
 * Everything that a completion (without its reasoning) marks as its final answer, the last first; remarks about an answer come
 * last. `also` are places that only the grader knows. Linear in the length.
 */
export function markedAnswers(text: string, also: readonly Marker[] = []): readonly StatedAnswer[] {
  const found: (StatedAnswer | undefined)[] = [];
  const remarks: StatedAnswer[] = [];
  const json = jsonAnswers(text);
  for (const { start, content } of json) found.push(whole('json', content, start));
  for (const { start, content } of answerTags(text)) found.push(whole('answer-tag', content, start));
  const boxed = lastBoxes(text);
  if (boxed !== undefined) {
    const [only = '', ...others] = [...new Set(boxed.parts.map((part) => part.trim()))];
    const content = others.length === 0 ? only : `\\{${[only, ...others].join(', ')}\\}`;
    const isNegated = /[=$([{]\s?[-−]\s?$/.test(text.slice(Math.max(0, boxed.start - 6), boxed.start));
    found.push(whole('boxed', isNegated ? `-${content}` : content, boxed.start));
  }
  const markers = markersIn(text, also);
  const endOfContent = markers.length === 0 ? 0 : contentEnd(text);
  let limit = text.length;
  const objects = json.map(({ end }) => ({ from: end, to: objectEnd(text, end) }));
  let before = json.length - 1;
  for (const marker of markers.toReversed()) {
    while (before >= 0 && (json[before]?.start ?? 0) > marker.start) before--;
    const inJson = marker.start < (objects[before]?.to ?? 0);
    if (!inJson && !isOption(text, marker) && !isDenied(text, marker)) {
      const stated = statementAfter(text, marker, limit, endOfContent);
      if (stated && isRemark(text, marker, stated)) remarks.push(stated);
      else found.push(stated);
    }
    limit = marker.start;
  }
  return [...found.filter((it) => it !== undefined).sort((a, b) => b.at - a.at), ...remarks];
}

/** What the end of a completion, or the whole of a short one, states without a marker; the strongest first. */
export function unmarkedAnswers(text: string): readonly StatedAnswer[] {
  const endOfContent = contentEnd(text);
  return [
    boldEnding(text, endOfContent),
    conclusion(text, endOfContent),
    bareText(text),
    onlySentence(text, endOfContent),
  ].filter((it) => it !== undefined);
}
