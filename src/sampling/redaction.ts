import { addressParts } from '../files/address-parts.ts';
import { secretPieces } from './secret-pieces.ts';

/** Shorter secrets are ordinary words: they are blotted out of messages, but left in completions. */
const SHORTEST_SECRET_IN_COMPLETIONS = 8;
/** So many characters in a row of a secret are taken for a part of it; in completions more, since they are measured. */
const SHORTEST_PIECE = 8;
const SHORTEST_PIECE_IN_COMPLETIONS = 12;
/** The encoded forms of shorter secrets could be parts of ordinary words. */
const SHORTEST_ENCODED = 6;
const LONGEST_MESSAGE = 300;
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
 * `addressIsSecret` it is blotted out of completions as well. A secret is found as it is, as JSON, in a URL, as base64 and as hex, and
 * so are runs of 8 characters of it (12 in completions), as where a server shows how a key begins.
 */
export function redaction(options: {
  readonly secrets: readonly string[];
  readonly baseUrl: string;
  readonly addressIsSecret?: boolean;
}): Redaction {
  const { baseUrl, addressIsSecret = false } = options;
  const secrets = [...new Set(options.secrets)].filter((secret) => secret !== '');
  const forms = longestFirst(secrets.flatMap(spellings));
  const encoded = longestFirst(secrets.flatMap(encodings));
  const { host, hostname } = new URL(baseUrl);
  const address = addressIsSecret ? longestFirst(addressParts(baseUrl)) : [];
  const inCompletions = longestFirst(
    [...forms, ...encoded, ...address].filter(({ length }) => length >= SHORTEST_SECRET_IN_COMPLETIONS),
  );
  const words = [...forms, ...encoded];
  const piecesOfMessages = secretPieces({ words, shortest: SHORTEST_PIECE, mark: MARK });
  const piecesOfCompletions = secretPieces({ words, shortest: SHORTEST_PIECE_IN_COMPLETIONS, mark: MARK });
  return {
    completion: (text) => piecesOfCompletions(blot(text, inCompletions, MARK)),
    message: (text) => {
      const named = piecesOfMessages(blot(text, [...encoded, ...forms], MARK)).replaceAll(
        /\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>)\]]+/gi,
        '[url]',
      );
      const line = blot(named, [host, hostname], '[host]')
        .replaceAll(/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, '[host]')
        .replaceAll(/[\s\p{C}]+/gu, ' ')
        .trim();
      return line.length <= LONGEST_MESSAGE ? line : `${line.slice(0, LONGEST_MESSAGE - 1)}…`;
    },
  };
}

function longestFirst(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort((a, b) => b.length - a.length);
}

/** A secret as it stands in plain text, in JSON and in a URL. */
function spellings(secret: string): string[] {
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
}

/**
 * A secret as hex, and as base64 at each of the three places in which it can begin in what was encoded, without the characters that
 * what stands beside it has a part in.
 */
function encodings(secret: string): string[] {
  const bytes = Buffer.from(secret);
  if (bytes.length < SHORTEST_ENCODED) return [];
  const hex = bytes.toString('hex');
  const base64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64url');
    const whole = Math.floor(((before + bytes.length) * 8) / 6);
    return text.slice(Math.ceil((before * 8) / 6), whole);
  });
  const standard = base64.map((text) => text.replaceAll('-', '+').replaceAll('_', '/'));
  return [hex, hex.toUpperCase(), ...base64, ...standard];
}

function blot(text: string, words: readonly string[], mark: string): string {
  let clean = text;
  for (const word of words) if (clean.includes(word)) clean = clean.replaceAll(word, mark);
  return clean;
}
