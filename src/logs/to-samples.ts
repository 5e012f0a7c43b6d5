import type { Item } from '../evalset/suite.ts';
import { contentHash } from '../files/canonical-json.ts';
import type { Completion } from '../servers/chat/completion.ts';
import type { LoggedItem, LoggedSample, TaskLog } from './task-log.ts';

/** A log's items, ordered by id. Items with the same prompt share a cluster. */
export function itemsOf({ items }: TaskLog): readonly Item[] {
  return [...items.values()].map(itemOf).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

const itemOf = ({ id, prompt, messages, answer, group, meta }: LoggedItem): Item => ({
  id,
  ...(prompt === undefined ? {} : { prompt }),
  messages,
  answer,
  group,
  cluster: contentHash(messages),
  meta,
});

/** A log's completions and, if a score is used, their outcomes. */
export function completionsFrom(
  { items }: TaskLog,
  suite: string,
  score: string | undefined,
): readonly Completion[] {
  return [...items.values()].flatMap(({ id, samples }) =>
    samples.map((sample): Completion => ({
      suite,
      id,
      index: sample.index,
      text: sample.text ?? '',
      ...endOf(sample, score),
    })),
  );
}

/** How a sample ended and, if scores are used, its outcome. A sample without a score counts as failed, not wrong. */
function endOf(
  { error, finishReason, scores }: LoggedSample,
  score: string | undefined,
): Pick<Completion, 'error' | 'finish_reason' | 'outcome' | 'answer'> {
  if (error !== undefined) return { error };
  const end = finishReason === undefined ? {} : { finish_reason: finishReason };
  if (score === undefined || finishReason !== undefined) return end;
  const found = scores.get(score);
  if (found?.outcome === undefined) return { error: `the log has no score ${score} for this sample` };
  if (found.outcome === 'failed') return { error: found.reason ?? `the score ${score} is missing` };
  return { outcome: found.outcome, ...(found.answer === undefined ? {} : { answer: found.answer }) };
}
