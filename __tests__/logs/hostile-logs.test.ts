import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { localFiles } from '../../src/cli/files.ts';
import { inspectHeader, inspectLog as readSamples } from '../../src/logs/inspect.ts';
import { readLogs } from '../../src/logs/read-logs.ts';
import type { Tool } from '../../src/logs/task-log.ts';
import { refusal } from '../support/refusal.ts';
import { temporaryFolder } from '../support/temporary-repository.ts';
import { zip } from '../support/zip.ts';

/*
 * Small logs that claim, nest or repeat far more than they contain: each is read, or refused by name, in
 * bounded time and memory.
 */

const DEEP = '['.repeat(200_000) + ']'.repeat(200_000);

const sample = (at: number, epoch = 1): object => ({
  id: `s${at}`,
  epoch,
  input: `q${at}`,
  target: '1',
  output: { choices: [{ message: { role: 'assistant', content: '1' }, stop_reason: 'stop' }] },
  scores: { match: { value: 'C', answer: '1' } },
});

const inspectLog = (samples: readonly object[], { epochs }: { readonly epochs?: number } = {}): string =>
  JSON.stringify({
    version: 2,
    status: 'success',
    eval: { task: 't', config: epochs === undefined ? {} : { epochs }, scorers: [{ name: 'match' }] },
    plan: { config: { temperature: 0.7 } },
    samples,
  });

const lmLine = (at: number, more: object = {}): string =>
  `${JSON.stringify({
    doc_id: at,
    doc: { q: `q${at}` },
    target: '1',
    arguments: { gen_args_0: { arg_0: `q${at}`, arg_1: { do_sample: true, temperature: 0.7 } } },
    resps: [['1']],
    filter: 'none',
    metrics: ['exact_match'],
    exact_match: 1,
    ...more,
  })}\n`;

function logOf(tool: Tool, content: string | Uint8Array): Promise<unknown> {
  const path = join(temporaryFolder(), tool === 'inspect' ? 'log.json' : 'samples_t.jsonl');
  writeFileSync(path, content);
  return readLogs(tool, path, localFiles);
}

const places = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

describe('a log’s claims', () => {
  test.each([3, 1_001, 30_000_000, 1_000_000_000, 5_000_000_000, Number.MAX_SAFE_INTEGER])(
    '%d epochs of which few are present',
    async (epochs) => {
      const log = inspectLog(
        places(3).map((at) => sample(at)),
        { epochs },
      );
      if (epochs === 3) await logOf('inspect', log);
      else expect(await refusal(() => logOf('inspect', log))).toContain('contains only 3 of the');
    },
  );

  test('one epoch far beyond all others', async () => {
    const log = inspectLog([sample(0, Number.MAX_SAFE_INTEGER), sample(1)]);
    expect(await refusal(() => logOf('inspect', log))).toContain('contains only 2 of the');
  });

  test('one doc with many responses among many with one', async () => {
    const many = lmLine(0, { resps: [Array(3_000).fill('x')] });
    const log =
      many +
      places(3_000)
        .map((at) => lmLine(at + 1))
        .join('');
    expect(await refusal(() => logOf('lm-eval', log))).toContain('contains only 6000 of the');
    await logOf('lm-eval', lmLine(0, { resps: [Array(300_000).fill('x')] }));
  });
});

describe('many samples', { timeout: 300_000 }, () => {
  test('200,000 docs of lm-eval', async () => {
    await logOf(
      'lm-eval',
      places(200_000)
        .map((at) => lmLine(at))
        .join(''),
    );
  });

  test('200,000 samples of Inspect, and 50,000 epochs of one', async () => {
    await logOf('inspect', inspectLog(places(200_000).map((at) => sample(at))));
    await logOf('inspect', inspectLog(places(50_000).map((at) => sample(0, at + 1))));
  });
});

