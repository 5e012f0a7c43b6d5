import { expect, test } from 'vitest';
import { checkSameTask } from '../../src/logs/pair-logs.ts';
import type { TaskLog } from '../../src/logs/task-log.ts';

const logWith = (options: readonly string[], where: string): TaskLog => ({
  task: 'capitals',
  where,
  samplesPerItem: 1,
  sampling: {},
  temperature: undefined,
  scorers: new Map(),
  items: new Map([
    [
      '1',
      {
        id: '1',
        prompt: 'Which is the capital of France?',
        messages: [{ role: 'user', content: 'Which is the capital of France?' }],
        answer: 'B',
        meta: { choices: options },
        options,
        choice: true,
        samples: [],
      },
    ],
  ]),
});

test('a choice with its options in another order is another question, even if the right letter is the same', () => {
  const old = logWith(['Lyon', 'Paris', 'Nice'], 'old.eval');
  expect(() => checkSameTask('capitals', old, logWith(['Lyon', 'Paris', 'Nice'], 'new.eval'))).not.toThrow();
  expect(() => checkSameTask('capitals', old, logWith(['Nice', 'Paris', 'Lyon'], 'new.eval'))).toThrow(
    'different prompts or right answers for one item: "1"',
  );
});
