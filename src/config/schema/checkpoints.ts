import { z } from 'zod';
import { expectations } from '../../files/expectation.ts';
import { modelFileKeys, type VersionKeys, versionKeysOf } from './model-file.ts';
import { type ServeConfig, serveSchema } from './serve.ts';
import {
  baseUrl,
  environmentVariable,
  limitKeys,
  type LimitsPerMinute,
  limitsIn,
  modelName,
} from './server.ts';

/** Request members that are set by other configuration keys. */
const RESERVED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    model: 'checkpoints.model',
    messages: 'the suite',
    prompt: 'the suite',
    n: 'sampling.n',
    temperature: 'sampling.temperature',
    top_p: 'sampling.top-p',
    max_tokens: 'sampling.max-tokens',
    max_completion_tokens: 'sampling.max-completion-tokens',
    stop: 'sampling.stop',
    seed: 'sampling.seed',
    stream: 'reversal-check itself, which reads complete responses',
  }),
);

const reservedFix = (key: string, value: unknown, owner: string): string => {
  const isOptional = key === 'temperature' || key === 'top_p';
  if (isOptional && value === null) return `To leave it out of requests, set ${owner}: default.`;
  return owner.startsWith('sampling.') ? `Set ${owner} instead.` : 'Remove it.';
};

const isJson = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isJson);
  return value === null || typeof value === 'string' || typeof value === 'boolean';
};

const extraBody = z
  .record(z.string(), z.unknown())
  .superRefine((body, context) => {
    for (const [key, value] of Object.entries(body)) {
      const owner = RESERVED.get(key);
      if (owner !== undefined) {
        const fix = reservedFix(key, body[key], owner);
        context.addIssue({
          code: 'custom',
          path: [key],
          message: `this is set by ${owner}`,
          params: { fix },
        });
      } else if (!isJson(value)) {
        const fix = 'Use strings, finite numbers, true, false, null, and lists and mappings of these.';
        context.addIssue({
          code: 'custom',
          path: [key],
          message: 'found a value that JSON cannot represent',
          params: { fix },
        });
      }
    }
  })
  .register(expectations, {
    expected: 'a mapping of additional members for the request body',
    example: '{ top_k: 20 }',
  });

/** Rejects a checkpoint with both a command that starts its server and the address of a running server. */
const refuseServedElsewhere = (
  raw: {
    readonly serve?: ServeConfig | undefined;
    readonly 'base-url'?: string | undefined;
    readonly 'base-url-env'?: string | undefined;
  },
  context: z.core.$RefinementCtx,
): void => {
  const other = (['base-url', 'base-url-env'] as const).find((key) => raw[key] !== undefined);
  if (raw.serve === undefined || other === undefined) return;
  context.addIssue({
    code: 'custom',
    path: ['serve'],
    message: `found together with ${other}, expected only one of the two`,
    params: { fix: `Keep ${other} if the server is already running, or serve if the check should start it.` },
  });
};

const side = (which: 'old' | 'new') =>
  z
    .strictObject({
      'base-url': baseUrl
        .optional()
        .describe(`Base URL for ${which}, if it differs from \`checkpoints.base-url\``),
      'api-key-env': environmentVariable('OLD_API_KEY')
        .optional()
        .describe(`Name of the environment variable that contains the API key for ${which}`),
      model: modelName('acme/math-7b-{version}')
        .optional()
        .describe(`Model name for ${which}, if it differs from \`checkpoints.model\``),
      digest: z
        .string()
        .min(1)
        .register(expectations, {
          expected: 'a string that changes when the weights change',
          example: 'sha256:4f2a…',
        })
        .optional()
        .describe(
          `Identifies the weights and the serving stack of ${which}. Completions stored under a different digest are not reused`,
        ),
      serve: serveSchema
        .optional()
        .describe(`Command that serves ${which} on this machine during sampling, instead of a \`base-url\``),
      ...limitKeys,
    })
    .superRefine(refuseServedElsewhere)
    .register(expectations, { expected: 'a mapping', example: '{ base-url: https://old.example.com/v1 }' })
    .transform((raw): SideOverrides => ({
      ...(raw['base-url'] === undefined ? {} : { baseUrl: raw['base-url'] }),
      ...(raw['api-key-env'] === undefined ? {} : { apiKeyEnv: raw['api-key-env'] }),
      ...(raw.model === undefined ? {} : { model: raw.model }),
      ...(raw.digest === undefined ? {} : { digest: raw.digest }),
      ...(raw.serve === undefined ? {} : { serve: raw.serve }),
      ...limitsIn(raw),
    }))
    .optional()
    .describe(`Settings for ${which} only`);

