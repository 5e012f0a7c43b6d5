const FENCE = /^[ \t]*(?:```+|~~~+)/mu;
const CODE_LINE =
  /^[ \t]*(?:(?:async[ \t]+)?def[ \t]+\w+[ \t]*\(|class[ \t]+\w|import[ \t]+\w|from[ \t]+[\w.]+[ \t]+import\b|return\b.|(?:for|while|if)[ \t].*:|print\(|[\w.[\]]+[ \t]*[-+*/]?=[^=])/mu;

/** Maximum length of text that is read. No real answer is longer. */
export const MAX_LENGTH = 1_000_000;

/** Whether text that is not a valid program was meant to be a program: it contains a fence or a line of code. */
export function isMeantAsCode(text: string): boolean {
  return FENCE.test(text) || CODE_LINE.test(text);
}
