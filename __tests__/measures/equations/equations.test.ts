import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { equationsOf } from '../../../src/measures/equations/equations.ts';
import { canonicalNumber } from '../../../src/measures/equations/equation-tokens.ts';
import { describeOnData } from '../../support/describe-on-data.ts';
import { testData } from '../../support/test-data.ts';

const of = (text: string): string[] => [...equationsOf(text)];

describe('canonical equations', () => {
  it.each([
    ['16 - 3 = <<16-3=13>>13', ['13=16-3']],
    ['so he spent 80,000+50,000 = $<<80000+50000=130000>>130,000', ['130000=50000+80000']],
    ['3 x 4 = 12, then 4×3=12.', ['12=3*4']],
    ['$3 * $4 = $12.00', ['12=3*4']],
    [String.raw`\frac{1}{2} \times 6 = 3`, ['1*6/2=3']],
    [String.raw`$$\left(2 + 3\right) \cdot 4 = 20$$`, ['(2+3)*4=20']],
    ['2(3+4) = 14', ['(3+4)*2=14']],
    ['50% * 20 = 10', ['10=20*50%']],
    ['2^3 = 8', ['2^3=8']],
    ['−12 + 2 = −10', ['-10=2-12']],
    ['20 fruit/cluster * 6 clusters = 120 fruit', ['120=20*6']],
    ['he slept 9 hours - 2/3 * 9 hours = 3 hours', ['3=9-2*9/3']],
    ['4 miles per hour * 2 = 8', ['2*4=8']],
    ['She has 5 apples and 3 - 1 = 2', ['2=3-1']],
    ['2x + 3 = 7, so 7 - 3 = 4', ['4=7-3']],
    ['.5 * 010 = 5.0', ['0.5*10=5']],
  ])('of %j', (text, expected) => {
    expect(of(text)).toEqual(expected);
  });

  it('do not depend on the order of operands, the order of sides, brackets or notation', () => {
    const same = ['5 - (3 - 1) = 3', '5 + 1 - 3 = 3', '3 = 1 + 5 − 3', '<<5-3+1=3>>'];
    expect(new Set(same.flatMap(of))).toEqual(new Set(['1+5-3=3']));
    expect(new Set(['12 / (2*3) = 2', '12 ÷ 2 ÷ 3 = 2', '2 = 12/3/2'].flatMap(of))).toEqual(
      new Set(['12/2/3=2']),
    );
  });

  it('distinguish different calculations with the same value', () => {
    expect(of('3 * 4 = 12')).not.toEqual(of('6 * 2 = 12'));
    expect(of('(1 + 2) * 3 = 9')).not.toEqual(of('1 + 2 * 3 = 9'));
    expect(of('8 - 2 = 6')).not.toEqual(of('2 - 8 = 6'));
    expect(of('2^3 = 8')).not.toEqual(of('3^2 = 8'));
  });

  it('of a chain are those of its neighbors', () => {
    expect(of('3 + 4 + 5 = 7 + 5 = 12')).toEqual(['3+4+5=5+7', '12=5+7']);
  });

  it('are found in sentences, lists, brackets and lines of their own', () => {
    expect(of('- 5 * 3 = 15\n* 2 + 2 = 4\n(3 + 4 = 7). 5 + 6 = 11!')).toEqual([
      '15=3*5',
      '2+2=4',
      '3+4=7',
      '11=5+6',
    ]);
  });

  it.each([
    'x = 5',
    'n = 12',
    '7 = 7',
    'on 12/5/2020',
    'a ratio of 3:2',
    'version 1.2.3 = current',
    'from 10-12 o’clock',
    'C(3, 2) = 3',
    '3 + = 4',
    '= =',
    '<<>>',
    '',
  ])('finds no equation in %j', (text) => {
    expect(of(text)).toEqual([]);
  });

  it.each([
    ['1,000', '1000'],
    ['18.00', '18'],
    ['.5', '0.5'],
    ['007', '7'],
    ['0.0', '0'],
    ['1,234,567.890', '1234567.89'],
  ])('the number %s becomes %s', (written, canonical) => {
    expect(canonicalNumber(written)).toBe(canonical);
  });

  it('are read from any text without a crash', () => {
    const fragments = fc.constantFrom(
      '3',
      ' + ',
      '=',
      '(',
      ')',
      '<<',
      '>>',
      '\\frac{',
      '}',
      '-',
      'x',
      '%',
      '^',
      '\n',
      ',',
      '.',
      '$',
      'é',
    );
    fc.assert(fc.property(fc.array(fragments, { maxLength: 60 }), (pieces) => void of(pieces.join(''))));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void of(text)));
  });
});

