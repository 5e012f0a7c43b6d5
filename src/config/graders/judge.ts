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
      'The judge model. Use a model other than the two that you compare. The lock pins it',
    ),
    digest: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Identifies the weights of the judge. Stored judge verdicts are reused for the same digest, whichever server runs the model. Without it, the base URL identifies the judge',
      ),
    'base-url': baseUrl
      .optional()
      .describe('Base URL of an OpenAI-compatible server, including `/v1`, without user info or query'),
    'base-url-env': environmentVariable('JUDGE_BASE_URL')
      .optional()
      .describe('Name of the environment variable with the base URL, if the address is not public'),
    'api-key-env': environmentVariable('JUDGE_API_KEY')
      .optional()
      .describe('Name of the environment variable with the API key'),
    'headers-env': environmentVariable('JUDGE_HEADERS')
      .optional()
      .describe('Name of the environment variable with a JSON object of additional headers'),
    rubric: z.string().min(1).optional().describe('What makes a completion correct, in plain text'),
    'rubric-file': fileInside
      .optional()
      .describe(
        'A file with the rubric, relative to the folder of this file. The lock pins it. On a pull request, it comes from the base commit',
      ),
    known: knownCases,
    'max-tokens': z.int().min(16).max(100_000).default(1024).describe('Maximum tokens of a judge response'),
    'max-characters': z
      .int()
      .min(1)
      .max(10_000_000)
      .default(100_000)
      .describe('Maximum characters of a completion. A longer completion is incorrect'),
    'extra-body': z
      .record(z.string(), z.unknown())
      .default({})
      .describe(
        'Additional fields for each request. `null` removes a field that is otherwise sent: `temperature` (0), for models that refuse it, or `max_tokens`',
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
      .describe('Maximum concurrent requests. `auto`: as many as the server can handle'),
    ...limitKeys,
  })
  .superRefine((options, context) => {
    refuseUnlessOne(options, ['base-url', 'base-url-env'], context);
    refuseUnlessOne(options, ['rubric', 'rubric-file'], context);
    options.known.forEach(({ expected }, place) => {
      if (expected !== 'unparseable') return;
      const message = 'found unparseable, expected correct or incorrect, the only verdicts of a judge';
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
