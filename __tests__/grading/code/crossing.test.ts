import { describe, expect, test } from 'vitest';
import { gradeWith, itemOf, wasmGrader } from './python-grader.ts';

const grade = gradeWith(wasmGrader());

/** A solution that returns its argument. */
const SAME = 'def f(x):\n    return x\n';

describe('values arrive unchanged', () => {
  test.each<[string, string]>([
    [
      'plain values',
      '(None, True, False, 0, -1, 2**63, -2**63, 10**4000, 0.1, -0.0, 1e308, "é\\u2028\\x00", "\\ud800", "")',
    ],
    ['numbers of different types', '[1, 1.0, True, 1 + 0j]'],
    ['infinities', '(float("inf"), -float("inf"), complex("inf"))'],
    ['bytes', '(b"\\x00\\xff", bytearray(b"ab"))'],
    ['containers in containers', '[(1, [2, {3: {4, 5}, (6,): frozenset([7])}]), {}, [], (), set()]'],
    ['keys of any type', '{1: 2, "a": None, (1, "b"): [3], 1.5: b"c", frozenset([1]): {}}'],
    ['ranges and singletons', '[range(3), range(10, 2, -3), range(2**70), Ellipsis, NotImplemented]'],
    [
      'decimals and fractions',
      '[Decimal("1.10"), Decimal("-0"), Decimal("Infinity"), Fraction(1, 3), Fraction(2**70, 3)]',
    ],
    [
      'dates and times',
      '[datetime(2026, 1, 2, 3, 4, 5, 6), datetime(2026, 1, 2, tzinfo=timezone.utc), date(2026, 1, 2), time(1, 2), timedelta(1, 2, 3)]',
    ],
    ['collections', '[deque([1, 2], 5), OrderedDict(a=1, b=2), Counter("aab")]'],
    ['types', '[int, str, ValueError]'],
    ['dictionary views', '[{1: 2}.keys(), {1: 2}.items()]'],
  ])('%s', async (_, value) => {
    const item = itemOf(`from collections import *
from datetime import *
from decimal import Decimal
from fractions import Fraction
def shape(x):
    if isinstance(x, dict): return type(x), [(shape(k), shape(v)) for k, v in x.items()]
    if isinstance(x, (list, tuple, deque)): return type(x), [shape(e) for e in x]
    return type(x), repr(x)
value = ${value}
assert shape(f(value)) == shape(value)
assert f(value) == value`);
    expect(await grade(SAME, item)).toMatchObject({ outcome: 'correct' });
  });

  test.each<[string, string, string]>([
    [
      'an instance of a subclass becomes its base type',
      'class I(int): pass\nclass L(list): pass\nclass S(str): pass\nimport enum\nclass E(enum.IntEnum): A = 2\ndef f(): return [I(1), L([2]), S("a"), E.A, True]',
      'r = f()\nassert r == [1, [2], "a", 2, True] and [type(x) for x in r] == [int, list, str, int, bool]',
    ],
    [
      'a named tuple keeps its field names',
      'from collections import namedtuple\nP = namedtuple("P", "x y")\ndef f(): return P(1, 2)',
      'p = f()\nassert p == (1, 2) and p.x == 1 and p.y == 2',
    ],
    [
      'a default dictionary keeps its default',
      'from collections import defaultdict\ndef f(): return defaultdict(list, a=[1])',
      'd = f()\nassert d["a"] == [1] and d["b"] == []',
    ],
    [
      'a generator is an iterator, not a list',
      'def f():\n    yield 1\n    yield [2]',
      'g = f()\nassert g != [1, [2]] and iter(g) is g and list(g) == [1, [2]] and list(g) == []',
    ],
    [
      'map, zip and iter are iterators too',
      'def f(): return map(str, [1]), zip([1], [2]), iter([3])',
      'a, b, c = f()\nassert not isinstance(a, list) and list(a) == ["1"] and list(b) == [(1, 2)] and next(c) == 3',
    ],
    [
      'an infinite generator is read one element at a time',
      'import itertools\ndef f():\n    for n in itertools.count():\n        if n == 5: raise ValueError("far")\n        yield n',
      'g = f()\nassert [next(g) for _ in range(5)] == [0, 1, 2, 3, 4]\ntry: next(g)\nexcept ValueError as e: assert str(e) == "far"\nelse: assert False',
    ],
    [
      'a returned function can be called',
      'def f(n): return lambda x, *, by=2: (x + n) * by',
      'assert f(1)(2) == 6 and f(1)(2, by=3) == 9 and callable(f(1))',
    ],
    [
      'an object that is returned twice stays one object',
      'def f():\n    row = [0]\n    return [row, row]',
      'r = f()\nassert r[0] is r[1]\nr[0].append(1)\nassert r == [[0, 1], [0, 1]]',
    ],
    [
      'a cycle stays a cycle',
      'def f():\n    x = [1]\n    x.append(x)\n    return x',
      'x = f()\nassert x[1] is x and len(x) == 2',
    ],
    [
      'module variables are read as values',
      'LIMIT = 5\ndef f(): return LIMIT',
      'assert LIMIT == 5 and f() == LIMIT',
    ],
    [
      'keyword arguments are passed',
      'def f(a, /, b=1, *args, c, **more): return [a, b, args, c, more]',
      'assert f(0, c=3) == [0, 1, (), 3, {}] and f(0, 1, 2, c=3, d=4) == [0, 1, (2,), 3, {"d": 4}]',
    ],
    [
      'state is kept between calls',
      'seen = []\ndef f(x):\n    seen.append(x)\n    return len(seen)',
      'assert [f(0), f(0), f(0)] == [1, 2, 3]',
    ],
  ])('%s', async (_, program, tests) => {
    expect(await grade(program, itemOf(tests))).toMatchObject({ outcome: 'correct' });
  });
});

