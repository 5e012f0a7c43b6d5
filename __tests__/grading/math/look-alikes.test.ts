import { expect, test } from 'vitest';
import { compare } from '../../../src/grading/math/compare.ts';

const comparison = { lists: 'any-order', tolerance: { numerator: 0n, denominator: 1n } } as const;

function outcome(gold: string, answer: string): string {
  const compared = compare(gold, answer, comparison);
  return typeof compared === 'string' ? compared : 'unreadable';
}

type Row = readonly [gold: string, same: readonly string[], other: readonly string[]];

/** Others are not the same, either way round: different or unreadable. */
function check([gold, same, other]: Row): void {
  for (const answer of same) expect([answer, outcome(gold, answer)]).toEqual([answer, 'same']);
  for (const answer of other) {
    expect([answer, outcome(gold, answer)]).not.toEqual([answer, 'same']);
    expect([answer, outcome(answer, gold)]).not.toEqual([answer, 'same']);
  }
}

test.each<Row>([
  [
    '\\frac{1}{2}\\sin 20^\\circ',
    ['\\frac{\\sin 20^\\circ}{2}', '\\frac12\\cos 70^{\\circ}', '\\frac{1}{2}\\sin(20°)'],
    ['\\frac12\\sin 20', '\\frac12\\sin 20\\text{ cm}'],
  ],
  ['\\frac14', ['\\frac12\\sin 30^\\circ', '\\frac{\\sin 30^\\circ}{2}'], ['\\frac12\\sin 30']],
  ['\\tan 20^\\circ', ['\\frac{\\sin 20^\\circ}{\\cos 20^\\circ}'], ['\\frac{\\sin 20^\\circ}{\\cos 20}']],
  ['\\sqrt{\\sin 20^\\circ}', ['\\sqrt{\\cos 70^\\circ}'], ['\\sqrt{\\sin 20}']],
  ['30', ['30^\\circ', '30^\\circ\\text{C}'], ['30^{\\circ}1']],
  ['\\frac{f^\\prime(2)}{2}', ["\\frac{f'(2)}{2}"], ['\\frac{f(2)}{2}']],
])('degrees of an angle and of its sine: %s', (...row) => check(row));

test.each<Row>([
  ['|x-5|', ['|5-x|'], ['5-x', 'x-5', 'x']],
  ['y=|x-5|', ['y=|5-x|', '2y=|2x-10|'], ['y=5-x']],
  ['|x-1000|', ['|1000-x|'], ['1000-x']],
  ['\\sqrt{(x-10)^2}', ['|x-10|'], ['10-x', 'x-10']],
  ['|x-4|+|x+4|', ['|4-x|+|4+x|'], ['8', '2|x|']],
  ['|x-3|+|x-4|', ['|4-x|+|3-x|'], ['|2x-7|']],
  ['|x-3|<2', ['1<x<5', '|3-x|<2'], ['x>1', '3-x<2']],
  ['\\lfloor x\\rfloor', ['-\\lceil -x\\rceil'], ['\\lceil x\\rceil-1', 'x']],
  ['\\lfloor x\\rfloor+\\lfloor -x\\rfloor', [], ['-1']],
  ['\\arcsin(\\sin a)', [], ['a']],
  ['|h-y|', ['|y-h|'], ['h-y', 'y-h']],
  ['\\sqrt{(x-1)^2(x+3)^2}', ['|x-1||x+3|', '|x^2+2x-3|'], ['x^2+2x-3']],
  ['\\sqrt{x}\\sqrt{y}', ['\\sqrt{xy}'], ['\\sqrt{x+y}']],
])('what is one formula here and another there: %s', (...row) => check(row));

