import { z } from 'zod';
import { baseUrl, environmentVariable, limitKeys, limitsIn, modelName } from '../schema/server.ts';
import { declareGrader } from './declaration.ts';
import type { JudgeConfig } from './judge-config.ts';
import { knownCases } from './known-cases.ts';
import { fileInside } from './program-options.ts';

const optionsSchema = z
  .strictObject({
    type: z.literal('judge'),
    model: modelName('Qwen/Qwen2.5-72B-Instruct').describe(
      'The judge model. Use a model other than the two that you compare. The lock pins the name of this model',
    ),
    digest: z
      .string()
      .min(1)
      .optional()
      .describe(
        "Identifies the judge's weights. Stored verdicts of a judge with the same digest are reused, whichever server runs the model. Without a digest, the base URL identifies the judge",
      ),
    'base-url': baseUrl
      .optional()
      .describe(
        'Base URL of an OpenAI-compatible server, up to and including `/v1`, without credentials or query',
      ),
    'base-url-env': environmentVariable('JUDGE_BASE_URL')
      .optional()
      .describe('Name of the environment variable that contains the base URL, if the address is not public'),
    'api-key-env': environmentVariable('JUDGE_API_KEY')
      .optional()
      .describe('Name of the environment variable that contains the API key'),
    'headers-env': environmentVariable('JUDGE_HEADERS')
      .optional()
      .describe('Name of the environment variable that contains additional headers, as a JSON object'),
    rubric: z.string().min(1).optional().describe('What makes a completion correct, in plain text'),
    'rubric-file': fileInside
      .optional()
      .describe(
        "File that contains the rubric, relative to the configuration's folder. The lock pins the rubric. On a pull request, the rubric comes from the base commit",
      ),
    known: knownCases,
    'max-tokens': z
      .int()
      .min(16)
      .max(100_000)
      .default(1024)
      .describe("Maximum length of the judge's response, in tokens"),
    'max-characters': z
      .int()
      .min(1)
      .max(10_000_000)
      .default(100_000)
      .describe('Maximum length of a completion, in characters. Longer completions are incorrect'),
    'extra-body': z
      .record(z.string(), z.unknown())
      .default({})
      .describe(
        'Additional members to send in the body of each request. `null` removes a member that is sent by default: `temperature` (0), for models that reject it, or `max_tokens`',
      ),
    timeout: z
      .number()
      .positive()
      .max(3600)
      .default(300)
      .describe('Time limit for one judge response, in seconds'),
    concurrency: z
      .union([z.int().min(1).max(256), z.literal('auto')])
      .default('auto')
      .describe('Maximum number of concurrent requests. `auto`: as many as the server can handle'),
    ...limitKeys,
  })
  .superRefine((options, context) => {
    refuseUnlessOne(options, ['base-url', 'base-url-env'], context);
    refuseUnlessOne(options, ['rubric', 'rubric-file'], context);
    options.known.forEach(({ expected }, place) => {
      if (expected !== 'unparseable') return;
      const message =
        'found unparseable, expected correct or incorrect, which are the only verdicts a judge can give';
      context.addIssue({ code: 'custom', path: ['known', place, 'expected'], message });
    });
  });

type Options = z.output<typeof optionsSchema>;

function refuseUnlessOne(
  options: Readonly<Record<string, unknown>>,
  keys: readonly [string, string],
  context: z.core.$RefinementCtx,
): void {
  const found = keys.filter((key) => options[key] !== undefined);
  if (found.length === 1) return;
  const message = `found ${found.length === 0 ? 'neither' : 'both'} ${keys.join(found.length === 0 ? ' nor ' : ' and ')}, expected one of the two`;
  context.addIssue({ code: 'custom', path: found.length === 0 ? [] : [keys[1]], message });
}

export const judge = declareGrader({
  name: 'judge',
  version: '1',
  optionsSchema,
  filesOf: ({ 'rubric-file': file }) => (file === undefined ? [] : [file]),
  judgeOf,
  lockedOptions({
    model,
    digest,
    rubric,
    'rubric-file': file,
    known,
    'max-tokens': maxTokens,
    'max-characters': maxCharacters,
    'extra-body': extraBody,
  }) {
    return {
      model,
      ...(digest !== undefined && { digest }),
      ...(rubric !== undefined && { rubric }),
      ...(file !== undefined && { 'rubric-file': file }),
      known,
      'max-tokens': maxTokens,
      'max-characters': maxCharacters,
      'extra-body': extraBody,
    };
  },
});

function judgeOf(options: Options): JudgeConfig {
  const {
    'base-url': baseUrl,
    'base-url-env': baseUrlEnv,
    'api-key-env': apiKeyEnv,
    'headers-env': headersEnv,
    digest,
  } = options;
  return {
    model: options.model,
    ...(baseUrl !== undefined && { baseUrl }),
    ...(baseUrlEnv !== undefined && { baseUrlEnv }),
    ...(apiKeyEnv !== undefined && { apiKeyEnv }),
    ...(headersEnv !== undefined && { headersEnv }),
    ...(digest !== undefined && { digest }),
    maxTokens: options['max-tokens'],
    extraBody: options['extra-body'],
    concurrency: options.concurrency,
    ...limitsIn(options),
    timeoutMs: options.timeout * 1000,
  };
}
