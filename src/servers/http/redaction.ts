import { addressParts } from '../../config/values/address-parts.ts';
import { withoutEncodedRuns } from './encoded-runs.ts';
import { lowerCased, secretPieces } from './secret-pieces.ts';

/** Shorter secrets are ordinary words: they are blotted out of messages, but left in completions. */
const SHORTEST_SECRET_IN_COMPLETIONS = 8;
/** So many characters in a row of a secret are taken for a part of it; in completions more, since they are measured. */
const SHORTEST_PIECE = 8;
const SHORTEST_PIECE_IN_COMPLETIONS = 12;
/** The encoded forms of shorter secrets could be parts of ordinary words. */
const SHORTEST_ENCODED = 6;
const LONGEST_MESSAGE = 300;
/** So much of a message is read; far more than is shown, since secrets in it are shortened. */
const LONGEST_READ = 10_000;
/** So many characters of a secret beside parts of it that are hidden are passed over: what an escape adds. */
const MOST_SHOWN_OF_PARTS = 3;
const MARK = '[secret]';

/** What makes text from a server safe to show and to store. */
export interface Redaction {
  /** A server's message as one line of at most 300 characters, without secrets, hosts and control characters. */
  readonly message: (text: string) => string;
  /** A completion as it came, except that secrets of 8 characters or more are blotted out. */
  readonly completion: (text: string) => string;
}

/**
 * `secrets` may hold empty strings; they are passed over. `baseUrl` is the server whose host must not be stored; where
 * `addressIsSecret` it is blotted out of completions as well. A secret is found in capitals or not: as it is, backwards, as JSON, HTML, a URL
 * or a shell write it, as base64, as hex, and with its characters as codes one by one or apart from one another; and so are runs of 8
 * characters of it (12 in completions), as where a server shows how a key begins. A message in which it stands in parts is left out as a
 * whole. Whoever holds a secret can write it in ways that nothing finds: this is for servers that repeat what they were told.
 */
