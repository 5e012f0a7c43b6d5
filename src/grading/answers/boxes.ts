/** A range in the text, from `start` (inclusive) to `end` (exclusive). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The content of every closed, innermost `\boxed{…}` or `\fbox{…}`, in text order. Braces are matched; `\{` and `\}` are
 * text. The spans are disjoint. Linear in the length of the text.
 */
export function boxes(text: string): readonly Span[] {
  if (!text.includes('box')) return [];
  const found: Span[] = [];
  const open: number[] = [];
  let newestOpenBox = -1;
  const next = /\\(?:boxed|fbox)\s{0,8}\{|\\[{}]|[{}]/g;
  for (let match = next.exec(text); match; match = next.exec(text)) {
    if (match[0].startsWith('\\') && match[0].length > 2) {
      newestOpenBox = next.lastIndex;
      open.push(newestOpenBox);
    } else if (match[0] === '{') {
      open.push(-1);
    } else if (match[0] === '}') {
      const start = open.pop();
      if (start !== undefined && start !== -1 && start === newestOpenBox) {
        found.push({ start, end: match.index });
      }
    }
  }
  return found;
}
