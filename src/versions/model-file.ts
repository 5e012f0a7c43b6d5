import { TomlError, parse as parseToml } from 'smol-toml';
import { ConfigError } from '../errors.ts';
import { found, printable } from '../files/printable.ts';
import { type Pointed, escapedStep, followPointer } from '../files/json-pointer.ts';
import { mergeConflict } from '../files/merge-conflict.ts';
import { type Problem, configError } from '../files/problem.ts';
import { VERSION_FIX, versionFault } from '../config/values/version-name.ts';
import { parseYaml } from '../files/yaml-document.ts';
import { type ObjectId, shortId } from './git-objects.ts';

const MOST_KEYS = 10;

const NO_VERSION_FIX =
  'Write the version as a string, in quotes if it looks like a number, or correct the pointer in checkpoints.version.';

/**
 * A model file's data, with access to each value's original spelling, which may differ (`1.10` is parsed as 1.1, and
 * `007` as 7).
 */
interface ModelFile {
  readonly data: unknown;
  readonly written: (path: readonly PropertyKey[]) => string | undefined;
}

type Parsed = ModelFile | { readonly problems: readonly Problem[] };

/** Parses JSON as YAML, which detects duplicate keys and keeps the spelling of numbers. JSON is also valid YAML. */
const parseJson = (text: string): Parsed => {
  try {
    JSON.parse(text);
  } catch {
    return { problems: [{ what: 'this file is not valid JSON', fix: 'Correct the syntax of the file.' }] };
  }
  return parseYamlFile(text);
};

const parseYamlFile = (text: string): Parsed => {
  const document = parseYaml(text);
  return document.problems === undefined ? document : { problems: document.problems };
};

/** Parses whole numbers as bigints, to distinguish 3 from 3.0. */
const parseTomlFile = (text: string): Parsed => {
  try {
    return { data: parseToml(text, { integersAsBigInt: true, maxDepth: 100 }), written: () => undefined };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [, reason = ''] = /^Invalid TOML document: (.*)/u.exec(error.message) ?? [];
    const what = `this is not TOML: ${printable(reason)}`;
    return {
      problems: [{ line: error.line, column: error.column, what, fix: 'Correct the syntax of the file.' }],
    };
  }
};

const parse = (text: string, path: string): Parsed => {
  const conflict = mergeConflict(text);
  if (conflict !== undefined) return { problems: [conflict] };
  if (path.endsWith('.json')) return parseJson(text);
  return path.endsWith('.toml') ? parseTomlFile(text) : parseYamlFile(text);
};

/** Interprets the value at a pointer as a version, or describes what is wrong with it. */
const asVersion = (value: unknown, written: string | undefined): { version: string } | { fault: string } => {
  if (typeof value === 'string') return { version: value };
  if (typeof value === 'bigint') return { version: String(value) };
  if (typeof value !== 'number') return { fault: `found ${found(value)}, expected a version` };
  const spelling = written ?? String(value);
  const isPlain = spelling === String(value);
  if (Number.isSafeInteger(value) && isPlain) return { version: spelling };
  const readAs = isPlain ? '' : `, which programs read as ${value}`;
  return { fault: `found the number ${spelling}${readAs}, expected a string` };
};

/** A version or, if there is no value at the pointer, a description of what the file contains instead. */
export type VersionInFile = { readonly version: string } | { readonly missing: string };

const whatIsThere = ({ missing, reached, in: parent }: Exclude<Pointed, { value: unknown }>): string => {
  const place = reached.length === 0 ? 'the file' : `/${reached.map(escapedStep).join('/')}`;
  if (typeof parent !== 'object' || parent === null) return `${place} contains ${found(parent)}`;
  const keys = Object.keys(parent);
  const known = keys.length > MOST_KEYS ? [...keys.slice(0, MOST_KEYS), '…'] : keys;
  const has = Array.isArray(parent)
    ? `it is a list with ${parent.length} ${parent.length === 1 ? 'element' : 'elements'}`
    : `it has ${known.map(printable).join(', ') || 'no keys'}`;
  return `${place} has no ${printable(missing)}; ${has}`;
};

/**
 * Returns the version in a model file. A whole number is read as the text of its digits. Any other number (such as
 * `1.10`, which is parsed as 1.1) is rejected, because the intended version is ambiguous.
 *
 * @throws {ConfigError} with the file, the pointer, the commit and what was found, if the file cannot be read, the
 * value is not a version, or it does not match the pattern
 */
export const versionIn = (options: {
  readonly text: string;
  /** The path of the file, whose extension determines the format: YAML, JSON or TOML. */
  readonly path: string;
  readonly pointer: string;
  readonly pattern?: string | undefined;
  readonly commit: ObjectId;
}): VersionInFile => {
  const { text, path, pointer, pattern, commit } = options;
  const file = parse(text.replace(/^\uFEFF/, ''), path);
  const at = `commit ${shortId(commit)}`;
  if ('problems' in file) {
    throw configError(
      path,
      file.problems.map((problem) => ({ ...problem, what: `in ${at}: ${problem.what}` })),
    );
  }
  const pointed = followPointer(file.data, pointer);
  if ('missing' in pointed) return { missing: whatIsThere(pointed) };
  const where = `${path}, ${pointer === '' ? 'the whole file' : pointer}, in ${at}`;
  const read = asVersion(pointed.value, file.written(pointed.path));
  if ('fault' in read) throw new ConfigError({ what: read.fault, where, fix: NO_VERSION_FIX });
  const fault = versionFault(read.version, pattern);
  if (fault === undefined) return read;
  throw new ConfigError({ what: fault, where, fix: VERSION_FIX });
};

/** One value in a model file as text, and the pointer to it. */
export interface PlacedText {
  readonly pointer: string;
  readonly text: string;
}

/**
 * Finds the paths of all values that are not mappings. Lists are not searched, because a list of versions is a history,
 * not the served model.
 */
const leaves = (value: unknown, path: readonly string[]): (readonly string[])[] =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? [path]
    : Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));

/**
 * Returns every string and whole number in a model file that is not in a list, in file order: all the places where a
 * version could be. Empty if the file cannot be read.
 */
export const textsIn = (options: {
  readonly text: string;
  /** The path of the file, whose extension determines the format: YAML, JSON or TOML. */
  readonly path: string;
}): readonly PlacedText[] => {
  const file = parse(options.text.replace(/^\uFEFF/, ''), options.path);
  if ('problems' in file) return [];
  return leaves(file.data, []).flatMap((path) => {
    const pointer = path.map((key) => `/${escapedStep(key)}`).join('');
    const pointed = followPointer(file.data, pointer);
    if ('missing' in pointed) return [];
    const read = asVersion(pointed.value, file.written(pointed.path));
    return 'fault' in read ? [] : [{ pointer, text: read.version }];
  });
};
