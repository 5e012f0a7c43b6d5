import { describe, expect, test } from 'vitest';
import { readCodeTask } from '../../../src/grading/python/code-task.ts';

const read = (meta: unknown, prompt?: string) => readCodeTask({ id: 'i', prompt, answer: undefined, meta });

describe('reads the tests of an item', () => {
  const prompt = 'import math\n\n\ndef area(r):\n    """Of a circle."""\n';

  test('HumanEval: check is called with the entry point, and the prompt is code', () => {
    const test = 'def check(candidate):\n    assert candidate(0) == 0\n';
    expect(read({ task_id: 'x', entry_point: 'area', test }, prompt)).toEqual({
      prompt,
      entry: 'area',
      tests: `${test}\n\ncheck(area)\n`,
    });
  });

  test('a prompt in meta takes precedence over the prompt of the item', () => {
    const test = 'def check(candidate): pass';
    expect(read({ entry_point: 'area', test, prompt }, 'Write a function.')).toMatchObject({ prompt });
  });

  test('MBPP: imports, set-up and assertions are joined in this order', () => {
    expect(
      read({ test_list: ['assert f(1)', 'assert f(2)'], test_setup_code: 'x = 1' }, 'Write a function.'),
    ).toEqual({ prompt: undefined, entry: undefined, tests: '\nx = 1\nassert f(1)\nassert f(2)\n'.slice(1) });
    expect(read({ test_list: ['assert f(1)'], test_imports: ['import math'] })).toMatchObject({
      tests: 'import math\n\nassert f(1)\n',
    });
  });

  test('MBPP+: test takes precedence over test_list and runs unchanged', () => {
    const test = 'import numpy as np\nassert f(1) == 2\n';
    expect(read({ test, test_list: ['assert f(1)'], test_imports: [] }, 'Write a function.')).toEqual({
      prompt: undefined,
      entry: undefined,
      tests: test,
    });
  });
});

test('the reference solution is the rest of the prompt, or a program', () => {
  const prompt = 'def area(r):\n';
  const test = 'def check(candidate): pass';
  const rest = '    return r * r\n';
  expect(read({ entry_point: 'area', test, canonical_solution: rest }, prompt)).toMatchObject({
    reference: `${prompt}${rest}`,
  });
  expect(read({ entry_point: 'area', test, canonical_solution: prompt + rest }, 'Write area.')).toMatchObject(
    { reference: `${prompt}${rest}` },
  );
  expect(read({ test_list: ['assert f(1)'], code: 'def f(x): return x' })).toMatchObject({
    reference: 'def f(x): return x',
  });
  expect(read({ test_list: ['assert f(1)'], code: 1 })).not.toHaveProperty('reference');
});

test.each<[string, unknown, string]>([
  ['no meta', undefined, 'it has no meta with tests'],
  ['no tests', {}, 'its meta has neither test nor test_list'],
  ['empty tests', { test: ' ', test_list: [''] }, 'its meta has neither test nor test_list'],
  [
    'a number as test',
    { test: 1 },
    'its meta.test is invalid: Invalid input: expected string, received number',
  ],
  [
    'check but no entry point',
    { test: 'def check(candidate): pass' },
    'its meta.test defines check, but it has no meta.entry_point to pass to it',
  ],
])('rejects an item with %s', (_, meta, reason) => {
  expect(read(meta)).toBe(reason);
});

test('rejects an entry point that is not a name, because it would become part of a program', () => {
  expect(read({ entry_point: 'f); evil(', test: 'def check(c): pass' })).toContain(
    'its meta.entry_point is invalid',
  );
});
