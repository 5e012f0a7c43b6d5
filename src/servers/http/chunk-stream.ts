import { createParser } from 'eventsource-parser';
import { z } from 'zod';
import { parseJson } from './parse-json.ts';

const text = z.string().nullish().catch(undefined);
const chunkSchema = z.object({
  error: z.unknown().optional(),
  model: text,
  system_fingerprint: text,
  usage: z
    .object({ prompt_tokens: z.number(), completion_tokens: z.number() })
    .loose()
    .nullish()
    .catch(undefined),
  choices: z
    .array(
      z.object({
        index: z.number().optional().catch(undefined),
        delta: z
          .object({
            content: z
              .union([z.string(), z.array(z.unknown())])
              .nullish()
              .catch(undefined),
            reasoning_content: text,
            reasoning: text,
          })
          .nullish()
          .catch(undefined),
        text,
        finish_reason: text,
      }),
    )
    .catch([]),
});

type ReportedUsage = NonNullable<z.infer<typeof chunkSchema>['usage']>;

interface Choice {
  /** Strings and lists of parts, in order of arrival. */
  readonly content: unknown[];
  reasoning: string;
  text: string | undefined;
  finishReason: string | undefined;
}

/** Collects the stream of chunks that a server sends for a request with `stream: true`. */
export interface ChunkStream {
  readonly feed: (part: string) => void;
  /** Whether the server has sent its last event. */
  readonly isOver: () => boolean;
  /**
   * Returns the body that the server would have sent without `stream`; undefined if the stream broke off before every
   * choice was finished. If the stream contains an error or an event that is not JSON, returns that error or event.
   */
  readonly body: () => string | undefined;
}

export function openChunkStream(): ChunkStream {
  const choices = new Map<number, Choice>();
  const about: { model?: string; system_fingerprint?: string } = {};
  let usage: ReportedUsage | undefined;
  /** The usage reports from chunks without choices. */
  const totals: ReportedUsage[] = [];
  let instead: string | undefined;
  let isDone = false;

  const choiceAt = (index: number): Choice => {
    const known = choices.get(index) ?? {
      content: [],
      reasoning: '',
      text: undefined,
      finishReason: undefined,
    };
    choices.set(index, known);
    return known;
  };
  const readChunk = (chunk: z.infer<typeof chunkSchema>): void => {
    if (typeof chunk.model === 'string' && chunk.model !== '') about.model ??= chunk.model;
    if (typeof chunk.system_fingerprint === 'string') about.system_fingerprint ??= chunk.system_fingerprint;
    if (chunk.usage) {
      usage = chunk.usage;
      if (chunk.choices.length === 0) totals.push(chunk.usage);
    }
    for (const { index = 0, delta, text, finish_reason } of chunk.choices) {
      const choice = choiceAt(index);
      for (const part of [delta?.content ?? []].flat()) choice.content.push(part);
      choice.reasoning += delta?.reasoning_content ?? delta?.reasoning ?? '';
      if (typeof text === 'string') choice.text = (choice.text ?? '') + text;
      choice.finishReason = finish_reason ?? choice.finishReason;
    }
  };
  const parser = createParser({
    onEvent: ({ event, data }) => {
      if (isDone || instead !== undefined) return;
      if (data.trim() === '[DONE]') {
        isDone = true;
        return;
      }
      const value = parseJson(data);
      const chunk = chunkSchema.safeParse(value).data;
      if (chunk === undefined) instead = data;
      else if (chunk.error !== undefined && chunk.error !== null) {
        instead = JSON.stringify({ error: chunk.error });
      } else if (event === 'error') instead = JSON.stringify({ error: value });
      else readChunk(chunk);
    },
  });

  return {
    feed: (part) => parser.feed(part),
    isOver: () => isDone || instead !== undefined,
    body: () => {
      // Some servers omit the empty line that ends the last event.
      parser.feed('\n\n');
      if (instead !== undefined) return instead;
      const all = [...choices];
      if (all.length === 0 || all.some(([, { finishReason }]) => finishReason === undefined))
        return undefined;
      return JSON.stringify({
        ...about,
        choices: all.map(([index, choice]) => ({
          index,
          ...(choice.text === undefined ? { message: messageOf(choice) } : { text: choice.text }),
          finish_reason: choice.finishReason,
        })),
        usage: usageOf(usage, totals, all.length),
      });
    },
  };
}

function messageOf({ content, reasoning }: Choice): object {
  const isText = content.every((part) => typeof part === 'string');
  return { content: isText ? content.join('') : content, ...(reasoning !== '' && { reasoning }) };
}

/**
 * The usage of the whole stream. This is the last usage reported, because servers report either the total at the end or
 * the tokens so far in every chunk. llama.cpp's server is an exception: if there are several choices, it reports each
 * choice's usage in a separate chunk without choices.
 */
function usageOf(
  last: ReportedUsage | undefined,
  totals: readonly ReportedUsage[],
  choices: number,
): ReportedUsage | undefined {
  if (choices < 2 || totals.length !== choices) return last;
  return {
    prompt_tokens: totals.reduce((most, { prompt_tokens }) => Math.max(most, prompt_tokens), 0),
    completion_tokens: totals.reduce((sum, { completion_tokens }) => sum + completion_tokens, 0),
  };
}
