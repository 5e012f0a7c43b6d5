const LEADING_SURROGATE = /[\uD800-\uDBFF]$/;

/**
 * The text that is sent for a text: without white space around it, cut to `maxCharacters` (UTF-16 code units, never
 * between the halves of a character), and without lone surrogates, which no UTF-8 can carry. Empty for a blank text.
 */
export function embeddableText(text: string, maxCharacters: number): string {
  const trimmed = text.trim();
  if (trimmed.length <= maxCharacters) return trimmed.toWellFormed();
  return trimmed.slice(0, maxCharacters).replace(LEADING_SURROGATE, '').toWellFormed();
}
