const WORD = /-?\b(?:NaN|Infinity)\b/gu;

/**
 * Parses JSON as written by Python: `NaN`, `Infinity` and `-Infinity`, which are not valid JSON, become null. Takes
 * time linear in the text's length.
 *
 * @throws {SyntaxError} as `JSON.parse` does
 */
export function parsePythonJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!/NaN|Infinity/u.test(text)) throw error;
    return JSON.parse(withoutWords(text));
  }
}

/** Replaces these words outside strings with null. An unterminated string is left unchanged. */
function withoutWords(text: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    const between = text.slice(at, quote === -1 ? text.length : quote);
    parts.push(between.replaceAll(WORD, 'null'));
    if (quote === -1) break;
    at = endOfString(text, quote);
    parts.push(text.slice(quote, at));
  }
  return parts.join('');
}

/** The index after the closing quotation mark of a string that begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '"') return at + 1;
  }
  return text.length;
}
