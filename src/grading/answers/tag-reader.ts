import { mentions } from './mentions.ts';
import type { ReasoningFormat } from './reasoning-tags.ts';

/** A tag in the text. */
export interface Mark {
  readonly format: ReasoningFormat;
  readonly opens: boolean;
  readonly at: number;
  readonly end: number;
  /** Whether the tag is quoted or in fenced code. */
  readonly mentioned: boolean;
}

/** Finds the tags in the text. */
export type TagReader = (text: string) => readonly Mark[];

const isAnyCase = ({ anyCase, kind }: ReasoningFormat): boolean =>
  anyCase === true || kind === 'word' || kind === 'inner';

/**
 * A pattern for a spelling. The pattern contains letters in both cases, because the `i` flag would apply to all
 * spellings.
 */
function patternOf(spelling: string, format: ReasoningFormat): string {
  const literal = spelling.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  return isAnyCase(format)
    ? literal.replaceAll(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)
    : literal;
}

/** Creates a reader for the tags of these formats. If two spellings begin at the same index, the longer one counts. */
export function tagReader(formats: readonly ReasoningFormat[]): TagReader {
  const spellings = formats
    .flatMap((format) => [
      ...format.open.map((spelling) => ({ format, spelling, opens: true })),
      ...[...format.close, ...(format.misspelled ?? [])].map((spelling) => ({
        format,
        spelling,
        opens: false,
      })),
    ])
    .toSorted((one, other) => other.spelling.length - one.spelling.length);
  const exact = new Map(spellings.map((known) => [known.spelling, known]));
  const anyCase = new Map(
    spellings.filter(({ format }) => isAnyCase(format)).map((known) => [known.spelling.toLowerCase(), known]),
  );
  const any = new RegExp(spellings.map(({ format, spelling }) => patternOf(spelling, format)).join('|'), 'g');
  return (text) => {
    const marks: Mark[] = [];
    let isMentioned: ((at: number) => boolean) | undefined;
    any.lastIndex = 0;
    // Untrusted text may have a tag every few characters. Building an array of matches would take longer than finding them.
    for (let found = any.exec(text); found !== null; found = any.exec(text)) {
      const { 0: spelling, index: at } = found;
      const known = exact.get(spelling) ?? anyCase.get(spelling.toLowerCase());
      if (known === undefined) throw new Error(`the pattern of tags found ${JSON.stringify(spelling)}`);
      isMentioned ??= mentions(text);
      const { format, opens } = known;
      marks.push({ format, opens, at, end: at + spelling.length, mentioned: isMentioned(at) });
    }
    return marks;
  };
}

/**
 * Returns, at the index of each opening tag, its closing tag. This is the tag in the same format that balances the
 * opening tag or, failing that, the next closing tag in that format, preferably one that is not just mentioned. Undefined
 * for closing tags, and for opening tags that no closing tag follows. Linear in the number of tags.
 */
export function closingMarks(marks: readonly Mark[]): readonly (Mark | undefined)[] {
  const closing: (Mark | undefined)[] = Array.from({ length: marks.length });
  const openOf = new Map<ReasoningFormat, number[]>();
  for (const [place, mark] of marks.entries()) {
    if (mark.mentioned) continue;
    let open = openOf.get(mark.format);
    if (open === undefined) openOf.set(mark.format, (open = []));
    if (mark.opens) {
      open.push(place);
    } else {
      const opened = open.pop();
      if (opened !== undefined) closing[opened] = mark;
    }
  }
  const nextUsed = new Map<ReasoningFormat, Mark>();
  const next = new Map<ReasoningFormat, Mark>();
  for (let place = marks.length - 1; place >= 0; place--) {
    const mark = marks[place];
    if (mark === undefined) continue;
    if (!mark.opens) {
      next.set(mark.format, mark);
      if (!mark.mentioned) nextUsed.set(mark.format, mark);
    } else {
      closing[place] ??= nextUsed.get(mark.format) ?? next.get(mark.format);
    }
  }
  return closing;
}
