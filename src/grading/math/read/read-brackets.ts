import type { Answer, Read } from '../answer.ts';
import { bracketedBy, splitAtTop } from '../latex/split-latex.ts';

const SEPARATOR = /^(?:\||\\mid|:)$/;

/**
 * Removes an environment that only arranges lines. `\begin{cases} x = 1 \\ y = 2 \end{cases}` becomes a list of
 * equations that are all true; an alignment becomes a single text.
 */
export function withoutAlignment(latex: string): string {
  const match =
    /^(?:\\\{|\{)?\s*\\begin\s?\{(cases|aligned|align\*?|gathered|gather\*?|split|equation\*?|array)\}(?:\{[^{}]*\}|\[[^\]]*\])?(.*)\\end\s?\{\1\}$/s.exec(
      latex,
    );
  const [, environment = '', body = ''] = match ?? [];
  if (match === null || body.includes('\\begin')) return latex;
  if (environment === 'array' && !latex.startsWith('\\{')) return latex;
  const rows = body
    .split('\\\\')
    .map((row) => row.trim().replace(/,$/, ''))
    .filter((row) => row !== '');
  // A row of cases with a condition belongs to a piecewise function.
  if (environment === 'cases' && rows.some((row) => /&(?!\s*(?:=|[<>]|\\[lgn]e))/.test(row))) return latex;
  return rows
    .map((row) => row.replaceAll('&', ' '))
    .reduce((all, row) => (/^\s*(?:=|≈|[<>]|\\[lgn]e|[+-])/.test(row) ? `${all} ${row}` : `${all}, ${row}`));
}

function readSet(inner: string, read: Read, list: (parts: readonly string[]) => Answer): Answer | undefined {
  const { parts, tokens } = splitAtTop(inner, (token) => SEPARATOR.test(token));
  const [element = ''] = parts;
  if (tokens.length > 0 && element !== '') {
    const bars = tokens.filter((token) => token === '|').length;
    // |x| has two bars.
    if (bars % 2 === 0 && bars === tokens.length) return undefined;
    const condition = inner.slice(inner.indexOf(tokens[0] ?? '', element.length) + (tokens[0] ?? '').length);
    const [name = '', within = ''] = element.split(/\\in(?![a-zA-Z])/);
    const set = within.replaceAll(/\s/g, '');
    const domain = set === '' || set === '\\mathbb{R}' ? undefined : set;
    return { kind: 'builder', element: name.trim(), domain, condition: read(condition) };
  }
  if (inner === '') return { kind: 'several', isSet: true, join: 'comma', parts: [] };
  return list(
    splitAtTop(inner, (token) => token === ',' || token === ';').parts.filter((part) => part !== ''),
  );
}

/** Reads the content of brackets: a set, a point, an interval, or an expression. */
export function readBracketed(
  latex: string,
  read: Read,
  listOf: (parts: readonly string[]) => Answer,
): Answer | undefined {
  const brackets = bracketedBy(latex);
  if (brackets === undefined) return undefined;
  const { open, close, inner } = brackets;
  if (open === '\\{' && close === '\\}') return readSet(inner, read, listOf);
  const { parts } = splitAtTop(inner, (token) => token === ',' || token === ';');
  if (open === '{' && close === '}') {
    return parts.length > 1 ? readSet(inner, read, listOf) : read(inner);
  }
  if (parts.length > 1 && !parts.includes('')) {
    return { kind: 'tuple', open, close, parts: parts.map(read) };
  }
  return open === '(' && close === ')' && inner !== '' ? read(inner) : undefined;
}
