import { z } from 'zod';
import type { Message } from '../evalset/suite.ts';
import { ConfigError } from '../errors.ts';
import { canonicalJson } from '../files/canonical-json.ts';
import { finishReasonOf } from '../servers/chat/finish-reason.ts';
import { quoted } from '../files/printable.ts';
import { refuseMostlyMissing } from './planned-samples.ts';
import { outcomeOfScore } from './read-score.ts';
import type { LoggedItem, LoggedSample, LoggedScore, TaskLog } from './task-log.ts';

/** The settings in Inspect's `GenerateConfig` that affect a completion. The others concern speed and retries. */
const DRAWING = [
  'best_of',
  'frequency_penalty',
  'logit_bias',
  'max_tokens',
  'num_choices',
  'presence_penalty',
  'reasoning_effort',
  'reasoning_tokens',
  'stop_seqs',
  'system_message',
  'temperature',
  'top_k',
  'top_p',
] as const;

/** Wraps a schema for a value that Inspect omits or writes as null if it is missing. */
const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);

const settings = z.record(z.string(), z.unknown());

const headerSchema = z.object({
  version: z.number(),
  status: z.string().default('started'),
  eval: z.object({
    task: z.string().min(1),
    model_generate_config: maybe(settings),
    config: maybe(z.object({ epochs: maybe(z.number().int().positive()) })),
    scorers: maybe(z.array(z.object({ name: z.string(), options: z.unknown().optional() }))),
    shards: maybe(z.unknown()),
  }),
  plan: maybe(z.object({ config: maybe(settings) })),
});

export type InspectHeader = z.output<typeof headerSchema>;

const content = z.union([
  z.string(),
  z.array(z.looseObject({ type: z.string(), text: z.string().optional() })),
]);

const message = z.object({ role: z.string(), content });

const score = z.object({
  value: z.unknown().optional(),
  answer: maybe(z.string()),
  reason: maybe(z.string()),
});

const sampleSchema = z.object({
  id: z.union([z.string().min(1), z.number()]),
  epoch: z.number().int().positive(),
  input: z.union([z.string(), z.array(message).min(1)]),
  choices: maybe(z.array(z.string())),
  target: z.union([z.string(), z.array(z.string())]),
  output: maybe(
    z.object({
      choices: maybe(z.array(z.object({ message, stop_reason: maybe(z.string()) }))),
      completion: maybe(z.string()),
      error: maybe(z.string()),
    }),
  ),
  scores: maybe(z.record(z.string(), score)),
  metadata: maybe(settings),
  error: maybe(z.object({ message: z.string() })),
  invalidation: maybe(z.unknown()),
  limit: maybe(z.object({ type: z.string() })),
});

type Sample = z.output<typeof sampleSchema>;

const LATEST_VERSION = 2;

/**
 * Maximum number of characters to keep from a log: prompts, completions, metadata and scores. Discarded parts do not
 * count. A character takes one or two bytes, and two logs are in memory at the same time.
 */
const MOST_KEPT = 700_000_000;
const FIX = 'Specify an .eval or .json log that Inspect wrote, or a folder with such logs.';

/** @throws {ConfigError} if the value is not the header of a readable log */
export function inspectHeader(value: unknown, where: string): InspectHeader {
  const parsed = headerSchema.safeParse(value);
  if (!parsed.success)
    throw new ConfigError({ what: 'this is not a log that Inspect wrote', where, fix: FIX });
  const { version, eval: spec } = parsed.data;
  if (version > LATEST_VERSION) {
    const what = `this log uses version ${version} of Inspect's format, expected version ${LATEST_VERSION} or older`;
    throw new ConfigError({
      what,
      where,
      fix: `Update reversal-check, or write the log with a version of Inspect that uses format ${LATEST_VERSION}.`,
    });
  }
  if (spec.shards !== undefined) {
    const what = 'this log is one of several shards';
    throw new ConfigError({
      what,
      where,
      fix: 'Merge the shards with Inspect, and pass the log that contains all samples.',
    });
  }
  return parsed.data;
}

/** A message's text, without other content such as reasoning, pictures and tool calls. */
function textIn(value: z.output<typeof content>): string {
  if (typeof value === 'string') return value;
  return value.flatMap((part) => (part.type === 'text' ? [part.text ?? ''] : [])).join('');
}

const ROLES: Readonly<Record<string, Message['role']>> = {
  system: 'system',
  user: 'user',
  assistant: 'assistant',
};

/** Non-text content is kept as logged, because the same text with a different picture is a different question. */
function messagesOf({ input }: Sample): readonly Message[] {
  if (typeof input === 'string') return [{ role: 'user', content: input }];
  return input.map(({ role, content: said }) => {
    const isText = typeof said === 'string' || said.every(({ type }) => type === 'text');
    return { role: ROLES[role] ?? 'user', content: isText ? textIn(said) : canonicalJson(said) };
  });
}

function scoreOf({ value, answer, reason }: z.output<typeof score>): LoggedScore {
  const said = outcomeOfScore(value);
  let outcome = said;
  // A failed scorer is no evidence about the model, and an unreadable answer is not a wrong answer.
  if (reason === 'grader_failed' || reason === 'scoring_failed') outcome = 'failed';
  else if (reason === 'invalid_response_format' && said === 'incorrect') outcome = 'unparseable';
  return { outcome, value, ...(answer !== undefined && { answer }), ...(reason !== undefined && { reason }) };
}

