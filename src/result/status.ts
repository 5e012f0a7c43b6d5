import { z } from 'zod';

/**
 * The published format of `status.json`, which describes a run's progress, version 2. `schema/status.schema.json` is
 * generated from it. As with results, later versions only add optional fields while the schema number stays the same.
 */

const count = z.number().int().nonnegative();
const time = z.iso.datetime().describe('ISO 8601, UTC');

const part = z.object({
  suite: z.string().describe('Name of the suite; greedy completions are a separate part'),
  side: z.enum(['old', 'new']),
  done: count.describe('Samples that are complete, whether reused or sampled by this run'),
  failed: count,
  reused: count.describe('The number of samples in `done` that were already in the store when the run began'),
  total: count,
  prompt_tokens: count.describe('Spent by this run'),
  completion_tokens: count.describe('Spent by this run'),
  cost_usd: z.number().nonnegative().nullable().describe('Spent by this run; null without prices'),
});

const embeddings = z.object({ done: count, failed: count, reused: count, total: count });

export const statusSchema = z
  .object({
    schema: z.literal(2),
    state: z
      .enum(['running', 'done', 'failed'])
      .describe('done: the result is written; failed: the run ended without one, or was stopped'),
    started: time,
    updated: time,
    done: count,
    failed: count,
    total: count.describe('Number of samples in all parts known so far'),
    samples_per_second: z
      .number()
      .nonnegative()
      .describe('Average over the whole run so far, not counting reused samples'),
    seconds_left: z
      .number()
      .nonnegative()
      .nullable()
      .describe('Remaining sampling time at this rate; null if unknown'),
    cost_usd: z.number().nonnegative().nullable().describe('Spent by this run; null without prices'),
    parts: z.array(part).describe('One for each suite and side'),
    embeddings: embeddings.nullable().describe('Solutions to embed; null if there are none, or none yet'),
  })
  .describe(
    'Ignore fields that you do not know: within this schema number, later versions only add optional fields.',
  );

export type Status = z.infer<typeof statusSchema>;
export type StatusPart = Status['parts'][number];

/** Combines the progress of a run's parts into the run's progress. */
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
  /** Start time in ISO 8601 and UTC, like `updated`. */
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
  const rate = seconds > 0 ? (done + failed - sum(({ reused }) => reused)) / seconds : 0;
  const left = total - done - failed;
  const isPriced = parts.length > 0 && parts.every(({ cost_usd: cost }) => cost !== null);
  return {
    schema: 2,
    state,
    started,
    updated,
    done,
    failed,
    total,
    samples_per_second: rate,
    seconds_left: left === 0 ? 0 : rate > 0 ? left / rate : null,
    cost_usd: isPriced ? sum(({ cost_usd: cost }) => cost ?? 0) : null,
    parts: [...parts],
    embeddings,
  };
}
