import { describe, expect, test } from 'vitest';
import { compare, isReadable } from '../../../src/grading/math/compare.ts';
import type { Comparison } from '../../../src/grading/math/same/comparison.ts';
import { decimal } from '../../../src/grading/numbers/rational.ts';

const exactly: Comparison = { lists: 'any-order', tolerance: { numerator: 0n, denominator: 1n } };

type Pairs = readonly (readonly [string, string])[];

function isSame(gold: string, answer: string, comparison = exactly): boolean {
  return compare(gold, answer, comparison) === 'same';
}

/** Both ways round. */
function bothWays(a: string, b: string, comparison = exactly): readonly [boolean, boolean] {
  return [isSame(a, b, comparison), isSame(b, a, comparison)];
}

const SAME: Readonly<Record<string, Pairs>> = {
  'the same text, read or not': [
    ['\\le(x)', '\\le(x)'],
    ['x\\leftarrow y', 'x \\leftarrow y'],
    ['\\{x : x>2\\}', '\\{x : x>2\\}'],
    ['\\foo{', '\\foo{'],
    ['10^{1000000000}', '10^{1000000000}'],
  ],
  numbers: [
    ['1.0', '1'],
    ['5.00', '5'],
    ['.5', '0.5'],
    ['+5', '5'],
    ['5.', '5'],
    ['\\frac13', '1/3'],
    ['\\frac 1 3', '1/3'],
    ['\\dfrac{1}{3}', '\\tfrac13'],
    ['\\cfrac{1}{3}', '\\frac{1}3'],
    ['-\\frac{1}{2}', '\\frac{1}{-2}'],
    ['\\frac{-1}{2}', '-0.5'],
    ['3\\frac12', '7/2'],
    ['3 \\frac{1}{2}', '3.5'],
    ['-3\\frac12', '-3.5'],
    ['1 1/2', '1.5'],
    ['1\\ 1/2', '3/2'],
    ['2^{100}', '1267650600228229401496703205376'],
    ['2^10', '1024'],
    ['5!', '120'],
    ['\\binom52', '10'],
    ['{5 \\choose 2}', '10'],
    ['\\dbinom{5}{2}', '10'],
    ['\\gcd(4,6)', '2'],
    ['\\max\\{1,2\\}', '2'],
    ['\\int x\\,dx = \\frac{x^2}{2} + C', '\\frac12x^2+C'],
    ['\\lfloor 3.7 \\rfloor', '3'],
    ['6 * 7', '42'],
    ['6 \\div 3', '2'],
    ['(5)', '5'],
    ['{5}', '5'],
    ['= 5', '5'],
  ],
  'separators of thousands': [
    ['1,000', '1000'],
    ['1{,}000', '1 000'],
    ['1,\\!000', '1000'],
    ['1\\,000', '1000'],
    ['1\\ 000', '1000'],
    ["1'000'000", '1000000'],
    ['1 {, } 000', '1000'],
    ['11,\\! 111,\\! 111,\\! 100', '11111111100'],
    ['15,\\,400', '15400'],
    ['1.000.000', '1000000'],
    ['1,234.50', '1234.5'],
    ['\\$1,000.50', '1000.5'],
    ['3{,}14', '3.14'],
  ],
  'decimals that repeat': [
    ['0.\\overline{3}', '1/3'],
    ['0.\\overline3', '1/3'],
    ['0.1\\overline{6}', '1/6'],
    ['0.\\bar{3}', '1/3'],
    ['0.\\dot{3}', '1/3'],
    ['0.(3)', '1/3'],
    ['2.\\overline{45}', '27/11'],
  ],
  'powers of ten': [
    ['1.5\\times10^{-3}', '0.0015'],
    ['1.5 \\cdot 10^{-3}', '0.0015'],
    ['1.5e-3', '0.0015'],
    ['3 x 10^8', '300000000'],
    ['3 × 10⁸', '3\\times 10^8'],
    ['3 million', '3000000'],
    ['1.5\\text{ billion}', '1500000000'],
  ],
  'Unicode signs and digits of other scripts': [
    ['−5', '-5'],
    ['π/4', '\\frac{\\pi}{4}'],
    ['½', '0.5'],
    ['1½', '3/2'],
    ['⅓', '1/3'],
    ['1⁄3', '1/3'],
    ['x² + 1', 'x^2+1'],
    ['x⁻¹', '\\frac1x'],
    ['x₁ + x₂', 'x_1+x_2'],
    ['√2', '\\sqrt{2}'],
    ['√2/2', '\\frac{1}{\\sqrt{2}}'],
    ['2√(3)', '2\\sqrt3'],
    ['∛8', '2'],
    ['2·3', '6'],
    ['2 × 3', '6'],
    ['x ≤ 5', 'x \\le 5'],
    ['x ≠ 5', 'x \\neq 5'],
    ['(−∞, 2]', '(-\\infty, 2]'],
    ['１２', '12'],
    ['١٢', '12'],
    ['१२', '12'],
    ['𝟏𝟐', '12'],
    ['𝑥 + 1', 'x+1'],
    ['45°', '45^\\circ'],
    ['∅', '\\emptyset'],
    ['ℝ', '\\mathbb{R}'],
    ['θ', '\\theta'],
  ],
  'delimiters, fonts, sizes and spacing': [
    ['$5$', '5'],
    ['\\(5\\)', '5'],
    ['\\[5\\]', '5'],
    ['$$5$$', '5'],
    ['\\displaystyle\\frac12', '1/2'],
    ['\\mathbf{5}', '5'],
    ['\\text{5}', '5'],
    ['\\mathrm{e}', 'e'],
    ['\\boldsymbol{x+1}', 'x+1'],
    ['\\boxed{5}', '5'],
    ['\\mathbf{\\frac{1}{2}}', '1/2'],
    ['\\textcolor{red}{5}', '5'],
    ['\\left( 1, 2 \\right)', '(1,2)'],
    ['\\bigl[0,1\\bigr)', '[0,1)'],
    ['\\left.5\\right.', '5'],
    ['x\\,+\\,1', 'x+1'],
    ['**5**', '5'],
    ['`5`', '5'],
    ['\\\\frac{1}{2}', '1/2'],
    ['\\\\sqrt{5}', '\\sqrt5'],
    ['\\frac{1}{2', '1/2'],
    ['\\frac{1}{2}}', '1/2'],
    ['\\frac{\\sqrt{3}}{2', '\\frac{\\sqrt3}{2}'],
  ],
  'roots and functions': [
    ['\\sqrt{12}', '2\\sqrt3'],
    ['sqrt(12)', '2sqrt(3)'],
    ['\\frac{1}{\\sqrt2}', '\\frac{\\sqrt2}{2}'],
    ['\\sqrt{3+2\\sqrt2}', '1+\\sqrt2'],
    ['\\frac{1}{2+\\sqrt3}', '2-\\sqrt3'],
    ['\\sqrt[3]{-8}', '-2'],
    ['\\sqrt[3]2', '2^{1/3}'],
    ['\\ln 4', '2\\ln 2'],
    ['\\log_2 8', '3'],
    ['\\log_{10} 1000', '3'],
    ['ln(2)', '\\ln 2'],
    ['\\cos 60^\\circ', '1/2'],
    ['\\sin 30°', '1/2'],
    ['\\sin^{-1} 1', '\\pi/2'],
    ['\\arctan 1', '\\frac\\pi4'],
    ['\\ln{2}/3', '\\frac{\\ln 2}{3}'],
    ['\\sin{\\left(x\\right)} \\times 2', '2\\sin x'],
    ['e^{i\\pi}', '-1'],
    ['\\frac{3}{4}i', '0.75i'],
    ['1+2i', 'i(2-i)'],
    ['pi/2', '\\frac{\\pi}{2}'],
    ['e^x', '\\exp(x)'],
    ['x^(2/3)', 'x^{2/3}'],
  ],
  polynomials: [
    ['(x-2)(x+2)', 'x^2-4'],
    ['a^2+2ab+b^2', '(a+b)^2'],
    ['\\frac{a+b}{2}', '\\frac12 a+\\frac12 b'],
    ['xy', 'yx'],
    ['abc', 'cab'],
    ['2\\pi rh', '2\\pi hr'],
    ['2*x**2 + 1', '2x^2+1'],
    ['2/3x', '\\frac{2}{3}x'],
    ['\\sqrt{x^2}', '|x|'],
    ['|x-2|', '\\left|2-x\\right|'],
    ['x^{2/3}', '\\sqrt[3]{x^2}'],
    ['\\tan^2(y)+1', '\\sec^2 y'],
    ['x^10', 'x^{10}'],
  ],
  'percent, money and units': [
    ['10\\%', '10'],
    ['10\\%', '0.1'],
    ['28 percent', '28\\%'],
    ['28 pct', '28\\%'],
    ['\\$5.00', '5'],
    ['5 dollars', '\\$5'],
    ['50 cents', '\\$0.50'],
    ['$5$', '5 cents'],
    ['€5', '5'],
    ['90^\\circ', '90'],
    ['90^{\\circ}', '90 degrees'],
    ['45^\\circ', '45\\text{ degrees}'],
    ['90^\\circ', '\\frac{\\pi}{2}'],
    ['5\\text{ cm}^2', '5\\text{ square centimeters}'],
    ['5 cm^2', '5\\text{ cm}^{2}'],
    ['5\\,\\mathrm{cm}', '5'],
    ['5 cm', '5'],
    ['5cm', '5'],
    ['5 m', '5'],
    ['10weeks', '10'],
    ['12\\text{ apples}', '12'],
    ['12 ways', '12'],
    ['5\\text{ units}', '5'],
    ['100 square units', '100'],
    ['\\text{6 inches}', '6'],
    ['60\\text{ km/h}', '60 \\text{ km}/\\text{h}'],
    ['60 miles per hour', '60\\text{ mph}'],
    ['9.8\\,\\mathrm{m/s^2}', '9.8'],
    ['25\\pi \\text{ cm}^2', '25\\pi'],
    ['x = 5 meters', '5'],
  ],
  'numerals of another base': [
    ['1011_2', '1011_{2}'],
    ['1011_{\\text{two}}', '1011_2'],
    ['(1011)_2', '1011_2'],
    ['4210_{7}', '4210_7'],
    ['11_{10}', '11'],
  ],
  'times of day': [
    ['20:34', '20:34:00'],
    ['12:00', '12:00'],
  ],
  'sentences that state one value': [
    ['78', 'The profit was $78.'],
    ['78', '78 dollars per week'],
    ['12', 'There are 12 ways'],
    ['12', 'There are $12$ ways to do it.'],
    ['5', '\\text{The answer is } 5'],
    ['5', '\\text{The answer is 5}'],
    ['7', 'The sum of 3 and 4 is 7'],
    ['7', 'The value of $x$ is $7$.'],
    ['5, 6', 'The answers are 5 and 6'],
    ['5\\pi', 'The area is $5\\pi$ square units'],
    ['34', 'Therefore, 34'],
    ['3', 'The value is $x = 3$'],
    ['ellipse', 'The shape is an ellipse.'],
    ['5', 'five'],
    ['25', 'twenty-five'],
    ['78', '\\text{Profit: } \\$78'],
    ['45', 'profit = 45'],
  ],
  'intervals and sets': [
    ['\\left[0,\\infty\\right)', '[0,\\infty)'],
    ['[-36,104]', '[-36, 104]'],
    ['\\{-1,200\\}', '\\{200, -1\\}'],
    ['[0,+\\infty)', '[0,\\infty)'],
    ['(-\\infty,2)\\cup(2,\\infty)', '(2,\\infty)\\cup(-\\infty,2)'],
    ['(-\\infty,2)\\cup(2,\\infty)', '\\mathbb{R}\\setminus\\{2\\}'],
    ['(-\\infty,\\infty)', '\\mathbb{R}'],
    ['\\mathbb{R}', 'all real numbers'],
    ['[1,2)\\cup[2,3]', '[1,3]'],
    ['(3,\\infty)', '\\{x \\mid x > 3\\}'],
    ['(3,\\infty)', '\\{x \\in \\mathbb{R} : x > 3\\}'],
    ['[0,5]\\cap[3,9]', '[3,5]'],
    ['x \\in [0.5, \\infty)', '[1/2, \\infty)'],
    ['\\left\\{1,2\\right\\}', '\\{2,1\\}'],
    ['\\{1,2\\}', '1, 2'],
    ['\\{840, 840\\}', '840'],
    ['\\{1/2, 0.5\\}', '1/2'],
    ['\\varnothing', '\\emptyset'],
    ['\\{\\}', '\\emptyset'],
    ['\\{x, x - 1\\}', '{x - 1, x}'],
  ],
  lists: [
    ['1,2', '2,1'],
    ['1, 2, 3', '3, 1, 2'],
    ['1\\pm\\sqrt2', '\\{1-\\sqrt2,1+\\sqrt2\\}'],
    ['\\pm 3', '3, -3'],
    ['x = \\pm 3', '-3, 3'],
    ['2,3\\text{ and }5', '5, 2 \\text{ or } 3'],
    ['7, -2, \\text{ and } -5', '-5,-2,7'],
    ['1 or 2', '2, 1'],
    ['5 \\text{ papers and } 2 \\text{ bins}', '5, 2'],
    ['(1,2),(3,4)', '(3,4),(1,2)'],
    ['100, 200', '100,200'],
  ],
  'points, vectors and matrices': [
    ['(1, 4.5)', '(1, \\frac92)'],
    ['(1,2)', '\\langle 1, 2\\rangle'],
    ['\\begin{pmatrix}1\\\\2\\end{pmatrix}', '(1,2)'],
    ['\\begin{pmatrix}1&2\\end{pmatrix}', '(1,2)'],
    ['\\begin{pmatrix}1/2&3\\\\4&5\\end{pmatrix}', '\\begin{bmatrix}0.5&3\\\\4&5\\end{bmatrix}'],
    ['\\left[\\begin{array}{cc}1&2\\\\3&4\\end{array}\\right]', '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}'],
    ['\\left(\\begin{array}{c}1\\\\2\\end{array}\\right)', '\\begin{pmatrix}1\\\\2\\\\\\end{pmatrix}'],
    ['\\begin{matrix}1\\\\2\\end{matrix}', '\\begin{pmatrix}1\\\\2\\end{pmatrix}'],
    [
      '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}\\begin{pmatrix}0&1\\\\1&0\\end{pmatrix}',
      '\\begin{pmatrix}2&1\\\\4&3\\end{pmatrix}',
    ],
    ['\\frac12\\begin{pmatrix}2\\\\4\\end{pmatrix}', '\\begin{pmatrix}1\\\\2\\end{pmatrix}'],
    ['(1,2,3)', '1, 2, 3'],
  ],
  'names with values': [
    ['x=5', '5'],
    ['x=5', '5=x'],
    ['(x,y)=(1,2)', '(1,2)'],
    ['p = 2, q = 5', '(2, 5)'],
    ['p = 2, q = 5', '2, 5'],
    ['p = 2, q = 5', '(p,q) = (2,5)'],
    ['p=2,q=5', 'q=5,p=2'],
    ['q = 5, p = 2', '(2, 5)'],
    ['x = 1 \\text{ and } y = 2', '(1,2)'],
    ['a=3, b=4, c=5', '(3,4,5)'],
    ['x = y = 2', '(2,2)'],
    ['\\begin{cases} x = 1 \\\\ y = 2 \\end{cases}', '(1,2)'],
    ['AB=4,CD=5', '4, 5'],
    ['\\begin{align*} x &= 1 \\\\ y &= 2 \\end{align*}', '(1,2)'],
    ['x=1 \\\\ y=2', '(1,2)'],
    ['x=1, y=2; x=2, y=1', '(1,2),(2,1)'],
    ['x=1, y=2 \\text{ or } x=2, y=1', '(1,2),(2,1)'],
    ['x=1,x=2', 'x_1=2,x_2=1'],
    ['a=4,\\,-8,\\,-10', '-10,-8,4'],
    ['\\angle ABC = 30^\\circ', '30'],
    ['f(2) = 7', '7'],
    ['P(A) = \\frac13', '1/3'],
    ['\\text{width} = 5', '5'],
    ['V_{1}:V_{2}=11:21', '11:21'],
    ['2 + 3 = 5', '5'],
    ['x = 2 + 3 = 5', '5'],
  ],
  remainders: [
    ['x \\equiv 3 \\pmod 7', '3'],
    ['x \\equiv 3 \\pmod{7}', '3 \\pmod 7'],
    ['5', '5 (mod 7)'],
  ],
  equations: [
    ['y=2x+3', '2x-y+3=0'],
    ['y=2x+3', '2x+3'],
    ['f(x)=2x+1', 'f(x) = 1+2x'],
    ['f(x) = 2x+3', 'y = 2x + 3'],
    ['2x + 4y - 3 = 0', 'y = -\\frac12x + \\frac34'],
    ['x^2+y^2=4', '4 = y^2 + x^2'],
    ['7 = 11a + c', '11a + c = 7'],
    ['x + y = 1', '2x + 2y = 2'],
  ],
  inequalities: [
    ['x\\ge 5', '5\\le x'],
    ['x\\geq5', 'x>=5'],
    ['-x > -1', 'x < 1'],
    ['2x < 6', 'x < 3'],
    ['x + 1 < 4', 'x < 3'],
    ['x > y', 'y < x'],
    ['x - y > 0', 'x > y'],
    ['1 < x < 3', '3 > x > 1'],
    ['1 < x < 3', '2 < 2x < 6'],
    ['1 < x < 3', 'x > 1 \\text{ and } x < 3'],
    ['x < 1 \\text{ or } x > 5', 'x > 5, x < 1'],
    ['x \\ne 3', '3 \\neq x'],
    ['x \\ne 3', 'x < 3 \\text{ or } x > 3'],
    ['a < b < c', 'c > b > a'],
    ['|x| < 3', '-3 < x < 3'],
    ['|x - 1| \\ge 2', 'x \\le -1 \\text{ or } x \\ge 3'],
  ],
  ratios: [
    ['7:32', '7 : 32'],
    ['2:1', '4:2'],
    ['1:2', '\\frac12'],
  ],
  approximations: [
    ['\\frac{161}{3}', '\\frac{161}{3} \\approx 53.7'],
    ['1/3', 'x=1/3\\approx 0.33'],
    ['\\sqrt2', '\\sqrt{2} ≈ 1.41'],
    ['12.5', 'x \\approx 12.5'],
  ],
  'letters and words': [
    ['\\text{(B)}', 'B'],
    ['\\textbf{(B)}\\ 5', 'B'],
    ['\\textbf{(B)}\\ 5', '5'],
    ['\\text{Even}', 'even'],
    ['Monday', '\\text{Monday}'],
    ['\\text{no solution}', 'No solution.'],
    ['no solution', 'There are no solutions'],
    ['DNE', 'does not exist'],
    ['yes', '\\textbf{Yes}'],
    ['a circle', 'circle'],
    ['yes', 'Yes, it is possible.'],
    ['no', '\\text{No, it is not}'],
    ['5', '5^{\\text{th}}'],
    ['42', '42nd'],
    ['①③', '1, 3'],
  ],
};

