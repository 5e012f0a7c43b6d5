import { contentHash } from '../files/canonical-json.ts';
import { type Mistake, mistakes } from '../files/mistakes.ts';
import { type Problem, configError } from '../files/problem.ts';
import { unreadableFile } from '../files/unreadable-file.ts';
import { parseYaml } from '../files/yaml-document.ts';
import { yamlText } from '../files/yaml-text.ts';
import { crossChecks, missingItems } from './cross-checks.ts';
import { type Config, configSchema } from './schema/config.ts';

/** Reads a whole file, like `readRegularFile`. */
export type ReadFile = (path: string, mostBytes?: number) => Promise<Uint8Array>;

export interface ReadConfig {
  readonly config: Config;
  /** SHA-256 of the file's content, as `sha256:…`. Comments, formatting and the order of keys do not affect it. */
  readonly hash: string;
  readonly path: string;
}

/** What the configuration will be used for. */
interface ReadOptions {
  /** The source of the suites' items: files, which every suite must then specify (default), or logs. */
  readonly items?: 'in files' | 'logged';
}

const EMPTY: Problem = {
  line: 1,
  column: 1,
  what: 'the file is empty, expected a configuration',
  fix: 'Define at least one suite under suites. docs/configuration.md has a complete example.',
};

/**
 * Parses a configuration. All mistakes are reported in one error.
 *
 * @throws {ConfigError} with the file, line, column and key path of each mistake, what was found, what was expected,
 * and how to fix it
 */
export const parseConfig = (
  text: string,
  path: string,
  { items = 'in files' }: ReadOptions = {},
): ReadConfig => {
  const document = parseYaml(text);
  if (document.problems !== undefined) throw configError(path, document.problems);
  const { data, locate } = document;
  if (data === null || data === undefined) throw configError(path, [EMPTY]);
  const refuse = (found: readonly Mistake[]): never => {
    throw configError(
      path,
      found.map(({ path: key, at, what, fix }) => ({ ...locate(key, at), what, fix })),
    );
  };
  const parsed = configSchema.safeParse(data);
  if (!parsed.success)
    return refuse(mistakes({ schema: configSchema, error: parsed.error, value: data, notation: 'yaml' }));
  const crossed = [...(items === 'in files' ? missingItems(parsed.data) : []), ...crossChecks(parsed.data)];
  if (crossed.length > 0) return refuse(crossed);
  return { config: parsed.data, hash: contentHash(data), path };
};

/**
 * Reads and checks `reversal.yml`.
 *
 * @throws {ConfigError} if the file cannot be read, and in the same cases as `parseConfig`
 */
export const readConfig = async (
  options: { readonly path: string; readonly readFile: ReadFile } & ReadOptions,
): Promise<ReadConfig> => {
  const { path, readFile, items = 'in files' } = options;
  const bytes = await readFile(path).catch((error: unknown) => {
    throw unreadableFile(
      path,
      error,
      'Create it with reversal-check init, or pass the path of another file with --config.',
    );
  });
  return parseConfig(yamlText(bytes, path), path, { items });
};
