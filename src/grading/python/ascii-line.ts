const BEYOND_ASCII = /[\u007f-\uffff]/g;

/**
 * A value as one line of JSON in ASCII. Who reads lines may end them at U+2028 or U+0085 too, and may not read UTF-8: no text
 * of a model may become two lines, or other text.
 */
export function asciiLine(value: unknown): string {
  const escaped = JSON.stringify(value).replaceAll(
    BEYOND_ASCII,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${escaped}\n`;
}