describe('changes to arguments in place reach the tests', () => {
  test.each<[string, string, string]>([
    ['a list', 'def f(x): x.sort()', 'x = [3, 1, 2]\nassert f(x) is None and x == [1, 2, 3]'],
    [
      'a list in a tuple in a dictionary',
      'def f(d): d["a"][1].append(4)',
      'x = [3]\nf({"a": (0, x)})\nassert x == [3, 4]',
    ],
    ['True instead of 1', 'def f(x): x[0] = True', 'x = [1]\nf(x)\nassert x[0] is True'],
    [
      'a dictionary, a set, bytes, a deque',
      'def f(d, s, b, q):\n    d["b"] = d\n    s.add(9)\n    b += b"!"\n    q.appendleft(0)',
      'from collections import deque\nd, s, b, q = {}, {1}, bytearray(b"a"), deque([1])\nf(d, s, b, q)\nassert d["b"] is d and s == {1, 9} and b == b"a!" and q == deque([0, 1])',
    ],
    [
      'a list in two places',
      'def f(a, b): a.append(len(b))',
      'x = [0]\nf(x, [x])\nassert x == [0, 1]\ny = [0]\nf(y, y)\nassert y == [0, 1]',
    ],
    [
      'a returned argument is the same object',
      'def f(x):\n    x.append(1)\n    return x',
      'x = []\nassert f(x) is x and x == [1]',
    ],
    [
      'a change before an exception',
      'def f(x):\n    x.clear()\n    raise KeyError("k")',
      'x = [1]\ntry: f(x)\nexcept KeyError as e: assert e.args == ("k",)\nelse: assert False\nassert x == []',
    ],
    [
      'an unchanged argument stays unchanged',
      'def f(x): return sorted(x)',
      'x = [3, 1]\ny = x\nassert f(x) == [1, 3] and x == [3, 1] and y is x',
    ],
  ])('%s', async (_, program, tests) => {
    expect(await grade(program, itemOf(tests))).toMatchObject({ outcome: 'correct' });
  });
});

