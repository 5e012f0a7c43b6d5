import { z } from 'zod';

/** The published format of `status.json`, the progress of a run. `schema/status.schema.json` is generated from it. */

const count = z.number().int().nonnegative();
const time = z.iso.datetime().describe('ISO 8601, UTC');

const part = z.strictObject({
  suite: z.string().describe('Its name; greedy completions are a part of their own'),
  side: z.enum(['old', 'new']),
  done: count.describe('Samples in hand, from the store or asked now'),
  failed: count,
  cached: count.describe('Those of done that were in the store when the run began'),
  total: count,
  prompt_tokens: count.describe('Spent by this run'),
  completion_tokens: count.describe('Spent by this run'),
  cost_usd: z.number().nonnegative().nullable().describe('Spent by this run; null without prices'),
});

export const statusSchema = z.strictObject({
  schema: z.literal(1),
  state: z
    .enum(['running', 'done', 'failed'])
    .describe('done: what the run is for is written; failed: it ended without, or was stopped'),
  started: time,
  updated: time,
  done: count,
  failed: count,
  total: count.describe('Samples of all parts that are known so far'),
  samples_a_second: z.number().nonnegative().describe('Asked ones, over the whole run so far'),
  seconds_left: z
    .number()
    .nonnegative()
    .nullable()
    .describe('Of sampling, at this rate; null where nothing tells'),
  cost_usd: z.number().nonnegative().nullable().describe('Spent by this run; null without prices'),
  parts: z.array(part).describe('Every suite and side'),
  embeddings: z
    .strictObject({ done: count, failed: count, cached: count, total: count })
    .nullable()
    .describe('Solutions that are embedded; null where none are, or none yet'),
});

export type Status = z.infer<typeof statusSchema>;
export type StatusPart = Status['parts'][number];

/** The progress of a run, from the progress of its parts. */
export function statusOf({
  state,
  parts,
  embeddings,
  started,
  updated,
  seconds,
}: {
  readonly state: Status['state'];
  readonly parts: readonly StatusPart[];
  readonly embeddings: Status['embeddings'];
  /** ISO 8601, UTC, as `updated`. */
  readonly started: string;
  readonly updated: string;
  /** Seconds from `started` to `updated`. */
  readonly seconds: number;
}): Status {
  const sum = (value: (part: StatusPart) => number): number =>
    parts.reduce((total, each) => total + value(each), 0);
  const [done, failed, total] = [
    sum((each) => each.done),
    sum((each) => each.failed),
    sum((each) => each.total),
  ];
  const rate = seconds > 0 ? (done + failed - sum(({ cached }) => cached)) / seconds : 0;
  const left = total - done - failed;
  const isPriced = parts.length > 0 && parts.every(({ cost_usd: cost }) => cost !== null);
  return {
    schema: 1,
    state,
    started,
    updated,
    done,
    failed,
    total,
    samples_a_second: rate,
    seconds_left: left === 0 ? 0 : rate > 0 ? left / rate : null,
    cost_usd: isPriced ? sum(({ cost_usd: cost }) => cost ?? 0) : null,
    parts: [...parts],
    embeddings,
  };
}
