import { describe, expect, it } from 'vitest';
import { completionSchema } from '../../src/servers/chat/completion.ts';
import type { SamplingRequest } from '../../src/sampling/sampling-request.ts';
import {
  chatAnswer,
  type Asked,
  type FakeServer,
  firstIndexOf,
  question,
  sendJson,
  startServer,
} from './fake-server.ts';
import {
  drawerWith,
  makeFolder,
  makeRequest,
  makeSuite,
  readStore,
  stillTiming,
  SETTINGS,
} from './setting.ts';

const sample = drawerWith(stillTiming());
const settings = { ...SETTINGS, n: 8, nPerRequest: 4, concurrency: 3, seed: 100 };
const suites = [makeSuite('s', ['a', 'b', 'c'])];

const wanted = ({ body }: Asked): number => (typeof body['n'] === 'number' ? body['n'] : 1);

/** A response with text for each sample from the request's first on, and 10 tokens for every text. */
function answerOf(asked: Asked, count = wanted(asked), text = seeded) {
  return {
    ...chatAnswer(''),
    choices: Array.from({ length: count }, (_, index) => ({
      index,
      message: { role: 'assistant', content: text(asked, index) },
      finish_reason: 'stop',
    })),
    usage: { prompt_tokens: 11, completion_tokens: 10 * count },
  };
}

function seeded(asked: Asked, place: number): string {
  return `${String(asked.body['model'])} on ${question(asked)}, ${indexOf(asked) + place}`;
}

function indexOf(asked: Asked): number {
  const id = question(asked).slice('question '.length);
  return firstIndexOf(asked, { seed: settings.seed, id });
}

async function run(server: FakeServer, more: Partial<SamplingRequest> = {}): ReturnType<typeof sample> {
  return sample(
    makeRequest({ baseUrl: server.baseUrl, storeDir: await makeFolder(), suites, settings, ...more }),
  );
}

const serving = (count?: (asked: Asked) => number): Promise<FakeServer> =>
  startServer((asked, response) => sendJson(response, 200, answerOf(asked, count?.(asked))));

/** Every sample, if each has the seed of its index. */
const EXPECTED = ['a', 'b', 'c'].flatMap((id) =>
  Array.from({ length: 8 }, (_, index) => `model-old on question ${id}, ${index}`),
);

describe('a server that supports n', () => {
  it('gets requests for blocks, each with the seed of its first sample', async () => {
    const server = await serving();
    const { generations, cost } = await run(server);
    expect(generations.old.map(({ text }) => text)).toEqual(EXPECTED);
    expect(server.asked.map(wanted)).toEqual(Array(12).fill(4));
    expect(new Set(server.asked.map(indexOf))).toEqual(new Set([0, 4]));
    expect(cost).toMatchObject({ requests: 12, prompt_tokens: 132, completion_tokens: 480 });
  });

  it('has the tokens of a response divided among its completions, in whole tokens', async () => {
    const { generations } = await run(await serving());
    expect(generations.old.slice(0, 4).map(({ usage }) => usage?.prompt_tokens)).toEqual([2, 3, 3, 3]);
    expect(generations.old.every(({ usage }) => usage?.completion_tokens === 10)).toBe(true);
  });

  it('is tested with one request before others are sent', async () => {
    let open = 0;
    const openAt: number[] = [];
    const server = await startServer((asked, response) => {
      openAt.push((open += 1));
      setTimeout(() => {
        open -= 1;
        sendJson(response, 200, answerOf(asked));
      }, 5);
    });
    await run(server, { order: 'one-side-after-the-other' });
    expect(openAt.slice(0, 2)).toEqual([1, 1]);
    expect(Math.max(...openAt)).toBe(3);
  });

  it('gets requests only for the difference when n is raised, in the same blocks', async () => {
    const server = await serving();
    const storeDir = await makeFolder();
    await run(server, { storeDir, settings: { ...settings, n: 6 } });
    expect(server.asked.map(wanted).toSorted((a, b) => a - b)).toEqual([
      ...Array(6).fill(2),
      ...Array(6).fill(4),
    ]);
    const { generations, cost } = await run(server, { storeDir, settings: { ...settings, n: 10 } });
    expect(cost).toMatchObject({ requests: 12, cached: 36 });
    expect(server.asked.slice(12).map(wanted)).toEqual(Array(12).fill(2));
    expect(generations.old.slice(0, 8).map(({ text }) => text)).toEqual(EXPECTED.slice(0, 8));
  });

  it('returns a completion that a filter stopped: the others of its response are kept', async () => {
    const server = await startServer((asked, response) => {
      const answer = answerOf(asked);
      const second = answer.choices[1];
      if (asked.number === 0 && second !== undefined) second.finish_reason = 'content_filter';
      sendJson(response, 200, answer);
    });
    const storeDir = await makeFolder();
    const { generations } = await run(server, { storeDir });
    expect(generations.old.filter(({ error }) => error !== undefined)).toEqual([
      expect.objectContaining({ id: 'a', index: 1, error: 'content filter' }),
    ]);
    const again = await run(server, { storeDir });
    expect(again.cost).toMatchObject({ requests: 1, cached: 47 });
    expect(again.generations.old.map(({ text }) => text)).toEqual(EXPECTED);
  });

  it('returns fewer than requested: the received ones count, and no later request asks for more', async () => {
    const server = await serving((asked) => Math.min(3, wanted(asked)));
    const { generations } = await run(server, { settings: { ...settings, concurrency: 1 } });
    expect(generations.old.map(({ text }) => text)).toEqual(EXPECTED);
    expect(server.asked.filter(({ body }) => body['model'] === 'model-old').map(wanted)).toEqual([
      4, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1,
    ]);
  });

  it('has lines in the store that are complete generations', async () => {
    const storeDir = await makeFolder();
    await run(await serving(), { storeDir });
    const lines = (await readStore(storeDir)).flatMap(({ text }) => text.trimEnd().split('\n'));
    expect(lines.map((line) => completionSchema.parse(JSON.parse(line)).id)).toHaveLength(48);
  });
});

