import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { openServerLog } from '../../../src/servers/serve/server-log.ts';
import { makeFolder } from '../../sampling/setting.ts';

async function logged(chunks: readonly (string | Buffer)[], secrets: readonly string[] = []) {
  const path = join(await makeFolder(), 'serve.log');
  const log = openServerLog({ path, secrets, onFailure: () => {} });
  const output = new PassThrough();
  log.follow(output);
  for (const chunk of chunks) output.write(chunk);
  await new Promise((resolve) => setImmediate(resolve));
  await log.close();
  return { file: await readFile(path, 'utf8'), tail: log.tail() };
}

test('splits lines correctly, wherever chunks, characters and secrets are torn, and progress bars redraw themselves', async () => {
  const euro = Buffer.from('€');
  const { file, tail } = await logged(
    [
      'one\ntw',
      'o\r\n',
      'my sec',
      'ret is out\n',
      euro.subarray(0, 1),
      euro.subarray(1),
      '\n10 %\r20 %\r',
      '\nend',
    ],
    ['secret'],
  );
  expect(file).toBe('one\ntwo\nmy [secret] is out\n€\n10 %\n20 %\nend\n');
  expect(tail).toEqual(['one', 'two', 'my [secret] is out', '€', '10 %', '20 %', 'end']);
});

test('keeps the end of a long log in memory and all of it in the file; breaks an endless line', async () => {
  const { file, tail } = await logged(Array.from({ length: 1000 }, (_, line) => `line ${line}\n`));
  expect(file.split('\n')).toHaveLength(1001);
  expect([tail.length, tail[0], tail.at(-1)]).toEqual([400, 'line 600', 'line 999']);
  const broken = await logged(['x'.repeat(40_000)]);
  expect(broken.tail.map((line) => line.length)).toEqual([16_384, 16_384, 7232]);
});

test('a file that cannot be written is not fatal and is reported once', async () => {
  const path = join(await makeFolder(), 'serve.log');
  await mkdir(path);
  const failures: string[] = [];
  const log = openServerLog({ path, secrets: [], onFailure: (reason) => failures.push(reason) });
  const output = new PassThrough();
  log.follow(output);
  output.write('still here\n');
  await new Promise((resolve) => setImmediate(resolve));
  await log.close();
  expect(log.tail()).toEqual(['still here']);
  expect(failures).toEqual([expect.stringContaining('EISDIR')]);
});