/** The reason why the sample has no completion; undefined if it has one. */
function whyFailed({ error, invalidation, output }: Sample): string | undefined {
  if (error !== undefined) return error.message || 'an error without a message';
  if (invalidation !== undefined) return 'the log marks this sample as invalid';
  if (output?.error !== undefined) return output.error;
  return undefined;
}

function sampleOf(sample: Sample): LoggedSample {
  const [choice] = sample.output?.choices ?? [];
  const text = choice === undefined ? (sample.output?.completion ?? '') : textIn(choice.message.content);
  const index = sample.epoch - 1;
  const scores = new Map(Object.entries(sample.scores ?? {}).map(([name, each]) => [name, scoreOf(each)]));
  const error = whyFailed(sample);
  if (error !== undefined) return { index, text: '', error, scores };
  const finishReason = sample.limit?.type === 'token' ? 'length' : finishReasonOf(choice?.stop_reason ?? '');
  if (finishReason === 'length' || finishReason === 'content_filter')
    return { index, text, finishReason, scores };
  return { index, text, scores };
}

function itemOf(sample: Sample): LoggedItem & { readonly samples: LoggedSample[] } {
  const { id, input, target, choices, metadata } = sample;
  const hasChoices = choices !== undefined && choices.length > 1;
  return {
    id: String(id),
    prompt: typeof input === 'string' ? input : undefined,
    messages: messagesOf(sample),
    answer: typeof target === 'string' ? target : target.length === 1 ? target[0] : canonicalJson(target),
    meta: { ...metadata, ...(hasChoices && { choices }) },
    ...(hasChoices && { options: choices }),
    choice: hasChoices,
    samples: [],
  };
}

/** Total number of characters in a value's texts. Keys and other values count as a few characters each. */
function charactersIn(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 1;
  const parts = value instanceof Map ? [...value] : Object.entries(value);
  return parts.reduce((sum, [key, inner]) => sum + String(key).length + charactersIn(inner), 0);
}

/**
 * Builds an Inspect log from its header and its samples. An item's epochs are its samples. Unusable samples (missing,
 * invalidated, with an error or with a failed scorer) count as failed, not wrong.
 *
 * @throws {ConfigError} if a sample is invalid or duplicated, or if an item differs between epochs; if there are no
 * samples, or more than fit into memory
 */
export function inspectLog(header: InspectHeader, samples: Iterable<unknown>, where: string): TaskLog {
  const refuse = (what: string, fix = FIX): never => {
    throw new ConfigError({ what, where, fix });
  };
  const { task, config, model_generate_config: ofModel, scorers } = header.eval;
  const items = new Map<string, LoggedItem & { readonly samples: LoggedSample[] }>();
  const seen = new Set<string>();
  let lastEpoch = 0;
  let kept = 0;
  for (const value of samples) {
    const parsed = sampleSchema.safeParse(value);
    if (!parsed.success) return refuse(`sample ${items.size + 1} is not a sample that Inspect wrote`);
    const item = itemOf(parsed.data);
    const known = items.get(item.id) ?? item;
    if (known === item) kept += charactersIn(item);
    items.set(item.id, known);
    if (canonicalJson([known.messages, known.answer]) !== canonicalJson([item.messages, item.answer]))
      refuse(
        `sample ${quoted(item.id)} has a different prompt in another epoch`,
        'Give every sample in the dataset a different id.',
      );
    const { epoch } = parsed.data;
    const place = JSON.stringify([item.id, epoch]);
    if (seen.has(place))
      refuse(
        `found epoch ${epoch} of sample ${quoted(item.id)} twice`,
        'Give every sample in the dataset a different id.',
      );
    seen.add(place);
    lastEpoch = Math.max(lastEpoch, epoch);
    const logged = sampleOf(parsed.data);
    known.samples.push(logged);
    kept += charactersIn(logged);
    if (kept > MOST_KEPT)
      refuse(
        `contains more than ${MOST_KEPT} characters of prompts, completions, metadata and scores`,
        'Specify a log with fewer samples or less metadata.',
      );
  }
  if (items.size === 0) refuse('this log contains no samples', 'Specify a log that includes its samples.');
  const drawn = { ...ofModel, ...header.plan?.config };
  const sampling = Object.fromEntries(
    DRAWING.flatMap((name) => ((drawn[name] ?? undefined) === undefined ? [] : [[name, drawn[name]]])),
  );
  const samplesPerItem = config?.epochs ?? lastEpoch;
  refuseMostlyMissing({ items: items.size, samplesPerItem, present: seen.size, where });
  return {
    task,
    where,
    samplesPerItem,
    sampling,
    temperature: typeof drawn['temperature'] === 'number' ? drawn['temperature'] : undefined,
    scorers: new Map(scorers?.map(({ name, options }) => [name, options])),
    items: new Map(
      [...items].map(([id, item]) => [id, { ...item, samples: inOrder(item.samples, samplesPerItem) }]),
    ),
  };
}

function inOrder(samples: readonly LoggedSample[], samplesPerItem: number): readonly LoggedSample[] {
  const byIndex = new Map(samples.map((sample) => [sample.index, sample]));
  const planned = Array.from(
    { length: samplesPerItem },
    (_, index): LoggedSample =>
      byIndex.get(index) ?? {
        index,
        text: '',
        error: 'the log does not contain this sample',
        scores: new Map(),
      },
  );
  return [...planned, ...samples.filter(({ index }) => index >= samplesPerItem)];
}
