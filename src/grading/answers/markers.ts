import { answerLine } from './answer-line.ts';
import { END, LATIN_LANGUAGES, OTHER_LANGUAGES, type MarkerWords } from './languages.ts';
import { matchesOf } from './matches-of.ts';
import type { Marker } from './stated-answer.ts';

/** Markup and quotes after the noun: `**Answer**:`, `"answer":`. */
const MARKUP = '[*_"\'`}]{0,4}[\\p{Zs}\\t]{0,3}';

const oneOf = (sources: readonly string[]): string =>
  sources.length === 1 ? sources.join('') : `(?:${sources.join('|')})`;

/** Appends the joint to a language's nouns. Adjectives before a noun do not matter and are not matched. */
function withJoint({ nouns, behind = '', object, joint, mayStandBare }: MarkerWords): string {
  const bare = mayStandBare ? '|(?=[ \\t]{1,3}[*_$]{0,4}[-−]?\\p{Nd})' : '';
  // Words in between are allowed only if a colon shows that the answer follows.
  const far = `[^\\n.:=]{1,80}?(?:${joint.replaceAll(END, '')})[ \\t]?[:：]`;
  const to = object === undefined ? '' : `(?:${object})?`;
  return `${oneOf(nouns)}${behind}(?:${to}${MARKUP}(?:[-=]>|[:=：ঃ→⇒]|${joint}${bare})|${far})`;
}

/**
 * Matches the words of the first language that fits. There is one alternative per language, because V8 compiles each
 * copy of a joint separately: with one alternative per noun, the first text in another script took 340 ms of processor
 * time instead of 130.
 */
const stated = (languages: readonly MarkerWords[]): string => languages.map(withJoint).join('|');

/** Returns the languages that have nouns of the given kind, with only those nouns and with `change` applied to each. */
const withNouns = (
  languages: readonly MarkerWords[],
  isMeant: (noun: string) => boolean,
  change = (noun: string): string => noun,
): MarkerWords[] =>
  languages
    .map((it) => ({ ...it, nouns: it.nouns.filter(isMeant).map(change) }))
    .filter(({ nouns }) => nouns.length > 0);

const initialsOf = (languages: readonly MarkerWords[]): readonly string[] => [
  ...new Set(languages.flatMap(({ nouns }) => nouns.map((noun) => noun.charAt(0)))),
];

/** Checks the first letter of a word, so that most positions in the text fail fast. */
function atInitials(boundary: string, languages: readonly MarkerWords[], after: string): string[] {
  const initials = initialsOf(languages);
  return initials.length === 0 ? [] : [`(?=[${initials.join('')}])${boundary}(?:${after})`];
}

/**
 * Also groups nouns by their first letter. Many languages share the Latin script, so most words in the text begin with the
 * first letter of some noun.
 */
const byInitial = (languages: readonly MarkerWords[]): string =>
  initialsOf(languages)
    .map((initial) => {
      const nouns = withNouns(
        languages,
        (noun) => noun.startsWith(initial),
        (noun) => noun.slice(1),
      );
      return `${initial}(?:${stated(nouns)})`;
    })
    .join('|');

const ASCII_LETTER = /^[a-z]/;

function latin(): string {
  const ascii = withNouns(LATIN_LANGUAGES, (noun) => ASCII_LETTER.test(noun));
  const accented = withNouns(LATIN_LANGUAGES, (noun) => !ASCII_LETTER.test(noun));
  return [
    // Also matches `final_answer: 18`.
    ...atInitials('(?<![a-z\\d])', ascii, byInitial(ascii)),
    ...atInitials('(?<![\\p{L}\\p{M}])', accented, byInitial(accented)),
  ].join('|');
}

function others(languages: readonly MarkerWords[]): string[] {
  const apart = languages.filter(({ isInside }) => isInside !== true);
  const inside = languages.filter(({ isInside }) => isInside === true);
  return [
    ...atInitials('(?<![\\p{L}\\p{M}])', apart, stated(apart)),
    ...atInitials('', inside, stated(inside)),
  ];
}

