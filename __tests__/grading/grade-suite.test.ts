import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GraderError } from '../../src/errors.ts';
import type { Item, Suite } from '../../src/evalset/suite.ts';
import { gradeSuite, type GradeSuiteOptions } from '../../src/grading/grade-suite.ts';
import type { Grader } from '../../src/grading/grader.ts';
import { graderSpecSchema } from '../../src/config/graders/graders.ts';
import { createGrader } from '../../src/grading/registry.ts';
import type { Completion } from '../../src/servers/chat/completion.ts';

const item = (id: string, answer?: string): Item => ({
  id,
  messages: [{ role: 'user', content: id }],
  answer,
  group: 'easy',
  cluster: `cluster of ${id}`,
  meta: undefined,
});
const suiteOf = (items: readonly Item[], role: Suite['role'] = 'target'): Suite => ({
  name: 'sums',
  role,
  items,
  hash: 'sha256:0',
});
const generation = (id: string, index: number, text: string, more: Partial<Completion> = {}): Completion => ({
  suite: 'sums',
  id,
  index,
  text,
  ...more,
});
const numeric = createGrader(graderSpecSchema.parse('numeric'));
const suite = suiteOf([item('b', '18'), item('a', '3')]);

function gradeWith(generations: readonly Completion[], more: Partial<GradeSuiteOptions> = {}) {
  return gradeSuite({
    suite,
    grader: numeric,
    generations: { old: generations, new: [] },
    reasoning: 'strip',
    ...more,
  });
}

async function gradeOne(
  text: string,
  more: Partial<Completion> = {},
  options: Partial<GradeSuiteOptions> = {},
) {
  const { items } = await gradeWith([generation('b', 0, text, more)], options);
  return items[0]?.old;
}

test('items come in the order of the suite, samples by index, each side apart', async () => {
  const { items, problems } = await gradeSuite({
    suite,
    grader: numeric,
    generations: {
      old: [generation('a', 0, 'A: 3'), generation('b', 2, 'A: 18'), generation('b', 0, 'A: 17')],
      new: [generation('b', 0, 'eighteen')],
    },
    reasoning: 'strip',
  });
  expect(problems).toEqual([]);
  const rule = 'answer-marker';
  expect(items).toEqual([
    {
      id: 'b',
      group: 'easy',
      cluster: 'cluster of b',
      old: [
        { index: 0, outcome: 'incorrect', text: 'A: 17', answer: '17', rule },
        { index: 2, outcome: 'correct', text: 'A: 18', answer: '18', rule },
      ],
      new: [{ index: 0, outcome: 'unparseable', text: 'eighteen' }],
    },
    {
      id: 'a',
      group: 'easy',
      cluster: 'cluster of a',
      old: [{ index: 0, outcome: 'correct', text: 'A: 3', answer: '3', rule }],
      new: [],
    },
  ]);
});

const failed = (reason: string) => [{ index: 0, outcome: 'failed', text: '', reason }];
const crashing = (grade: Grader['grade']): Partial<GradeSuiteOptions> => ({ grader: { ...numeric, grade } });
const crashAtOnce = () => {
  throw new Error('broken');
};
const crashLater = () => Promise.reject(new Error('late'));

