const LEADING_SURROGATE = /[\uD800-\uDBFF]$/;

/**
 * Returns the text as it is sent to the server: trimmed, cut to `maxCharacters` (UTF-16 code units, never inside a
 * surrogate pair), and without lone surrogates, which UTF-8 cannot encode. Empty if the text is blank.
 */
export function embeddableText(text: string, maxCharacters: number): string {
  const trimmed = text.trim();
  if (trimmed.length <= maxCharacters) return trimmed.toWellFormed();
  return trimmed.slice(0, maxCharacters).replace(LEADING_SURROGATE, '').toWellFormed();
}
