import { writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { gatherStored } from '../../src/store/gather-stored.ts';
import { storedPair, storedSamples } from '../../src/store/stored.ts';
import { type Asked, chatAnswer, sendJson, startServer } from './fake-server.ts';
import { answerWell, runAgainst } from './one-sample.ts';
import {
  drawerWith,
  makeFolder,
  makeRequest,
  makeSuite,
  NOW,
  readStore,
  SETTINGS,
  stillTiming,
} from './setting.ts';

const endingWith = (reason: string) => (_: Asked, response: ServerResponse) =>
  sendJson(response, 200, chatAnswer('as far as it came', reason));

describe('a live server', () => {
  it.each(['max_tokens', 'MAX_TOKENS', 'model_length', 'LENGTH', 'max_output_tokens', 'token_limit'])(
    'stores a completion with the reason %s as truncated',
    async (reason) => {
      const { run, storeDir } = await runAgainst([endingWith(reason)]);
      const { generations } = await run;
      expect([...generations.old, ...generations.new]).toMatchObject([
        { text: 'as far as it came', finish_reason: 'length' },
        { text: 'as far as it came', finish_reason: 'length' },
      ]);
      const lines = (await readStore(storeDir)).map(({ text }) => text).join('');
      expect(lines.match(/"finish_reason":"length"/gu)).toHaveLength(2);
    },
  );

  it.each([
    'SAFETY',
    'RECITATION',
    'PROHIBITED_CONTENT',
    'content_filtered',
    'guardrail_intervened',
    'refusal',
  ])('fails a completion with the reason %s as filtered, and does not store it', async (reason) => {
    const { run, storeDir, asked } = await runAgainst([endingWith(reason), answerWell], {
      suites: [makeSuite('s', ['a', 'b'])],
    });
    const { generations } = await run;
    expect(generations.old[0]).toMatchObject({ finish_reason: 'content_filter', error: 'content filter' });
    expect(asked).toHaveLength(4);
    expect((await readStore(storeDir)).map(({ text }) => text).join('')).not.toContain('as far as it came');
  });

  it.each(['ABORT', 'ERROR', 'insufficient_system_resource', 'time_limit'])(
    'is asked again after a completion with the reason %s',
    async (reason) => {
      const { run, asked } = await runAgainst([endingWith(reason), answerWell]);
      const { generations } = await run;
      expect(generations.old[0]).toMatchObject({ text: 'fine', finish_reason: 'stop' });
      expect(asked).toHaveLength(3);
    },
  );

  it('reads the completions API and several completions of one response in the same way', async () => {
    const server = await startServer(({ body }, response) =>
      sendJson(response, 200, {
        choices: Array.from({ length: Number(body['n'] ?? 1) }, (_, index) => ({
          index,
          text: `text ${index}`,
          finish_reason: index === 0 ? 'MAX_TOKENS' : 'end_turn',
        })),
      }),
    );
    const request = makeRequest({
      baseUrl: server.baseUrl,
      storeDir: await makeFolder(),
      suites: [makeSuite('s', ['a'])],
      settings: { ...SETTINGS, nPerRequest: 2 },
    });
    const checkpoints = {
      old: { ...request.checkpoints.old, api: 'completions' as const },
      new: { ...request.checkpoints.new, api: 'completions' as const },
    };
    const { generations } = await drawerWith(stillTiming())({ ...request, checkpoints });
    expect(generations.new.map(({ finish_reason }) => finish_reason)).toEqual(['length', 'stop']);
  });
});

/** A store with one completion per sample, with every reason in the server's spelling, as an earlier version stored it. */
async function storedWith(reason: string) {
  const server = await startServer(endingWith('stop'));
  const storeDir = await makeFolder();
  const request = makeRequest({ baseUrl: server.baseUrl, storeDir, suites: [makeSuite('s', ['a'])] });
  const sample = drawerWith(stillTiming());
  await sample(request);
  for (const { path, text } of await readStore(storeDir)) {
    await writeFile(
      path,
      text
        .replaceAll(/,"sum":"[0-9a-f]{8}"/gu, '')
        .replaceAll('"finish_reason":"stop"', `"finish_reason":${JSON.stringify(reason)}`),
    );
  }
  const { checkpoints, settings } = request;
  const [suite] = request.suites;
  if (suite === undefined) throw new Error('no suite');
  return { request, asked: server.asked, sample, where: { checkpoints, settings, storeDir, suite } };
}

describe('a store of an earlier version', () => {
  it.each(['max_tokens', 'MAX_TOKENS', 'model_length'])(
    'has %s as a truncation, requested once',
    async (reason) => {
      const { request, asked, sample, where } = await storedWith(reason);
      const cut = Array.from({ length: 2 }, () => ({ finish_reason: 'length' }));
      expect((await sample(request)).generations).toMatchObject({ old: cut, new: cut });
      expect(await storedPair(where)).toMatchObject({ old: cut, new: cut });
      const gathered = await gatherStored(request, { absent: () => undefined, now: NOW });
      expect(gathered.generations).toMatchObject({ old: cut, new: cut });
      expect(asked).toHaveLength(4);
    },
  );

  it.each(['SAFETY', 'content_filtered'])(
    'has %s as an unusable completion: it is requested again, and then counts',
    async (reason) => {
      const { request, asked, sample, where } = await storedWith(reason);
      expect((await storedSamples({ ...where, now: NOW })).old.byItem.size).toBe(0);
      const { generations, cost } = await sample(request);
      expect(cost).toMatchObject({ requests: 4, cached: 0 });
      expect(generations.old).toMatchObject([{ finish_reason: 'stop' }, { finish_reason: 'stop' }]);
      expect((await sample(request)).cost).toMatchObject({ requests: 0, cached: 4 });
      expect(asked).toHaveLength(8);
    },
  );
});