describe('outcomes that no grader decides', () => {
  test('an error is failed, with its reason, whatever else stands there', async () => {
    expect(await gradeOne('A: 18', { error: 'HTTP 500' })).toEqual(failed('HTTP 500'));
    expect(await gradeOne('A: 18', { error: '' })).toEqual(failed('no reason given'));
    expect(await gradeOne('A: 18', { error: 'cut', finish_reason: 'length' })).toEqual(failed('cut'));
    expect(await gradeOne('A: 18', { error: null })).toMatchObject([{ outcome: 'correct' }]);
  });

  test('a content filter is failed', async () => {
    expect(await gradeOne('A: 18', { finish_reason: 'content_filter' })).toEqual(
      failed('stopped by a content filter'),
    );
  });

  test('the token limit is truncated, even where an answer can be read', async () => {
    expect(await gradeOne('A: 18', { finish_reason: 'length' })).toEqual([
      { index: 0, outcome: 'truncated', text: 'A: 18' },
    ]);
  });

  test('a grader that throws is failed, at once or later', async () => {
    expect(await gradeOne('A: 18', {}, crashing(crashAtOnce))).toEqual(
      failed('the grader numeric crashed: broken'),
    );
    expect(await gradeOne('A: 18', {}, crashing(crashLater))).toEqual(
      failed('the grader numeric crashed: late'),
    );
  });

  test('a grader that can grade nothing any more ends the run', async () => {
    const broken = new GraderError({ what: 'the interpreter is missing', fix: 'Install it.' });
    const graded = gradeOne(
      'A: 18',
      {},
      crashing(() => Promise.reject(broken)),
    );
    await expect(graded).rejects.toBe(broken);
  });

  test('the grader given takes what came with the completion, and says nothing of one that came without', async () => {
    const given = { grader: createGrader(graderSpecSchema.parse('given')) };
    expect(await gradeOne('A: 18', { outcome: 'incorrect', answer: '17' }, given)).toEqual([
      { index: 0, outcome: 'incorrect', text: 'A: 18', answer: '17' },
    ]);
    expect(await gradeOne('A: 18', { outcome: 'correct', finish_reason: 'length' }, given)).toMatchObject([
      { outcome: 'truncated' },
    ]);
    expect(await gradeOne('A: 18', { outcome: null }, given)).toEqual(
      failed('the grader given crashed: the completion has no outcome'),
    );
    expect(await gradeOne('A: 18', { outcome: 'incorrect' })).toMatchObject([{ outcome: 'correct' }]);
  });

  test('a grader may say why', async () => {
    const reason = 'ran out of time';
    expect(
      await gradeOne(
        'A: 18',
        {},
        crashing(() => ({ outcome: 'incorrect', reason })),
      ),
    ).toEqual([{ index: 0, outcome: 'incorrect', text: 'A: 18', reason }]);
  });

  test('an item that the grader refuses is failed', async () => {
    const { items } = await gradeWith([generation('c', 0, 'A: 1')], { suite: suiteOf([item('c', 'one')]) });
    expect(items[0]?.old).toEqual(
      failed('the grader numeric cannot grade this item: its answer "one" is not a number'),
    );
  });
});

test('what the grader names is kept, answers of later graders too', async () => {
  const grader: Grader = {
    ...numeric,
    grade: async () => ({ outcome: 'correct', answer: 'x', rule: 'r', key: 'k' }),
  };
  expect(await gradeOne('text', {}, { grader })).toEqual([
    { index: 0, outcome: 'correct', text: 'text', answer: 'x', rule: 'r', key: 'k' },
  ]);
});

describe('open suites', () => {
  const open = { suite: suiteOf([item('b')], 'open'), grader: undefined };

  test('every uncut sample counts', async () => {
    expect(await gradeOne('a poem', {}, open)).toEqual([{ index: 0, outcome: 'correct', text: 'a poem' }]);
    expect(await gradeOne('a po', { finish_reason: 'length' }, open)).toMatchObject([
      { outcome: 'truncated' },
    ]);
    expect(await gradeOne('', { error: 'gone' }, open)).toMatchObject([{ outcome: 'failed' }]);
  });

  test('another suite without a grader is a bug', async () => {
    await expect(gradeWith([], { grader: undefined })).rejects.toThrow(
      'suite sums has role target and no grader',
    );
  });
});

describe('reasoning', () => {
  const text = '<think>A: 17</think>\nA: 18';

  test('the answer is read after it; the compared text has it where it is kept', async () => {
    expect(await gradeOne(text)).toMatchObject([{ outcome: 'correct', text: 'A: 18' }]);
    expect(await gradeOne(text, {}, { reasoning: 'keep' })).toMatchObject([{ outcome: 'correct', text }]);
    expect(await gradeOne('<think>A: 18')).toMatchObject([
      { index: 0, outcome: 'unparseable', text: '', blank: 'only-reasoning' },
    ]);
  });

  test('of other families and of the user is taken off too', async () => {
    expect(await gradeOne('[THINK]A: 17[/THINK]A: 18')).toMatchObject([
      { outcome: 'correct', text: 'A: 18' },
    ]);
    const own = '<pad>A: 17</pad>A: 18';
    const reasoningTags = [{ open: '<pad>', close: '</pad>' }];
    expect(await gradeOne(own, {}, { reasoningTags })).toMatchObject([{ outcome: 'correct', text: 'A: 18' }]);
    expect(await gradeOne(own, {}, { reasoningTags, reasoning: 'keep' })).toMatchObject([
      { outcome: 'correct', text: own },
    ]);
    expect(await gradeOne(own)).toMatchObject([{ text: own }]);
  });
});

