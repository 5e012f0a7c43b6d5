/** Minimum number of consecutive, individually encoded characters to decode. Fewer could be ordinary text. */
const SHORTEST_RUN = 8;
/** Alternative minimum: this many digits in longer groups, as in hex dumps. 16 digits are 8 bytes in hex. */
const SHORTEST_DIGITS = 16;

const NUL = /\0/gu;

const ASCII = 128;
const MEMBER = 1;
const GAP = 2;

const SLICE = 20_000;
const OVERLAP = 5_000;

/** The start and end of a run in the text. */
interface Run {
  readonly start: number;
  readonly end: number;
}

/** A way to encode characters one by one. */
interface Kind {
  /** The class of each character code: part of a token, allowed between tokens, or neither (0). */
  readonly classes: Uint8Array;
  readonly longestToken: number;
  readonly longestGap: number;
  /** Returns all texts that a run may encode. */
  readonly read: (run: string) => readonly string[];
}

const KINDS: readonly Kind[] = [
  // Character codes: %73%6b, =73=6B, \x73, \u0073, \u{73}, U+0073, \163, &#115;, 0x73, byte lists, hex dumps, binary
  // digits.
  {
    classes: classesOf(/[0-9a-f]/iu, /[^0-9a-z]|[xuo]/iu),
    longestToken: 10,
    longestGap: 16,
    read: decoded,
  },
  // Spelled-out text, or UTF-16 read as bytes: up to three characters of another kind between every two characters.
  {
    classes: classesOf(/[!-~]/u, /[^!-~]/u),
    longestToken: 1,
    longestGap: 3,
    read: (run) => [run.replaceAll(/[^!-~]/gu, '')],
  },
  // Text spelled out with anything but letters and digits between the characters: s-k, "s","k".
  {
    classes: classesOf(/[0-9a-z]/iu, /[^0-9a-z]/iu),
    longestToken: 1,
    longestGap: 12,
    read: (run) => [run.replaceAll(/[^0-9a-z]/giu, '')],
  },
];

/**
 * Replaces each run of characters that are encoded one by one or written with gaps between them, if the decoded text
 * must be hidden. Takes time linear in the text's length. Does not run a regular expression over the whole text,
 * because the engine keeps state for every repetition, which would use too much memory for long text.
 */
export function withoutEncodedRuns(
  text: string,
  { isSecret, mark }: { readonly isSecret: (decoded: string) => boolean; readonly mark: string },
): string {
  let clean = text;
  for (const kind of KINDS) {
    let shown = '';
    let taken = 0;
    for (const { start, end } of runsIn(clean, kind).flatMap(inSlices)) {
      if (!kind.read(clean.slice(start, end)).some(isSecret)) continue;
      shown += clean.slice(taken, Math.max(taken, start)) + mark;
      taken = end;
    }
    if (taken > 0) clean = shown + clean.slice(taken);
  }
  return clean;
}

/**
 * Splits a long run into slices that overlap by more than the length of a secret, so that only a small part is in
 * memory in both encoded and decoded form.
 */
function inSlices({ start, end }: Run): readonly Run[] {
  const slices = Math.max(1, Math.ceil((end - start) / SLICE));
  return Array.from({ length: slices }, (_, at) => {
    const from = start + at * SLICE;
    return { start: from, end: Math.min(end, from + SLICE + OVERLAP) };
  });
}

/** The runs that are long enough to decode, each from the start of its first token to the end of its last. */
function runsIn(text: string, { classes, longestToken, longestGap }: Kind): readonly Run[] {
  const runs: Run[] = [];
  const isSingle = longestToken === 1;
  let start = 0;
  let end = 0;
  let tokens = 0;
  let digits = 0;
  const finish = (): void => {
    if (tokens >= SHORTEST_RUN || (!isSingle && digits >= SHORTEST_DIGITS)) runs.push({ start, end });
    tokens = 0;
  };
  for (let at = 0; at < text.length; at += 1) {
    const found = classOf(classes, text.charCodeAt(at));
    if (found !== MEMBER) {
      if (tokens > 0 && (found !== GAP || at - end >= longestGap)) finish();
      continue;
    }
    const token = at;
    while (at + 1 < text.length && classOf(classes, text.charCodeAt(at + 1)) === MEMBER) at += 1;
    const length = at + 1 - token;
    if (length > longestToken) {
      // A character right next to a spelled-out character, such as a quotation mark or a full stop.
      if (isSingle && tokens > 0) {
        tokens += 1;
        end = token + 1;
      }
      if (tokens > 0) finish();
      if (!isSingle) continue;
    }
    if (tokens === 0) {
      start = isSingle ? at : token;
      digits = 0;
    }
    tokens += 1;
    digits += length;
    end = at + 1;
  }
  finish();
  return runs;
}

/** A character's class. Non-ASCII characters can only be gaps between tokens. */
function classOf(classes: Uint8Array, code: number): number | undefined {
  return code < ASCII ? classes[code] : GAP;
}

/** Each ASCII character's class. */
function classesOf(members: RegExp, gaps: RegExp): Uint8Array {
  return Uint8Array.from({ length: ASCII }, (_, code) => {
    const character = String.fromCharCode(code);
    if (members.test(character)) return MEMBER;
    return gaps.test(character) ? GAP : 0;
  });
}

/** All possible readings of a sequence of codes: hex (long groups contain several bytes), decimal, octal and binary. */
function decoded(run: string): readonly string[] {
  const codes = (run.match(/0[xob](?=[0-9a-f])|[0-9a-f]+/giu) ?? []).filter(
    (code) => !/^0[xob]$/iu.test(code),
  );
  const bytes = codes.map((code) => (code.length % 2 === 0 ? code : `0${code}`)).join('');
  const hex = Buffer.from(bytes, 'hex').toString('latin1').replaceAll(NUL, '');
  const radixes = [
    { radix: 10, others: /[a-f]/iu },
    { radix: 8, others: /[89a-f]/iu },
    { radix: 2, others: /[2-9a-f]/iu },
  ].filter(({ others }) => !others.test(bytes));
  return [hex, ...radixes.map(({ radix }) => codes.map((code) => characterOf(code, radix)).join(''))];
}

function characterOf(code: string, radix: number): string {
  return String.fromCharCode(Number.parseInt(code, radix) & 0xff);
}
