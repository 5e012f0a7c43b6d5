import { embeddingInterrupted, noTextEmbedded } from '../../servers/embeddings/embedding-errors.ts';
import type { Embedder } from './embedding-request.ts';
import { type EmbeddingRun, openEmbeddingRun } from './embedding-run.ts';
import { type EmbeddingServer, openEmbeddingServer } from '../../servers/embeddings/embedding-server.ts';
import { mostOf } from '../../servers/http/pace/throttle.ts';
import { runBounded } from '../scheduler.ts';
import { systemTiming, type Timing } from '../../timing.ts';

/**
 * Embeds texts with `POST /embeddings`, in batches, and stores each embedding as it arrives. Stored embeddings are
 * reused. If all are stored, no server is needed.
 *
 * @throws {SamplingError} if further requests would be pointless (credentials, model, quota, unreachable server), if no
 * text could be embedded, if the store cannot be written or contains another model's vectors, or if `signal` aborted
 */
export const embed: Embedder = embedderWith(systemTiming);

/** Creates the embedder with a given clock. */
export function embedderWith(timing: Timing): Embedder {
  return async (request) => {
    const { model, concurrency, storeDir, signal, onEmbedding, onWarning } = request;
    const run = await openEmbeddingRun(request);
    let server: EmbeddingServer | undefined;
    try {
      signal.throwIfAborted();
      if (run.damagedLines > 0) onWarning?.(damaged(run));
      onEmbedding?.(run.progress());
      if (run.missing.length > 0) {
        const asked = openEmbeddingServer({ ...request, timing });
        server = asked;
        await runBounded({
          jobs: batches(run.missing, model.batch),
          concurrency: mostOf(concurrency),
          signal,
          run: async (texts, signal) => {
            for await (const embedding of asked.embed(texts, signal)) {
              await run.settle(embedding);
              onEmbedding?.(run.progress());
            }
          },
        });
      }
    } catch (error) {
      if (!signal.aborted || error !== signal.reason) throw error;
      throw embeddingInterrupted({ reason: error, storeDir });
    } finally {
      server?.close();
      await run.close();
    }
    const { done, failed, cached, total } = run.progress();
    const reason = commonest(run.reasons);
    if (done === 0 && reason !== undefined) throw noTextEmbedded({ model, texts: failed, reason });
    return {
      embeddingOf: run.embeddingOf,
      texts: total,
      failed: reason === undefined ? undefined : { texts: failed, reason },
      cost: { requests: server?.requests() ?? 0, prompt_tokens: run.promptTokens(), cached },
    };
  };
}

function* batches(texts: readonly string[], size: number): Generator<readonly string[]> {
  for (let start = 0; start < texts.length; start += size) yield texts.slice(start, start + size);
}

/**
 * The most common reason. A tie goes to the alphabetically first reason, so that the result does not depend on the
 * order of arrival.
 */
function commonest(reasons: ReadonlyMap<string, number>): string | undefined {
  const [most] = [...reasons].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return most?.[0];
}

function damaged({ path, damagedLines }: EmbeddingRun): string {
  const lines = damagedLines === 1 ? '1 damaged line' : `${damagedLines} damaged lines`;
  return `${path}: skipped ${lines}; the missing embeddings will be requested again.`;
}
