import { z } from 'zod';
import { finishReasonOf } from '../servers/chat/finish-reason.ts';
import { generationSchema } from '../servers/chat/generation.ts';

const time = z.iso.datetime();

/**
 * One line of the store: a completion (never a failed sample), its key, what the server said of itself, and when; where several
 * completions came in one answer, which. Each line is also a valid line of a generations file.
 */
export const storedSchema = generationSchema.omit({ error: true, outcome: true, answer: true }).extend({
  key: z.string(),
  model: z.string().optional(),
  system_fingerprint: z.string().optional(),
  /** ISO 8601, UTC. */
  time,
  /** So many lines of this item, `first` the least index in them, were written together: none counts where one is lacking. */
  block: z.object({ first: z.number().int().nonnegative(), lines: z.number().int().positive() }).optional(),
});

export type StoredCompletion = z.infer<typeof storedSchema>;

/**
 * Reads lines as the schema does; undefined for what is none. A run with everything in its store reads them all, and to look at
 * the usual ones by hand takes a fraction of the time. Whatever is not usual is left to the schema.
 */
export function storedLineReader(): (line: unknown) => StoredCompletion | undefined {
  let lastTime: string | undefined;
  const isTime = (text: string): boolean => {
    if (text === lastTime) return true;
    if (!time.safeParse(text).success) return false;
    lastTime = text;
    return true;
  };
  return (line) => {
    const usual = usualLine(line);
    return usual !== undefined && isTime(usual.time) ? usual : storedSchema.safeParse(line).data;
  };
}

/** The line, where it is as this engine writes it but for its time, which is any text. */
function usualLine(line: unknown): StoredCompletion | undefined {
  if (!isObject(line)) return undefined;
  const { suite, id, index, text, finish_reason, usage, key, model, system_fingerprint, time, block } = line;
  if (
    isName(suite) &&
    isName(id) &&
    isCount(index) &&
    typeof text === 'string' &&
    isOptionalText(finish_reason) &&
    (usage === undefined || isUsage(usage)) &&
    typeof key === 'string' &&
    isOptionalText(model) &&
    isOptionalText(system_fingerprint) &&
    typeof time === 'string' &&
    (block === undefined || isBlock(block))
  ) {
    return {
      suite,
      id,
      index,
      text,
      finish_reason: finish_reason === undefined ? undefined : finishReasonOf(finish_reason),
      usage,
      key,
      model,
      system_fingerprint,
      time,
      block,
    };
  }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isOptionalText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isUsage(value: unknown): value is NonNullable<StoredCompletion['usage']> {
  if (!isObject(value)) return false;
  const { prompt_tokens, completion_tokens, reasoning_tokens, ...rest } = value;
  return (
    isCount(prompt_tokens) &&
    isCount(completion_tokens) &&
    (reasoning_tokens === undefined || isCount(reasoning_tokens)) &&
    Object.keys(rest).length === 0
  );
}

function isBlock(value: unknown): value is NonNullable<StoredCompletion['block']> {
  return (
    isObject(value) &&
    isCount(value['first']) &&
    isCount(value['lines']) &&
    value['lines'] > 0 &&
    Object.keys(value).length === 2
  );
}