describe('exceptions', () => {
  test.each<[string, string, string]>([
    ['built-in exceptions keep their type', 'def f(): raise ZeroDivisionError("x")', 'ZeroDivisionError'],
    [
      'derived exceptions arrive as their built-in base',
      'class Mine(LookupError): pass\ndef f(): raise Mine',
      'LookupError',
    ],
    ['exceptions with unusual constructors arrive as Exception', 'def f(): b"\\xff".decode()', 'Exception'],
  ])('%s', async (_, program, name) => {
    expect(await grade(program, itemOf(`try: f()\nexcept ${name}: pass\nelse: assert False`))).toMatchObject({
      outcome: 'correct',
    });
  });

  test('an exception class that the tests name can be caught', async () => {
    const program =
      'class Empty(Exception): pass\nclass Stack:\n    def __init__(self): self.items = []\n    def push(self, x): self.items.append(x); return self\n    def pop(self):\n        if not self.items: raise Empty("none")\n        return self.items.pop()\n    def __len__(self): return len(self.items)\n';
    const item = itemOf(
      's = Stack()\nassert len(s.push(1).push(2)) == 2 and isinstance(s, Stack)\nassert s.pop() == 2 and s.items == [1] and s.pop() == 1\ntry: s.pop()\nexcept Empty as e: assert str(e) == "none"\nelse: assert False',
    );
    expect(await grade(program, item)).toMatchObject({ outcome: 'correct', rule: 'bare, with objects' });
  });
});

test('the solution can call functions of the tests', async () => {
  const item = itemOf(
    'import math\nk = 3\ndef helper(x): return x + k\ndef g(x): return helper(x) if x > 0 else g(x + 10)\ndef outer(n): return lambda x: x * n\nassert f(lambda x: x * x, [1, 2]) == [1, 4]\nassert f(g, [1, -5]) == [4, 8]\nassert f(outer(4), [2]) == [8]\nassert f(math.sqrt, [4]) == [2.0]\nassert f(len, ["ab"]) == [2]\nassert f(str.upper, ["ab"]) == ["AB"]\nassert f(f2, [1]) == [[1]]',
  );
  expect(await grade('def f(g, xs): return [g(x) for x in xs]\ndef f2(x): return [x]', item)).toMatchObject({
    outcome: 'correct',
  });
});

test('an object that is not a value equals nothing and has no attributes', async () => {
  const program =
    'class A:\n    size = 3\n    def __eq__(self, o): return True\n    def __len__(self): return 3\ndef f(): return A()';
  for (const tests of [
    'assert f() == 3',
    'assert len(f()) == 3',
    'assert f().__len__() == 3',
    'assert not f() != 3',
    'assert f() in (1, 3)',
  ]) {
    expect(await grade(program, itemOf(tests))).toMatchObject({ outcome: 'incorrect' });
  }
});

