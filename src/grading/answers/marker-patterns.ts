import { LATIN_LANGUAGES, OTHER_LANGUAGES, type MarkerWords } from './languages.ts';

/** Markup and quotes after the noun: `**Answer**:`, `"answer":`. */
const MARKUP = '[*_"\'`}]{0,4}[\\p{Zs}\\t]{0,3}';

/** Adds the joint to a noun. Adjectives before the noun do not matter and are not matched. */
function withJoint({ behind = '', object, joint, mayStandBare }: MarkerWords, noun: string): string {
  const bare = mayStandBare ? '|(?=[ \\t]{1,3}[*_$]{0,4}[-−]?\\p{Nd})' : '';
  // Allow words in between only if a colon shows that the answer follows.
  const far = `[^\\n.:=]{1,80}?(?:${joint})[ \\t]?[:：]`;
  const to = object === undefined ? '' : `(?:${object})?`;
  return `${noun}${behind}(?:${to}${MARKUP}(?:[-=]>|[:=：ঃ→⇒]|${joint}${bare})|${far})`;
}

/** Groups alternatives by their first letter, so that most positions in a text fail fast. Each must start with a literal letter. */
function atInitials(boundary: string, alternatives: readonly string[]): string[] {
  if (alternatives.length === 0) return [];
  const byLetter = Map.groupBy(alternatives, (it) => it.charAt(0));
  const groups = [...byLetter].map(
    ([letter, some]) => `${letter}(?:${some.map((it) => it.slice(1)).join('|')})`,
  );
  return [`(?=[${[...byLetter.keys()].join('')}])${boundary}(?:${groups.join('|')})`];
}

/** `A: 18` and `Ans - 18` at the beginning of a line, and `Ans. 18`. */
const SHORT =
  '(?<=^[>*_#\\- \\t]{0,8})(?:A[*_]{0,3}[ \\t]{0,3}[:：]|ans(?:wer)?[*_]{0,3}(?:\\)| ?[-–—])[ \\t](?=[*_$(]{0,4}[-−]?\\p{Nd}))|(?<!\\d\\s?)\\bans(?:[.:]|\\s?=| is\\b)';

const ASCII_LETTER = /^[a-z]/;

/** Compiles nouns and joints, grouped by whether the noun starts a word or may appear inside a run of letters. */
function compiled(languages: readonly MarkerWords[]): string {
  const written = languages.flatMap((it) =>
    it.nouns.map((noun) => ({ isInside: it.isInside ?? false, source: withJoint(it, noun) })),
  );
  const inside = written.filter((it) => it.isInside).map((it) => it.source);
  const apart = written.filter((it) => !it.isInside).map((it) => it.source);
  return [
    ...atInitials(
      // `final_answer: 18` too.
      '(?<![a-z\\d])',
      apart.filter((it) => ASCII_LETTER.test(it)),
    ),
    ...atInitials(
      '(?<![\\p{L}\\p{M}])',
      apart.filter((it) => !ASCII_LETTER.test(it)),
    ),
    ...atInitials('', inside),
  ].join('|');
}

const LATIN_SOURCE = compiled(LATIN_LANGUAGES);
const LATIN = new RegExp(`${LATIN_SOURCE}|${SHORT}`, 'gimu');
const ALL = new RegExp(`${LATIN_SOURCE}|${SHORT}|${compiled(OTHER_LANGUAGES)}`, 'gimu');

/** Matches a line that says only "the final answer": a heading above the answer. */
function headings(languages: readonly MarkerWords[]): RegExp {
  const nouns = languages.flatMap(({ nouns, behind = '' }) => nouns.map((noun) => `${noun}${behind}`));
  return new RegExp(
    `^[ \\t>*_#-]{0,10}(?:\\p{L}{1,16} |l[’']|[最终后正确終後確的]{1,5}|최종 ?){0,2}(?:${nouns.join('|')})[ \\t*_]{0,6}$`,
    'gimu',
  );
}

const LATIN_HEADINGS = headings(LATIN_LANGUAGES);
const ALL_HEADINGS = headings([...LATIN_LANGUAGES, ...OTHER_LANGUAGES]);

// oxlint-disable-next-line no-control-regex -- all of ASCII and the accented letters of Latin scripts
const ONLY_LATIN = /^[\0-\u02ff\u1e00-\u206f\u20a0-\u22ff]*$/;

/** The patterns that find answers stated in words. A text in Latin script gets the faster, smaller set. */
export function markersFor(text: string): { readonly marker: RegExp; readonly heading: RegExp } {
  return ONLY_LATIN.test(text)
    ? { marker: LATIN, heading: LATIN_HEADINGS }
    : { marker: ALL, heading: ALL_HEADINGS };
}
