import { z } from 'zod';
import { expectations } from '../files/expectation.ts';
import { mergeConflict } from '../files/merge-conflict.ts';
import { mistakes } from '../files/mistakes.ts';
import { configError } from '../files/problem.ts';
import { parseYaml } from '../files/yaml-document.ts';
import { modelFileKeys, type VersionKeys, versionKeysOf } from './model-file-schema.ts';

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
 * Reads from a configuration where the version stands, and nothing else: whatever is wrong elsewhere in it does not
 * matter to a pull request that does not move the version.
 *
 * @throws ConfigError where the text is no YAML, or these keys are not what they should be.
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
      ({ path: key, at, what, mend }) => ({ ...document.locate(key, at), what, mend }),
    ),
  );
};
