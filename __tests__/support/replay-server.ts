import { z } from 'zod';
import type { Completion } from '../../src/servers/chat/completion.ts';
import { completionSchema } from '../../src/servers/chat/completion.ts';
import { itemFinder } from './simulator/item-finder.ts';
import type { Answerer } from './simulator/openai-api.ts';
import { ApiError, unknownModel } from './simulator/openai-api.ts';
import type { OpenAiServer, OpenAiServerOptions } from './simulator/openai-server.ts';
import { serveOpenAi } from './simulator/openai-server.ts';
import { readLines } from './simulator/read-evals.ts';

export interface ReplayOptions extends OpenAiServerOptions {
  /** Maps a suite to the JSONL file with its items. */
  readonly suites: Readonly<Record<string, string>>;
  /** Maps a model name to the generations file that is served under it. */
  readonly models: Readonly<Record<string, string>>;
}

const itemSchema = z.object({ id: z.string(), prompt: z.string() });

interface ReplayItem {
  readonly key: string;
  readonly prompt: string;
}

const keyOf = (suite: string, id: string): string => JSON.stringify([suite, id]);

const readItems = (suites: ReplayOptions['suites']): readonly ReplayItem[] =>
  Object.entries(suites).flatMap(([suite, path]) =>
    readLines(path).map((line) => {
      const { id, prompt } = itemSchema.parse(line);
      return { key: keyOf(suite, id), prompt };
    }),
  );

/** The generations of a file by item, ordered by index. */
function readGenerations(path: string): ReadonlyMap<string, readonly Completion[]> {
  const generations = readLines(path).map((line) => completionSchema.parse(line));
  const byItem = Map.groupBy(generations, ({ suite, id }) => keyOf(suite, id));
  for (const some of byItem.values()) some.sort((a, b) => a.index - b.index);
  return byItem;
}

/** Replays recordings: the n-th choice requested from a model for an item is its n-th generation. */
function answerer({ suites, models }: ReplayOptions): Answerer {
  const find = itemFinder(readItems(suites));
  const served = new Map(
    Object.entries(models).map(([model, path]) => [
      model,
      { recorded: readGenerations(path), given: new Map<string, number>() },
    ]),
  );
  return {
    models: [...served.keys()],
    fingerprint: 'replay',
    answer: ({ model, prompt, n }) => {
      const behind = served.get(model);
      if (behind === undefined) throw unknownModel(model);
      const { key } = find(prompt);
      const before = behind.given.get(key) ?? 0;
      const some = (behind.recorded.get(key) ?? []).slice(before, before + n);
      if (some.length < n) {
        const message = `${model} has no generation ${before + some.length} of the item ${key}.`;
        throw new ApiError({ status: 400, message, code: 'no_more_generations' });
      }
      behind.given.set(key, before + n);
      return some.map(({ text, finish_reason: finishReason, error }) => {
        if (typeof error === 'string') {
          throw new ApiError({ status: 400, message: error, code: 'recorded_failure' });
        }
        return { text, finishReason: finishReason ?? 'stop' };
      });
    },
  };
}

/**
 * Serves recorded generations over the OpenAI-compatible API, so that a check over HTTP can be compared with
 * one of the files. Seeds, temperatures and limits are ignored, and recordings are returned unchanged. A
 * recorded `error` becomes a refusal (400).
 *
 * @throws if a file cannot be read or is invalid, or if the port is not available
 */
export async function startReplayServer(options: ReplayOptions): Promise<OpenAiServer> {
  return serveOpenAi(answerer(options), options);
}
