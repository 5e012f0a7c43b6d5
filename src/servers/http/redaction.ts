import { addressParts } from '../../config/values/address-parts.ts';
import { withoutEncodedRuns } from './encoded-runs.ts';
import { lowerCased, secretPieces } from './secret-pieces.ts';

/**
 * Minimum length of a secret to remove from completions. Shorter secrets could be ordinary words, so they are removed
 * only from messages.
 */
const SHORTEST_SECRET_IN_COMPLETIONS = 8;
/**
 * A run of this many characters from a secret counts as part of the secret. The minimum for completions is higher,
 * because redacting ordinary text in them would change the measurement.
 */
const SHORTEST_PIECE = 8;
const SHORTEST_PIECE_IN_COMPLETIONS = 12;
/**
 * Minimum length of a secret whose encoded forms are searched for. The encoded forms of shorter secrets could occur in
 * ordinary words.
 */
const SHORTEST_ENCODED = 6;
const LONGEST_MESSAGE = 300;
/**
 * Maximum number of characters to read from a message. This is far more than the number shown, because redaction
 * shortens the text.
 */
const LONGEST_READ = 10_000;
/**
 * If more of a secret's characters than this remain next to its redacted parts, the whole message is dropped. The
 * number is not 0 because an escape sequence may add up to this many letters and digits.
 */
const MOST_SHOWN_OF_PARTS = 3;
const MARK = '[secret]';

/** Makes text from a server safe to show and to store. */
export interface Redaction {
  /** Returns a server's message as one line of at most 300 characters, without secrets, hosts or control characters. */
  readonly message: (text: string) => string;
  /** Returns a completion unchanged, except that secrets of 8 characters or more are redacted. */
  readonly completion: (text: string) => string;
}

/**
 * Empty strings in `secrets` are ignored. `baseUrl` is the server's URL, whose host must not be stored. If
 * `addressIsSecret` is set, the host is also removed from completions.
 *
 * Finds secrets regardless of case: as they are, reversed, escaped for JSON, HTML, a URL or a shell, in base64, in hex,
 * and with their characters encoded one by one or separated. Also finds runs of 8 characters from a secret (12 in
 * completions), because some servers show the beginning of a key. A message that contains a secret in pieces is dropped
 * entirely. This protects only against servers that repeat what they were sent: anyone who knows a secret can disguise
 * it so that it is not recognized.
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
  /** Whether the text contains more of a secret than was redacted. */
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
      // Hosts are redacted before parts of secrets, because the two may overlap.
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

/** Redacts the words in `whole`, and runs of at least `shortest` characters from `words`. */
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
  // Longer words are found through their pieces.
  const others = whole.filter((word) => word.length < shortest || !words.includes(word)).map(lowerCased);
  return (text) => pieces(blot(text, others, MARK));
}

function longestFirst(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort((a, b) => b.length - a.length);
}

/**
 * A secret's spellings: in plain text, reversed, and escaped for JSON, a URL, HTML and a shell, each of which escapes
 * different characters.
 */
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

/**
 * Removes the escapes of JSON, programming languages, URLs, quoted-printable and HTML from the text, because the letters
 * and digits in these escapes would break up a secret.
 */
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

/** The text's letters and digits, with full-width forms normalized. Used to find a secret in pieces. */
function lettersAndDigits(text: string): string {
  return text
    .replaceAll(MARK, ' ')
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * A secret's encodings: hex, and base64 of its UTF-8 and UTF-16 bytes at each of the three possible alignments. Base64
 * characters that also depend on neighboring bytes are dropped.
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

/** Redacts `words`, which must be in lower case. Matching ignores case. */
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
