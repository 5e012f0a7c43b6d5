/**
 * Matches a JSON pointer (RFC 6901): empty for the whole document, otherwise with `/` before every step. In a step,
 * `~1` means `/` and `~0` means `~`.
 */
const POINTER = /^(?:\/(?:[^~/]|~[01])*)*$/u;

const INDEX = /^(?:0|[1-9]\d*)$/;

/** The value that a pointer refers to. */
export type Pointed =
  | { readonly value: unknown; readonly path: readonly (string | number)[] }
  /** There is no value. Describes how many steps could be followed, and the value at which the next step failed. */
  | {
      readonly missing: string;
      readonly reached: readonly (string | number)[];
      readonly in: unknown;
    };

/** Whether the text is a JSON pointer. */
export const isJsonPointer = (text: string): boolean => POINTER.test(text);

/** Escapes a key for use in a pointer. */
export const escapedStep = (key: string | number): string =>
  String(key).replaceAll('~', '~0').replaceAll('/', '~1');

/** Returns a JSON pointer's unescaped steps. `pointer` must be valid. */
const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

const indexOf = (step: string): number | undefined => (INDEX.test(step) ? Number(step) : undefined);

/**
 * Follows a JSON pointer into data, ignoring inherited members. In a list, a step is an index without leading zeros.
 */
export const followPointer = (data: unknown, pointer: string): Pointed => {
  let value: unknown = data;
  const path: (string | number)[] = [];
  for (const step of stepsOf(pointer)) {
    const key = Array.isArray(value) ? indexOf(step) : step;
    if (key === undefined || typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
      return { missing: step, reached: path, in: value };
    value = Reflect.get(value, key);
    path.push(key);
  }
  return { value, path };
};
