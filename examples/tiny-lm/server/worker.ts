import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { createBatches } from './batches.ts';
import { loadDecoder } from './decoder.ts';
import type { Reply, Work, WorkerData } from './pool.ts';
import { readSafetensors } from './safetensors.ts';

/* A thread that holds a checkpoint and solves the tasks sent to it. Sends "ready" first. */

const port = parentPort;
if (port === null) throw new Error('this runs in a worker thread');
const { checkpoint, graphs, size, end }: WorkerData = workerData;
const say = (reply: Reply): void => port.postMessage(reply);

/** Numbers from 0 to 1, exclusive of 1, that depend only on the name. */
function drawsOf(name: string): () => number {
  const random = xoroshiro128plus(createHash('sha256').update(name).digest().readInt32LE(0));
  return () => (random.next() >>> 0) / 2 ** 32;
}

const decoder = await loadDecoder(graphs, readSafetensors(readFileSync(checkpoint)));
const ask = createBatches(decoder, { size, end });

port.on('message', ({ id, seed, ...task }: Work) => {
  ask({ ...task, drawsOf: (index) => drawsOf(`${seed + index}`) }).then(
    (solutions) => say({ id, solutions }),
    (error: unknown) => say({ id, failed: String(error) }),
  );
});
say('ready');
