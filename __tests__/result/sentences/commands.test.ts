import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import {
  checkArguments,
  checkCommand,
  compareArguments,
  explainCommand,
  pinnedCommand,
} from '../../../src/result/sentences/commands.ts';

/** The words that a POSIX shell makes of a command. */
const wordsOf = (command: string): string[] =>
  spawnSync('/bin/sh', ['-c', `set -- ${command}\nprintf '%s\\0' "$@"`], { encoding: 'utf8' })
    .stdout.split('\0')
    .slice(0, -1);

describe('the command that reproduces a check', () => {
  const versions = { old: 'v1', new: 'v2' };

  it('names the version of reversal-check, the configuration and both versions', () => {
    expect(pinnedCommand('1.2.3', checkArguments({ configPath: 'evals/reversal.yml', versions }))).toBe(
      'npx reversal-check@1.2.3 check --config evals/reversal.yml --old v1 --new v2',
    );
  });

  it('names the samples if new was sampled afresh', () => {
    expect(checkArguments({ configPath: 'reversal.yml', versions, fresh: '2026-11-22' })).toEqual(
      'check --config reversal.yml --old v1 --new v2 --fresh 2026-11-22'.split(' '),
    );
  });

  it('names a shard', () => {
    expect(checkCommand({ shard: '3/10', configPath: 'reversal.yml', versions })).toBe(
      'reversal-check check --shard 3/10 --config reversal.yml --old v1 --new v2',
    );
  });

  it('leaves out the configuration if it is the default', () => {
    expect(checkCommand({ versions })).toBe('reversal-check check --old v1 --new v2');
  });
});

describe('the command that reproduces a comparison', () => {
  const paths = { old: 'v1.jsonl', new: 'v2.jsonl' };

  it('names the configuration and the files', () => {
    expect(compareArguments({ configPath: 'reversal.yml', names: {}, paths })).toEqual(
      'compare --config reversal.yml v1.jsonl v2.jsonl'.split(' '),
    );
  });

  it('repeats every option for logs, and names only the sides that were named', () => {
    const command = compareArguments({
      from: 'lm-eval',
      configPath: undefined,
      scores: ['exact_match', 'acc'],
      grader: 'numeric',
      ood: ['arc', 'sums'],
      pools: ['mmlu=mmlu_*'],
      ignoredInPrompts: 'Date: .*',
      names: { new: 'v2' },
      paths,
    });
    expect(command.join(' ')).toBe(
      'compare --from lm-eval --score exact_match --score acc --grader numeric --ood arc --ood sums --pool mmlu=mmlu_* --ignore-prompt-difference Date: .* --new v2 v1.jsonl v2.jsonl',
    );
  });
});

describe('a word', () => {
  it.each(['plain', 'two words', "it's", '$(touch x)', '`x`', 'a\nb', '*', '', '~', 'ünï', 'a;b', '"'])(
    '%j reaches a program unchanged',
    (word) => {
      const versions = { old: word, new: 'v2' };
      expect(wordsOf(checkCommand({ configPath: word, versions }))).toEqual([
        'reversal-check',
        ...checkArguments({ configPath: word, versions }),
      ]);
      expect(wordsOf(explainCommand('sums', word))).toEqual(['reversal-check', 'explain', `sums/${word}`]);
    },
  );

  it('is not quoted if it needs no quotes', () => {
    expect(explainCommand('sums', 'q1')).toBe('reversal-check explain sums/q1');
  });
});
