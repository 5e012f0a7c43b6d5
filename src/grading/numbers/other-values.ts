import { endsWell } from './ending.ts';
import { matchAt } from './match-at.ts';

/**
 * A value that starts with digits but cannot be compared as a number: `other` can be read but is not rational (`2√3`, `2π`,
 * `3:30`); `unknown` contains an unknown (`2x`); `unreadable` may be any number (`1,5`, `1.2.3`, `3/0`, `10^3`).
 */
export type NoNumber = 'other' | 'unknown' | 'unreadable';

/**
 * Readable values that are not rational: the root of a number that is not a perfect square, a multiple of π, a time of day.
 */
const ROOT = /\s?(?:\\sqrt\s?(?:\{\s?(\d{1,9})\s?\}|(\d))|√\s?\(?(\d{1,9})\)?)/y;
const PI = /\s?(?:\\pi(?![a-zA-Z])|π)/y;
const TIME = /:[0-5]\d(?![\d:])/y;
const UNKNOWN =
  /\s?(?:[a-bd-fi-kn-rt-z](?![\p{L}\d'’]|-\p{L}{2})|\\(?:alpha|beta|theta|lambda|mu|phi|omega)(?![a-zA-Z]))(?:\^\{?\d+\}?)?/uy;

function isSquare(digits: string): boolean {
  const value = Number(digits);
  return Math.round(Math.sqrt(value)) ** 2 === value;
}

/**
 * Finds text after a number that makes it impossible to compare the number. Returns the text's kind and its end index.
 */
export function noNumberAt(
  text: string,
  at: number,
): { readonly kind: NoNumber; readonly end: number } | undefined {
  const root = matchAt(ROOT, text, at);
  if (root) {
    const isRead = !isSquare(root[1] ?? root[2] ?? root[3] ?? '') && endsWell(text, at + root[0].length);
    return { kind: isRead ? 'other' : 'unreadable', end: at + root[0].length };
  }
  const match = matchAt(PI, text, at) ?? matchAt(TIME, text, at);
  if (match) {
    const end = at + match[0].length;
    // A time on the hour is not read, because an answer of 2 may mean 2:00.
    const isRead = match[0] !== ':00' && endsWell(text, end);
    return { kind: isRead ? 'other' : 'unreadable', end };
  }
  const unknown = matchAt(UNKNOWN, text, at);
  if (unknown && !endsWell(text, at)) {
    const end = at + unknown[0].length;
    return { kind: endsWell(text, end) ? 'unknown' : 'unreadable', end };
  }
  return undefined;
}
