import { parseArgs } from 'node:util';
import { serveOpenAi } from '../../__tests__/support/simulator/openai-server.ts';
import { tinyModels } from './server/answerer.ts';

/*
 * Serves checkpoints of the tiny model over the OpenAI-compatible API on 127.0.0.1 until SIGTERM or SIGINT:
 *
 *     node examples/tiny-lm/serve.ts --port 8000 m0 sft-4
 *
 * They are the models `tiny-lm-m0` and `tiny-lm-sft-4`. Prints one line, {"baseUrl":"…"}, as soon as it listens.
 */
const { values, positionals } = parseArgs({
  options: { port: { type: 'string', default: '0' } },
  allowPositionals: true,
});
if (positionals.length === 0) throw new Error('no checkpoint was named: node examples/tiny-lm/serve.ts m0');
const models = await tinyModels({ folder: import.meta.dirname, checkpoints: positionals });
const server = await serveOpenAi(models, { port: Number(values.port) });
const stop = (): void => void Promise.all([server.close(), models.close()]);
process.once('SIGTERM', stop).once('SIGINT', stop);
process.stdout.write(`${JSON.stringify({ baseUrl: server.baseUrl })}\n`);
