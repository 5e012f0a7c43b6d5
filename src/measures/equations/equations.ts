import { arithmeticRuns, isNumber } from './equation-tokens.ts';

/**
 * Maximum length of a run, in tokens. Longer runs are skipped, because they are not calculations that a person would
 * write.
 */
const LONGEST_RUN = 200;

const ANNOTATION = /<<([^<>\n]*)>>/g;
const NUMBER_OR_MARK = /[\d.]+|[^\d.]/g;

/**
 * The canonical equations of the text: calculator annotations (`<<3*4=12>>`), plain calculations (`3 x 4 = $12`),
 * calculations with units (`6 miles * 2 = 12 miles`), LaTeX operators and fractions, and chains (`3 + 4 = 7 = 14 / 2`
 * gives two). Operands of + and × are sorted, including subtrahends and divisors; the two sides of `=` are sorted;
 * nested sums and products are flattened; numbers are canonical.
 *
 * An equation needs `=` and a calculation on at least one side. Dates, ratios, version numbers and `x = 5`
 * are not equations.
 *
 *     equation = sum "=" sum { "=" sum }        factor = [ "-" ] atom [ "^" factor ]
 *     sum      = product { ("+" | "-") product }   atom = number [ "%" ] | "(" sum ")" [ "%" ]
 *     product  = factor { ("*" | "/") factor | "(" sum ")" }
 */
export function equationsOf(text: string, known: EquationsOfRuns = new Map()): Set<string> {
  const found = new Set<string>();
  if (!text.includes('=')) return found;
  const annotated = text.includes('<<');
  if (annotated)
    for (const [, annotation = ''] of text.matchAll(ANNOTATION)) collect(annotation, found, known);
  collect(annotated ? text.replace(ANNOTATION, '') : text, found, known);
  return found;
}

/** Caches the equations in each run of arithmetic, because an item's solutions have most of their runs in common. */
export type EquationsOfRuns = Map<string, readonly string[]>;

function collect(text: string, found: Set<string>, known: EquationsOfRuns): void {
  for (const run of arithmeticRuns(text)) {
    let equations = known.get(run);
    if (equations === undefined) {
      equations = equationsOfRun(run);
      known.set(run, equations);
    }
    for (const equation of equations) found.add(equation);
  }
}

function equationsOfRun(run: string): string[] {
  const tokens = run.match(NUMBER_OR_MARK) ?? [];
  if (tokens.length > LONGEST_RUN) return [];
  const sides = splitAtEquals(tokens);
  const last = sides.length - 1;
  const parsed = sides.map((side, place) =>
    place === 0 ? longestSuffix(side) : place === last ? longestPrefix(side) : parseSide(side),
  );
  return parsed.slice(1).flatMap((right, place) => {
    const left = parsed[place];
    if (left === undefined || right === undefined || !(left.calculates || right.calculates)) return [];
    return [[left.text, right.text].sort().join('=')];
  });
}

function splitAtEquals(tokens: readonly string[]): string[][] {
  const sides: string[][] = [[]];
  for (const token of tokens) {
    if (token === '=') sides.push([]);
    else sides.at(-1)?.push(token);
  }
  return sides;
}

interface Side {
  readonly text: string;
  readonly calculates: boolean;
}

/**
 * Finds the longest suffix of the tokens that is a side of an equation. The text before the first `=` may begin with
 * marks that belong to the sentence. The text after the last `=` may end with such marks.
 */
function longestSuffix(tokens: readonly string[]): Side | undefined {
  for (let start = 0; start < tokens.length; start += 1) {
    const side = parseSide(tokens.slice(start));
    if (side !== undefined) return side;
  }
  return undefined;
}

function longestPrefix(tokens: readonly string[]): Side | undefined {
  for (let end = tokens.length; end > 0; end -= 1) {
    const side = parseSide(tokens.slice(0, end));
    if (side !== undefined) return side;
  }
  return undefined;
}

