import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseUrlFault } from '../../../src/config/values/base-url.ts';

describe('{version} in a base URL', () => {
  test.each([
    'https://h/{version}/v1',
    'https://h:8443/models/{version}/v1',
    'https://h/a-{version}',
    'https://h//{version}',
  ])('is permitted in the path: %s', (url) => {
    expect(baseUrlFault(url)).toBeUndefined();
  });

  test.each([
    'https://{version}/v1',
    'https://{version}.models.test/v1',
    'https://models.{version}/v1',
    'https://h{version}/v1',
    'https://h:{version}/v1',
    'https://h:80{version}/v1',
    'https://10.0.0.{version}/v1',
    'https://{version}@h/v1',
    'https://h@{version}/v1',
    'https:/{version}/v1',
    'https:{version}/v1',
    'https:\\\\{version}\\v1',
    ' https://\t{version}/v1',
    '{version}://h/v1',
    'http{version}://h/v1',
    '{version}',
    'https://{version}/{version}',
  ])('is refused anywhere else: %s', (url) => {
    expect(baseUrlFault(url)).toMatch(/outside the path|not contain a user name|must start with/u);
  });

  test('a valid address is on one server, whatever the version', () => {
    const part = fc.constantFrom(
      'https:',
      'http:',
      '/',
      '\\',
      '{version}',
      'h',
      '.',
      ':',
      '80',
      '@',
      '\t',
      '?',
      '#',
      '%',
      '[',
      ']',
      '..',
      '-',
    );
    const version = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$/u);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), version, version, (parts, one, other) => {
        const url = `http://h${parts.join('')}`;
        for (const text of [url, parts.join('')]) {
          if (baseUrlFault(text) !== undefined || !text.includes('{version}')) continue;
          const [a, b] = [one, other].map((each) => new URL(text.replaceAll('{version}', each)).origin);
          expect(a).toBe(b);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
