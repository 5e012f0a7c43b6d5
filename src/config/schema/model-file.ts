import { z } from 'zod';
import { expectations } from '../../files/expectation.ts';
import { isJsonPointer } from '../../files/json-pointer.ts';
import { VERSION_FIX, versionFault, versionPatternFault } from '../values/version-name.ts';

/** The location of the model version in the repository. */
export interface ModelFileConfig {
  /** Path of a YAML, JSON or TOML file, relative to the configuration's folder. */
  readonly file: string;
  /** A JSON pointer to the version in the file. */
  readonly pointer: string;
}

/**
 * The keys under `checkpoints` that locate the version. On a pull request, they are read before anything else is
 * checked.
 */
export const modelFileKeys = {
  file: z
    .string()
    .regex(/^(?![/\\]|[A-Za-z]:).*[^/\\]\.(?:ya?ml|json|toml)$/u)
    .register(expectations, {
      expected:
        "the path of a file that ends in .yaml, .yml, .json or .toml, relative to the configuration's folder",
      example: 'model.yaml',
    })
    .optional()
    .describe(
      "YAML, JSON or TOML file that contains the model version, relative to the configuration's folder. Pull requests that change the version are checked",
    ),
  version: z
    .string()
    .refine(isJsonPointer)
    .register(expectations, {
      expected: 'a JSON pointer to the version: / before each key, ~1 for a / in a key, ~0 for a ~',
      example: '/serving/revision',
    })
    .optional()
    .describe('JSON pointer (RFC 6901) that locates the version in `checkpoints.file`'),
  baseline: z
    .string()
    .min(1)
    .register(expectations, { expected: 'a version', example: 'v2' })
    .optional()
    .describe('Version that scheduled runs use as the baseline'),
  'version-pattern': z
    .string()
    .min(1)
    .superRefine((pattern, context) => {
      const fault = versionPatternFault(pattern);
      if (fault === undefined) return;
      const fix = 'Write it in RE2 syntax, for example v[0-9]+ or runs/[0-9]+.';
      context.addIssue({ code: 'custom', message: fault, params: { fix } });
    })
    .register(expectations, { expected: 'a regular expression (RE2)', example: 'runs/[0-9]+/step-[0-9]+' })
    .optional()
    .describe(
      'Regular expression (RE2) that the whole version must match. Versions may contain letters, digits, `.`, `_` and `-`, but not `..`. With a pattern, versions may also contain `/`',
    ),
};

/** The parsed keys. */
export interface VersionKeys {
  /** The location of the version; absent if versions are always passed on the command line. */
  readonly modelFile?: ModelFileConfig;
  /** An RE2 pattern that must match the whole version. */
  readonly versionPattern?: string;
  /** The version that a scheduled run compares against. */
  readonly baseline?: string;
}

interface RawKeys {
  readonly file?: string | undefined;
  readonly version?: string | undefined;
  readonly baseline?: string | undefined;
  readonly 'version-pattern'?: string | undefined;
}

/** Converts the keys. Reports an issue if the baseline is not a valid version. */
export const versionKeysOf = (raw: RawKeys, context: z.core.$RefinementCtx): VersionKeys => {
  const { baseline, 'version-pattern': versionPattern } = raw;
  const modelFile = modelFileOf(raw, context);
  const fault = baseline === undefined ? undefined : versionFault(baseline, versionPattern);
  if (fault !== undefined) {
    context.addIssue({
      code: 'custom',
      path: ['baseline'],
      message: fault,
      params: { fix: VERSION_FIX },
    });
  }
  return {
    ...(modelFile === undefined ? {} : { modelFile }),
    ...(versionPattern === undefined ? {} : { versionPattern }),
    ...(baseline === undefined ? {} : { baseline }),
  };
};

/** Combines the file and the pointer, which must be set together. */
const modelFileOf = (
  { file, version: pointer }: RawKeys,
  context: z.core.$RefinementCtx,
): ModelFileConfig | undefined => {
  if (file !== undefined && pointer !== undefined) return { file, pointer };
  if (file !== undefined) {
    const fix =
      'Add version with the JSON pointer to the version in that file, for example version: /serving/revision';
    context.addIssue({
      code: 'custom',
      path: ['version'],
      message: 'missing, but file is set',
      params: { fix },
    });
  }
  if (pointer !== undefined) {
    const fix = 'Set file to the path of the file that contains the version, for example file: model.yaml';
    context.addIssue({
      code: 'custom',
      path: ['file'],
      message: 'missing, but version is set',
      params: { fix },
    });
  }
  return undefined;
};
