import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { versionFault, versionPatternFault } from '../../../src/config/values/version-name.ts';
import { processorMs } from '../../support/processor-time.ts';

describe('without a pattern', () => {
  test.each(['v3', '3', '2026-11-04', 'a'.repeat(100), 'V_1.2-rc'])('%j is valid', (version) => {
    expect(versionFault(version)).toBeUndefined();
  });

  test.each(['', 'a/b', '-v3', '.v3', 'v3 ', 'v3\n', 'a'.repeat(101), 'v1..v2', 'é', 'v3?x', 'v3#'])(
    '%j is invalid',
    (version) => {
      expect(versionFault(version)).toMatch(/^found .+, expected a version/);
    },
  );
});

describe('with a pattern', () => {
  test('it must match the whole version', () => {
    const pattern = 'runs/[0-9]+';
    expect(versionFault('runs/17', pattern)).toBeUndefined();
    expect(versionFault('runs/17/x', pattern)).toContain(
      'matches checkpoints.version-pattern, "runs/[0-9]+"',
    );
    expect(versionFault('my-runs/17', pattern)).toContain('fully matches');
  });

  test('refuses path tricks even if the pattern matches everything', () => {
    for (const version of [
      '../v3',
      'a/../b',
      'a..b',
      '/v3',
      'a//b',
      'a/',
      'a/.b',
      'a b',
      'a\\b',
      'a%2e',
      'a\n',
    ])
      expect(versionFault(version, '(?s).*'), version).toMatch(/^found /);
  });

  test('no valid version contains consecutive dots or begins or ends with a slash', () => {
    const letters = fc.stringMatching(/^[a./-]{1,12}$/);
    fc.assert(
      fc.property(letters, (version) => {
        if (versionFault(version, '.*') !== undefined) return;
        expect(version).not.toMatch(/\.\.|^\/|\/$|\/\//);
      }),
    );
  });

  test('takes time linear in the version', () => {
    const started = processorMs();
    expect(versionFault('a'.repeat(199), '(a+)+b')).toBeDefined();
    expect(processorMs() - started).toBeLessThan(2000);
  });
});

test('reports a pattern that RE2 does not support', () => {
  expect(versionPatternFault('v[0-9]+')).toBeUndefined();
  expect(versionPatternFault('v[0-9')).toBe('it is not in RE2 syntax: missing closing ]: `[0-9`');
  expect(versionPatternFault('(?=v)')).toContain('it is not in RE2 syntax');
});
