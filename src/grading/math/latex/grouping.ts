import { inBraces } from './split-latex.ts';

/** Maximum number of groups that are rewritten in an answer. */
const MOST_GROUPS = 40;

function closingBracket(latex: string, open: number): number {
  let depth = 0;
  for (let at = open; at < latex.length; at++) {
    if (latex[at] === '(') depth++;
    else if (latex[at] === ')') depth--;
    if (depth === 0) return at;
  }
  return -1;
}

/** Adds braces to powers and roots of an operand in parentheses: `x^(2/3)`, `\sqrt(x)`. */
function bracedOperands(latex: string): string {
  let text = latex;
  for (let count = 0; count < MOST_GROUPS; count++) {
    const found = /(\^|\\sqrt)\s?\(/.exec(text);
    if (found === null) break;
    const open = found.index + found[0].length - 1;
    const close = closingBracket(text, open);
    if (close === -1) break;
    const operand = text.slice(open + 1, close);
    text = `${text.slice(0, found.index)}${found[1] ?? ''}{${operand}}${text.slice(close + 1)}`;
  }
  return text;
}

const FUNCTION =
  /\\(?:sin|cos|tan|cot|sec|csc|arcsin|arccos|arctan|sinh|cosh|tanh|ln|log|lg|exp)(?:\s*[_^]\s*(?:\{[^{}]*\}|\\?[a-zA-Z0-9]))*\s*\{/g;

/** Puts functions' arguments in brackets: `\ln{2}/3` is a third of ln 2, but the parser reads it as ln(2/3). */
function bracketedArguments(latex: string): string {
  let text = latex;
  let from = 0;
  for (let count = 0; count < MOST_GROUPS; count++) {
    FUNCTION.lastIndex = from;
    const found = FUNCTION.exec(text);
    if (found === null) break;
    from = found.index + 1;
    const open = found.index + found[0].length - 1;
    const braces = inBraces(text, open);
    if (braces === undefined) break;
    const inner = braces.inner.trim();
    const isBracketed = inner.startsWith('(') && closingBracket(inner, 0) === inner.length - 1;
    text = `${text.slice(0, open)}${isBracketed ? inner : `(${inner})`}${text.slice(braces.end)}`;
  }
  return text;
}

/** Puts operands and arguments in brackets, so that the parser reads them as intended. */
export function plainGroups(latex: string): string {
  return bracketedArguments(bracedOperands(latex));
}