const DIFFERENT: Readonly<Record<string, Pairs>> = {
  'numbers that are near': [
    ['2^{-99}', '2^{-98}'],
    ['10^{-40}', '10^{-41}'],
    ['2^{100}', '2^{100}+1'],
    ['1234567890123456789', '1234567890123456788'],
    ['0.333333333333333333', '1/3'],
    ['\\sqrt2', '1.41421356237309504880168872420969807856967187537694'],
    ['\\sqrt2+10^{-60}', '\\sqrt2'],
    ['\\frac{22}{7}', '\\pi'],
    ['0', '0.0000001'],
    ['53.7', '\\frac{161}{3} \\approx 53.7'],
  ],
  'numbers too large or small to compute': [
    ['10^{1000000000}', '10^{1000000001}'],
    ['9^{9^{9^9}}', '3'],
    ['e^{-300}', 'e^{-301}'],
  ],
  signs: [
    ['1-1/e', '1+1/e'],
    ['-x', 'x'],
    ['\\infty', '-\\infty'],
    ['i', '-i'],
    ['-3\\frac12', '-2.5'],
  ],
  'what only positive numbers make equal': [
    ['|x|', 'x'],
    ['\\sqrt{x^2}', 'x'],
  ],
  brackets: [
    ['(1,2)', '[1,2]'],
    ['(1,2)', '(2,1)'],
    ['(1,2)', '2, 1'],
    ['(0,1)', '0, 1'],
    ['(1,2,3)', '3, 2, 1'],
    ['(3,1)', '\\{1,3\\}'],
    ['(1,3)', '\\{1,3\\}'],
    ['[0,1)', '[0,1]'],
    ['[0,1)', '(0,1)'],
    ['(1,200)', '1200'],
    ['[-36,104]', '[-36104]'],
    ['(-1,200)', '-1200'],
    ['(0,1)', '1, 0'],
    ['[0,1]', '0, 1'],
    ['(-\\infty,2)', '(-\\infty,2]'],
    ['(-\\infty,2)\\cup(2,\\infty)', '\\mathbb{R}'],
    ['(1,2)\\cup(3,4)', '(1,2)'],
    ['\\{1,2\\}', '(1,2)'],
    ['\\begin{pmatrix}1\\\\2\\end{pmatrix}', '\\begin{pmatrix}1&2\\end{pmatrix}'],
    ['\\begin{pmatrix}1\\\\2\\end{pmatrix}', '(2,1)'],
    ['\\begin{vmatrix}1&2\\\\3&4\\end{vmatrix}', '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}'],
  ],
  'lists, digits and letters put together otherwise': [
    ['32, 349', '32349'],
    ['12 13', '1213'],
    ['\\{1,2\\}', '\\{1,2,3\\}'],
    ['1, 2', '1'],
    ['1, 1, 2', '1, 2, 2'],
    ['1 or 2', '1'],
    ['1\\pm\\sqrt2', '1+\\sqrt2'],
    ['ABC', 'CBA'],
    ['f(2)', '2f'],
    ['100,200', '200,100'],
    ['2^10', '20'],
    ['x^10', '10x'],
  ],
  'names with other values': [
    ['p=2,q=5', 'p=5,q=2'],
    ['p = 2, q = 5', '(5, 2)'],
    ['p = 2, q = 5', '5, 2'],
    ['p = 2, q = 5', '\\{2, 5\\}'],
    ['q = 5, p = 2', '(5, 2)'],
    ['(p,q) = (2,5)', 'p = 5, q = 2'],
    ['x=5', 'y=5'],
    ['x = 5', 'x = 6'],
    ['f(x)', 'f(y)'],
    ['x_1 = 5', 'x_2 = 5'],
  ],
  'numerals of another base': [
    ['1011_2', '11'],
    ['1011_2', '1011_3'],
    ['10_2', '10_3'],
    ['101_2', '5'],
  ],
  'times and ratios': [
    ['12:00', '6:00'],
    ['6:30 p.m.', '6:30 a.m.'],
    ['20:34', '8:34'],
    ['7:32', '32:7'],
    ['1:2', '2'],
  ],
  remainders: [
    ['5 \\pmod 7', '5 \\pmod 8'],
    ['x \\equiv 3 \\pmod 7', 'x \\equiv 3 \\pmod 5'],
    ['x \\equiv 3 \\pmod 7', '4 \\pmod 7'],
  ],
  'sets of whole numbers': [
    ['\\{x \\in \\mathbb{Z} : x > 2\\}', '(2,\\infty)'],
    ['\\{n : n > 2\\}', '(2,\\infty)'],
    ['x > 2', 'x > 2, x \\in \\mathbb{Z}'],
    ['\\mathbb{Z}', '\\mathbb{R}'],
  ],
  logic: [
    ['p \\land q', 'p \\lor q'],
    ['x = 1 \\text{ and } y = 2', 'x = 1 \\text{ or } y = 2'],
  ],
  dates: [['June 20', 'July 20']],
  'products of matrices in another order': [
    [
      '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}\\begin{pmatrix}0&1\\\\1&0\\end{pmatrix}',
      '\\begin{pmatrix}0&1\\\\1&0\\end{pmatrix}\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}',
    ],
  ],
  units: [
    ['5\\text{ cm}', '5\\text{ m}'],
    ['5\\text{ cm}', '5\\text{ cm}^2'],
    ['10\\%', '1000'],
    ['5', '5ab'],
    ['5', '5 xy'],
    ['5', '5m'],
    ['5', '5x'],
    ['3 million', '3'],
    ['90^\\circ', '\\frac{\\pi}{3}'],
    ['60\\text{ mph}', '60\\text{ km/h}'],
    ['x = 5\\text{ cm}', 'x = 5\\text{ m}'],
    ['10', '10^{-3}\\text{ m}'],
    ['10\\%', '10\\text{ cm}'],
    ['\\$5', '5 cents'],
    ['\\$5', '€5'],
  ],
  equations: [
    ['5x-7y=0', 'x+y=0'],
    ['a+3z=0', '0'],
    ['2x + z = 1', '1'],
    ['1', '2x + z = 1'],
    ['5', '2x = 5'],
    ['5', 'x^2 = 5'],
    ['11a + c', '7 = 11a + c'],
    ['7', '7 = 11a + c'],
    ['y = 2x + 3', 'y = 2x - 3'],
    ['y = 2x', 'x = 2y'],
    ['x^2+y^2=4', 'x^2+y^2=2'],
    ['m + n = 107', '108'],
  ],
  inequalities: [
    ['x\\ge 5', 'x\\le 5'],
    ['x>5', 'x\\ge5'],
    ['x < 1', 'x > 1'],
    ['x < 1', '-x < -1'],
    ['x < 1', 'y < 1'],
    ['x < 1', 'x > -1'],
    ['x\\ne 3', 'x=3'],
    ['x > 5', '5'],
    ['1 < x < 3', '1 < x \\le 3'],
    ['1 < x < 3', 'x > 1 \\text{ or } x < 3'],
    ['a < b < c', 'a < c < b'],
  ],
  'letters and words': [
    ['listen', 'silent'],
    ['yes', 'no'],
    ['true', 'false'],
    ['\\text{(B)}', 'C'],
    ['\\textbf{(B)}\\ 5', '\\textbf{(C)}\\ 5'],
    ['prime', 'not prime'],
    ['Monday', 'Tuesday'],
    ['5', 'no solution'],
    ['even', '2'],
    ['yes', 'No, it is not'],
    ['①②', '12'],
  ],
};