describe('a server that does not support n', () => {
  it('ignores n: its one completion counts, and each further sample is requested separately', async () => {
    const server = await serving(() => 1);
    const { generations, cost } = await run(server);
    expect(generations.old.map(({ text }) => text)).toEqual(EXPECTED);
    expect(cost.requests).toBe(48);
    expect(server.asked.filter((asked) => wanted(asked) > 1)).toHaveLength(2);
  });

  it.each([400, 422, 501])(
    'refuses n with HTTP %i: this costs only one more request for each halving',
    async (status) => {
      const server = await startServer((asked, response) =>
        wanted(asked) > 1
          ? sendJson(response, status, { error: { message: 'n > 1 is not supported' } })
          : sendJson(response, 200, answerOf(asked)),
      );
      const { generations } = await run(server);
      expect(generations.old.map(({ text }) => text)).toEqual(EXPECTED);
      expect(server.asked.filter((asked) => wanted(asked) === 1)).toHaveLength(48);
      // A 5xx may be temporary, and is retried.
      expect(server.asked.filter((asked) => wanted(asked) > 1)).toHaveLength(status < 500 ? 4 : 24);
    },
  );

  it.each([
    [400, 'n must be at most 2'],
    [500, 'n_cmpl cannot be greater than the number of slots, please increase -np'],
  ])(
    'accepts only a smaller n, with HTTP %i for others: half as many are requested',
    async (status, message) => {
      const server = await startServer((asked, response) =>
        wanted(asked) > 2
          ? sendJson(response, status, { error: { message, code: status } })
          : sendJson(response, 200, answerOf(asked)),
      );
      const { generations } = await run(server, {
        settings: { ...settings, nPerRequest: 8, concurrency: 1 },
      });
      expect(generations.old.map(({ text }) => text)).toEqual(EXPECTED);
      const ofOld = server.asked.filter(({ body }) => body['model'] === 'model-old').map(wanted);
      expect(ofOld.slice(0, 7)).toEqual([8, 1, 4, 1, 2, 2, 2]);
      expect(ofOld.slice(7)).toEqual(Array(8).fill(2));
    },
  );

  it('returns one text several times: this is reported, and counts once', async () => {
    const server = await startServer((asked, response) =>
      sendJson(
        response,
        200,
        answerOf(asked, wanted(asked), (one) => seeded(one, 0)),
      ),
    );
    const warnings: string[] = [];
    const { generations } = await run(server, { onWarning: (message) => void warnings.push(message) });
    expect(generations.old.map(({ text }) => text)).toEqual(EXPECTED);
    expect(warnings.toSorted()).toEqual([
      expect.stringContaining(
        'The server for new (model-new) returns identical completions when a request asks for several',
      ),
      expect.stringContaining(
        'The server for old (model-old) returns identical completions when a request asks for several',
      ),
    ]);
    // For each side, two blocks of 4 and their controls: 35² is above 1,000.
    expect(server.asked.filter((asked) => wanted(asked) > 1)).toHaveLength(4);
  });

  it('is not suspected if a few responses are equal by chance', async () => {
    const server = await startServer((asked, response) =>
      sendJson(
        response,
        200,
        answerOf(asked, wanted(asked), (one, place) => (one.number < 4 ? 'B' : seeded(one, place))),
      ),
    );
    const warnings: string[] = [];
    await run(server, { onWarning: (message) => void warnings.push(message) });
    expect(warnings).toEqual([]);
    expect(server.asked.filter((asked) => wanted(asked) > 1).length).toBeGreaterThan(6);
  });

  it('serves a model that always returns the same text: after the first block, each block needs one more request', async () => {
    const server = await startServer((asked, response) =>
      sendJson(
        response,
        200,
        answerOf(asked, wanted(asked), () => 'B'),
      ),
    );
    const warnings: string[] = [];
    const { generations, cost } = await run(server, { onWarning: (message) => void warnings.push(message) });
    expect(warnings).toEqual([]);
    expect(generations.old.map(({ text }) => text)).toEqual(Array(24).fill('B'));
    // For each side, 6 blocks of 4, of which the first has 3 controls and the others have one each.
    expect(cost.requests).toBe(2 * (6 + 3 + 5));
    // The tokens of a block's replaced texts count too.
    expect(cost.completion_tokens).toBe(2 * 10 * (6 * 4 + 3 + 5));
  });

  it('repeats the texts of a model that often returns the same one: this is reported once a control differs', async () => {
    const server = await startServer((asked, response) =>
      sendJson(
        response,
        200,
        answerOf(asked, wanted(asked), (one) => (question(one).endsWith('a') ? 'B' : seeded(one, 0))),
      ),
    );
    const warnings: string[] = [];
    const { generations } = await run(server, {
      settings: { ...settings, concurrency: 1 },
      onWarning: (message) => void warnings.push(message),
    });
    expect(warnings).toHaveLength(2);
    expect(generations.old.slice(8).map(({ text }) => text)).toEqual(EXPECTED.slice(8));
  });

  it('is not suspected at temperature 0, where all are equal', async () => {
    const server = await startServer((asked, response) =>
      sendJson(
        response,
        200,
        answerOf(asked, wanted(asked), (one) => question(one)),
      ),
    );
    const { cost } = await run(server, { settings: { ...settings, temperature: 0 } });
    expect(cost.requests).toBe(12);
  });
});

