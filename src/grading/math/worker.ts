import { parentPort } from 'node:worker_threads';
import { compare, type Compared } from './compare.ts';
import type { ComparisonRequest } from './comparer.ts';

function compared({ gold, answer, comparison }: ComparisonRequest): Compared {
  try {
    return compare(gold, answer, comparison);
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) };
  }
}

const port = parentPort;
if (port === null) throw new Error('this file must run in a worker thread');
port.on('message', (request: ComparisonRequest) => port.postMessage(compared(request)));
port.postMessage('ready');
