import { describe, expect, test } from 'vitest';
import type { GradableItem } from '../../../src/grading/grader.ts';
import { gradeWith, itemOf, wasmGrader } from './python-grader.ts';

const grade = gradeWith(wasmGrader());

const words: GradableItem = {
  id: 'i',
  prompt: 'Find what two lists share.',
  answer: undefined,
  meta: { test_list: ['assert set(shared([1, 2], [2, 3])) == {2}', 'assert shared([1], [2]) == []'] },
};
const PROMPT =
  'from typing import List\n\n\ndef total(numbers: List[int]) -> int:\n    """Of the even ones."""\n';
const code = itemOf(
  'def check(candidate):\n    assert candidate([1, 2, 4]) == 6\n    assert candidate([]) == 0\n',
  { entry_point: 'total' },
  PROMPT,
);

const SHARED = 'def shared(a, b):\n    return [x for x in a if x in b]\n';
const BODY = '    return sum(n for n in numbers if n % 2 == 0)\n';
const TOTAL = `def total(numbers: List[int]) -> int:\n${BODY}`;
const fence = (source: string, language = 'python'): string => `\`\`\`${language}\n${source}\`\`\`\n`;
const indented = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : by + line))
    .join('\n');

describe('for a prompt that is code, a correct continuation counts before a fence', () => {
  test.each<[string, string]>([
    ['a function, and how it is used', `${TOTAL}\nUsage:\n${fence('print(total([1, 2]))\n')}`],
    ['a function, and what it prints', `${TOTAL}\nOutput:\n${fence('6\n', '')}`],
    ['a body, and how it is used', `${BODY}\n${fence('total([1, 2])\n')}`],
    ['words, and a body in the fence', `Here it is:\n${fence(BODY)}`],
    ['words, and a function in the fence', `Sure\n${fence(TOTAL)}`],
  ])('%s', async (_, text) => {
    expect(await grade(text, code)).toMatchObject({ outcome: 'correct' });
  });
});

