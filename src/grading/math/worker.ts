import { parentPort } from 'node:worker_threads';
import type { ComparisonAnswer, ComparisonRequest } from './comparer.ts';
import { sameAnswer } from './same-answer.ts';

function compare({ gold, answer, comparison }: ComparisonRequest): ComparisonAnswer {
  try {
    return { same: sameAnswer(gold, answer, comparison) };
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) };
  }
}

const port = parentPort;
if (port === null) throw new Error('this file is a worker');
port.on('message', (request: ComparisonRequest) => port.postMessage(compare(request)));
port.postMessage('ready');
