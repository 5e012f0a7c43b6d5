import { expect, test } from 'vitest';
import { ConfigError, GitHubError } from '../../../src/errors.ts';
import { configError } from '../../../src/files/problem.ts';
import { annotationOf, annotationsOf } from '../../../src/github/job/annotations.ts';
import * as results from '../../support/results.ts';

const isFile = (path: string): boolean => path === 'evals/reversal.yml';
const mistake = (line: number) => ({ line, column: 2, what: `mistake ${line}`, fix: 'Fix it.' });

test('annotates a mistake at its line', () => {
  expect(annotationsOf(configError('evals/reversal.yml', [mistake(3)]), isFile)).toEqual([
    { title: 'ConfigError', message: 'mistake 3\nFix it.', file: 'evals/reversal.yml', line: 3, column: 2 },
  ]);
});

test('annotates several mistakes of a file each at its line, in order, up to the number that GitHub shows', () => {
  const lines = [9, 1, 5];
  expect(
    annotationsOf(configError('evals/reversal.yml', lines.map(mistake)), isFile).map(({ line }) => line),
  ).toEqual([1, 5, 9]);
  const many = Array.from({ length: 14 }, (_, place) => mistake(place + 1));
  const shown = annotationsOf(configError('evals/reversal.yml', many), isFile);
  expect(shown).toHaveLength(10);
  expect(shown.at(-1)).toMatchObject({
    message: 'For 5 more mistakes, see the log.',
    file: 'evals/reversal.yml',
  });
});

test('names the place in the title if no file is concerned', () => {
  expect(
    annotationsOf(
      new ConfigError({ what: 'missing', where: 'checkpoints.base-url', fix: 'Add it.' }),
      isFile,
    ),
  ).toEqual([{ title: 'checkpoints.base-url', message: 'missing\nAdd it.' }]);
  expect(
    annotationsOf(new ConfigError({ what: 'a', where: '../../etc/passwd:3', fix: 'b' }), isFile),
  ).toEqual([{ title: '../../etc/passwd:3', message: 'a\nb' }]);
  expect(annotationsOf(new GitHubError({ what: 'a', fix: 'b' }), isFile)).toEqual([
    { title: 'GitHubError', message: 'a\nb' },
  ]);
});

test('says what failed and why for a failing verdict', () => {
  const { title, message } = annotationOf(results.reversal());
  expect(title).toBe('Self-improvement reversal');
  expect(message).toContain('v3');
  expect(message).not.toContain('\n');
});

test('an invalid measurement says what to do as well', () => {
  const result = results.invalid();
  expect(annotationOf(result)).toEqual({
    title: 'Invalid measurement',
    message: `${result.verdict.headline}\n${result.verdict.reasons[0] ?? ''}`,
  });
});