describe('a correct solution counts in any layout', () => {
  test.each<[string, string, string]>([
    ['by itself', SHARED, 'bare'],
    ['in a fence', `Sure:\n${fence(SHARED)}Done.`, 'fenced'],
    ['in a fence that is not closed', `\`\`\`python\n${SHARED}`, 'fenced'],
    ['in a fence without a language', fence(SHARED, ''), 'fenced'],
    [
      'in a fence with a fence in its docstring',
      fence(
        `def shared(a, b):\n    """As in:\n    \`\`\`python\n    shared([1], [1])\n    \`\`\`\n    """\n    return [x for x in a if x in b]\n`,
      ),
      'fenced',
    ],
    ['in a fence of tildes', `~~~\n${SHARED}~~~\n`, 'fenced'],
    ['in a fence with Windows line ends', fence(SHARED).replaceAll('\n', '\r\n'), 'fenced'],
    ['after a byte order mark', `\uFEFF${SHARED}`, 'bare'],
    [
      'before tests in a fence of their own',
      `${fence(SHARED)}Tests:\n${fence('def test_shared():\n    assert shared([1], [1]) == [1]\n')}`,
      'fenced',
    ],
    [
      'before a demonstration that needs input',
      `${fence(SHARED)}Usage:\n${fence('print(shared(input(), input()))\n')}`,
      'fenced',
    ],
    [
      'before another function',
      `${fence(SHARED)}Or:\n${fence('def shared_fast(a, b):\n    return list(set(a) & set(b))\n')}`,
      'fenced',
    ],
    ['after a fence of another language', `${fence('pip install x\n', 'bash')}${fence(SHARED)}`, 'fenced'],
    [
      'after a wrong attempt',
      `${fence('def shared(a, b):\n    return a\n')}Better:\n${fence(SHARED)}`,
      'fenced',
    ],
    [
      'after its helper',
      `${fence('import operator\ndef has(b, x):\n    return operator.contains(b, x)\n')}Then:\n${fence('def shared(a, b):\n    return [x for x in a if has(b, x)]\n')}`,
      'fenced',
    ],
    [
      'before its helper',
      `${fence('def shared(a, b):\n    return [x for x in a if has(b, x)]\n')}where\n${fence('def has(b, x):\n    return x in b\n')}`,
      'fenced',
    ],
    ['in a quotation', indented(`Sure:\n${fence(SHARED)}`, '> '), 'fenced'],
    ['indented in a list', `1. So:\n\n${indented(fence(SHARED), '   ')}`, 'fenced'],
    ['in a fence at the start of a list item', `- ${indented(fence(SHARED), '  ').trimStart()}`, 'fenced'],
    ['in a fence that the prompt opened', `${SHARED}\`\`\``, 'fenced'],
    [
      'in a fence that the prompt opened, before prose',
      `${SHARED}\`\`\`\nThis returns what they share.`,
      'fenced',
    ],
    [
      'in a fence that the prompt opened, before another fence',
      `${SHARED}\`\`\`\nUsage:\n${fence('shared(input(), [])\n')}`,
      'fenced',
    ],
    ['before prose', `${SHARED}\nThis returns what they share.\n`, 'trimmed'],
    ['before one word', `${SHARED}[DONE]`, 'bare'],
    [
      'before an example in a fence of its own',
      `${SHARED}\nFor example:\n${fence('>>> shared([1], [1])\n[1]\n', '')}`,
      'trimmed',
    ],
    [
      'after sixty fences',
      `${fence('x = 1\n').repeat(60)}${fence(SHARED)}${fence('y = 1\n').repeat(60)}`,
      'fenced',
    ],
    ['after prose', `Sure!\n\n${SHARED}`, 'trimmed'],
    ['between prose', `It's easy:\n\n${SHARED}\nThat's all, isn't it?\n`, 'trimmed'],
    ['as an assignment to the name', 'shared = lambda a, b: [x for x in a if x in b]\n', 'bare'],
  ])('for a task in words: %s', async (_, text, rule) => {
    expect(await grade(text, words)).toMatchObject({ outcome: 'correct', rule });
  });

  test.each<[string, string, string]>([
    ['its continuation', BODY, 'completion'],
    ['its continuation without the first indentation', BODY.trimStart(), 'completion'],
    ['its continuation and the end of a fence', `${BODY}\`\`\`\n`, 'fenced'],
    ['its continuation before prose', `${BODY}\nIt adds the even ones.\n`, 'trimmed'],
    ['its continuation in a fence', fence(BODY), 'fenced'],
    ['the whole function', TOTAL, 'completion'],
    ['the whole function in a fence', `Sure:\n${fence(TOTAL)}`, 'fenced'],
    ['the whole function after prose', `Sure!\n\n${TOTAL}`, 'trimmed'],
    [
      'before tests with a longer name',
      `${fence(TOTAL)}Tests:\n${fence('from solution import total\n\ndef total_test():\n    assert total([2]) == 3\n')}`,
      'fenced',
    ],
    [
      'after its helper',
      `Helper:\n${fence('def is_even(n):\n    return n % 2 == 0\n')}Then:\n${fence('def total(numbers):\n    return sum(n for n in numbers if is_even(n))\n')}`,
      'fenced',
    ],
    [
      'with a main guard that reads',
      `${TOTAL}\nif __name__ == '__main__':\n    print(total([int(input())]))\n`,
      'completion',
    ],
    [
      'with a main guard that exits',
      `${TOTAL}\nimport sys\nif __name__ == '__main__':\n    sys.exit(total([1]))\n`,
      'completion',
    ],
  ])('for a prompt that is code: %s', async (_, text, rule) => {
    expect(await grade(text, code)).toMatchObject({ outcome: 'correct', rule });
  });
});

describe('incorrect and missing solutions do not pass', () => {
  test.each<[string, string]>([
    ['code that is cut off', `${SHARED}\n\ndef other(a):\n    return a +`],
    [
      'a wrong attempt after a correct one',
      `${fence(SHARED)}Better:\n${fence('def shared(a, b):\n    return a\n')}`,
    ],
    ['a function with a longer name', SHARED.replace('shared', 'shared_fast')],
    ['a fence that needs an undefined helper', fence('def shared(a, b):\n    return helper(a, b)\n')],
  ])('%s', async (_, text) => {
    expect(await grade(text, words)).toMatchObject({ outcome: 'incorrect' });
  });

  test('prose is unparseable, and prose after a prompt is not part of its function', async () => {
    expect(await grade('They share nothing.', words)).toEqual({ outcome: 'unparseable' });
    expect(await grade('It adds the even ones.', code)).toEqual({ outcome: 'unparseable' });
  });
});

test('the required name may be a built-in name', async () => {
  const item: GradableItem = { ...words, meta: { test_list: ['assert sum(10, 15) == 6'] } };
  expect(
    await grade(`${fence('def sum(a, b):\n    return 6\n')}${fence('def test():\n    pass\n')}`, item),
  ).toMatchObject({
    outcome: 'correct',
  });
});

test('a one-megabyte text is read or rejected within seconds', async () => {
  const slow: string[] = [];
  for (const fragment of [
    '```\n',
    '> ```\n',
    'def f(',
    '(\n',
    '@\n',
    '    \n',
    '```python\ndef f(): pass\n',
  ]) {
    const began = performance.now();
    await grade(fragment.repeat(900_000 / fragment.length), words);
    if (performance.now() - began > 15_000) slow.push(fragment);
  }
  expect(slow).toEqual([]);
}, 300_000);
