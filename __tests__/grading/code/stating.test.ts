import { describe, expect, test } from 'vitest';
import { gradeWith, wasmGrader } from './python-grader.ts';
import { words, code, SHARED, WRONG, TOTAL, fence } from './tasks.ts';

const grade = gradeWith(wasmGrader());

describe('the last fence that is neither an outline nor disowned counts', () => {
  const outlines: readonly (readonly [string, string])[] = [
    ['pass', '    pass\n'],
    ['an ellipsis', '    ...\n'],
    ['a docstring', '    """What they share."""\n'],
    ['an exception', '    raise NotImplementedError\n'],
    ['an exception with words', '    raise NotImplementedError("later")\n'],
    ['a comment', '    # your code here\n'],
    ['a comment and None', '    # TODO: your code here\n    return None\n'],
    ['nothing', ''],
    ['something left out', '    found = []\n    for x in a:\n        ...\n    return found\n'],
    ['a loop without a body', '    for x in a:\n'],
  ];
  test.each(outlines)('the signature after the solution does not count, with %s', async (_, body) => {
    const outline = fence(`def shared(a, b):\n${body}`);
    expect(await grade(`${fence(SHARED)}The signature is:\n${outline}`, words)).toMatchObject({
      outcome: 'correct',
    });
    expect(await grade(outline, words)).toMatchObject({ outcome: 'incorrect' });
  });

  test.each([
    'Do not write this:',
    "Don't do it like this:",
    'A wrong way would be:',
    'Instead of',
    'Instead of this:',
    'This naive version fails:',
    '### ❌ Incorrect',
    '**Wrong:**',
    'You should never write:',
    'Avoid this pattern:',
    'Your original code, for comparison:',
    'A common mistake looks like this:',
    'The following would not work:',
    'Here is a wrong way to write it:',
    "Here's an incorrect solution:",
    "This isn't right:",
    'What not to do:',
    'Do NOT use this version:',
    'Not like this:',
  ])('a fence after "%s" does not count', async (said) => {
    expect(await grade(`${fence(SHARED)}${said}\n\n${fence(WRONG)}`, words)).toMatchObject({
      outcome: 'correct',
    });
    expect(await grade(`${said}\n${fence(SHARED)}`, words)).toMatchObject({ outcome: 'correct' });
  });

  test.each([
    "Here's the corrected version:",
    'That was wrong. The right way:',
    'Here is a fixed version of the wrong code:',
    "Don't forget the empty list. The final solution:",
    'Instead of a loop, use a comprehension:',
    'Better:',
    'Rather than that, you could use this:',
    'Instead, use:',
    'Here is the code:',
    'The previous version had a bug. Your function:',
    'Handling a bad input is not needed. So:',
    'It can also be written as:',
    'Alternatively:',
  ])('a fence after "%s" counts', async (said) => {
    expect(await grade(`${fence(WRONG)}${said}\n${fence(SHARED)}`, words)).toMatchObject({
      outcome: 'correct',
    });
    expect(await grade(`${fence(SHARED)}${said}\n${fence(WRONG)}`, words)).toMatchObject({
      outcome: 'incorrect',
    });
  });

  test('a comment on the first line can disown a fence', async () => {
    const text = `${fence(SHARED)}Compare:\n${fence(`# Wrong\n${WRONG}`)}`;
    expect(await grade(text, words)).toMatchObject({ outcome: 'correct' });
  });

  test('repeated excerpts of the solution do not count', async () => {
    const text = `${fence(TOTAL)}The line that matters:\n${fence('    return sum(numbers)\n')}`;
    expect(await grade(text, code)).toMatchObject({ outcome: 'correct' });
  });

  test('a function may be split across fences', async () => {
    const text = `First the head:\n${fence('def shared(a, b):\n')}then the body:\n${fence('    found = [x for x in a if x in b]\n    return found\n')}`;
    expect(await grade(text, words)).toMatchObject({ outcome: 'correct', rule: 'fences' });
  });

  test('the same rules apply without fences', async () => {
    expect(await grade(`First try:\n\n${WRONG}\nCorrected:\n\n${SHARED}`, words)).toMatchObject({
      outcome: 'correct',
    });
    expect(await grade(`${SHARED}\nDo not write this:\n\n${WRONG}`, words)).toMatchObject({
      outcome: 'correct',
    });
  });
});

