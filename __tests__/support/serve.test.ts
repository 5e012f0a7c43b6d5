import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';

const script = join(import.meta.dirname, 'simulator/serve.ts');
const evals = join(import.meta.dirname, '../../examples/simulated/evals');

function serve(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [script, ...args], { env: { PATH: process.env['PATH'], ...env } });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

const firstLine = z.tuple([z.string()]);
const announcement = z.strictObject({ baseUrl: z.url() });

async function baseUrlOf(child: ChildProcessWithoutNullStreams): Promise<string> {
  const [line] = firstLine.parse(await once(createInterface(child.stdout), 'line'));
  return announcement.parse(JSON.parse(line)).baseUrl;
}

async function refusal(args: readonly string[]): Promise<{ code: number | null; said: string }> {
  const child = serve(args);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await once(child, 'close');
  return { code: child.exitCode, said };
}

describe('the start script', () => {
  test('prints its address in one line of JSON, and answers there', async () => {
    const baseUrl = await baseUrlOf(serve(['--evals', evals, '--port', '0']));
    expect(baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
    const models = await (await fetch(`${baseUrl}/models`)).json();
    expect(models).toMatchObject({ object: 'list' });
  });

  test('takes its key from the environment', async () => {
    const args = ['--evals', evals, '--api-key-env', 'SIMULATOR_KEY'];
    const baseUrl = await baseUrlOf(serve(args, { SIMULATOR_KEY: 'k' }));
    expect((await fetch(`${baseUrl}/models`)).status).toBe(401);
    expect((await fetch(`${baseUrl}/models`, { headers: { authorization: 'Bearer k' } })).status).toBe(200);
  });

  test('ends on SIGTERM, even while a client keeps a connection', async () => {
    const child = serve(['--evals', evals]);
    await fetch(`${await baseUrlOf(child)}/models`);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('ends when the process that started it is gone', async () => {
    const child = serve(['--evals', evals]);
    await baseUrlOf(child);
    child.stdin.destroy();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test.each([
    ['without a folder', [], '--evals'],
    ['with a folder that has no eval set', ['--evals', import.meta.dirname], 'no eval set'],
    ['with an option it does not know', ['--evals', evals, '--fast'], '--fast'],
    ['with a port that is no number', ['--evals', evals, '--port', 'x'], 'whole number'],
    [
      'with a key that is not set',
      ['--evals', evals, '--api-key-env', 'NOT_SET_ANYWHERE'],
      'NOT_SET_ANYWHERE',
    ],
  ])('refuses to start %s', async (_, args, expected) => {
    const { code, said } = await refusal(args);
    expect(code).toBe(2);
    expect(said).toContain(expected);
  });
});