test.each<Row>([
  [
    '50\\text{ mph}',
    [
      '50\\text{ miles per hour}',
      '50 miles/hour',
      '50\\,\\frac{\\text{mi}}{\\text{hr}}',
      '50 miles an hour',
      '50',
    ],
    ['50\\text{ miles per minute}', '50\\text{ km/h}', '50\\text{ miles}'],
  ],
  [
    '9.8\\text{ m/s}^2',
    ['9.8\\text{ meters per second squared}', '9.8\\ \\mathrm{m/s^2}', '9.8\\text{ m/s/s}'],
    ['9.8\\text{ cm/s}^2', '9.8\\text{ m/s}'],
  ],
  [
    '120\\text{ feet per second}',
    ['120\\text{ ft/s}', '120'],
    ['120\\text{ miles per hour}', '120\\text{ feet}', '120\\text{ feet per minute}'],
  ],
  ['17\\text{ acres}', ['17', '17 acres of land'], ['17\\text{ hectares}', '17\\text{ square miles}']],
  ['5\\text{ kg}', ['5 kilograms'], ['5\\text{ tonnes}', '5\\text{ tons}']],
  ['4\\text{ quarters}', ['4'], ['4\\text{ dimes}', '4\\text{ nickels}']],
  ['3\\text{ weeks}', ['3 weeks later'], ['3\\text{ decades}', '3\\text{ fortnights}']],
  ['5\\text{ mW}', ['5\\text{ milliwatts}'], ['5\\text{ MW}']],
  ['2\\text{ kWh}', ['2\\text{ kilowatt-hours}', '2\\text{ kilowatt hours}'], ['2\\text{ kW}']],
  [
    '5\\text{ apples}',
    ['5', '5\\text{ red apples}', '5\\text{ in total}', '5 apples left'],
    ['5\\text{ apples per day}', '5\\text{ pears}', '5 pairs of apples'],
  ],
  [
    '3\\text{ red}, 5\\text{ blue}',
    ['5\\text{ blue}, 3\\text{ red}', '3, 5'],
    ['5\\text{ red}, 3\\text{ blue}'],
  ],
  [
    '5\\text{ cm}^2',
    ['5\\text{ square units}', '5\\text{ sq. cm}'],
    ['5\\text{ units}', '5\\text{ cubic units}'],
  ],
  ['98^\\circ\\text{F}', ['98\\text{ degrees}', '98 degrees Fahrenheit'], ['98\\text{ degrees Celsius}']],
  ['8\\pi', ['8\\pi\\text{ m}^2', '8\\pi\\,\\mathrm{m}', '8\\pi\\text{ square meters}'], ['8\\pi m']],
  ['8\\pi\\text{ m}', ['8\\pi'], ['8\\pi m^2', '8\\pi\\text{ m}^2']],
  [
    '20',
    ['20\\text{ N}', '20\\,\\mathrm{N}', '20\\text{ A}', '20\\,\\Omega'],
    ['20N', '20\\mathrm{N}', '20\\Omega'],
  ],
  ['\\frac34\\text{ N}', ['\\frac{3}{4}\\,\\mathrm{N}', '\\frac34'], ['\\frac34\\text{ J}']],
  ['\\pi r^2h', ['\\pi r^{2} h', '\\pi h r^{2}'], ['\\pi r^2']],
  ['5nm', ['5mn'], ['5']],
])('units and what is counted: %s', (...row) => check(row));

test.each<Row>([
  ['0.3', ['3\\text{ tenths}', '3 tenths'], ['3', '3\\text{ hundredths}']],
  [
    '3',
    ['3\\text{ times}', '300 hundredths'],
    ['3\\text{ thirds}', '3\\text{ lakh}', '3\\text{ times as many}'],
  ],
  ['5', [], ['5\\text{ score}', '5\\text{ pairs}', '5\\text{ pi}', '5\\text{ (in thousands)}']],
  ['500000', ['5\\text{ lakh}'], ['5']],
  ['5', [], ['5^{\\text{th}} \\text{ root}']],
  ['\\text{12 noon}', ['12 noon'], ['12 midnight']],
])('words that multiply a number: %s', (...row) => check(row));

test.each([
  ['5\\text{ hours}', '5\\text{ days}'],
  ['5\\text{ gallons}', '5\\text{ gallons per minute}'],
])('known units differ: %s and %s', (gold, answer) => {
  expect(outcome(gold, answer)).toBe('different');
});

test.each([
  ['5\\text{ dollars}', '5\\text{ dollars per ticket}'],
  ['5\\text{ students}', '5\\text{ people}'],
  ['5\\text{ dollars}', '5\\text{ pesos}'],
])('whether %s is %s is not known', (gold, answer) => {
  expect(outcome(gold, answer)).toBe('unreadable');
  expect(outcome(gold, answer.replace('5', '6'))).toBe('different');
});

test.each<Row>([
  [
    '\\pm1\\pm\\sqrt2',
    ['1+\\sqrt2,1-\\sqrt2,-1+\\sqrt2,-1-\\sqrt2'],
    ['1+\\sqrt2,-1-\\sqrt2', '\\pm(1+\\sqrt2)', '\\pm1\\mp\\sqrt2'],
  ],
  ['\\pm1\\mp\\sqrt2', ['1-\\sqrt2, -1+\\sqrt2'], ['1+\\sqrt2, -1-\\sqrt2']],
  ['(\\pm1,2)', ['(1,2),(-1,2)', '(1,2) \\text{ and } (-1,2)'], ['(1,2)', '(-1,2)']],
  ['(\\pm1,\\pm2)', ['(1,2),(-1,2),(1,-2),(-1,-2)'], ['(1,2),(-1,-2)']],
  ['(\\pm1,\\mp2)', ['(1,-2),(-1,2)'], ['(1,2),(-1,-2)']],
])('signs that are independent, and that are not: %s', (...row) => check(row));