describe('helpers in other fences are kept, and demonstrations are not run', () => {
  const USER = 'def shared(a, b):\n    return [x for x in a if has(b, x)]\n';
  const HAS = 'def has(b, x):\n    return x in b\n';
  test.each<[string, string, string]>([
    [
      'in try',
      USER,
      `try:\n    from nowhere import has\nexcept ImportError:\n    def has(b, x):\n        return x in b\n`,
    ],
    ['in if', USER, 'import sys\nif sys.version_info >= (3,):\n    def has(b, x):\n        return x in b\n'],
    [
      'in for',
      USER.replace('has(b, x)', 'HAS[0](b, x)'),
      'HAS = []\nfor function in (lambda b, x: x in b,):\n    HAS.append(function)\n',
    ],
    [
      'in with',
      USER,
      'import contextlib\nwith contextlib.suppress(ValueError):\n    has = lambda b, x: x in b\n',
    ],
    ['import *', USER.replace('has(b, x)', 'contains(b, x)'), 'from operator import *\n'],
    [
      'a class',
      USER.replace('has(b, x)', 'Has(b).has(x)'),
      'class Base:\n    pass\n\nclass Has(Base):\n    def __init__(self, b):\n        self.b = b\n    def has(self, x):\n        return x in self.b\n',
    ],
    [
      'a table that is filled later',
      USER.replace('has(b, x)', 'TABLE["has"](b, x)'),
      `TABLE = {}\n${HAS}TABLE["has"] = has\n`,
    ],
    ['a future import', USER, `from __future__ import annotations\n${HAS}`],
    ['a constant', USER.replace('has(b, x)', 'x in b and YES'), 'YES = True\n'],
  ])('keeps a helper: %s', async (_, user, helper) => {
    const demonstration = 'print(shared(input(), []))\nassert shared([1], [2]) == 3\n';
    expect(await grade(`${fence(helper)}Then:\n${fence(user)}`, words)).toMatchObject({ outcome: 'correct' });
    expect(await grade(`${fence(user)}where\n${fence(`${helper}${demonstration}`)}`, words)).toMatchObject({
      outcome: 'correct',
    });
  });

  test.each<[string, string]>([
    ['a print', 'print(shared(nothing, []))\n'],
    ['a wrong assertion', 'assert shared([1], [1]) == []\n'],
    ['input', 'a = input().split()\nb = input().split()\nprint(shared(a, b))\n'],
    [
      'a result that is modified',
      'found = shared([1], [1])\nfound.sort()\ntext = str(found) + 1\nprint(text)\n',
    ],
    [
      'a function that prints a result',
      'found = shared([1], [1])\ndef show(x=found):\n    print(found + 1)\n\nshow()\n',
    ],
    ['numbers from input', 'n = int(input())\nm = n * 2\nprint(shared([n], [m]))\n'],
    ['a loop', 'while True:\n    print(shared([1], [input()]))\n'],
    [
      'a list of cases',
      'cases = [([1], [2], [3])]\nfor a, b, expected in cases:\n    assert shared(a, b) == expected\n',
    ],
    ['a test', 'def test_shared():\n    assert shared([1], [1]) == []\n\ntest_shared()\n'],
    ['a main function', 'def main():\n    print(shared(input(), input()))\n\nmain()\n'],
    ['a main guard', 'if __name__ == "__main__":\n    print(shared(input(), input()))\n'],
    [
      'unittest',
      'import unittest\n\nclass T(unittest.TestCase):\n    def test_it(self):\n        self.assertEqual(shared([1], [1]), [])\n\nunittest.main()\n',
    ],
  ])('does not run a demonstration: %s', async (_, demonstration) => {
    expect(await grade(fence(`${SHARED}\n${demonstration}`), words)).toMatchObject({ outcome: 'correct' });
    expect(await grade(`${fence(SHARED)}Try it:\n${fence(demonstration)}`, words)).toMatchObject({
      outcome: 'correct',
    });
    expect(await grade(`${SHARED}\n${demonstration}`, words)).toMatchObject({ outcome: 'correct' });
  });

  test('a local variable does not pull in a variable of another fence', async () => {
    const text = `${fence('found = int(input())\nprint(found)\n')}${fence('def shared(a, b):\n    found = [x for x in a if x in b]\n    return found\n')}`;
    expect(await grade(text, words)).toMatchObject({ outcome: 'correct' });
  });

  test('statements that a program needs run even if they fail', async () => {
    const text = fence(`limit = int(input())\n${SHARED.replace('x in b]', 'x in b][:limit]')}`);
    expect(await grade(text, words)).toMatchObject({
      outcome: 'incorrect',
      reason: 'raised EOFError in the program',
    });
  });
});
