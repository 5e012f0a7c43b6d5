import { quoted } from '../../files/printable.ts';
import { compileRe2, re2Fault } from './re2.ts';

/**
 * Matches a valid version without slashes. A version becomes part of model names, addresses and paths, so only these
 * characters are allowed (and slashes, if there is a pattern), even if the pattern accepts others.
 */
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const WITH_SLASHES = /^[A-Za-z0-9](?:[A-Za-z0-9._-]|\/(?=[A-Za-z0-9])){0,199}$/;

const PLAIN_WORDS =
  'a version of up to 100 letters, digits, dots, dashes and underscores that starts with a letter or digit';
const SLASHED_WORDS =
  'a version of up to 200 letters, digits, dots, dashes, underscores and slashes, with a letter or digit at the start and after each slash';

/**
 * Returns the reason why the text is not a valid version pattern; `undefined` if it is valid. Patterns use RE2 syntax, so
 * no version can make matching slow.
 */
export const versionPatternFault = (pattern: string): string | undefined => {
  const fault = re2Fault(pattern);
  return fault === undefined ? undefined : `it is not in RE2 syntax: ${fault}`;
};

/**
 * Returns the reason why a version is invalid, including what was found and what was expected; `undefined` if it is
 * valid. With a `pattern` (RE2, matched against the whole version), it may also contain slashes. Consecutive dots are
 * never allowed.
 */
export const versionFault = (version: string, pattern?: string): string | undefined => {
  const expected = (words: string): string => `found ${quoted(version)}, expected ${words}`;
  const [shape, words] = pattern === undefined ? [PLAIN, PLAIN_WORDS] : [WITH_SLASHES, SLASHED_WORDS];
  if (!shape.test(version)) return expected(words);
  if (version.includes('..')) return expected('a version without consecutive dots');
  if (pattern === undefined || compileRe2(pattern).matches(version)) return undefined;
  return expected(`a version that fully matches checkpoints.version-pattern, ${quoted(pattern)}`);
};

/** How to fix an invalid version. */
export const VERSION_FIX =
  'Rename the version, for example to v3 or 2026-11-04. The version becomes part of model names and addresses.';
