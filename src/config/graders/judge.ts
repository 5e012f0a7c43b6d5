import { z } from 'zod';
import { baseUrl, environmentVariable, modelName } from '../schema/server.ts';
import { declareGrader } from './declaration.ts';
import type { JudgeConfig } from './judge-config.ts';
import { knownCases } from './known-cases.ts';
import { fileInside } from './program-options.ts';

const optionsSchema = z
  .strictObject({
    type: z.literal('judge'),
    model: modelName('Qwen/Qwen2.5-72B-Instruct').describe(
      'The model that judges, of neither side; in the lock',
    ),
    digest: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Identifies its weights; stored verdicts are found again under it wherever the model is served. The base URL does so where absent',
      ),
    'base-url': baseUrl
      .optional()
      .describe('OpenAI-compatible server, up to and with `/v1`; no user info, no query'),
    'base-url-env': environmentVariable('JUDGE_BASE_URL')
      .optional()
      .describe('Names the variable that holds the base URL, where the address is not public'),
    'api-key-env': environmentVariable('JUDGE_API_KEY')
      .optional()
      .describe('Names the variable with the API key'),
    'headers-env': environmentVariable('JUDGE_HEADERS')
      .optional()
      .describe('Names the variable with a JSON object of further headers'),
    rubric: z.string().min(1).optional().describe('What makes a completion correct, in words'),
    'rubric-file': fileInside
      .optional()
      .describe(
        'The same as a file, relative to the folder of this file; pinned in the lock and, on a pull request, the base’s',
      ),
    known: knownCases,
    'max-tokens': z.int().min(16).max(100_000).default(1024).describe('Longest answer of the judge'),
    'max-characters': z
      .int()
      .min(1)
      .max(10_000_000)
      .default(100_000)
      .describe('Longest completion that is judged; a longer one is incorrect'),
    'extra-body': z
      .record(z.string(), z.unknown())
      .default({})
      .describe(
        'Further members of each request; `null` leaves one out that is sent otherwise (`temperature`, `max_tokens`)',
      ),
    timeout: z.number().positive().max(3600).default(300).describe('Seconds that one answer may take'),
    concurrency: z
      .union([z.int().min(1).max(256), z.literal('auto')])
      .default('auto')
      .describe('Most requests at a time; `auto`: as many as the server keeps up with'),
  })
  .superRefine((options, context) => {
    refuseUnlessOne(options, ['base-url', 'base-url-env'], context);
    refuseUnlessOne(options, ['rubric', 'rubric-file'], context);
    options.known.forEach(({ expected }, place) => {
      if (expected !== 'unparseable') return;
      const message = 'found unparseable, expected correct or incorrect: a judge knows no other verdict';
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
    timeoutMs: options.timeout * 1000,
  };
}
