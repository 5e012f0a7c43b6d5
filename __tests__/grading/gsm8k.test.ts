import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Suite } from '../../src/evalset/suite.ts';
import { gradeSuite } from '../../src/grading/grade-suite.ts';
import { graderSpecSchema } from '../../src/config/graders/graders.ts';
import { createGrader } from '../../src/grading/registry.ts';
import { completionSchema, type Completion } from '../../src/servers/chat/completion.ts';
import { describeOnData } from '../support/describe-on-data.ts';
import { testData } from '../support/test-data.ts';

const itemSchema = z.object({ id: z.string(), prompt: z.string(), answer: z.string() });

function readLines(file: string): unknown[] {
  const lines = readFileSync(testData(`gsm8k/${file}`), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line): unknown => JSON.parse(line));
}

function readGenerations(file: string): Completion[] {
  return readLines(file).map((line) => completionSchema.parse(line));
}

describeOnData('GSM8K with real solutions', () => {
  test('correct answers are those of the reference', async () => {
    const suite: Suite = {
      name: 'gsm8k',
      role: 'target',
      hash: 'sha256:0',
      items: readLines('gsm8k.jsonl').map((line) => {
        const { id, prompt, answer } = itemSchema.parse(line);
        return {
          id,
          answer,
          group: undefined,
          cluster: id,
          messages: [{ role: 'user', content: prompt }],
          meta: undefined,
        };
      }),
    };
    const { items, problems } = await gradeSuite({
      suite,
      grader: createGrader(graderSpecSchema.parse('numeric')),
      generations: {
        old: readGenerations('generations-6b-finetuning.jsonl'),
        new: readGenerations('generations-175b-finetuning.jsonl'),
      },
      reasoning: 'strip',
    });
    const count = (side: 'old' | 'new', outcome: string): number =>
      items.filter((item) => item[side][0]?.outcome === outcome).length;
    expect(items).toHaveLength(1319);
    expect(problems).toEqual([]);
    expect([count('old', 'correct'), count('new', 'correct')]).toEqual([286, 458]);
    expect([count('old', 'unparseable'), count('new', 'unparseable')]).toEqual([3, 6]);
    const both = items.filter(
      (item) => item.old[0]?.outcome === 'correct' && item.new[0]?.outcome === 'correct',
    );
    expect(both).toHaveLength(198);
  });
});
