import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import { expectationOf, schemaAt, shapeOf } from './expectation.ts';
import { found } from './found.ts';

/** One way in which a value differs from its schema. */
export interface Mistake {
  readonly path: readonly PropertyKey[];
  /** Whether the key itself is wrong (unknown), or the value that stands at the path. */
  readonly at: 'key' | 'value';
  readonly what: string;
  readonly mend: string;
}

/** A path as people write it: `suites[0].items`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};

/** What an issue says was expected, where the schema has no words of its own. */
const expectedByIssue = (issue: z.core.$ZodIssue): string | undefined => {
  if (issue.code === 'invalid_type') return typeNames[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return issue.values.map((value) => String(value)).join(' or ');
  if (issue.code === 'too_small') {
    if (issue.origin === 'string' || issue.origin === 'array')
      return `a ${issue.origin === 'string' ? 'text' : 'list'} that is not empty`;
    return `${issue.inclusive === true ? 'at least' : 'more than'} ${issue.minimum}`;
  }
  if (issue.code === 'too_big')
    return `${issue.inclusive === true ? 'at most' : 'less than'} ${issue.maximum}`;
  return undefined;
};

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (current, key) =>
      typeof current === 'object' && current !== null ? (Reflect.get(current, key) as unknown) : undefined,
    value,
  );

const comparable = (key: string): string => key.toLowerCase().replaceAll(/[_\s]/g, '-');

const nearest = (key: string, known: readonly string[]): string | undefined => {
  if (known.length === 0) return undefined;
  const candidate = closest(comparable(key), [...known]);
  return distance(comparable(key), candidate) <= Math.max(1, Math.floor(candidate.length / 3))
    ? candidate
    : undefined;
};

/** Where in the whole schema a key of this name lives; lists are left out, since an index would have to be guessed. */
const homeOf = (schema: z.core.$ZodType, key: string): string | undefined => {
  for (const [name, inner] of Object.entries(shapeOf(schema))) {
    if (Object.hasOwn(shapeOf(inner), key)) return name;
  }
  return undefined;
};

const unknownKey = (schema: z.core.$ZodType, parent: readonly PropertyKey[], key: string): Mistake => {
  const parentSchema = schemaAt(schema, parent);
  const known = parentSchema === undefined ? [] : Object.keys(shapeOf(parentSchema));
  const meant = nearest(key, known);
  const home = homeOf(schema, key);
  const choices = known.length === 0 ? '' : ` The keys here are ${known.join(', ')}.`;
  let mend = `Remove it.${choices}`;
  if (meant !== undefined) mend = `Did you mean ${meant}?`;
  else if (home !== undefined) mend = `Move it under ${home}.`;
  return { path: [...parent, key], at: 'key', what: `${pathText([...parent, key])}: unknown key`, mend };
};

const wrongValue = (
  schema: z.core.$ZodType,
  path: readonly PropertyKey[],
  issue: z.core.$ZodIssue,
  root: unknown,
): Mistake => {
  const value = valueAt(root, path);
  const inner = schemaAt(schema, path);
  const expectation = inner === undefined ? undefined : expectationOf(inner);
  const expected = expectation?.expected ?? expectedByIssue(issue) ?? issue.message;
  const name = path.at(-1);
  const label = pathText(path);
  const prefix = label === '' ? '' : `${label}: `;
  const key = typeof name === 'string' ? `${name}: ` : '';
  const example = expectation?.example;
  if (value === undefined) {
    const addition = example === undefined ? label : `${key}${example}`;
    return { path, at: 'value', what: `${prefix}missing, expected ${expected}`, mend: `Add ${addition}` };
  }
  return {
    path,
    at: 'value',
    what: `${prefix}${expectation?.secret === true ? '' : `found ${found(value)}, `}expected ${expected}`,
    mend: example === undefined ? `Write ${expected}.` : `Write for instance ${key}${example}`,
  };
};

/** The member of a union that a mapping was meant to be: the one whose issues lie inside it. */
const meantMember = (issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] | undefined => {
  if (issue.code !== 'invalid_union') return undefined;
  return issue.errors.find((issues) =>
    issues.every(({ code, path }) => path.length > 0 || code === 'unrecognized_keys'),
  );
};

const fromIssue = (
  schema: z.core.$ZodType,
  parent: readonly PropertyKey[],
  issue: z.core.$ZodIssue,
  root: unknown,
): Mistake[] => {
  const path = [...parent, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(schema, path, key));
  const inside = meantMember(issue);
  if (inside !== undefined) return inside.flatMap((inner) => fromIssue(schema, path, inner, root));
  if (issue.code === 'custom' && issue.params !== undefined && typeof issue.params['mend'] === 'string') {
    return [{ path, at: 'value', what: `${pathText(path)}: ${issue.message}`, mend: issue.params['mend'] }];
  }
  return [wrongValue(schema, path, issue, root)];
};

/**
 * Every way in which `value` differs from `schema`, in words: where, what was found, what is expected, how to mend it. An
 * unknown key names the nearest known one. A refinement says its own words through `message` and `params.mend`.
 */
export const mistakes = (schema: z.core.$ZodType, error: z.core.$ZodError, value: unknown): Mistake[] =>
  error.issues.flatMap((issue) => fromIssue(schema, [], issue, value));
