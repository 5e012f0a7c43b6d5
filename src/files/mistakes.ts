import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import { expectationOf, schemaAt, shapeOf } from './expectation.ts';
import { found, printable } from './printable.ts';

/** One way in which a value differs from its schema. */
export interface Mistake {
  readonly path: readonly PropertyKey[];
  /** Whether the key itself is wrong (because it is unknown) or the value at the path. */
  readonly at: 'key' | 'value';
  readonly what: string;
  readonly fix: string;
}

/** Formats a path as people write it, such as `suites[0].items`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');

/** zod's message for a refinement that has no message of its own. */
const DEFAULT_MESSAGE = 'Invalid input';

const typeNames: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};

/** The text after "expected" for a zod issue whose schema has no registered expectation. */
const expectedByIssue = (issue: z.core.$ZodIssue): string | undefined => {
  if (issue.code === 'invalid_type') return typeNames[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small') {
    if (issue.origin === 'string' || issue.origin === 'array')
      return `a non-empty ${issue.origin === 'string' ? 'string' : 'list'}`;
    return `a number ${issue.inclusive === true ? 'of at least' : 'above'} ${issue.minimum}`;
  }
  if (issue.code === 'too_big')
    return `a number ${issue.inclusive === true ? 'of at most' : 'below'} ${issue.maximum}`;
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
  return distance(comparable(key), candidate) <= Math.min(3, Math.floor(candidate.length * 0.4))
    ? candidate
    : undefined;
};

/** The path at which the schema has a key with this name. Lists are skipped, because the index would be a guess. */
const homeOf = (schema: z.core.$ZodType, key: string): string | undefined => {
  for (const [name, inner] of Object.entries(shapeOf(schema))) {
    if (Object.hasOwn(shapeOf(inner), key)) return name;
  }
  return undefined;
};

interface Subject {
  readonly schema: z.core.$ZodType;
  readonly root: unknown;
  readonly notation: Notation;
}

/** The syntax for a member: `key: value` in YAML, `"key": value` in JSON. */
export type Notation = 'yaml' | 'json';

const member = (notation: Notation, key: PropertyKey | undefined, value: string): string => {
  if (typeof key !== 'string') return value;
  return notation === 'json' ? `"${key}": ${value}` : `${key}: ${value}`;
};

const unknownKey = ({ schema, root }: Subject, parent: readonly PropertyKey[], key: string): Mistake => {
  const parentSchema = schemaAt(schema, parent);
  const known = parentSchema === undefined ? [] : Object.keys(shapeOf(parentSchema, valueAt(root, parent)));
  const meant = nearest(key, known);
  const home = homeOf(schema, key);
  let fix = known.length === 0 ? 'Remove it.' : `Remove it. The known keys here are ${known.join(', ')}.`;
  if (meant !== undefined) fix = `Did you mean ${meant}?`;
  else if (home !== undefined) fix = `Move it under ${home}.`;
  return {
    path: [...parent, key],
    at: 'key',
    what: `${printable(pathText([...parent, key]))}: unknown key`,
    fix,
  };
};

const labelled = (path: readonly PropertyKey[], what: string): string =>
  path.length === 0 ? what : `${printable(pathText(path))}: ${what}`;

const wrongValue = (
  { schema, root, notation }: Subject,
  path: readonly PropertyKey[],
  issue: z.core.$ZodIssue,
): Mistake => {
  const value = valueAt(root, path);
  const inner = schemaAt(schema, path);
  const expectation = inner === undefined ? undefined : expectationOf(inner);
  const expected = expectation?.expected ?? expectedByIssue(issue) ?? issue.message.replace(/^Expected /, '');
  const example = expectation?.example;
  const key = path.at(-1);
  if (value === undefined) {
    const addition = member(notation, key, example ?? '…');
    return {
      path,
      at: 'value',
      what: labelled(path, `missing, expected ${expected}`),
      fix: `Add ${addition}`,
    };
  }
  const names = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const meant = typeof value === 'string' ? nearest(value, names) : undefined;
  let fix = example === undefined ? `Write ${expected}.` : `For example: ${member(notation, key, example)}`;
  if (meant !== undefined) fix = `Did you mean ${meant}?`;
  const was = expectation?.secret === true ? '' : `found ${found(value)}, `;
  return { path, at: 'value', what: labelled(path, `${was}expected ${expected}`), fix };
};

/** A refinement's own message and fix: `message` and `params.fix`, or one message with both, separated by a colon. */
const refinement = (path: readonly PropertyKey[], issue: z.core.$ZodIssueCustom): Mistake => {
  const fix: unknown = issue.params?.['fix'];
  if (typeof fix === 'string') return { path, at: 'value', what: labelled(path, issue.message), fix };
  const [what = '', ...rest] = issue.message.split(': ');
  const remedy = rest.length === 0 ? 'Correct the value.' : rest.join(': ');
  return {
    path,
    at: 'value',
    what: labelled(path, `${what.charAt(0).toLowerCase()}${what.slice(1)}`),
    fix: `${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}`,
  };
};

/** The issues from the union member that the mapping was meant to match: the issues located inside the mapping. */
const meantMember = (issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] | undefined => {
  if (issue.code !== 'invalid_union') return undefined;
  return issue.errors.find((issues) =>
    issues.every(({ code, path }) => path.length > 0 || code === 'unrecognized_keys'),
  );
};

const fromIssue = (subject: Subject, parent: readonly PropertyKey[], issue: z.core.$ZodIssue): Mistake[] => {
  const path = [...parent, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(subject, path, key));
  const inside = meantMember(issue);
  if (inside !== undefined) return inside.flatMap((inner) => fromIssue(subject, path, inner));
  const ownWords = issue.code === 'custom' && issue.message !== DEFAULT_MESSAGE;
  return [ownWords ? refinement(path, issue) : wrongValue(subject, path, issue)];
};

/**
 * Describes every difference between `value` and `schema`: where it is, what was found, what is expected, and how to
 * fix it. For an unknown key, the nearest known key is suggested. A refinement uses its own `message` and `params.fix`;
 * without a message, it uses its schema's expectation.
 */
export const mistakes = (options: {
  readonly schema: z.core.$ZodType;
  readonly error: z.core.$ZodError;
  readonly value: unknown;
  readonly notation: Notation;
}): Mistake[] => {
  const { schema, error, value: root, notation } = options;
  return error.issues.flatMap((issue) => fromIssue({ schema, root, notation }, [], issue));
};
