import { z } from 'zod';
import { ConfigError } from '../errors.ts';
import { inKeyOrder } from './key-order.ts';
import { jsonForLogs } from './text/log-commands.ts';
import { SENTENCE_LIMIT, terminalText } from './text/neutralise.ts';
import { resultSchema, type Result } from './result.ts';
import { resultSchema1 } from './schema-1/result-1.ts';
import { upgradeResult } from './schema-1/upgrade.ts';

/** Maximum nesting depth of a result: its own structure needs six levels, and free-form settings a few more. */
const DEPTH_LIMIT = 32;

const ISSUES_SHOWN = 5;

/**
 * Serializes a result as JSON: two spaces of indentation, keys in the schema's order, keys of free-form records in code
 * unit order, and a final newline. Equal results give equal bytes, regardless of the order in which their objects were
 * built.
 *
 * @throws {ZodError} if JSON or the schema cannot represent a value, such as NaN; {Error} if a field is not in the
 * schema. Both indicate bugs, not user mistakes.
 */
export const serialiseResult = (result: Result): string => {
  z.json().parse(result.provenance.sampling);
  const written = resultSchema.parse(inKeyOrder(result));
  const unknown = fieldNotIn(written, result);
  if (unknown !== undefined) throw new Error(`result.json has no field ${unknown.join('.')}`);
  return `${jsonForLogs(written, 2)}\n`;
};

/** The path of the first field in `value` that is missing from `kept`; undefined if there is none. */
function fieldNotIn(kept: unknown, value: unknown): readonly string[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const others = new Map(typeof kept === 'object' && kept !== null ? Object.entries(kept) : []);
  for (const [key, entry] of Object.entries(value)) {
    if (entry === undefined) continue;
    const deeper = others.has(key) ? fieldNotIn(others.get(key), entry) : [];
    if (deeper !== undefined) return [key, ...deeper];
  }
  return undefined;
}

const nestsDeeperThan = (value: unknown, limit: number): boolean => {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((entry) =>
      typeof entry === 'object' && entry !== null ? Object.values(entry) : [],
    );
  }
  return false;
};

const schemaOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;

const parseJson = (text: string, where: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (cause) {
    throw new ConfigError({
      what: 'is not valid JSON, expected a result.json',
      where,
      fix: 'Use the result.json that a run wrote to its --out folder.',
      cause,
    });
  }
};

/**
 * Reads a stored schema 1 or schema 2 result; a schema 1 result is converted. Fields that are not in schema 2 are
 * dropped, because a later version may have written them. The text is untrusted. `where` is the file name to use in
 * errors. Numbers that are valid in JSON but not in a result (1e400) are rejected.
 *
 * @throws {ConfigError} if the text does not match the schema, listing the mismatches
 */
export const parseResult = (text: string, where = 'result.json'): Result => {
  const value = parseJson(text, where);
  const version = schemaOf(value);
  if (typeof version === 'number' && version !== 1 && version !== 2) {
    throw new ConfigError({
      what: `uses result schema ${version}, but this version of reversal-check reads only schemas 1 and 2`,
      where,
      fix: 'Use the version of reversal-check that wrote it (provenance.engine), or a later one.',
    });
  }
  if (nestsDeeperThan(value, DEPTH_LIMIT)) {
    throw new ConfigError({
      what: `is nested more than ${DEPTH_LIMIT} levels deep, but results never are`,
      where,
      fix: 'Use the original result.json of a run, without changes.',
    });
  }
  const parsed = version === 1 ? resultSchema1.safeParse(value) : resultSchema.safeParse(value);
  if (parsed.success) return parsed.data.schema === 1 ? upgradeResult(parsed.data) : parsed.data;
  const { issues } = parsed.error;
  const found = issues
    .slice(0, ISSUES_SHOWN)
    .map(({ path, message }) => `${path.length === 0 ? 'the whole file' : path.join('.')}: ${message}`);
  const left = issues.length - found.length;
  throw new ConfigError({
    what: terminalText(
      `is not a valid result: ${found.join('; ')}${left > 0 ? `; and ${left} more` : ''}`,
      SENTENCE_LIMIT,
    ),
    where,
    fix: 'Use the original result.json of a run, without changes, or run the check again.',
    cause: parsed.error,
  });
};
