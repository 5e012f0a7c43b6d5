import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';

/*
 * A checkpoint's server as a user would start it by checkpoints.serve, with options for everything that can
 * go wrong with one. It prints its input to standard output, and ends by itself after two minutes.
 */

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    model: { type: 'string', default: 'served' },
    /** A file that gets a line with the id of every process of this server. */
    pids: { type: 'string' },
    /** Printed before anything else. */
    say: { type: 'string' },
    'dies-at-start': { type: 'boolean', default: false },
    'dies-after': { type: 'string' },
    'never-listens': { type: 'boolean', default: false },
    'never-ready': { type: 'boolean', default: false },
    /** Responds only to the paths of the API. */
    'without-health': { type: 'boolean', default: false },
    'ignores-sigterm': { type: 'boolean', default: false },
    /** Starts a child in its group, one in its own session, and one whose parent ends at once. */
    'has-family': { type: 'boolean', default: false },
  },
});

const note = (pid: number | undefined): void => {
  if (values.pids !== undefined) appendFileSync(values.pids, `${pid}\n`);
};

note(process.pid);
setTimeout(() => process.exit(9), 120_000).unref();
if (values.say !== undefined) process.stdout.write(`${values.say}\n`);
process.stdout.write(
  `${JSON.stringify({ cwd: process.cwd(), env: process.env, argv: process.argv.slice(2) })}\n`,
);

if (values['dies-at-start']) {
  process.stderr.write('CUDA out of memory\n');
  process.exit(3);
}
if (values['ignores-sigterm']) process.on('SIGTERM', () => {});

const IDLE = `setTimeout(() => {}, 120_000);${values['ignores-sigterm'] ? " process.on('SIGTERM', () => {});" : ''}`;
/** Starts a process in its own session, prints its id and ends. */
const ABANDON = `const { spawn } = require('node:child_process');
const child = spawn(process.execPath, ['-e', ${JSON.stringify(IDLE)}], { detached: true, stdio: 'ignore' });
process.stdout.write(String(child.pid), () => process.exit(0));`;

if (values['has-family']) {
  note(spawn(process.execPath, ['-e', IDLE], { stdio: 'ignore' }).pid);
  note(spawn(process.execPath, ['-e', IDLE], { detached: true, stdio: 'ignore' }).pid);
  const parent = spawn(process.execPath, ['-e', ABANDON], { stdio: ['ignore', 'pipe', 'ignore'] });
  parent.stdout.on('data', (pid: Buffer) => note(Number(pid.toString())));
}

let asked = 0;
const server = createServer((request, response) => {
  const answer = (status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    if (values['never-ready']) return answer(503, { error: { message: 'loading' } });
    if (request.url === '/health') return answer(values['without-health'] ? 404 : 200, {});
    if (request.url === '/v1/models') return answer(200, { object: 'list', data: [] });
    asked += 1;
    if (asked > Number(values['dies-after'] ?? Infinity)) {
      process.stderr.write('the driver went away\n', () => process.exit(7));
      return;
    }
    const { model, messages } = JSON.parse(Buffer.concat(chunks).toString()) as {
      readonly model: string;
      readonly messages: readonly { readonly content: string }[];
    };
    if (model !== values.model) return answer(404, { error: { message: `no model ${model}` } });
    const [, left = 0, right = 0] = /(\d+) \+ (\d+)/.exec(messages.at(-1)?.content ?? '') ?? [];
    const content = `It is <<${left}+${right}>>. #### ${Number(left) + Number(right)}`;
    answer(200, {
      model,
      choices: [{ message: { role: 'assistant', content }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 8, completion_tokens: 16 },
    });
  });
});
if (!values['never-listens']) server.listen(Number(values.port), '127.0.0.1');
else setInterval(() => {}, 60_000);