describe('refuses 200,000 levels of nesting', () => {
  const base = inspectLog([sample(0), sample(1)]);
  test.each([
    ['metadata', base.replace('"epoch":1,', `"epoch":1,"metadata":{"x":${DEEP}},`)],
    [
      'input',
      base.replace('"input":"q0"', `"input":[{"role":"user","content":[{"type":"image","x":${DEEP}}]}]`),
    ],
    ['a score', base.replace('"value":"C"', `"value":${DEEP}`)],
    ['the header', base.replace('"temperature":0.7', `"temperature":0.7,"stop_seqs":${DEEP}`)],
  ])('in %s of Inspect', async (_, log) => {
    expect(log).toContain(DEEP);
    expect(await refusal(() => logOf('inspect', log))).toContain('more than 200 levels deep');
  });

  test.each([
    ['a doc', lmLine(0).replace('{"q":"q0"}', DEEP)],
    ['a target', lmLine(0).replace('"target":"1"', `"target":${DEEP}`)],
    ['arguments', lmLine(0).replace('"arg_0":"q0"', `"arg_0":${DEEP}`)],
  ])('in %s of lm-eval', async (_, log) => {
    expect(log).toContain(DEEP);
    expect(await refusal(() => logOf('lm-eval', log))).toContain('more than 200 levels deep');
  });

  test('treats brackets in text as text', async () => {
    await logOf('lm-eval', lmLine(0, { doc: { q: `${DEEP}\\"${DEEP}` } }));
  });
});

test('refuses a line of a gigabyte by name, without keeping it', { timeout: 300_000 }, async () => {
  const path = join(temporaryFolder(), 'samples_t.jsonl');
  const file = openSync(path, 'w');
  writeSync(file, '{"doc_id":0,"doc":"');
  const chunk = Buffer.alloc(2 ** 20, 'a');
  for (let at = 0; at < 1_050; at += 1) writeSync(file, chunk);
  writeSync(file, '"}\n');
  closeSync(file);
  expect(await refusal(() => readLogs('lm-eval', path, localFiles))).toContain('this line is longer than');
});

describe('refuses special files by name', () => {
  test('a device', async () => {
    for (const tool of ['lm-eval', 'inspect'] as const) {
      expect(await refusal(() => readLogs(tool, '/dev/zero', localFiles))).toContain('this is a device');
    }
    expect(await refusal(() => localFiles.readIfThere('/dev/zero'))).toContain('this is a device');
  });

  test('a pipe, and a socket', async () => {
    const [pipe, socket] = ['samples_pipe.jsonl', 'samples_socket.jsonl'].map((name) =>
      join(temporaryFolder(), name),
    );
    if (pipe === undefined || socket === undefined) throw new Error('no paths');
    execFileSync('mkfifo', [pipe]);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    onTestFinished(() => void server.close());
    for (const tool of ['lm-eval', 'inspect'] as const) {
      expect(await refusal(() => readLogs(tool, pipe, localFiles))).toContain('this is a named pipe');
      expect(await refusal(() => readLogs(tool, socket, localFiles))).toContain('this is a socket');
    }
  });
});

test('refuses an archive that lists one large entry many times before unpacking it', async () => {
  const header = inspectLog([]);
  const files = [
    { name: 'header.json', content: header },
    { name: 'samples/s0_epoch_1.json', content: JSON.stringify(sample(0)) + ' '.repeat(100_000) },
  ];
  const archive = Buffer.from(zip(files));
  const directory = archive.lastIndexOf(Buffer.from('PK\u0001\u0002'));
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  const entry = archive.subarray(directory, end);
  const tail = Buffer.from(archive.subarray(end));
  const count = 300;
  tail.writeUInt16LE(count + 2, 8);
  tail.writeUInt16LE(count + 2, 10);
  const bomb = Buffer.concat([archive.subarray(0, end), ...Array<Buffer>(count).fill(entry), tail]);
  expect(await refusal(() => logOf('inspect', bomb))).toContain('is not a readable ZIP archive');
});

test('refuses a log whose samples would fill the memory, as a small archive can hold', async () => {
  const header = inspectHeader(JSON.parse(inspectLog([])), 'bomb.eval');
  const text = 'a'.repeat(60_000_000);
  const read = (fields: object): Promise<string> =>
    refusal(async () =>
      readSamples(
        header,
        places(20).map((at) => ({ ...sample(at), ...fields })),
        'bomb.eval',
      ),
    );
  for (const fields of [
    { metadata: { text } },
    { metadata: { deep: [{ [text]: 1 }] } },
    { output: { completion: text } },
    { error: { message: text } },
    { scores: { match: { value: 'C', answer: text } } },
  ])
    expect(await read(fields)).toContain(
      'bomb.eval: contains more than 700000000 characters of prompts, completions, metadata and scores',
    );
});
