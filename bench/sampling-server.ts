import { createServer, type ServerResponse } from 'node:http';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { streamFor } from '../__tests__/support/simulator/stream.ts';

/*
 * A chat server in its own process: every response takes `--latency-ms`, plus or minus a fifth. If more than `--most-at-once`
 * requests arrive at a time, it refuses the rest. `GET /stats` returns its counts. It ends with its standard input.
 */

const { values } = parseArgs({
  options: {
    'latency-ms': { type: 'string', default: '50' },
    'most-at-once': { type: 'string', default: 'Infinity' },
  },
});
const latencyMs = Number(values['latency-ms']);
const mostAtOnce = Number(values['most-at-once']);
const { uniform } = streamFor('latency');
const TEXT = 'a step of the way, and another one, up to the answer. '.repeat(8);
const bodySchema = z.object({ n: z.number().int().positive().default(1) });
const seen = { answered: 0, refused: 0, completions: 0 };
let open = 0;

const send = (response: ServerResponse, status: number, body: unknown): void => {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
};

const answer = (response: ServerResponse, n: number): void => {
  if (open >= mostAtOnce) {
    seen.refused += 1;
    send(response, 429, { error: { message: 'too many requests' } });
    return;
  }
  open += 1;
  setTimeout(
    () => {
      open -= 1;
      seen.answered += 1;
      const choices = Array.from({ length: n }, (_, index) => ({
        index,
        message: { role: 'assistant', content: `${(seen.completions += 1)}: ${TEXT}` },
        finish_reason: 'stop',
      }));
      send(response, 200, {
        object: 'chat.completion',
        model: 'm',
        choices,
        usage: { prompt_tokens: 50, completion_tokens: 100 * n },
      });
    },
    latencyMs * (0.8 + 0.4 * uniform()),
  );
};

const server = createServer((request, response) => {
  if (request.url === '/stats') return send(response, 200, seen);
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString('latin1')));
  request.on('end', () => answer(response, bodySchema.parse(JSON.parse(body)).n));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  process.stdout.write(`${address.port}\n`);
});
process.stdin.on('end', () => process.exit()).resume();
