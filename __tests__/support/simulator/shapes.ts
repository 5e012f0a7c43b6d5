import type { Label, Way } from './calculation.ts';

/**
 * The shapes of the word problems: the question as a formula, and the equally right ways to compute it. No
 * two ways of a shape write the same set of equations.
 */

type Labels<Names extends string> = Readonly<Record<Names | 'answer', Label>>;

/** total − a − b */
export const takeAwayTwice = (
  [total, a, b]: readonly [number, number, number],
  label: Labels<'withoutA' | 'withoutB' | 'both'>,
): readonly Way[] => [
  (s) => s.minus(s.minus(total, a, label.withoutA), b, label.answer),
  (s) => s.minus(total, s.plus(a, b, label.both), label.answer),
  (s) => s.minus(s.minus(total, b, label.withoutB), a, label.answer),
];

/** a · b · c */
export const productOfThree = (
  [a, b, c]: readonly [number, number, number],
  label: Labels<'ab' | 'ac' | 'bc'>,
): readonly Way[] => [
  (s) => s.times(s.times(a, b, label.ab), c, label.answer),
  (s) => s.times(s.times(a, c, label.ac), b, label.answer),
  (s) => s.times(a, s.times(b, c, label.bc), label.answer),
];

/** a · (b + c) */
export const timesSum = (
  [a, b, c]: readonly [number, number, number],
  label: Labels<'sum' | 'ab' | 'ac'>,
): readonly Way[] => [
  (s) => s.times(a, s.plus(b, c, label.sum), label.answer),
  (s) => s.plus(s.times(a, b, label.ab), s.times(a, c, label.ac), label.answer),
];

/** total / a / b */
export const divideTwice = (
  [total, a, b]: readonly [number, number, number],
  label: Labels<'overA' | 'overB' | 'ab'>,
): readonly Way[] => [
  (s) => s.over(s.over(total, a, label.overA), b, label.answer),
  (s) => s.over(total, s.times(a, b, label.ab), label.answer),
  (s) => s.over(s.over(total, b, label.overB), a, label.answer),
];

/** a · b + c − d */
export const productPlusMinus = (
  [a, b, c, d]: readonly [number, number, number, number],
  label: Labels<'ab' | 'withC' | 'withoutD' | 'net'>,
): readonly Way[] => [
  (s) => s.minus(s.plus(s.times(a, b, label.ab), c, label.withC), d, label.answer),
  (s) => s.plus(s.times(a, b, label.ab), s.minus(c, d, label.net), label.answer),
  (s) => s.plus(s.minus(s.times(a, b, label.ab), d, label.withoutD), c, label.answer),
];

/** total − a · b − c */
export const takeAwayProduct = (
  [total, a, b, c]: readonly [number, number, number, number],
  label: Labels<'ab' | 'withoutAb' | 'withoutC' | 'both'>,
): readonly Way[] => [
  (s) => s.minus(s.minus(total, s.times(a, b, label.ab), label.withoutAb), c, label.answer),
  (s) => s.minus(total, s.plus(s.times(a, b, label.ab), c, label.both), label.answer),
  (s) => s.minus(s.minus(total, c, label.withoutC), s.times(a, b, label.ab), label.answer),
];

/** a · (b + c) + d */
export const timesSumPlus = (
  [a, b, c, d]: readonly [number, number, number, number],
  label: Labels<'sum' | 'product' | 'ab' | 'ac' | 'abWithD'>,
): readonly Way[] => [
  (s) => s.plus(s.times(a, s.plus(b, c, label.sum), label.product), d, label.answer),
  (s) => s.plus(s.plus(s.times(a, b, label.ab), s.times(a, c, label.ac), label.product), d, label.answer),
  (s) => s.plus(s.plus(s.times(a, b, label.ab), d, label.abWithD), s.times(a, c, label.ac), label.answer),
];

/** (a + b + c) · d */
export const sumOfThreeTimes = (
  [a, b, c, d]: readonly [number, number, number, number],
  label: Labels<'ab' | 'bc' | 'sum' | 'ad' | 'bd' | 'cd' | 'adBd'>,
): readonly Way[] => [
  (s) => s.times(s.plus(s.plus(a, b, label.ab), c, label.sum), d, label.answer),
  (s) => s.times(s.plus(a, s.plus(b, c, label.bc), label.sum), d, label.answer),
  (s) => {
    const adBd = s.plus(s.times(a, d, label.ad), s.times(b, d, label.bd), label.adBd);
    return s.plus(adBd, s.times(c, d, label.cd), label.answer);
  },
];

/** a · b + c · d − e */
export const twoProductsMinus = (
  [a, b, c, d, e]: readonly [number, number, number, number, number],
  label: Labels<'ab' | 'cd' | 'both' | 'abWithoutE' | 'cdWithoutE'>,
): readonly Way[] => [
  (s) => s.minus(s.plus(s.times(a, b, label.ab), s.times(c, d, label.cd), label.both), e, label.answer),
  (s) => s.plus(s.minus(s.times(a, b, label.ab), e, label.abWithoutE), s.times(c, d, label.cd), label.answer),
  (s) => s.plus(s.times(a, b, label.ab), s.minus(s.times(c, d, label.cd), e, label.cdWithoutE), label.answer),
];

/** a · b · c + d · e */
export const productOfThreePlus = (
  [a, b, c, d, e]: readonly [number, number, number, number, number],
  label: Labels<'ab' | 'ac' | 'bc' | 'abc' | 'de'>,
): readonly Way[] => [
  (s) => s.plus(s.times(s.times(a, b, label.ab), c, label.abc), s.times(d, e, label.de), label.answer),
  (s) => s.plus(s.times(s.times(a, c, label.ac), b, label.abc), s.times(d, e, label.de), label.answer),
  (s) => s.plus(s.times(a, s.times(b, c, label.bc), label.abc), s.times(d, e, label.de), label.answer),
];

/** (total − a · b − c) / d */
export const shareRest = (
  [total, a, b, c, d]: readonly [number, number, number, number, number],
  label: Labels<'ab' | 'withoutAb' | 'withoutC' | 'both' | 'rest'>,
): readonly Way[] => {
  const rest = takeAwayProduct([total, a, b, c], { ...label, answer: label.rest });
  return rest.map(
    (way): Way =>
      (s) =>
        s.over(way(s), d, label.answer),
  );
};

/** (a + b) · c − d · e */
export const sumTimesMinusProduct = (
  [a, b, c, d, e]: readonly [number, number, number, number, number],
  label: Labels<'sum' | 'product' | 'ac' | 'bc' | 'de' | 'acWithoutDe'>,
): readonly Way[] => [
  (s) => s.minus(s.times(s.plus(a, b, label.sum), c, label.product), s.times(d, e, label.de), label.answer),
  (s) => {
    const product = s.plus(s.times(a, c, label.ac), s.times(b, c, label.bc), label.product);
    return s.minus(product, s.times(d, e, label.de), label.answer);
  },
  (s) => {
    const acWithoutDe = s.minus(s.times(a, c, label.ac), s.times(d, e, label.de), label.acWithoutDe);
    return s.plus(acWithoutDe, s.times(b, c, label.bc), label.answer);
  },
];
