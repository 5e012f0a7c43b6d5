import { labelsAnswer, labelsOther } from './answer-words.ts';

const LABEL = /^[ \t>*_#]{0,6}([^\s:：*_#>][^\n:：]{0,22}?)[*_]{0,2}[:：]/gmu;
const HEADING = /^[ \t>*_#]{0,6}([^\s*_#>][^\n]{1,40})[:：][*_]{0,2}[ \t]*$/gmu;
const IS_QUESTION = /^(?:question|problem|input)/i;
const MOST_LABELS = 8;
/**
 * Minimum length of a question below the last heading, in UTF-16 code units. Shorter text there is a format or an
 * answer.
 */
const SHORTEST_QUESTION = 30;

/** The beginning of the prompt, long enough to be unique. */
function openingOf(prompt: string): string | undefined {
  const line = prompt.trimStart().split('\n', 1)[0] ?? '';
  const opening = /^\p{Script=Han}/u.test(line) ? line.slice(0, 8) : line.slice(0, 24);
  return opening === line || !/^[\p{L}\p{N}\s,，]+$/u.test(opening) ? undefined : opening;
}

/** The heading above the prompt's last part, if that part is the question. */
function lastHeading(prompt: string): string | undefined {
  const last = [...prompt.matchAll(HEADING)].findLast(
    ({ index, 0: line }) => prompt.slice(index + line.length).trim().length >= SHORTEST_QUESTION,
  );
  if (last === undefined) return undefined;
  return /[[<{]/.test(prompt.slice(last.index + last[0].length)) ? undefined : last[1];
}

/**
 * Returns the regular expression source for the words with which a prompt introduces a question: its beginning, the
 * heading of its last part, and labels that occur on several lines and introduce neither the answer nor the working. In
 * a prompt with labeled answers, a label that occurs twice without an answer in between is a speaker's name or part of a
 * question. Base models continue with another question in the same form.
 */
export function nextQuestionSource(prompt: string, escaped: (text: string) => string): string | undefined {
  const places = new Map<string, number[]>();
  for (const { 1: label = '', index } of prompt.matchAll(LABEL)) {
    const known = places.get(label);
    if (known === undefined) places.set(label, [index]);
    else known.push(index);
  }
  const answers = [...places].filter(([label]) => labelsAnswer(label)).flatMap(([, all]) => all);
  // A label that occurs twice before an answer, such as a speaker's name, does not introduce a question.
  const isRepeated = (label: string): boolean =>
    answers.length > 0 &&
    (places.get(label) ?? []).some(
      (place, at, all) => at > 0 && !answers.some((answer) => answer > (all[at - 1] ?? 0) && answer < place),
    );
  const several = [...places].filter(([, all]) => all.length > 1).map(([label]) => label);
  const own = Array.from(prompt.matchAll(HEADING), ([, label = '']) => label);
  const heading = lastHeading(prompt);
  const labels = new Set(heading === undefined ? [] : [heading]);
  for (const label of [...several, ...own]) {
    const isQuestion =
      !labelsAnswer(label) && (!labelsOther(label) || IS_QUESTION.test(label)) && !isRepeated(label);
    if (label.length > 1 && isQuestion && labels.size < MOST_LABELS) labels.add(label);
  }
  const opening = openingOf(prompt);
  const byLabel = [...labels].map(escaped).join('|');
  const alternatives = [
    ...(byLabel === '' ? [] : [`(?:${byLabel})[*_]{0,2}[:：]`]),
    ...(opening === undefined ? [] : [escaped(opening)]),
  ];
  return alternatives.length === 0
    ? undefined
    : String.raw`(?<=\n)[ \t>*_#]{0,6}(?:${alternatives.join('|')})`;
}
