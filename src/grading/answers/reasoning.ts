const OPEN = '<think>';
const CLOSE = '</think>';

function skipWhiteSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charAt(at).trim() === '') at++;
  return at;
}

/**
 * The text without the reasoning it begins with: every leading `<think>…</think>`, and what stands before a `</think>`
 * that nothing opened (some chat templates put the `<think>` into the prompt). Where a leading block is never closed,
 * all of it is reasoning and nothing remains. Text without reasoning comes back unchanged; a block that follows visible
 * text is part of the answer. Linear in the length.
 */
export function withoutReasoning(text: string): string {
  const firstClose = text.indexOf(CLOSE);
  if (firstClose === -1 && !text.startsWith(OPEN, skipWhiteSpace(text, 0))) return text;
  const firstOpen = text.indexOf(OPEN);
  const closesUnopened = firstClose !== -1 && (firstOpen === -1 || firstClose < firstOpen);
  let end = closesUnopened ? firstClose + CLOSE.length : 0;
  let next = skipWhiteSpace(text, end);
  while (text.startsWith(OPEN, next)) {
    const close = text.indexOf(CLOSE, next + OPEN.length);
    if (close === -1) return '';
    end = close + CLOSE.length;
    next = skipWhiteSpace(text, end);
  }
  return end === 0 ? text : text.slice(next);
}