/** Answers that are not called wrong since they cannot be read, with right answers that they are compared with. */
const UNREADABLE: Readonly<Record<string, Pairs>> = {
  'sentences without one value': [
    ['5', 'I do not know.'],
    ['5', 'I cannot determine the answer from this.'],
    ['5', 'It is not 5'],
    ['5', '\\text{at least } 5'],
    ['5', '5 or more'],
    ['5', 'positive or negative 5'],
    ['5', 'a circle with radius 5'],
    ['5', 'a multiple of 5'],
    ['5', '5 squared'],
    ['5', '5 ft 6 in'],
    ['20', 'June 20'],
    ['2', '2 out of 5'],
    ['5', 'x is 5 and y is 6'],
    ['6', 'x = 5, so y = 6'],
    ['12', '12 ways to choose 3 of 5'],
    ['5', 'Monday morning'],
    ['yes', 'we would have to look at the first and then at the second of these'],
  ],
  'half a formula': [
    ['5', '\\frac{1}'],
    ['5', '5 +'],
    ['5', 'x ='],
    ['5', '\\sqrt{'],
    ['5', '(1, 2'],
    ['5', '< 3'],
  ],
  'what is not computed': [
    ['1/2', '\\int_0^1 x\\,dx'],
    ['55', '\\sum_{k=1}^{10} k'],
    ['5', '\\foo{x}'],
    ['1', '\\lim_{x\\to 0} \\frac{\\sin x}{x}'],
  ],
  'a right answer that cannot be read': [['\\foo{', '5']],
};

