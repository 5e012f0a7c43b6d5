import { describe, expect, test } from 'vitest';
import { isMeantAsCode, readingsOf } from '../../src/grading/code-readings.ts';

const words = { prompt: undefined, entry: 'f' };
const code = { prompt: 'def f(x):\n    """One more."""\n', entry: 'f' };

describe('readings, the likeliest first', () => {
  test('nothing', () => {
    expect(readingsOf(' \n', words)).toEqual([]);
    expect(readingsOf('', code)).toEqual([]);
  });

  test('of a task in words: the text, then what is fenced', () => {
    expect(readingsOf('Sure:\n```python\ndef f(x): ...\n```\nDone.', words)).toEqual([
      { rule: 'bare', source: 'Sure:\n```python\ndef f(x): ...\n```\nDone.\n' },
      { rule: 'fenced', source: 'def f(x): ...\n\n' },
    ]);
  });

  test('of a prompt that is code: its continuation, also where the first line lost its indentation', () => {
    expect(readingsOf('return x + 1', code)).toEqual([
      { rule: 'completion', source: `${code.prompt}return x + 1\n` },
      { rule: 'completion', source: `${code.prompt}    return x + 1\n` },
      { rule: 'bare', source: 'return x + 1\n' },
    ]);
  });

  test('a fence continues the prompt or stands by itself', () => {
    const sources = readingsOf('```\ndef f(x): return 1\n```', code).filter(({ rule }) => rule === 'fenced');
    expect(sources.map(({ source }) => source)).toEqual([
      `${code.prompt}def f(x): return 1\n\n`,
      'def f(x): return 1\n\n',
    ]);
  });
});

describe('what is fenced', () => {
  const fenced = (text: string) =>
    readingsOf(text, words)
      .filter(({ rule }) => rule === 'fenced')
      .map(({ source }) => source.trim());

  test('the last that defines what is asked for, then all together', () => {
    const text =
      '```python\ndef f(x): return 0\n```\nBetter:\n```python\ndef f(x): return 1\n```\n```python\nf(2)\n```';
    expect(fenced(text)[0]).toBe('def f(x): return 1');
    expect(fenced(text)[1]).toMatch(/^def f\(x\): return 0\n+def f\(x\): return 1\n+f\(2\)$/u);
  });

  test('other languages are left out', () => {
    expect(fenced('```bash\npip install x\n```\n```py\ndef f(x): return 1\n```')).toEqual([
      'def f(x): return 1',
    ]);
  });

  test('a fence may be open, indented, or of tildes', () => {
    expect(fenced('```python\ndef f(x): return 1')).toEqual(['def f(x): return 1']);
    expect(fenced('  ~~~\ndef f(x): return 1\n  ~~~')).toEqual(['def f(x): return 1']);
  });
});

test('a megabyte of any of these is read in linear time', () => {
  const slow: string[] = [];
  for (const fragment of [
    ' ',
    '\n',
    '`',
    '```\n',
    '~',
    'def ',
    'if ',
    'a',
    'a.',
    'a =',
    '[',
    'for x',
    '\t\n',
    'def f(',
    '```python\ndef f',
  ]) {
    const text = fragment.repeat(1_000_000 / fragment.length);
    const began = performance.now();
    readingsOf(text, code);
    isMeantAsCode(text);
    if (performance.now() - began > 3000) slow.push(fragment);
  }
  expect(slow).toEqual([]);
});

test.each<[string, boolean]>([
  ['I cannot do that.', false],
  ['The answer is 3 for every x.', false],
  ['```\n', true],
  ['def f(x', true],
  ['    return x +', true],
  ['x = f(', true],
])('%j is meant as code: %j', (text, meant) => {
  expect(isMeantAsCode(text)).toBe(meant);
});