function parseSide(tokens: readonly string[]): Side | undefined {
  const parser = new Parser(tokens);
  const sum = parser.sum();
  if (sum === undefined || !parser.atEnd) return undefined;
  return { text: sumText(sum), calculates: parser.operators > 0 };
}

/**
 * A sum of signed products. A product's factors may be inverted. Nested sums are flattened, and so are nested products.
 */
type Sum = readonly Term[];
interface Term {
  readonly negative: boolean;
  readonly factors: readonly Factor[];
}
interface Factor {
  readonly inverse: boolean;
  readonly text: string;
}

class Parser {
  readonly #tokens: readonly string[];
  #place = 0;
  operators = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get atEnd(): boolean {
    return this.#place === this.#tokens.length;
  }

  sum(): Sum | undefined {
    const terms: Term[] = [];
    let negative = false;
    for (;;) {
      const product = this.#product();
      if (product === undefined) return undefined;
      terms.push(...product.map((term) => ({ ...term, negative: term.negative !== negative })));
      const mark = this.#take('+', '-');
      if (mark === undefined) return terms;
      this.operators += 1;
      negative = mark === '-';
    }
  }

  /** Returns one term, or several if the product is just a sum in parentheses. */
  #product(): Sum | undefined {
    let product = this.#factor();
    if (product === undefined) return undefined;
    for (;;) {
      const mark = this.#take('*', '/') ?? (this.#tokens[this.#place] === '(' ? '*' : undefined);
      if (mark === undefined) return product;
      this.operators += 1;
      const factor = this.#factor();
      if (factor === undefined) return undefined;
      const left = asTerm(product);
      const right = asTerm(factor);
      product = [
        {
          negative: left.negative !== right.negative,
          factors: [
            ...left.factors,
            ...right.factors.map(({ inverse, text }) => ({ inverse: inverse !== (mark === '/'), text })),
          ],
        },
      ];
    }
  }

  #factor(): Sum | undefined {
    if (this.#take('-') !== undefined) {
      return this.#factor()?.map((term) => ({ ...term, negative: !term.negative }));
    }
    const atom = this.#atom();
    if (atom === undefined || this.#take('^') === undefined) return atom;
    this.operators += 1;
    const exponent = this.#factor();
    if (exponent === undefined) return undefined;
    return [plainTerm(`${nestedText(atom)}^${nestedText(exponent)}`)];
  }

  #atom(): Sum | undefined {
    const token = this.#tokens[this.#place];
    if (token !== undefined && isNumber(token)) {
      this.#place += 1;
      return [plainTerm(this.#take('%') === undefined ? token : `${token}%`)];
    }
    if (this.#take('(') === undefined) return undefined;
    const sum = this.sum();
    if (sum === undefined || this.#take(')') === undefined) return undefined;
    return this.#take('%') === undefined ? sum : [plainTerm(`${nestedText(sum)}%`)];
  }

  #take(...marks: readonly string[]): string | undefined {
    const token = this.#tokens[this.#place];
    if (token === undefined || !marks.includes(token)) return undefined;
    this.#place += 1;
    return token;
  }
}

function plainTerm(text: string): Term {
  return { negative: false, factors: [{ inverse: false, text }] };
}

function asTerm(sum: Sum): Term {
  const [only] = sum;
  return sum.length === 1 && only !== undefined ? only : plainTerm(nestedText(sum));
}

function sumText(sum: Sum): string {
  const text = sum
    .map((term) => `${term.negative ? '-' : '+'}${productText(term.factors)}`)
    .sort()
    .join('');
  return text.startsWith('+') ? text.slice(1) : text;
}

/**
 * The canonical text of a product. The text begins with `*`, because a product always has a factor that is not inverted,
 * and `*` sorts before `/`.
 */
function productText(factors: readonly Factor[]): string {
  return factors
    .map((factor) => `${factor.inverse ? '/' : '*'}${factor.text}`)
    .sort()
    .join('')
    .slice(1);
}

function nestedText(sum: Sum): string {
  const text = sumText(sum);
  return /^[\d.]+%?$/u.test(text) ? text : `(${text})`;
}
