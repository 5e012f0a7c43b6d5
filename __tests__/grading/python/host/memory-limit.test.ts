import { expect, test } from 'vitest';
import { withMemoryLimit } from '../../../../src/grading/python/host/memory-limit.ts';

/** A module with one memory of at least 2 pages, exported as `memory`. */
const moduleOf = (limits: readonly number[]): Uint8Array =>
  new Uint8Array([
    0,
    97,
    115,
    109,
    1,
    0,
    0,
    0,
    5,
    limits.length + 1,
    1,
    ...limits,
    7,
    10,
    1,
    6,
    109,
    101,
    109,
    111,
    114,
    121,
    2,
    0,
  ]);

function memoryOf(module: Uint8Array): WebAssembly.Memory {
  const { memory } = new WebAssembly.Instance(new WebAssembly.Module(module), {}).exports;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the module exports
  return memory as WebAssembly.Memory;
}

test('the memory grows to the limit and no further', () => {
  const memory = memoryOf(withMemoryLimit(moduleOf([1, 2, 128, 128, 4]), 300));
  expect(memory.grow(298)).toBe(2);
  expect(() => memory.grow(1)).toThrow(RangeError);
});

test('a limit below the initial size becomes the initial size', () => {
  expect(() => memoryOf(withMemoryLimit(moduleOf([1, 2, 9]), 1)).grow(1)).toThrow(RangeError);
});

test('rejects a module with no declared maximum or no memory', () => {
  expect(() => withMemoryLimit(moduleOf([0, 2]), 4)).toThrow('no memory that can be limited');
  expect(() => withMemoryLimit(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]), 4)).toThrow('no memory');
});
