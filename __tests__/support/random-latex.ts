import { seededRandom, type Random } from '../../src/statistics/random.ts';

/** Words of LaTeX, words of answers, and other words; brackets mostly without their partners. */
const WORDS = [
  ...'0123456789xyzabcefgin+-*/=<>|!^_,.;:()[]{}&%$ '.split(''),
  '\\frac',
  '\\frac12',
  '\\frac{1}{2}',
  '\\sqrt',
  '\\sqrt[3]',
  '\\left',
  '\\right',
  '\\left(',
  '\\right)',
  '\\left|',
  '\\right|',
  '\\{',
  '\\}',
  '\\\\',
  '\\pi',
  '\\infty',
  '\\pm',
  '\\cup',
  '\\in',
  '\\le',
  '\\ne',
  '\\cdot',
  '\\times',
  '\\sin',
  '\\cos^{-1}',
  '\\log_2',
  '\\ln',
  '\\sum_{k=0}^{n}',
  '\\int_0^1',
  '\\lim_{x\\to 0}',
  '\\binom',
  '\\text{',
  '\\text{ and }',
  '\\text{ cm}^2',
  '\\mathrm{e}',
  '\\overline{',
  '\\begin{pmatrix}',
  '\\end{pmatrix}',
  '\\begin{cases}',
  '\\end{cases}',
  '^\\circ',
  '\\%',
  '\\$',
  '\\,',
  '\\!',
  '^{',
  '_{',
  '^{9999999999}',
  '!!!!',
  '10^{10^{10}}',
  '99999999999999999999',
  '0.000000000000000001',
  ' or ',
  'therefore',
  '≤',
  '√',
  '½',
  '\u0000',
  '\ud800',
];

function one(random: Random): string {
  const length = 1 + random.below(30);
  return Array.from({ length }, () => WORDS[random.below(WORDS.length)] ?? '').join('');
}

/** Texts that superficially look like LaTeX; the same for the same seed. */
export function randomLatex(count: number, seed: number): readonly string[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => one(random));
}