describe.each(Object.entries(SAME))('the same: %s', (_, pairs) => {
  test.each(pairs)('%s and %s', (a, b) => {
    expect(bothWays(a, b)).toEqual([true, true]);
  });
});

describe.each(Object.entries(DIFFERENT))('not the same: %s', (_, pairs) => {
  test.each(pairs)('%s and %s', (a, b) => {
    expect(bothWays(a, b)).toEqual([false, false]);
  });
});

describe.each(Object.entries(UNREADABLE))('cannot be compared: %s', (_, pairs) => {
  test.each(pairs)('%s and %s', (gold, answer) => {
    expect(compare(gold, answer, exactly)).toEqual({ unreadable: expect.any(String) });
  });
});

test.each(['5', 'x = 5 meters', '(1, 2)', 'x > 3', '\\text{Monday}', 'no solution', 'The profit was $78.'])(
  '%s can be an answer',
  (text) => expect(isReadable(text)).toBe(true),
);

test.each(['', '\\frac{1}', '\\foo', 'so we have to look at each of these in turn', '(1, 2'])(
  '%j cannot be an answer',
  (text) => expect(isReadable(text)).toBe(false),
);

test('an interval answers what asks for an inequality, and not the reverse', () => {
  for (const [relation, interval] of [
    ['-2\\le x\\le 7', '[-2,7]'],
    ['x > 3', '(3,\\infty)'],
    ['x \\le 3', '(-\\infty,3]'],
    ['0<f(x)<1', '(0,1)'],
    ['x < 1 \\text{ or } x > 5', '(-\\infty,1)\\cup(5,\\infty)'],
    ['x \\ne 3', '(-\\infty,3)\\cup(3,\\infty)'],
  ] as const) {
    expect(bothWays(relation, interval), relation).toEqual([true, false]);
  }
  expect(bothWays('3<x<5', '(3,5]')).toEqual([false, false]);
  expect(bothWays('x\\ne 3', '(3,\\infty)')).toEqual([false, false]);
});