describe('generations without a place', () => {
  test('duplicates are named once for each surplus one, and the smallest text is kept', async () => {
    const { items, problems } = await gradeWith([
      generation('b', 1, 'A: 18'),
      generation('b', 0, 'A: 18'),
      generation('b', 0, 'A: 18'),
      generation('b', 0, 'A: 17'),
    ]);
    expect(problems).toEqual([
      { kind: 'duplicate', side: 'old', id: 'b', index: 0 },
      { kind: 'duplicate', side: 'old', id: 'b', index: 0 },
    ]);
    expect(items[0]?.old.map((sample) => [sample.index, sample.text])).toEqual([
      [0, 'A: 17'],
      [1, 'A: 18'],
    ]);
  });

  test('unknown items are named, other suites are left out', async () => {
    const stranger = [generation('z', 4, ''), generation('b', 0, '', { suite: 'other' })];
    const { items, problems } = await gradeWith(stranger, { generations: { old: stranger, new: stranger } });
    expect(problems).toEqual([
      { kind: 'unknown-item', side: 'old', id: 'z', index: 4 },
      { kind: 'unknown-item', side: 'new', id: 'z', index: 4 },
    ]);
    expect(items.flatMap((graded) => [...graded.old, ...graded.new])).toEqual([]);
  });
});

test('the order of the generations changes nothing', async () => {
  const anyGeneration: fc.Arbitrary<Completion> = fc.record({
    suite: fc.constantFrom('sums', 'sums', 'other'),
    id: fc.constantFrom('a', 'b', 'z'),
    index: fc.nat({ max: 3 }),
    text: fc.constantFrom('A: 3', 'A: 18', 'none', ''),
    finish_reason: fc.constantFrom('stop', 'length', 'content_filter', null),
    error: fc.constantFrom(undefined, null, 'gone'),
  });
  const shuffled = fc
    .array(anyGeneration, { maxLength: 12 })
    .chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([list, other]) => {
      const before = await gradeWith(list, { generations: { old: list, new: other } });
      const after = await gradeWith(list, { generations: { old: other, new: list } });
      expect(JSON.stringify(after)).toBe(JSON.stringify(before));
    }),
  );
});

test('completions of an excluded item are neither graded nor out of place', async () => {
  const excluded = { of: 3, items: [{ id: 'x', reason: 'it has two right answers' }] };
  const { items, problems } = await gradeWith([generation('x', 0, 'A: 1'), generation('a', 0, 'A: 3')], {
    suite: { ...suite, excluded },
  });
  expect(problems).toEqual([]);
  expect(items.map(({ id }) => id)).toEqual(['b', 'a']);
});

describe('who waits for items', () => {
  const both = {
    old: [generation('b', 0, 'A: 18'), generation('a', 0, 'A: 4')],
    new: [generation('b', 0, 'A: 18')],
  };

  test('is told of each before the next is begun, where the grader answers at once', async () => {
    const happened: string[] = [];
    const grader: Grader = {
      ...numeric,
      checkItem: (one) => {
        happened.push(`begin ${one.id}`);
        return numeric.checkItem(one);
      },
    };
    const { items } = await gradeSuite({
      suite,
      grader,
      generations: both,
      reasoning: 'strip',
      onItem: (one) => happened.push(`end ${one.id} ${one.old[0]?.outcome}`),
    });
    expect(happened).toEqual(['begin b', 'end b correct', 'begin a', 'end a incorrect']);
    expect(items.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  test('is told of those that are done while others are still graded', async () => {
    const told: string[] = [];
    const released = Promise.withResolvers<undefined>();
    const grader: Grader = {
      ...numeric,
      grade: async (text, one) => {
        if (one.id === 'b') await released.promise;
        return numeric.grade(text, one);
      },
    };
    const grading = gradeSuite({
      suite,
      grader,
      generations: both,
      reasoning: 'strip',
      onItem: (one) => {
        told.push(one.id);
        released.resolve(undefined);
      },
    });
    expect((await grading).items.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(told).toEqual(['a', 'b']);
  });

  test('and an error that ends the run ends it once, whether it is thrown or comes later', async () => {
    const stopped = new GraderError({ what: 'stopped', where: 'here', fix: 'go on' });
    const grader: Grader = {
      ...numeric,
      grade: (text) => {
        if (text === 'A: 4') return Promise.reject(stopped);
        throw stopped;
      },
    };
    await expect(gradeSuite({ suite, grader, generations: both, reasoning: 'strip' })).rejects.toBe(stopped);
  });
});

test('a completion begins inside the reasoning if the prompt as sent ends with an opening tag', async () => {
  const asked = {
    ...item('b', '18'),
    messages: [{ role: 'user' as const, content: '9 * 2?\nAssistant: <think>' }],
  };
  const { items } = await gradeWith(
    [
      generation('b', 0, 'So it is \\boxed{18}.'),
      generation('b', 1, 'It is 17.</think> <answer>18</answer>'),
      generation('b', 2, 'It is 17. <answer>18</answer>'),
    ],
    { suite: suiteOf([asked]) },
  );
  expect(items[0]?.old).toMatchObject([
    { outcome: 'unparseable', blank: 'only-reasoning', text: '' },
    { outcome: 'correct', text: '<answer>18</answer>' },
    { outcome: 'correct', text: 'It is 17. <answer>18</answer>' },
  ]);
});
