import { unreadable, type Answer, type Matrix, type Read } from '../answer.ts';
import { readTerm } from './read-term.ts';
import { add, integer, MINUS_ONE, multiply, type Term } from '../terms/term.ts';

/** Matches a matrix with brackets around an array, and an optional transpose sign. */
const MATRIX =
  /(?<open>[[(|]|\\\{)?\s*\\begin\s?\{(?<environment>(?:small)?[bBpvV]?matrix\*?|array)\}(?:\{[^{}]*\}|\[[^\]]*\])?(?<body>(?:(?!\\begin).)*?)\\end\s?\{\k<environment>\}\s*(?:[\])|]|\\\})?(?<transpose>\^\{?\s*(?:T|\\top|\\intercal)\s*\}?)?/gs;
/** Maximum number of matrix entries for which products are computed. */
const MOST_ENTRIES = 64;

type Rows = readonly (readonly Answer[])[];

function columnsOf(rows: Rows): Rows {
  const width = rows.reduce((widest, { length }) => Math.max(widest, length), 0);
  return Array.from({ length: width }, (_, at) => rows.flatMap((row) => row[at] ?? []));
}

function value(term: Term): Answer {
  return { kind: 'value', term, unit: undefined, percent: false };
}

function scaled(answer: Answer, factor: Term): Answer {
  return answer.kind === 'value'
    ? value(multiply([factor, answer.term]))
    : unreadable('an entry of its matrix is not an expression');
}

/** The product of two matrices; undefined if their sizes do not match, or if an entry is not an expression. */
function product(a: Rows, b: Rows): Rows | undefined {
  const columns = columnsOf(b);
  if (a.length * columns.length > MOST_ENTRIES) return undefined;
  const rows = a.map((row) =>
    columns.map((column) => {
      const terms = row.flatMap((entry, at) => {
        const other = column[at];
        return entry.kind === 'value' && other?.kind === 'value' ? [multiply([entry.term, other.term])] : [];
      });
      return terms.length === row.length && terms.length === column.length ? value(add(terms)) : undefined;
    }),
  );
  return rows.every((row) => row.every((entry) => entry !== undefined))
    ? rows.map((row) => row.flatMap((entry) => entry ?? []))
    : undefined;
}

function readOne(groups: Readonly<Record<string, string | undefined>>, read: Read): Matrix {
  const { open, environment = '', body = '', transpose } = groups;
  const rows = body
    .split(/\\\\(?:\[[^\]]*\])?/)
    .map((row) => row.replaceAll('\\hline', '').trim())
    .filter((row) => row !== '')
    .map((row) => row.split('&').map((cell) => read(cell.trim())));
  return {
    kind: 'matrix',
    isDeterminant: /^[vV]matrix/.test(environment) || open === '|',
    rows: transpose === undefined ? rows : columnsOf(rows),
  };
}

/** A matrix, possibly with a factor before it, or a product of matrices; undefined for everything else. */
export function readMatrix(latex: string, read: Read): Answer | undefined {
  const found = [...latex.matchAll(MATRIX)];
  const [first] = found;
  if (first === undefined) return undefined;
  const factor = latex
    .slice(0, first.index)
    .replace(/\\(?:cdot|times)\s*$/, '')
    .trim();
  const others = latex.slice(first.index).replaceAll(MATRIX, '');
  if (!/^(?:\s|\\cdot|\\times)*$/.test(others)) return undefined;
  const scale = factor === '' ? integer(1) : factor === '-' ? MINUS_ONE : readTerm(factor);
  if (scale === undefined) return undefined;
  const [matrix, ...rest] = found.map(({ groups }) => readOne(groups ?? {}, read));
  if (matrix === undefined) return undefined;
  if (rest.length > 0 && [matrix, ...rest].some(({ isDeterminant }) => isDeterminant)) {
    return unreadable('products of determinants are not supported');
  }
  let rows: Rows = matrix.rows;
  for (const other of rest) {
    const next = product(rows, other.rows);
    if (next === undefined) return unreadable('its matrix product cannot be computed');
    rows = next;
  }
  if (factor !== '') rows = rows.map((row) => row.map((entry) => scaled(entry, scale)));
  return { ...matrix, rows };
}
