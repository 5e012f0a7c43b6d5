import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { JobContext } from '../../src/action/job-context.ts';
import { runWithProgress } from '../../src/action/run-with-progress.ts';
import { makeFolder } from '../sampling/setting.ts';

type Moved = Parameters<typeof runWithProgress>[1];

test('a job whose log is a terminal shows progress as lines, without codes that move the cursor', async () => {
  let text = '';
  const place = {
    env: {},
    inputs: { config: 'reversal.yml', out: join(await makeFolder(), 'out'), store: 'store' },
    log: { group: (_: string, work: () => Promise<unknown>) => work() },
    signal: new AbortController().signal,
    stream: {
      isTTY: true,
      columns: 80,
      write: (part: string) => {
        text += part;
        return true;
      },
    },
  };
  const comparison = { kind: 'moved', old: 'v1', new: 'v2', base: 'b', head: 'h', headIsTrusted: true };
  await runWithProgress(
    'Measuring',
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all that is read of a comparison
    {
      comparison,
      by: { root: '/nowhere', folder: '/nowhere', configPath: 'reversal.yml', commit: 'b' },
    } as unknown as Moved,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all that is read of a place
    place as unknown as JobContext,
    async (_, progress) => {
      progress.onProgress({
        suite: 'gsm8k',
        side: 'old',
        done: 40,
        failed: 0,
        cached: 0,
        total: 40,
        promptTokens: 300,
        completionTokens: 900,
      });
      // Longer than the interval at which bars are redrawn.
      await new Promise((resolve) => setTimeout(resolve, 350));
    },
  );
  expect(text.replaceAll('\u00A0', ' ')).toMatch(/^sampling: 40 of 40 samples.*\n$/u);
});
