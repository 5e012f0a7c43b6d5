export type Operation = '+' | '-' | '*' | '/';

/** Two names for the same quantity, so that a solution can be worded in more than one way. */
export type Label = readonly [string, string];

/** One line of a calculation. `result` is what was written down, right or wrong. */
export interface Step {
  readonly left: number;
  readonly operation: Operation;
  readonly right: number;
  readonly result: number;
  readonly label: Label;
}

/** Records the steps of a calculation: each operation adds a step and returns its result. */
export type Sheet = Readonly<
  Record<'plus' | 'minus' | 'times' | 'over', (left: number, right: number, label: Label) => number>
>;

/** An order of calculation: computes an answer on a sheet. */
export type Way = (sheet: Sheet) => number;

/** A mistake in one step; later steps continue with its result. */
export type Slip =
  | { readonly kind: 'wrong result'; readonly step: number; readonly by: number }
  | { readonly kind: 'wrong operation'; readonly step: number }
  | { readonly kind: 'left unfinished' };

export interface Calculation {
  /** At least one. */
  readonly steps: readonly Step[];
  readonly answer: number;
}

const mistakenFor: Readonly<Record<Operation, Operation>> = { '+': '-', '-': '+', '*': '+', '/': '-' };

const twoDecimals = (value: number): number => Math.round(value * 100) / 100;

const compute: Readonly<Record<Operation, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
};

/** Computes a way, with or without a slip. Results are rounded to two decimals, as they are written. */
export function calculate(way: Way, slip?: Slip): Calculation {
  const steps: Step[] = [];
  const write =
    (operation: Operation) =>
    (left: number, right: number, label: Label): number => {
      const here = slip !== undefined && slip.kind !== 'left unfinished' && slip.step === steps.length;
      const used = here && slip.kind === 'wrong operation' ? mistakenFor[operation] : operation;
      const off = here && slip.kind === 'wrong result' ? slip.by : 0;
      const result = twoDecimals(compute[used](left, right) + off);
      steps.push({ left, operation: used, right, result, label });
      return result;
    };
  const answer = way({ plus: write('+'), minus: write('-'), times: write('*'), over: write('/') });
  const last = steps.at(-2);
  if (slip?.kind !== 'left unfinished' || last === undefined) return { steps, answer };
  return { steps: steps.slice(0, -1), answer: last.result };
}

/** A step as an equation whose text does not depend on the order of the operands of a sum or product. */
export function canonicalEquation({ left, operation, right, result }: Step): string {
  const commutes = operation === '+' || operation === '*';
  const [first, second] = commutes && left > right ? [right, left] : [left, right];
  return `${first}${operation}${second}=${result}`;
}

/** The set of equations that identifies a way. */
export function equationsOfWay(way: Way): ReadonlySet<string> {
  return new Set(calculate(way).steps.map(canonicalEquation));
}
