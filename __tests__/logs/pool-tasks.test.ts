import { describe, expect, test } from 'vitest';
import { type Pool, poolTasks } from '../../src/logs/pool-tasks.ts';
import { matchesTask } from '../../src/logs/task-pattern.ts';
import type { TaskLog } from '../../src/logs/task-log.ts';
import { itemsOf } from '../../src/logs/to-samples.ts';

const logOf = (task: string, more: Partial<TaskLog> = {}): TaskLog => ({
  task,
  where: `${task}.jsonl`,
  samplesPerItem: 1,
  sampling: {},
  temperature: 0,
  scorers: new Map(),
  items: new Map(
    ['0', '1'].map((id) => [
      id,
      {
        id,
        prompt: `${task} ${id}`,
        messages: [{ role: 'user', content: `${task} ${id}` }],
        answer: 'A',
        meta: {},
        choice: true,
        samples: [],
      },
    ]),
  ),
  ...more,
});

const pooled = (pools: readonly Pool[], ...logs: readonly TaskLog[]) =>
  poolTasks(new Map(logs.map((log) => [log.task, log])), pools);

const MMLU = { name: 'mmlu', pattern: 'mmlu_*' };

test.each([
  ['mmlu_*', 'mmlu_virology', true],
  ['mmlu_*', 'mmlu_', true],
  ['mmlu_*', 'mmlu', false],
  ['*_law', 'mmlu_international_law', true],
  ['mmlu_*_law', 'mmlu_law', false],
  ['mmlu_*_law', 'mmlu_x_law', true],
  ['a*b*a', 'aba', true],
  ['a*a', 'a', false],
  ['*', '', true],
  ['sums', 'sums', true],
  ['sums', 'sums_sampled', false],
  ['su.s', 'sums', false],
])('%s matches %s: %s', (pattern, name, is) => {
  expect(matchesTask(pattern, name)).toBe(is);
});

test('items keep their order, get their task in front of their id, and their task as group', () => {
  const tasks = pooled([MMLU], logOf('mmlu_law'), logOf('sums'), logOf('mmlu_art'));
  expect([...tasks.keys()]).toEqual(['sums', 'mmlu']);
  const mmlu = tasks.get('mmlu');
  expect(mmlu).toMatchObject({ task: 'mmlu', where: 'mmlu_law.jsonl and 1 more', samplesPerItem: 1 });
  expect(mmlu && itemsOf(mmlu).map(({ id, group, prompt }) => [id, group, prompt])).toEqual([
    ['mmlu_art/0', 'mmlu_art', 'mmlu_art 0'],
    ['mmlu_art/1', 'mmlu_art', 'mmlu_art 1'],
    ['mmlu_law/0', 'mmlu_law', 'mmlu_law 0'],
    ['mmlu_law/1', 'mmlu_law', 'mmlu_law 1'],
  ]);
});

test('settings and scorers that all tasks share stay as they are; others are listed by task', () => {
  const sampling = { until: ['\n'] };
  const same = pooled(
    [MMLU],
    logOf('mmlu_a', { sampling, scorers: new Map([['match', { location: 'end' }]]) }),
    logOf('mmlu_b', { sampling, scorers: new Map([['match', { location: 'end' }]]) }),
  );
  expect(same.get('mmlu')).toMatchObject({ sampling, scorers: new Map([['match', { location: 'end' }]]) });
  const differing = pooled([MMLU], logOf('mmlu_a', { sampling }), logOf('mmlu_b'));
  expect(differing.get('mmlu')?.sampling).toEqual({ mmlu_a: sampling, mmlu_b: {} });
});

describe('refuses', () => {
  test.each<[string, readonly Pool[], readonly TaskLog[], string]>([
    [
      'a pool without tasks',
      [{ name: 'x', pattern: 'gsm*' }],
      [logOf('sums')],
      '--pool x=gsm*: found no task that matches; the logs contain "sums"',
    ],
    [
      'a task in two pools',
      [MMLU, { name: 'law', pattern: '*_law' }],
      [logOf('mmlu_law')],
      '--pool law=*_law: all of its tasks already belong to mmlu',
    ],
    [
      'the name of another task',
      [{ name: 'sums', pattern: 'mmlu_*' }],
      [logOf('mmlu_a'), logOf('sums')],
      'the name "sums" is taken by another suite',
    ],
    [
      'tasks with different numbers of samples',
      [MMLU],
      [logOf('mmlu_a'), logOf('mmlu_b', { samplesPerItem: 4 })],
      'mmlu_a has one sample per item at temperature 0, but mmlu_b has 4 samples per item at temperature 0',
    ],
  ])('%s', (_, pools, logs, said) => {
    expect(() => pooled(pools, ...logs)).toThrow(said);
  });
});
