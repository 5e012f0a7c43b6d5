import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/run/compare/compare.ts';
import { exitCodeOf } from '../../../src/run/stages/exit-code.ts';
import { GraderError } from '../../../src/errors.ts';
import { renderComment } from '../../../src/report/comment.ts';
import type { Result } from '../../../src/result/result.ts';
import { memoryFiles } from '../../support/memory-files.ts';

const lines = (text: string): string => JSON.stringify({ suite: 'sums', id: 'q', index: 0, text });

/** A comparison that is graded by a user's program. */
async function comparedBy(program: string, failOn: string): Promise<Result> {
  const { result } = await compare({
    nowMs: 0,
    configPath: 'reversal.yml',
    paths: { old: 'old.jsonl', new: 'new.jsonl' },
    names: { old: 'v1', new: 'v2' },
    files: memoryFiles({
      'reversal.yml': `
suites:
  - name: sums
    role: target
    items: items.jsonl
    grader:
      type: command
      command: [/bin/sh, -c, ${JSON.stringify(program)}]
      known:
        - { text: It is 4, answer: "4", expected: correct }
        - { text: It is 5, answer: "4", expected: incorrect }
guardrails: { accuracy: off, coverage: off, diversity: off, hardest-group: off, ood: off }
policy: { fail-on: ${failOn} }
`,
      'items.jsonl': JSON.stringify({ id: 'q', prompt: 'What is 2 + 2?', answer: '4' }),
      'old.jsonl': lines('It is 4'),
      'new.jsonl': lines('It is 5'),
    }),
    grading: {
      env: { PATH: process.env['PATH'] },
      signal: new AbortController().signal,
      headIsTrusted: true,
    },
    embed: () => Promise.reject(new Error('nothing is to be embedded')),
    storeDir: 'none',
    env: {},
  });
  return result;
}

const FINDS_ALL_RIGHT = `while read l; do echo '{"outcome":"correct"}'; done`;

describe('a grader that fails a known answer', () => {
  test('makes the measurement invalid, with the case as the reason', async () => {
    const result = await comparedBy(FINDS_ALL_RIGHT, '[reversal, invalid]');
    expect(result.verdict).toMatchObject({ status: 'invalid', passed: false });
    expect(result.verdict.headline).toBe('Nothing was measured: a grader failed its known answers.');
    expect(result.verdict.reasons[0]).toMatch(
      /^grader command \S+, known answer "It is 5" for "4": found the outcome correct, expected incorrect\.$/u,
    );
    expect(result).toMatchObject({ measures: [], old: { version: 'v1' }, new: { version: 'v2' } });
    expect(exitCodeOf(result)).toBe(3);
    expect(renderComment(result, { maxCharacters: 65_536 })).toContain(
      'found the outcome correct, expected incorrect',
    );
  });

  test('fails the check only if fail-on includes invalid', async () => {
    const result = await comparedBy(FINDS_ALL_RIGHT, '[reversal]');
    expect(result.verdict).toMatchObject({ status: 'invalid', passed: true });
    expect(exitCodeOf(result)).toBe(0);
  });
});

test('that cannot run at all ends the run, with the fix, instead of making the measurement invalid', async () => {
  await expect(comparedBy('exit 7', '[invalid]')).rejects.toThrow(GraderError);
});
