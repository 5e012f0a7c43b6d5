import * as core from '@actions/core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type JobLog, jobLog } from '../../../src/github/job/log.ts';
import { obeyedCommands } from '../../support/github/runner-log.ts';

/** Everything written to standard output, by our code and by `@actions/core`. */
let written = '';

beforeEach(() => {
  written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const log = (): JobLog => {
  let words = 0;
  return jobLog({
    commands: core,
    write: (text) => process.stdout.write(text),
    randomWord: () => `word-${(words += 1)}`,
  });
};

const HOSTILE = [
  '::set-output name=verdict::progress',
  '::add-mask::x',
  '##[error]forged',
  '::stop-commands::word-1',
  '::word-1::',
  '\u001B[2J\u001B]0;title\u0007\r::error::after a return',
  '\u0085::error::after a line end that is not one everywhere',
].join('\n');

describe('executes no command in the text that is logged', () => {
  test('lines of text', () => {
    log().info(HOSTILE);
    expect(obeyedCommands(written)).toEqual([]);
    expect(written).toContain('set-output name=verdict');
    expect(written).not.toContain('\u001B');
  });

  test('text within a group, even if it guesses the token and commands come between', async () => {
    const own = log();
    await own.group(HOSTILE, async () => {
      process.stdout.write('::error::written past the log\n');
      own.warning(HOSTILE);
      process.stdout.write('::word-1::\n::error::guessed the first word\n');
      own.info(HOSTILE);
    });
    own.warning('after');
    expect(obeyedCommands(written).map(({ name }) => name)).toEqual([
      'group',
      'warning',
      'endgroup',
      'warning',
    ]);
  });

  test('ends a group, and enables commands again, if its work fails', async () => {
    const own = log();
    await expect(own.group('x', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    own.warning('after');
    expect(obeyedCommands(written).map(({ name }) => name)).toEqual(['group', 'endgroup', 'warning']);
  });
});

test('puts the place into annotations, and keeps their lines', () => {
  log().error({ title: 'a:b,c', message: 'one\ntwo 100%', file: 'evals/reversal.yml', line: 3, column: 5 });
  expect(written).toBe('::error title=a%3Ab%2Cc,file=evals/reversal.yml,line=3,col=5::one%0Atwo 100%25\n');
});

test('masks secrets, including those of several lines', () => {
  log().mask('one\ntwo');
  expect(written.startsWith('::add-mask::one%0Atwo\n')).toBe(true);
});

test('masks a secret also in the form that this log writes', () => {
  const own = log();
  const secret = 'https://inference.test/v1?a=##[b]';
  own.mask(secret);
  const masks = obeyedCommands(written).map(({ message }) => message);
  written = '';
  own.error({ title: 'x', message: `at ${secret}` });
  own.warning(`at ${secret}`);
  own.info(`at ${secret}`);
  const shown = written.split('\n').filter((line) => line.includes('inference'));
  expect(shown).toHaveLength(3);
  for (const line of shown) expect(masks.filter((mask) => line.includes(mask))).toHaveLength(1);
});
