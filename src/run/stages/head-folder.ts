import { sep } from 'node:path';

/**
 * Returns the first word of a command that refers to a file in the pull request's folder, from which nothing may be
 * executed; undefined if no word does.
 */
export function namedInside(words: readonly string[], judgedFolder: string | undefined): string | undefined {
  if (judgedFolder === undefined) return undefined;
  return words.find((word) => `${word}${sep}`.includes(`${judgedFolder}${sep}`));
}