test.each<Row>([
  [
    '\\mathbf u\\times\\mathbf v',
    ['\\mathbf{u}\\times\\mathbf{v}', '-\\mathbf{v}\\times\\mathbf{u}'],
    ['\\mathbf v\\times\\mathbf u', '\\mathbf u\\cdot\\mathbf v'],
  ],
  ['A^{-1}B', ['A^{-1} B', 'A^{-1}\\cdot B'], ['BA^{-1}']],
  ['x^{-1}y', ['yx^{-1}', '\\frac yx'], ['xy']],
  ['\\overline{ab}', ['\\overline{a b}'], ['\\overline{ba}']],
  ['\\overline{AB}', ['\\overline{BA}'], ['\\overline{AC}']],
  ['\\vec{AB}', ['\\overrightarrow{AB}'], ['\\vec{BA}', '\\overrightarrow{BA}']],
  ['\\overline z', ['\\bar z', '\\bar{z}', '\\overline{z}'], ['z']],
  ['\\gcd(m,n)', ['\\gcd(n,m)'], ['\\gcd(m,k)']],
  ['\\max(x,5)', ['\\max(5,x)'], ['\\max(x,6)']],
])('what may change places: %s', (...row) => check(row));

test.each<Row>([
  ['5', ['5 \\approx 5.0'], ['5\\approx 4']],
  [
    '\\frac{161}{3}',
    ['\\frac{161}{3}\\approx 53.7', '\\frac{161}{3} \\approx 50'],
    ['\\frac{161}{3} \\approx 63'],
  ],
  ['\\frac14', ['\\frac14\\ (25\\%)'], ['\\frac15\\ (20\\%)']],
])('one number in two ways: %s', (...row) => check(row));

test.each<Row>([
  ['17', ['(C)\\ 17', 'C. 17', '(C) 17', '(C)\\quad 17'], ['(C)\\ 18', '(C)17', '(A) + 17']],
  ['\\text{(C)}', ['(C)\\ 17', 'C. 17', '(C)'], ['(D)\\ 17']],
])('a label before its value: %s', (...row) => check(row));

test.each<Row>([
  [
    '\\frac x2',
    ['\\frac{x}{2}, \\quad x\\neq0', '\\frac{x}{2} \\text{ for } x \\ne 0', '\\frac{x}{2} \\ (x\\ne0)'],
    ['\\frac{x}{3}, x\\ne 0'],
  ],
  ['\\frac{x}{2}, x\\ne0', ['\\frac x2'], ['\\frac{x}{2}, x\\ne1']],
  [
    '2n+1',
    ['2n+1, \\ n\\ge1', 'a_n=2n+1 \\quad (n\\ge1)', '2n+1 \\text{ for all } n \\ge 1'],
    ['2n-1, n\\ge 1'],
  ],
  ['f(x)=x', ['f(x)=x \\text{ for all } x\\in\\mathbb R'], ['f(x) = 2x \\text{ for all } x\\in\\mathbb R']],
  [
    'x=k\\pi',
    ['x = k\\pi \\text{ for } k\\in\\mathbb Z', 'k\\pi'],
    ['x = 2k\\pi \\text{ for } k\\in\\mathbb Z'],
  ],
  ['f(x)=x^2, x\\ge0', ['f(x)=x^2'], ['f(x)=x^2, x\\le0']],
  ['5', [], ['5\\text{ for }x>0', '5, x>0', '5\\text{ when } x>0']],
])('conditions on a letter: %s', (...row) => check(row));

test.each([
  ['24', ['BC^2=24', 'a^2+b^2=24', '\\frac ab=24'], ['2x=24', 'x+5=24', 'x^2=24', '2x+z=24']],
  ['\\frac45', ['\\sin(2\\theta)=\\frac45'], ['\\sin(2\\theta)=\\frac35']],
])('a quantity and its value: %s', (gold, same, other) => {
  for (const answer of same) expect([answer, outcome(gold, answer)]).toEqual([answer, 'same']);
  for (const answer of other) expect([answer, outcome(gold, answer)]).not.toEqual([answer, 'same']);
});

test.each<Row>([
  ['1:2:3', ['2:4:6'], ['1:2:4', '3:2:1']],
  ['15', ['_6C_2', '{}_6C_2 = 15', '{}_{6}C_{2}', '6C2'], ['6C3']],
  ['\\binom{10}{3}', ['10C3', '^{10}C_3', '120'], ['10C4']],
  ['n \\equiv 1 \\pmod 4', ['n\\equiv5 (mod 4)'], ['n\\equiv2 (mod 4)', 'n \\equiv 1 (mod 5)']],
])('ratios, combinations, remainders: %s', (...row) => check(row));

test('a formula in letters may be the same as one that is not computed', () => {
  expect(outcome('\\frac{n(n-1)}{2}', '\\binom{n}{2}')).toBe('unreadable');
  expect(outcome('\\binom{n}{2}', '\\frac{n^2-n}{2}')).toBe('unreadable');
  expect(outcome('\\binom{n}{2}', '5')).toBe('different');
});
