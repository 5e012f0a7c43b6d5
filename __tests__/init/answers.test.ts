import { expect, test } from 'vitest';
import { reachOf, readModel, readServedAt, withVersion } from '../../src/init/answers.ts';

test.each([
  ['http://127.0.0.1:8000/v1', 'machine'],
  ['http://localhost/v1', 'machine'],
  ['http://[::1]:8000/v1', 'machine'],
  ['http://0.0.0.0:8000/v1', 'machine'],
  ['http://10.1.2.3/v1', 'network'],
  ['http://192.168.0.7:8000/v1', 'network'],
  ['http://172.16.0.1/v1', 'network'],
  ['http://[fd00::1]:8000/v1', 'network'],
  ['http://gpu-box:8000/v1', 'network'],
  ['https://models.corp.internal/v1', 'network'],
  ['http://172.32.0.1/v1', 'everywhere'],
  ['http://11.1.2.3/v1', 'everywhere'],
  ['https://inference.example.com/v1', 'everywhere'],
  ['https://10.example.com/v1', 'everywhere'],
  ['', 'everywhere'],
])('%s can be reached from: %s', (url, reach) => {
  expect(reachOf(url)).toBe(reach);
});

test.each([
  ['acme/math-v1', 'v1', 'acme/math-{version}'],
  ['v1-math-v1', 'v1', 'v1-math-{version}'],
  ['qwen2.5:7b', '7b', 'qwen2.5:{version}'],
  ['a.b', '.', undefined],
  ['math-v10', 'v1', undefined],
  ['math', 'v1', undefined],
  ['math', undefined, undefined],
  ['math', '', undefined],
])('%s with the version %s: %s', (name, version, expected) => {
  expect(withVersion(name, version)).toBe(expected);
});

test("accepts the server's own name of the current version, and refuses a name without a version", () => {
  const at = { url: 'https://inference.example.com/v1' };
  expect(readModel('math-v1', at, 'v1')).toEqual({ value: 'math-{version}' });
  expect(readModel('math', at, 'v1')).toMatchObject({ fault: expect.stringContaining('{version}') });
  expect(readModel('math', { url: 'https://inference.example.com/{version}/v1' }, 'v1')).toEqual({
    value: 'math',
  });
});

test('asks again for an empty address instead of guessing one', () => {
  expect(readServedAt('')).toMatchObject({ fault: expect.stringContaining('does not guess') });
});