describe('notations', () => {
  it.each(['-', '−', '–'])('minus: %s', (minus) => {
    expect(of(`7 ${minus} 4 = 3`)).toEqual(['3=7-4']);
    expect(of(`7${minus}4=3`)).toEqual(['3=7-4']);
  });

  it.each(['*', '×', '·', '⋅', '∙', 'x', 'X', String.raw`\times`, String.raw`\cdot`, String.raw`\ast`])(
    'times: %s',
    (times) => {
      expect(of(`6 ${times} 2 = 12`)).toEqual(['12=2*6']);
    },
  );

  it.each(['/', '÷', '∕', String.raw`\div`])('divided by: %s', (by) => {
    expect(of(`12 ${by} 4 = 3`)).toEqual(['12/4=3']);
  });

  it.each(['frac', 'dfrac', 'tfrac'])(String.raw`a fraction: \%s`, (name) => {
    expect(of(`\\${name}{12}{34} + 1 = 2`)).toEqual(['1+12/34=2']);
    expect(of(`\\${name}{1 + 5}{2} = 3`)).toEqual(['(1+5)/2=3']);
  });

  it.each([
    [String.raw`\$3 + \$4 = \$7`, ['3+4=7']],
    [String.raw`50\% * 20 = 10`, ['10=20*50%']],
    [String.raw`3\,+\!4\;=\:7`, ['3+4=7']],
    [String.raw`8 \divx 2 * 3 = 4`, ['2*3=4']],
    [String.raw`8 \timesx 2 * 3 = 6`, ['2*3=6']],
    [String.raw`\lefty(2 + 3) = 5`, ['2+3=5']],
    [String.raw`\left[(2 + 3)\right] = 5`, []],
  ])('LaTeX: %j', (text, expected) => {
    expect(of(text)).toEqual(expected);
  });

  it.each([
    ['1,234 + 1 = 1,235', ['1+1234=1235']],
    ['12,345,678 + 1 = 12,345,679', ['1+12345678=12345679']],
    ['123,456 - 1 = 123,455', ['123455=123456-1']],
    ['1,234.56 + 1.44 = 1,236', ['1.44+1234.56=1236']],
    ['1,2345 + 1 = 2346', ['1+2345=2346']],
    ['2.25 + 1.75 = 4', ['1.75+2.25=4']],
    ['.25 + .125 = .375', ['0.125+0.25=0.375']],
    ['€3 + £4 = ¥7', ['3+4=7']],
    ['10.50 + 007 = 17.5', ['10.5+7=17.5']],
  ])('numbers: %j', (text, expected) => {
    expect(of(text)).toEqual(expected);
  });

  it.each([
    ['3x4 = 12', ['12=3*4']],
    ['3 x (2 + 2) = 12', ['(2+2)*3=12']],
    ['3 x $4 = 12', ['12=3*4']],
    ['(1 + 2) x 4 = 12', ['(1+2)*4=12']],
    ['50% x 8 = 4', ['4=50%*8']],
    ['5 x - 3 = 2', []],
    ['x 4 + 1 = 5', ['1+4=5']],
  ])('x is a sign only between operands: %j', (text, expected) => {
    expect(of(text)).toEqual(expected);
  });

  it.each([
    ['(10 + 20)% * 50 = 15', ['(10+20)%*50=15']],
    ['2^(1 + 2) = 8', ['2^(1+2)=8']],
    ['(1 + 1)^2^3 = 256', ['(1+1)^(2^3)=256']],
    ['-(2 + 3) = -5', ['-2-3=-5']],
    ['-2 * -3 = 6', ['2*3=6']],
    ['-2 * 3 = -6', ['-2*3=-6']],
    ['2 - (3 - (4 - 5)) = -2', ['-2=2+4-3-5']],
    ['6 / (1 / 2) = 12', ['12=2*6/1']],
    ['(2 * 3) / (4 * 5) = .3', ['0.3=2*3/4/5']],
    ['2 * (3) = 6', ['2*3=6']],
    ['(3 + 4)(5 + 6) = 77', ['(3+4)*(5+6)=77']],
    ['3(4) = 12', ['12=3*4']],
    ['2 + 3 * 4 - 1 = 13', ['13=2+3*4-1']],
    ['2 + + 3 = 5', []],
    ['(2 + 3 = 5', ['2+3=5']],
    ['2 + 3) = 5', []],
    ['2 + 3 = (5', []],
    ['2 + 3 = 5 +', ['2+3=5']],
    ['1 + 1 = 2 = 2', ['1+1=2']],
    ['2 = 1 + 1 = 3 - 1', ['1+1=2', '1+1=3-1']],
    ['1 + 1 = + = 2', []],
    ['<<1+1=2>>2 and <<2+2=4>>4', ['1+1=2', '2+2=4']],
    ['<<1+1=2>> 3 + 4 = 7', ['1+1=2', '3+4=7']],
    ['1 << 2 + 2 = 4', ['2+2=4']],
    ['<<1+1=2\n>>', ['1+1=2']],
  ])('grammar: %j', (text, expected) => {
    expect(of(text)).toEqual(expected);
  });

  it('skips runs of more than 200 numbers and marks', () => {
    const sum = (terms: number): string => `${'1+'.repeat(terms - 1)}1=${terms}`;
    expect(of(sum(99))).toHaveLength(1);
    expect(of(sum(100))).toEqual([]);
  });

  it.each([
    ['  - 5 + 8 = 13', ['13=5+8']],
    ['sum:\n– 5 + 8 = 13', ['13=5+8']],
    ['+ 5 * 8 = 40', ['40=5*8']],
    ['so: - 5 + 8 = 3', ['3=8-5']],
    ['-5 + 8 = 3', ['3=8-5']],
    ['7 - 5 = 2', ['2=7-5']],
  ])('a bullet is not a minus, and a minus is not a bullet: %j', (text, expected) => {
    expect(of(text)).toEqual(expected);
  });

  it.each([
    ['6 miles * 2 hours = 12 miles', ['12=2*6']],
    ['(2 + 1) boxes * 4 = 12', ['(1+2)*4=12']],
    ['50% discount * 8 = 4', ['4=50%*8']],
    ['3 red apples left + 4 = 7', ['3+4=7']],
    ['3 very nice red apples + 4 = 7', []],
    ['3 miles/hour * 2 = 6', ['2*3=6']],
    ['3 a + 4 = 7', []],
    ['3\napples + 4 = 7', []],
    ['3 apples\n+ 4 = 7', []],
    ['2 + (see 3) = 5', []],
    ['2 +, 3 = 5', []],
    ['2 + 3 = 5 apples, 1 + 1 = 2', ['2+3=5', '1+1=2']],
    ['2 + 3 = 5 6 + 1 = 7', ['2+3=5', '1+6=7']],
    ['1 + 1\n= 2', []],
    ['1 + 1 = 2\n2 + 2 = 4', ['1+1=2', '2+2=4']],
  ])('words between: %j', (text, expected) => {
    expect(of(text)).toEqual(expected);
  });
});

describeOnData('equations of real solutions', () => {
  const texts: string[] = [];
  beforeAll(() => {
    const lines = readFileSync(testData('gsm8k/generations-175b-finetuning.jsonl'), 'utf8')
      .trim()
      .split('\n');
    texts.push(...lines.map((line) => (JSON.parse(line) as { text: string }).text));
  });

  it('are found with and without the calculator annotations', () => {
    const annotated = texts.filter((text) => /<<[\d.]+[-+*/][\d.]+=[\d.]+>>/u.test(text));
    const plain = annotated.map((text) => text.replaceAll(/<<[^<>]*>>/g, ''));
    const found = annotated.filter((text) => equationsOf(text).size > 0).length;
    const foundPlain = plain.filter((text) => equationsOf(text).size > 0).length;
    expect(found / annotated.length).toBeGreaterThan(0.999);
    expect(foundPlain / annotated.length).toBeGreaterThan(0.95);
  });

  it.each([
    [0, ['13=16-3', '2=4-2', '2*2=4']],
    [1, ['1=2/2', '100/2=50', '100*2=200', '1*50=50', '200+50=250']],
  ])('golden: solution %d', (place, expected) => {
    expect(of(texts[place] ?? '').sort()).toEqual(expected.toSorted());
  });
});