/** The settings for one side. */
export interface SideOverrides {
  readonly baseUrl?: string;
  readonly apiKeyEnv?: string;
  readonly model?: string;
  readonly digest?: string;
  /** How to start the side's server; used instead of `baseUrl`. */
  readonly serve?: ServeConfig;
  readonly limits?: LimitsPerMinute;
}

/** The two checkpoints' addresses and model names; `{version}` is replaced by the side's version. */
export interface CheckpointsConfig extends SideOverrides, VersionKeys {
  readonly baseUrlEnv?: string;
  readonly headersEnv?: string;
  readonly extraBody: Readonly<Record<string, unknown>>;
  readonly api: 'chat' | 'completions';
  readonly old: SideOverrides;
  readonly new: SideOverrides;
}

export const checkpointsSchema = z
  .strictObject({
    ...modelFileKeys,
    model: modelName('acme/math-7b-{version}')
      .optional()
      .describe('Name of the model on the server. `{version}` is replaced by the version to sample'),
    'base-url': baseUrl
      .optional()
      .describe(
        'Base URL of an OpenAI-compatible server, up to and including `/v1`, without credentials or query. The path may contain `{version}`',
      ),
    'base-url-env': environmentVariable('INFERENCE_BASE_URL')
      .optional()
      .describe('Name of the environment variable that contains the base URL, if the address is not public'),
    'api-key-env': environmentVariable('INFERENCE_API_KEY')
      .optional()
      .describe('Name of the environment variable that contains the API key'),
    'headers-env': environmentVariable('INFERENCE_HEADERS')
      .optional()
      .describe('Name of the environment variable that contains additional headers, as a JSON object'),
    'extra-body': extraBody
      .prefault({})
      .describe(
        'Additional members to send in the body of every request, in the format that the server expects',
      ),
    api: z
      .enum(['chat', 'completions'])
      .register(expectations, { expected: 'chat or completions', example: 'chat' })
      .prefault('chat')
      .describe(
        '`chat` uses `/chat/completions`. `completions` (for base models) uses `/completions`, with all messages joined by blank lines',
      ),
    serve: serveSchema
      .optional()
      .describe(
        'Command that serves a checkpoint on this machine during sampling, instead of a `base-url`. The two sides are served one after the other',
      ),
    ...limitKeys,
    old: side('old'),
    new: side('new'),
  })
  .superRefine((raw, context) => {
    refuseServedElsewhere(raw, context);
    if (raw['base-url'] === undefined || raw['base-url-env'] === undefined) return;
    context.addIssue({
      code: 'custom',
      path: ['base-url-env'],
      message: 'found together with base-url, expected only one of the two',
      params: { fix: 'Keep base-url if the address is public, or base-url-env if it is not.' },
    });
  })
  .register(expectations, {
    expected: 'a mapping with model and base-url',
    example: '{ model: …, base-url: … }',
  })
  .transform((raw, context): CheckpointsConfig => {
    return {
      ...versionKeysOf(raw, context),
      ...(raw.model === undefined ? {} : { model: raw.model }),
      ...(raw['base-url'] === undefined ? {} : { baseUrl: raw['base-url'] }),
      ...(raw['base-url-env'] === undefined ? {} : { baseUrlEnv: raw['base-url-env'] }),
      ...(raw['api-key-env'] === undefined ? {} : { apiKeyEnv: raw['api-key-env'] }),
      ...(raw['headers-env'] === undefined ? {} : { headersEnv: raw['headers-env'] }),
      extraBody: raw['extra-body'],
      api: raw.api,
      ...(raw.serve === undefined ? {} : { serve: raw.serve }),
      ...limitsIn(raw),
      old: raw.old ?? {},
      new: raw.new ?? {},
    };
  });