test('a comma between two numbers is no decimal comma, and may be one where one number is asked for', () => {
  expect(compare('9', '9,00', exactly)).toEqual({ unreadable: 'its comma may be a decimal comma' });
  expect(compare('\\frac32', '1,5\\text{ m}', exactly)).toEqual({
    unreadable: 'its comma may be a decimal comma',
  });
  expect(compare('9', '9, 10', exactly)).toBe('different');
  expect(compare('1, 5', '1,5', exactly)).toBe('same');
  expect(compare('1500', '1,500', exactly)).toBe('same');
});

test('a time of day is the same only if it is written with the same LaTeX', () => {
  expect(compare('4:30 p.m.', '4:30 p.m.', exactly)).toBe('same');
  expect(compare('\\text{4:30 p.m.}', '4:30\\text{ p.m.}', exactly)).toEqual({
    unreadable: 'it is a time of day',
  });
  expect(compare('4:30', '4:30 PM', exactly)).toEqual({ unreadable: 'it is a time of day' });
});

test('a quantity that is set to a number answers what asks for the number, and not the reverse', () => {
  expect(bothWays('3/5', '\\sin A = \\frac35')).toEqual([true, false]);
  expect(bothWays('107', 'm + n = 107')).toEqual([true, false]);
  expect(bothWays('107', '107 = m + n')).toEqual([true, false]);
  expect(bothWays('6', 'abc = 6')).toEqual([true, true]);
});

test('the order of a list counts if it is asked for', () => {
  const ordered: Comparison = { ...exactly, lists: 'ordered' };
  expect(bothWays('1,2', '2,1', ordered)).toEqual([false, false]);
  expect(bothWays('1,2', '1, 2', ordered)).toEqual([true, true]);
  expect(bothWays('\\{1,2\\}', '\\{2,1\\}', ordered)).toEqual([true, true]);
  expect(bothWays('1\\pm 1', '0, 2', ordered)).toEqual([true, true]);
});

test('numbers within a tolerance are the same if one is asked for', () => {
  const tolerance = decimal('0.005') ?? exactly.tolerance;
  const nearly: Comparison = { ...exactly, tolerance };
  expect(bothWays('1/3', '0.33', nearly)).toEqual([true, true]);
  expect(bothWays('1/3', '0.32', nearly)).toEqual([false, false]);
  expect(bothWays('(\\sqrt2,1]', '(1.41,1]', nearly)).toEqual([true, true]);
  expect(bothWays('x', 'x+0.001', nearly)).toEqual([false, false]);
});
