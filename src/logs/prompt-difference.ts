import { quoted } from '../files/printable.ts';
import type { LoggedItem } from './task-log.ts';

/** Characters of context before a difference. A quoted text has at most 60 characters. */
const CONTEXT = 30;

/** Describes where two versions of an item first differ, and quotes both from shortly before the difference. */
export function firstDifference(old: LoggedItem, candidate: LoggedItem): string {
  const [one, other] = [partsOf(old), partsOf(candidate)];
  const at = one.findIndex((part, place) => part.text !== other[place]?.text);
  const [ofOld, ofNew] = [one[at], other[at]];
  if (ofOld === undefined || ofNew === undefined)
    return `old has ${one.length} parts, but new has ${other.length}`;
  const start = startOf(ofOld.text, ofNew.text);
  return `${ofOld.name} of old has ${quoted(ofOld.text.slice(start))}, but new has ${quoted(ofNew.text.slice(start))}`;
}

interface Part {
  readonly name: string;
  readonly text: string;
}

function partsOf({ messages, answer, options }: LoggedItem): readonly Part[] {
  return [
    ...messages.map(({ role, content }) => ({ name: 'the prompt', text: `${role}: ${content}` })),
    { name: 'the right answer', text: answer ?? '' },
    ...(options ?? []).map((text) => ({ name: 'an option', text })),
  ];
}

/**
 * Returns the index to quote from: at most 30 characters before the first difference, but not before the start of its
 * line.
 */
function startOf(one: string, other: string): number {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const line = one.lastIndexOf('\n', same - 1) + 1;
  const start = Math.max(line, same - CONTEXT);
  // Does not start within a surrogate pair.
  return /^[\uDC00-\uDFFF]/u.test(one.slice(start)) ? start - 1 : start;
}

/** Patterns for dates, such as `03 Nov 2026`, `November 3, 2026`, `2026-11-03` and `11/03/2026`. */
const DATES = [
  '[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}',
  '[A-Z][a-z]+ [0-9]{1,2}, [0-9]{4}',
  '[0-9]{4}-[0-9]{2}-[0-9]{2}',
  '[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}',
];

/**
 * If the prompts in each pair differ only in a date, returns a pattern that matches the date and the words before it on
 * its line; otherwise returns undefined.
 */
export function datePattern(pairs: readonly (readonly [LoggedItem, LoggedItem])[]): string | undefined {
  const [first] = pairs;
  if (first === undefined) return undefined;
  for (const date of DATES) {
    const labelled = new RegExp(`([A-Za-z ]{2,${CONTEXT}}: )${date}`, 'gu');
    for (const [, label = ''] of promptOf(first[0]).matchAll(labelled)) {
      const pattern = `${label.trimStart()}${date}`;
      const found = new RegExp(pattern, 'gu');
      const isAll = pairs.every(
        ([one, other]) =>
          promptOf(one).replaceAll(found, '') === promptOf(other).replaceAll(found, '') &&
          restOf(one) === restOf(other),
      );
      if (isAll) return pattern;
    }
  }
  return undefined;
}

const promptOf = ({ messages }: LoggedItem): string =>
  messages.map(({ role, content }) => `${role}: ${content}`).join('\0');

const restOf = ({ answer, options }: LoggedItem): string => JSON.stringify([answer, options]);
