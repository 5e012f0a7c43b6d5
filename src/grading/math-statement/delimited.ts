/** Matches math in the text: `$…$` and `\(…\)` within a line, `$$…$$` and `\[…\]` across lines. */
export const MATH =
  /\$\$((?:[^$\\]|\\[^]){1,1000})\$\$|(?<![\\$])\$((?:[^$\n\\]|\\[^\n]){1,1000})\$(?!\$)|\\\[((?:[^\\]|\\[^\]]){1,1000})\\\]|\\\(((?:[^\\\n]|\\[^)\n]){1,1000})\\\)/g;

/** The content between the delimiters of a {@link MATH} match. */
export function contentOf(math: RegExpExecArray | RegExpMatchArray): string {
  return (math[1] ?? math[2] ?? math[3] ?? math[4] ?? '').trim();
}

/** The text from the start of its first math to the end of its last; undefined if there is no math. */
export function mathIn(text: string): string | undefined {
  const found = [...text.matchAll(MATH)];
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return found.length === 1 ? contentOf(first) : text.slice(first.index, last.index + last[0].length);
}

/** The math of text that contains only math and an optional full stop; otherwise undefined. */
export function onlyMath(text: string): string | undefined {
  const [math, ...others] = text.matchAll(MATH);
  if (math === undefined || others.length > 0 || math.index > 0) return undefined;
  return /^\s*[.。]?$/.test(text.slice(math[0].length)) ? contentOf(math) : undefined;
}

/** Index of the first match of a pattern outside math; -1 if there is none. */
export function indexOutsideMath(text: string, pattern: RegExp): number {
  return text.replaceAll(MATH, (math) => '#'.repeat(math.length)).search(pattern);
}

/** Whether the text has two consecutive words outside math. A sentence ends between prices, but not in math. */
export function isProse(text: string): boolean {
  return /\p{L}{2,}[\s,]+\p{L}{2,}/u.test(
    text.replaceAll(/\$(?!\d[^$]*\.\s)[^$]*\$|\\\(.*?\\\)|\\[a-zA-Z]+/g, ' '),
  );
}
