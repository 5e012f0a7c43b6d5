import { matchesOf } from '../answers/matches-of.ts';
import { type Option, readOption } from './option.ts';

/** Matches a label at the start of a line: `A) Rome`, `(b) Rome`, `**C.** Rome`, `- D: Rome`. */
const ON_LINE = /^[ \t>*_-]{0,6}(?:\(([A-Za-z])\)|([A-Z])[).:：]|([a-z])\))[*_]{0,2}[ \t]{0,4}(?=\S)/gmu;
/** Matches a label in brackets within a line: `(a) Rome (b) Oslo`. */
const IN_LINE = /(?<![\p{L}\p{N}])\(([A-Za-z])\)\s{0,2}(?=[^\s()])/gu;
/** Matches a label within a line with only a closing bracket: `A) Rome B) Oslo`. */
const HALF_OPEN = /(?<![\p{L}\p{N}(])([A-Z])\)\s{0,2}(?=[^\s()])/gu;
/** Matches the end of an option's text: a line, the next role of a chat template, or a tag. */
const ENDS = /\n|<\||<\/|\[\/INST\]|<(?:end|start)_of_turn>/;
/** Maximum length of the part of a prompt that is read, counted from its end, in UTF-16 code units. */
const MOST_READ = 12_000;
const MOST_OPTIONS = 26;
const LONGEST_OPTION = 400;

interface Label {
  readonly index: number;
  readonly end: number;
  /** Position in the alphabet: 0 for A. */
  readonly place: number;
}

function labelsOf(pattern: RegExp, text: string): readonly Label[] {
  return matchesOf(pattern, text).map((match) => ({
    index: match.index,
    end: match.index + match[0].length,
    place: (match[1] ?? match[2] ?? match[3] ?? '').toLowerCase().charCodeAt(0) - 97,
  }));
}

/** The last run of labels in alphabetical order, starting at A. */
function lastRun(labels: readonly Label[]): readonly Label[] {
  let run: Label[] = [];
  let last: readonly Label[] = [];
  for (const label of labels) {
    if (label.place === 0) run = [label];
    else if (label.place === run.length && run.length > 0) run.push(label);
    else run = [];
    if (run.length >= 2) last = run;
  }
  return last;
}

function textsOf(text: string, run: readonly Label[]): readonly string[] {
  return run.map(({ end }, at) => {
    const next = run[at + 1]?.index;
    const rest = text.slice(end, next ?? end + LONGEST_OPTION);
    const stop = next === undefined ? rest.search(ENDS) : -1;
    return (stop === -1 ? rest : rest.slice(0, stop)).trim().replace(/[,;]$/, '');
  });
}

/**
 * The options that a prompt lists, with letters starting at A. A list needs at least two options on separate lines, or
 * at least three within a line; otherwise, the result is empty. If there are several lists, as in a prompt with
 * examples, the last one counts. No two options have the same text.
 */
export function listedOptions(prompt: string): readonly Option[] {
  const text = prompt.slice(-MOST_READ);
  const runs = [
    lastRun(labelsOf(ON_LINE, text)),
    ...[IN_LINE, HALF_OPEN]
      .map((pattern) => lastRun(labelsOf(pattern, text)))
      .filter((run) => run.length > 2),
  ];
  // The last list counts. If two lists begin at the same place, the longer one counts: the label that starts a line
  // also matches the patterns for labels within a line.
  const run = runs.toSorted((a, b) => (b[0]?.index ?? -1) - (a[0]?.index ?? -1) || b.length - a.length)[0];
  const texts = run === undefined || run.length > MOST_OPTIONS ? [] : textsOf(text, run);
  const options = texts.map(readOption);
  const isUsable =
    texts.every((it) => it !== '' && it.length < LONGEST_OPTION) &&
    new Set(options.map(({ folded }) => folded)).size === options.length;
  return isUsable ? options : [];
}
