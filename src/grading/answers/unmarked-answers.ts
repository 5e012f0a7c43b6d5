import { contentEnd, saysWhy } from './endings.ts';
import { CONCLUSION } from './markers.ts';
import { matchesOf } from './matches-of.ts';
import { CHANGES_BOLD, firstSentence } from './sentences.ts';
import { MAX_ANSWER_LENGTH, type StatedAnswer, whole } from './stated-answer.ts';

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
