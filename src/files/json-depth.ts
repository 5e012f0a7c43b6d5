/**
 * Maximum nesting depth of lists and objects in external JSON: more than any log or item needs, and far less than would
 * overflow the stack.
 */
export const DEEPEST_JSON = 200;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Whether JSON text is nested more deeply than allowed. Scans the text, because traversing a value that deep could
 * overflow the stack. Takes time linear in the text's length. Only meaningful for valid JSON.
 */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at += 1;
      while (at < text.length && text.charCodeAt(at) !== QUOTE)
        at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
      continue;
    }
    if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > DEEPEST_JSON) return true;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return false;
}