/** Matches abbreviated markers: `A: 18`, `Ans - 18` and the line `Answer 18` at the beginning of a line, and `Ans. 18`. */
const SHORT =
  '(?<=^[>*_#\\- \\t]{0,8})(?:A[*_]{0,3}[ \\t]{0,3}[:：]|ans(?:wer)?[*_]{0,3}(?:\\)| ?[-–—])[ \\t](?=[*_$(]{0,4}[-−]?\\p{Nd})|answer(?=[ \\t]{1,3}[$€£]?[-−]?\\p{Nd}[\\p{Nd},.]{0,20}%?[ \\t]*$))|(?<!\\d\\s?)\\bans(?:[.:]|\\s?=| is\\b)';

const LATIN_SOURCE = `${latin()}|${SHORT}`;

/** Matches a line that contains only "the final answer": a heading above the answer. */
function headings(languages: readonly MarkerWords[]): RegExp {
  const nouns = languages.map(({ nouns, behind = '' }) => `${oneOf(nouns)}${behind}`);
  return new RegExp(
    `^[ \\t>*_#-]{0,10}(?:\\p{L}{1,16} |l[’']|[最终后正确終後確的]{1,5}|최종 ?){0,2}(?:${nouns.join('|')})[ \\t*_]{0,6}$`,
    'gimu',
  );
}

interface Patterns {
  readonly marker: RegExp;
  readonly heading: RegExp;
}

/** Patterns are created on first use, because even parsing them takes milliseconds. */
function patternsFor(sources: readonly string[], languages: readonly MarkerWords[]): () => Patterns {
  let patterns: Patterns | undefined;
  return () => {
    patterns ??= { marker: new RegExp(sources.join('|'), 'gimu'), heading: headings(languages) };
    return patterns;
  };
}

const withLatin = (languages: readonly MarkerWords[]): (() => Patterns) =>
  patternsFor([LATIN_SOURCE, ...others(languages)], [...LATIN_LANGUAGES, ...languages]);

const SCRIPTS = ['Han', 'Hangul', 'Cyrillic', 'Arabic', 'Devanagari'].map(
  (script) => new RegExp(`^\\p{Script=${script}}`, 'u'),
);

const LATIN = withLatin([]);
const ALL = withLatin(OTHER_LANGUAGES);

/**
 * The other languages, grouped by script. V8 compiles a pattern when the pattern is first used, which takes 130 ms of
 * processor time for all languages together, so text in one script gets the patterns of that script.
 */
const FAMILIES = [
  ...Map.groupBy(OTHER_LANGUAGES, ({ nouns }) =>
    SCRIPTS.findIndex((script) => nouns.every((noun) => script.test(noun))),
  ).values(),
].map((languages) => ({
  initial: new RegExp(`[${initialsOf(languages).join('')}]`, 'iu'),
  alone: patternsFor(others(languages), languages),
  withLatin: withLatin(languages),
}));

// oxlint-disable-next-line no-control-regex -- all of ASCII and the accented letters of Latin scripts
const ONLY_LATIN = /^[\0-\u02ff\u1e00-\u206f\u20a0-\u22ff]*$/;
const LATIN_LETTER = /\p{Script=Latin}/u;

/**
 * The patterns for words that announce an answer, in the languages whose script the text uses. Text without Latin
 * letters does not need the patterns for Latin script, which take most of the time.
 */
export function markersFor(text: string): Patterns {
  if (ONLY_LATIN.test(text)) return LATIN();
  const [only, ...more] = FAMILIES.filter(({ initial }) => initial.test(text));
  if (only === undefined) return LATIN();
  if (more.length > 0) return ALL();
  return LATIN_LETTER.test(text) ? only.withLatin() : only.alone();
}

/** Matches GSM8K's marker. */
const HASHES = /(?<!#)####(?!#)/g;
const IS_ANSWER = / is (?:the|my) (?:final |correct )?answer\b/;
/** Matches the space before a sentence that calls a value the answer: "66 is the answer." */
const CALLED_ANSWER =
  /(?<=[.!?\n])[ *_]{1,3}(?=[^\s.!?][^.!?\n]{0,40} is (?:the|my) (?:final |correct )?answer\b)/g;

/**
 * All places in the text that announce an answer, in text order: `####`, "The answer is", headings, "18 is the answer" and a
 * last line such as `Total: 18`. `also` contains additional places. Linear in the length of the text.
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
