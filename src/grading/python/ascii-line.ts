const BEYOND_ASCII = /[\u007f-\uffff]/g;

/**
 * Formats a value as one line of ASCII JSON. Some readers also end lines at U+2028 or U+0085, or do not read UTF-8. ASCII
 * ensures that a model's text cannot become two lines or be misread.
 */
export function asciiLine(value: unknown): string {
  const escaped = JSON.stringify(value).replaceAll(
    BEYOND_ASCII,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${escaped}\n`;
}
