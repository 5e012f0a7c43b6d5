import { answerLine } from './answer-line.ts';
import { markersFor } from './marker-patterns.ts';
import { matchesOf } from './matches-of.ts';
import type { Marker } from './stated-answer.ts';

/** GSM8K's marker. */
const HASHES = /(?<!#)####(?!#)/g;
const IS_ANSWER = / is (?:the|my) (?:final |correct )?answer\b/;
/** "66 is the answer." */
const CALLED_ANSWER =
  /(?<=[.!?\n])[ *_]{1,3}(?=[^\s.!?][^.!?\n]{0,40} is (?:the|my) (?:final |correct )?answer\b)/g;

/**
 * All places in a text at which an answer is announced, in the order of the text: `####`, "The answer is", headings,
 * "18 is the answer" and a last line such as `Total: 18`. `also` has further ones. Linear in the text.
 */
export function markersIn(text: string, also: readonly Marker[], endOfContent: number): Marker[] {
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
  const line = answerLine(text, endOfContent);
  if (line !== undefined && !found.some(({ start }) => start >= line.start)) found.push(line);
  return found.sort((a, b) => a.start - b.start);
}
