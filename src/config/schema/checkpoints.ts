import { z } from 'zod';
import { expectations } from '../../files/expectation.ts';
import { modelFileKeys, type VersionKeys, versionKeysOf } from './model-file.ts';
import { type ServeConfig, serveSchema } from './serve.ts';
import { baseUrl, environmentVariable, modelName } from './server.ts';

/** Members of a request that other keys of the configuration set. */
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
    stream: 'the sampler, which reads whole answers',
  }),
);

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
        const fix = owner.startsWith('sampling.') ? `Set ${owner} instead.` : 'Remove it.';
        context.addIssue({
          code: 'custom',
          path: [key],
          message: `this is set by ${owner}`,
          params: { fix },
        });
      } else if (!isJson(value)) {
        const fix = 'Use texts, finite numbers, true, false, null, lists and mappings of them.';
        context.addIssue({
          code: 'custom',
          path: [key],
          message: 'found a value that JSON cannot hold',
          params: { fix },
        });
      }
    }
  })
  .register(expectations, {
    expected: 'a mapping of further members of the request',
    example: '{ top_k: 20 }',
  });

/** A checkpoint is served either here or elsewhere, not both. */
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
    message: `found beside ${other}, expected one of the two`,
    params: { fix: `Keep ${other} where a server runs already, serve where it is to be started here.` },
  });
};

const side = (which: 'old' | 'new') =>
  z
    .strictObject({
      'base-url': baseUrl.optional().describe(`Where ${which} is served, if not at \`checkpoints.base-url\``),
      'api-key-env': environmentVariable('OLD_API_KEY')
        .optional()
        .describe(`Names the variable with ${which}'s API key`),
      model: modelName('acme/math-7b-{version}')
        .optional()
        .describe(`${which}'s model name, if not \`checkpoints.model\``),
      digest: z
        .string()
        .min(1)
        .register(expectations, {
          expected: 'a text that changes when the weights do',
          example: 'sha256:4f2a…',
        })
        .optional()
        .describe(
          `Identifies ${which}'s weights and serving stack; completions stored under another digest are not used`,
        ),
      serve: serveSchema
        .optional()
        .describe(`Serves ${which} on this machine while it is asked, in place of a \`base-url\``),
    })
    .superRefine(refuseServedElsewhere)
    .register(expectations, { expected: 'a mapping', example: '{ base-url: https://old.example.com/v1 }' })
    .transform((raw): SideOverrides => ({
      ...(raw['base-url'] === undefined ? {} : { baseUrl: raw['base-url'] }),
      ...(raw['api-key-env'] === undefined ? {} : { apiKeyEnv: raw['api-key-env'] }),
      ...(raw.model === undefined ? {} : { model: raw.model }),
      ...(raw.digest === undefined ? {} : { digest: raw.digest }),
      ...(raw.serve === undefined ? {} : { serve: raw.serve }),
    }))
    .optional()
    .describe(`What differs for ${which}`);

/** Settings of one side. */
export interface SideOverrides {
  readonly baseUrl?: string;
  readonly apiKeyEnv?: string;
  readonly model?: string;
  readonly digest?: string;
  /** Instead of `baseUrl`. */
  readonly serve?: ServeConfig;
}

/** The addresses and model names of the two checkpoints; `{version}` is replaced by the side's version. */
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
      .describe('Model name; `{version}` in it becomes the version that is asked'),
    'base-url': baseUrl
      .optional()
      .describe(
        'OpenAI-compatible server, up to and with `/v1`; no user info, no query. May hold `{version}` in its path',
      ),
    'base-url-env': environmentVariable('INFERENCE_BASE_URL')
      .optional()
      .describe('Names the variable that holds the base URL, where the address is not public'),
    'api-key-env': environmentVariable('INFERENCE_API_KEY')
      .optional()
      .describe('Names the variable with the API key'),
    'headers-env': environmentVariable('INFERENCE_HEADERS')
      .optional()
      .describe('Names the variable with a JSON object of further headers'),
    'extra-body': extraBody
      .prefault({})
      .describe('Further members of the body of every request, as the server understands them'),
    api: z
      .enum(['chat', 'completions'])
      .register(expectations, { expected: 'chat or completions', example: 'chat' })
      .prefault('chat')
      .describe(
        '`chat` asks `/chat/completions`, `completions` (base models) asks `/completions` with all messages joined by blank lines',
      ),
    serve: serveSchema
      .optional()
      .describe(
        'A command that serves a checkpoint on this machine while it is asked, in place of a `base-url`: one side after the other',
      ),
    old: side('old'),
    new: side('new'),
  })
  .superRefine((raw, context) => {
    refuseServedElsewhere(raw, context);
    if (raw['base-url'] === undefined || raw['base-url-env'] === undefined) return;
    context.addIssue({
      code: 'custom',
      path: ['base-url-env'],
      message: 'found beside base-url, expected one of the two',
      params: { fix: 'Keep base-url-env where the address is not public, base-url where it is.' },
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
      old: raw.old ?? {},
      new: raw.new ?? {},
    };
  });
