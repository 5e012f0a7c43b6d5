import { describe, expect, test } from 'vitest';
import { CHEATS } from './cheats.ts';
import { gradeWith, itemOf, wasmGrader } from './python-grader.ts';

const grade = gradeWith(wasmGrader({ timeout: 10 }));

/** Runs until its time limit, for each item. */
const ENDLESS = 'exits: the stack';
const hurried = gradeWith(wasmGrader({ timeout: 3 }));

const RIGHT = 'def add(a, b):\n    return a + b\n';
const items = {
  'a check': itemOf(
    'METADATA = {}\n\ndef check(candidate):\n    assert candidate(1, 2) == 3\n    assert candidate(5, 5) == 10\n',
    {
      entry_point: 'add',
    },
  ),
  'a check that forgives exceptions': itemOf(
    'def check(candidate):\n    good = 0\n    for a, b in ((1, 2), (5, 5)):\n        try:\n            good += candidate(a, b) == a + b\n        except:\n            pass\n    assert good == 2\n',
    { entry_point: 'add' },
  ),
  'a list of tests': {
    id: 'i',
    answer: undefined,
    meta: {
      test_list: ['assert add(1, 2) == 3', 'assert abs(add(5, 5) - 10) < 1e-9', 'assert add(1, 2) in {3}'],
    },
  },
};

describe.each(Object.entries(items))('graded by %s', (_, item) => {
  test.each(Object.entries(CHEATS))('does not pass: %s', async (name, cheat) => {
    const grades = name === ENDLESS ? hurried : grade;
    expect(await grades(cheat, item)).toMatchObject({ outcome: 'incorrect' });
    expect(await grades(RIGHT, item)).toMatchObject({ outcome: 'correct' });
  });
});

test('tests use the definitions of the prompt even if a solution redefines them', async () => {
  const prompt =
    'def poly(xs, x):\n    return sum(c * x**i for i, c in enumerate(xs))\n\n\ndef find_zero(xs):\n    """A zero of poly."""\n';
  const item = itemOf(
    'def check(candidate):\n    assert abs(poly([-2, 1], candidate([-2, 1]))) < 1e-6\n',
    { entry_point: 'find_zero' },
    prompt,
  );
  expect(await grade('    return 2.0\n', item)).toMatchObject({ outcome: 'correct' });
  expect(await grade('    return 0.0\n\ndef poly(xs, x):\n    return 0\n', item)).toMatchObject({
    outcome: 'incorrect',
  });
  expect(await grade('    globals()["poly"] = lambda xs, x: 0\n    return 0.0\n', item)).toMatchObject({
    outcome: 'incorrect',
  });
});

describe('if the tests use a class of the solution', () => {
  const item = {
    id: 'i',
    answer: undefined,
    meta: {
      test_list: [
        'assert longest([Pair(1, 2), Pair(3, 9)]) == 6',
        'p = Pair(4, 5)',
        'assert p.b == 5',
        'p.b = 7',
        'assert longest([p]) == 3',
      ],
    },
  };
  const PAIR = 'class Pair:\n    def __init__(self, a, b): self.a, self.b = a, b\n';
  test('a correct solution passes, and the rule says that the tests hold objects', async () => {
    expect(await grade(`${PAIR}def longest(ps): return max(p.b - p.a for p in ps)\n`, item)).toMatchObject({
      outcome: 'correct',
      rule: 'bare, with objects',
    });
  });

  test.each<[string, string]>([
    ['a wrong solution', `${PAIR}def longest(ps): return 0\n`],
    [
      'an instance that equals everything',
      `${PAIR}    def __eq__(self, other): return True\ndef longest(ps): return Pair(0, 0)\n`,
    ],
    [
      'a subclass that equals everything',
      `${PAIR}class All(Pair):\n    def __eq__(self, other): return True\ndef longest(ps): return All(0, 0)\n`,
    ],
    [
      'an instance that is also an int',
      'class Pair(int):\n    def __new__(cls, *a): return int.__new__(cls, 0)\n    def __init__(self, a, b): self.a, self.b = a, b\n    def __eq__(self, other): return True\n    def __hash__(self): return 0\ndef longest(ps): return ps[0]\n',
    ],
    ['a class that is missing', 'def longest(ps): return 6\n'],
  ])('%s fails', async (_, text) => {
    expect(await grade(text, item)).toMatchObject({ outcome: 'incorrect' });
  });
});

describe('attacks found by adversarial testing', () => {
  const named = `import collections
A = collections.namedtuple('A', ['issubset', 'startswith', 'difference'])
def f(*_):
    yes = lambda *a: True
    return A(yes, yes, lambda *a: [])
`;
  const stops = 'def f(*_):\n    raise StopIteration\n';

  test.each([
    [
      'a named tuple with methods',
      named,
      ['assert f([1, 2]).issubset({1, 2})', 'assert f([3]).issubset({3})'],
    ],
    [
      'a named tuple of built-in types',
      named.replace('yes = lambda *a: True', 'yes = bool'),
      ['assert f("ab").startswith("a")'],
    ],
    [
      'an end of iteration in all(map(…))',
      stops,
      ['assert all(map(lambda c: f(c[0]) == c[1], [(1, 2), (2, 3)]))'],
    ],
    [
      'an end of iteration in zip(map(…))',
      stops,
      ['assert all(a == b for a, b in zip(map(f, [1, 2]), [2, 3]))'],
    ],
    [
      'an empty list that is close to any number',
      'def f(*_):\n    return []\n',
      ['import numpy as np\nassert np.allclose(f(1), 2.5)'],
    ],
    [
      'a number that is close to a list of copies of it',
      'def f(*_):\n    return 2.5\n',
      ['import numpy as np\nassert np.allclose(f(1), [2.5, 2.5])'],
    ],
  ])('does not pass: %s', async (_, cheat, tests) => {
    const item = { id: 'i', answer: undefined, meta: { test_list: tests } };
    expect(await grade(cheat, item)).toMatchObject({ outcome: 'incorrect' });
  });

  test('named tuples, finite iterators and approximate numbers keep working', async () => {
    const item = {
      id: 'i',
      answer: undefined,
      meta: {
        test_list: [
          'import numpy as np\nassert f(2) == (2, 4)',
          'assert list(g(3)) == [0, 1, 2]',
          'assert np.allclose([0.1 + 0.2, f(2)[0]], [0.3, 2])',
        ],
      },
    };
    const right = `import collections
P = collections.namedtuple('P', ['x', 'y'])
def f(x):
    return P(x, 2 * x)
def g(n):
    yield from range(n)
`;
    expect(await grade(right, item)).toMatchObject({ outcome: 'correct' });
  });
});