/** Forged answers that replace those of the solution's side. */
const RAW: readonly string[] = [
  '',
  '3',
  'null',
  '{}',
  '[]',
  '[3]',
  '[[]]',
  '["gave"]',
  '["gave",3,3]',
  '["gave",{"a":3}]',
  '["gave",[]]',
  '["gave",[3]]',
  '["is",3]',
  '["loaded",{}]',
  '["returned"]',
  '["ended"]',
  '["gave",["r",0]]',
  '["gave",["r",-1]]',
  '["gave",["r",true]]',
  '["gave",["r",1e99]]',
  '["gave",["r",99999999999999999999]]',
  '["gave",["l"]]',
  '["gave",["l",3]]',
  '["gave",["l",{}]]',
  '["gave",["l",[3],3]]',
  '["gave",["s",[["l",[]]]]]',
  '["gave",["d",[[3],[]]]]',
  '["gave",["d",[["l",[]]]]]',
  '["gave",["t",null]]',
  '["gave",["i","-0x"]]',
  '["gave",["i",3]]',
  '["gave",["i","3;import os"]]',
  '["gave",["b","zz"]]',
  '["gave",["c","1","2"]]',
  '["gave",["dec",["l",[]]]]',
  '["gave",["dec","1E+999999999999999999999"]]',
  '["gave",["frac",1,0]]',
  '["gave",["datetime","now"]]',
  '["gave",["delta",1e99,0,0]]',
  '["gave",["range",1,2,0]]',
  '["gave",["range",["i","0x1"],"a"]]',
  '["gave",["type","eval"]]',
  '["gave",["type","__import__"]]',
  '["gave",["only","exit"]]',
  '["gave",["view","items",[1]]]',
  '["gave",["nt",[3],["__eq__"]]]',
  '["gave",["nt",[3],[3]]]',
  '["gave",["nt",[],["a"]]]',
  '["gave",["deque",[],-1]]',
  '["gave",["default",[[],[]],"eval"]]',
  '["gave",["function",null]]',
  '["gave",["iterator",true]]',
  '["gave",["object",0]]',
  '["gave",["no value"]]',
  '["gave",["code","f","",null,null,[],[]]]',
  '["gave",["module","os"]]',
  '["gave",["standard","os","system"]]',
  '["gave",["named","f"]]',
  '["changed",[],["gave",3]]',
  '["changed",[[3],[3]],["gave",3]]',
  '["changed",{},["gave",3]]',
  '["changed",[3],["gave",3]]',
  '["changed",["ab"],["gave",3]]',
  '["changed",[[3]],["gave",["l",[["r",7]]]]]',
  '["changed",[[3]],["changed",[[3]],["gave",3]]]',
  '["raised"]',
  '["raised","AssertionError","A",[],null,null]',
  '["raised","SystemExit","S",[0],null,null]',
  '["raised","print","p",["3"],null,null]',
  '["raised","Ended","E",[],null,null]',
  '["raised","object",3,[],null,null]',
  '["raised","BaseException","\\n::error",[],3,4]',
  '["raised","ValueError","V",{},null,null]',
  '["raised","ImportError","I",[],"\\u001b[2J",null]',
  '["gave",\\udc80]',
  '\\x00',
  '["gave",NaN]',
  '["gave",-Infinity]',
  `["gave",${'9'.repeat(5000)}]`,
];

test.each(RAW.map((raw) => [raw.slice(0, 60), raw]))('the forged answer %s does not pass', async (_, raw) => {
  const program = `import _grading_solution as s\nwas = s.to_json\ndef f(x):\n    s.to_json = lambda o: ${JSON.stringify(raw)}\n    return 0\n`;
  for (const tests of [
    'x = [1, 2]\nassert f(x) == 3',
    'x = [1, 2]\ntry:\n    good = f(x) == 3\nexcept BaseException:\n    good = False\nassert good',
  ]) {
    expect(await grade(program, itemOf(tests))).toMatchObject({ outcome: 'incorrect' });
    expect(await grade(SAME, itemOf('assert f([1]) == [1]'))).toMatchObject({ outcome: 'correct' });
  }
});

test.each<[string, string]>([
  ['nested 100,000 levels deep', `'["gave",' + '["l",[' * 10**5 + ']]' * 10**5 + ']'`],
  ['nested deeper than Python can recurse', `'["gave",' + '["t",[' * 2000 + ']]' * 2000 + ']'`],
  ['of a hundred megabytes', `'["gave","' + 'x' * 10**8 + '"]'`],
  ['with a number of ten million digits', `'["gave",["i","0x' + 'f' * 10**7 + '"]]'`],
  ['with a decimal of a billion digits', `'["gave",["dec","1E+999999999"]]'`],
  ['with a million references', `'["gave",["l",[["l",[]]' + ',["r",1]' * 10**6 + ']]]'`],
])('an answer %s does not pass', async (_, raw) => {
  const program = `import _grading_solution as s\ndef f(x):\n    s.to_json = lambda o: ${raw}\n    return 0\n`;
  expect(await grade(program, itemOf('assert int(f([1])) == 3'))).toMatchObject({ outcome: 'incorrect' });
  expect(await grade(SAME, itemOf('assert f([1]) == [1]'))).toMatchObject({ outcome: 'correct' });
});
