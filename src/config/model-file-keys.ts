import { z } from 'zod';
import { expectations } from '../files/expectation.ts';
import { mergeConflict } from '../files/merge-conflict.ts';
import { mistakes } from '../files/mistakes.ts';
import { configError } from '../files/problem.ts';
import { parseYaml } from '../files/yaml-document.ts';
import { modelFileKeys, type VersionKeys, versionKeysOf } from './schema/model-file.ts';

const schema = z
  .looseObject({
    checkpoints: z
      .looseObject(modelFileKeys)
      .transform(versionKeysOf)
      .register(expectations, { expected: 'a mapping', example: '{ file: model.yaml, version: /revision }' })
      .prefault({}),
  })
  .register(expectations, { expected: 'a mapping', example: 'checkpoints: { file: model.yaml, … }' });

/**
 * Reads only the keys that locate the version, because mistakes elsewhere in the configuration do not matter if a pull
 * request does not change the version.
 *
 * @throws {ConfigError} if the text is not YAML, or if these keys are invalid
 */
export const readVersionKeys = (text: string, path: string): VersionKeys => {
  const conflict = mergeConflict(text);
  if (conflict !== undefined) throw configError(path, [conflict]);
  const document = parseYaml(text.replace(/^\uFEFF/, ''));
  if (document.problems !== undefined) throw configError(path, document.problems);
  const value = document.data ?? {};
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data.checkpoints;
  throw configError(
    path,
    mistakes({ schema, error: parsed.error, value, notation: 'yaml' }).map(
      ({ path: key, at, what, fix }) => ({ ...document.locate(key, at), what, fix }),
    ),
  );
};
