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