export function redaction(options: {
  readonly secrets: readonly string[];
  readonly baseUrl: string;
  readonly addressIsSecret?: boolean;
}): Redaction {
  const { baseUrl, addressIsSecret = false } = options;
  const secrets = [...new Set(options.secrets)].filter((secret) => secret !== '');
  const forms = longestFirst(secrets.flatMap(spellings));
  const { host, hostname } = new URL(baseUrl);
  const address = addressIsSecret ? longestFirst(addressParts(baseUrl)) : [];
  const encoded = longestFirst([...secrets, ...address].flatMap(encodings));
  const inCompletions = longestFirst(
    [...forms, ...encoded, ...address].filter(({ length }) => length >= SHORTEST_SECRET_IN_COMPLETIONS),
  );
  const words = [...forms, ...encoded];
  const hide = (shortest: number, whole: readonly string[]): ((text: string) => string) => {
    const plain = withoutWords({ words, whole, shortest });
    const squeezed = withoutWords({
      words: words.map(lettersAndDigits),
      whole: whole.map(lettersAndDigits).filter(({ length }) => length >= SHORTEST_SECRET_IN_COMPLETIONS),
      shortest,
    });
    const isSecret = (decoded: string): boolean => {
      if (plain(decoded) !== decoded) return true;
      const letters = decoded.replaceAll(/[^0-9a-z]/giu, '');
      return squeezed(letters) !== letters;
    };
    if (whole.length === 0) return (text) => text;
    return (text) => withoutEncodedRuns(plain(text), { isSecret, mark: MARK });
  };
  const wholes = [...encoded, ...forms];
  const inMessage = hide(SHORTEST_PIECE, wholes);
  const inCompletion = hide(SHORTEST_PIECE_IN_COMPLETIONS, inCompletions);
  const inParts = secretPieces({
    words: words.map(lettersAndDigits),
    shortest: SHORTEST_PIECE_IN_COMPLETIONS,
    mark: MARK,
  });
  /** Whether more of a secret stands in a text than what was hidden of it. */
  const isInParts = (text: string, hidden: string): boolean => {
    const squeezed = lettersAndDigits(unescaped(text));
    const parted = squeezed.length - lettersAndDigits(inParts(squeezed)).length;
    const inOne = lettersAndDigits(text).length - lettersAndDigits(hidden).length;
    return parted > inOne + MOST_SHOWN_OF_PARTS;
  };
  return {
    completion: inCompletion,
    message: (text) => {
      const whole = blot(text.slice(0, LONGEST_READ), wholes.map(lowerCased), MARK);
      const named = whole.replaceAll(/\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s"'<>)\]]+/gi, '[url]');
      // Before parts of secrets, which a host may have in common with them.
      const hidden = inMessage(blot(named, [host, hostname].map(lowerCased), '[host]'));
      if (isInParts(named, hidden)) return MARK;
      const line = hidden
        .replaceAll(/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, '[host]')
        .replaceAll(/[\s\p{C}]+/gu, ' ')
        .trim();
      return line.length <= LONGEST_MESSAGE ? line : `${line.slice(0, LONGEST_MESSAGE - 1)}…`;
    },
  };
}

/** Replaces whole words, and runs of at least `shortest` characters of `words`. */
function withoutWords({
  words,
  whole,
  shortest,
}: {
  readonly words: readonly string[];
  readonly whole: readonly string[];
  readonly shortest: number;
}): (text: string) => string {
  const pieces = secretPieces({ words, shortest, mark: MARK });
  // Longer words are found by their pieces.
  const others = whole.filter((word) => word.length < shortest || !words.includes(word)).map(lowerCased);
  return (text) => pieces(blot(text, others, MARK));
}

function longestFirst(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort((a, b) => b.length - a.length);
}

/** A secret as it stands in plain text, forwards and backwards, and as JSON, a URL, HTML and a shell write it; each of them escapes other characters. */
function spellings(secret: string): string[] {
  const escapes: readonly (readonly [
    characters: RegExp,
    escape: (code: string, character: string) => string,
  ])[] = [
    [/["&'+<>`]/gu, (code) => `\\u00${code}`],
    [/[/"]/gu, (_, character) => `\\${character}`],
    [/[^0-9a-z]/giu, (_, character) => `\\${character}`],
    [/[^0-9a-z]/giu, (code) => `\\u00${code}`],
    [/[^0-9a-z]/giu, (code) => `\\x${code}`],
    [/[^0-9a-z]/giu, (code) => `%${code}`],
    [/[^0-9a-z]/giu, (code) => `=${code}`],
    [/[=]/giu, (code) => `=${code}`],
    [/[^0-9a-z]/giu, (code) => `&#x${code};`],
    [/[^0-9a-z]/giu, (code) => `&#${Number.parseInt(code, 16)};`],
    [/[&<>"']/gu, (_, character) => NAMED[character] ?? character],
  ];
  const escaped = escapes.map(([characters, escape]) =>
    secret.replaceAll(characters, (character) =>
      escape(character.charCodeAt(0).toString(16).padStart(2, '0'), character),
    ),
  );
  const backwards = Array.from(secret).toReversed().join('');
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), backwards, ...escaped];
}

const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text without the escapes of JSON, programs, URLs, quoted-printable and HTML, whose letters and digits would hide what they stand between. */
function unescaped(text: string): string {
  return text
    .replaceAll(/\\+[nrt]|=\r?\n|<\/?[a-z]{1,6} ?\/?>/giu, ' ')
    .replaceAll(/(?:\\+u00|\\+x|[%=]|&#x0{0,4})([0-9a-f]{2});?/giu, (_, code: string) => character(code, 16))
    .replaceAll(/&#0{0,4}(\d{2,3});?/gu, (_, code: string) => character(code, 10))
    .replaceAll(/&[a-z]{2,6};/giu, ' ');
}

function character(code: string, radix: number): string {
  return String.fromCharCode(Number.parseInt(code, radix));
}

/** What is left of a text in which a secret may stand in parts: full-width forms as plain ones, nothing between letters and digits. */
function lettersAndDigits(text: string): string {
  return text
    .replaceAll(MARK, ' ')
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * A secret as hex, and as base64 of its bytes in UTF-8 and UTF-16 at each of the three places in which it can begin in what was encoded,
 * without the characters that what stands beside it has a part in.
 */
function encodings(secret: string): string[] {
  const wide = Buffer.from(secret, 'utf16le');
  const all = [Buffer.from(secret), wide, Buffer.from(wide).swap16()];
  return all.flatMap((bytes) => (secret.length < SHORTEST_ENCODED ? [] : encodingsOf(bytes)));
}

function encodingsOf(bytes: Buffer): string[] {
  const hex = bytes.toString('hex');
  const base64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64url');
    const whole = Math.floor(((before + bytes.length) * 8) / 6);
    return text.slice(Math.ceil((before * 8) / 6), whole);
  });
  const standard = base64.map((text) => text.replaceAll('-', '+').replaceAll('_', '/'));
  return [hex, ...base64, ...standard];
}

/** `words` are in lower case, and are found in capitals too. */
function blot(text: string, words: readonly string[], mark: string): string {
  let clean = text;
  let lower = lowerCased(text);
  for (const word of words) {
    if (!lower.includes(word)) continue;
    clean = withoutWord(clean, word, mark);
    lower = lowerCased(clean);
  }
  return clean;
}

function withoutWord(text: string, word: string, mark: string): string {
  const lower = lowerCased(text);
  let clean = '';
  let taken = 0;
  for (let at = lower.indexOf(word); at !== -1; at = lower.indexOf(word, taken)) {
    clean += text.slice(taken, at) + mark;
    taken = at + word.length;
  }
  return clean + text.slice(taken);
}
