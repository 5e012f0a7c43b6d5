/** Math in a text: `$…$` and `\(…\)` within a line, `$$…$$` and `\[…\]` over lines. */
export const MATH =
  /\$\$((?:[^$\\]|\\[^]){1,1000})\$\$|(?<![\\$])\$((?:[^$\n\\]|\\[^\n]){1,1000})\$(?!\$)|\\\[((?:[^\\]|\\[^\]]){1,1000})\\\]|\\\(((?:[^\\\n]|\\[^)\n]){1,1000})\\\)/g;

/** What stands between the delimiters of a match of {@link MATH}. */
export function contentOf(math: RegExpExecArray | RegExpMatchArray): string {
  return (math[1] ?? math[2] ?? math[3] ?? math[4] ?? '').trim();
}

/** From the first math of a text to its last; undefined where there is none. */
export function mathIn(text: string): string | undefined {
  const found = [...text.matchAll(MATH)];
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return found.length === 1 ? contentOf(first) : text.slice(first.index, last.index + last[0].length);
}

/** The math that a text is, but for a point behind it; undefined where it is anything else. */
export function onlyMath(text: string): string | undefined {
  const [math, ...others] = text.matchAll(MATH);
  if (math === undefined || others.length > 0 || math.index > 0) return undefined;
  return /^\s*[.。]?$/.test(text.slice(math[0].length)) ? contentOf(math) : undefined;
}

/** Where a pattern first matches outside of math, or -1. */
export function indexOutsideMath(text: string, pattern: RegExp): number {
  return text.replaceAll(MATH, (math) => '#'.repeat(math.length)).search(pattern);
}

/** Whether two words stand one after the other outside of math. */
export function isProse(text: string): boolean {
  return /\p{L}{2,}[\s,]+\p{L}{2,}/u.test(text.replaceAll(/\$[^$]*\$|\\\(.*?\\\)|\\[a-zA-Z]+/g, ' '));
}