describe('a request for several that fails', () => {
  it('after all attempts: its samples are requested separately, and only the bad one fails', async () => {
    let isFixed = false;
    const server = await startServer((asked, response) => {
      const isBad = !isFixed && question(asked).endsWith('b') && indexOf(asked) <= 2;
      return isBad && indexOf(asked) + wanted(asked) > 2
        ? sendJson(response, 500, { error: { message: 'Failed to parse input at pos 7' } })
        : sendJson(response, 200, answerOf(asked));
    });
    const storeDir = await makeFolder();
    const alone = { ...settings, concurrency: 1 };
    const { generations } = await run(server, { storeDir, settings: alone });
    const failed = generations.old.filter(({ error }) => error !== undefined);
    expect(failed.map(({ id, index }) => `${id}${index}`)).toEqual(['b2']);
    const ofBlock = server.asked.filter(
      (asked) => asked.body['model'] === 'model-old' && question(asked).endsWith('b') && indexOf(asked) < 4,
    );
    expect(ofBlock.map(wanted)).toEqual([4, 4, 4, 4, 4, 4, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    isFixed = true;
    const again = await run(server, { storeDir, settings: alone });
    expect(again.cost).toMatchObject({ requests: 2, cached: 46 });
    expect(again.generations.old.map(({ text }) => text)).toEqual(EXPECTED);
  });

  it('because the server is gone: its samples are not requested separately', async () => {
    const server = await startServer((asked, response) =>
      question(asked).endsWith('b') && asked.number > 3
        ? void response.destroy()
        : sendJson(response, 200, answerOf(asked)),
    );
    const { generations } = await run(server, { settings: { ...settings, concurrency: 1 } });
    expect(generations.old.filter(({ error }) => error !== undefined)).toHaveLength(8);
    expect(server.asked.map(wanted)).toEqual(Array(8 + 4 * 6).fill(4));
  });

  it('because of its prompt: its samples are requested separately, and each fails', async () => {
    const server = await startServer((asked, response) =>
      question(asked).endsWith('b')
        ? sendJson(response, 400, { error: { message: 'the prompt is too long' } })
        : sendJson(response, 200, answerOf(asked)),
    );
    const { generations } = await run(server);
    expect(generations.old.filter(({ error }) => error !== undefined)).toHaveLength(8);
    expect(server.asked.filter((asked) => wanted(asked) > 1).length).toBeGreaterThan(10);
  });
});
