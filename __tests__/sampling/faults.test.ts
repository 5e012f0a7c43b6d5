import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { SamplingRequest } from '../../src/sampling/sampling-request.ts';
import type { Timing } from '../../src/timing.ts';
import { selfSigned } from '../support/self-signed.ts';
import {
  type Asked,
  chatAnswer,
  type FakeServer,
  firstIndexOf,
  question,
  sendJson,
  startServer,
} from './fake-server.ts';
import { fail } from './one-sample.ts';
import {
  drawerWith,
  type Drawn,
  makeFolder,
  makeRequest,
  makeSuite,
  NOW,
  readStore,
  samplingError,
  stillTiming,
  SETTINGS,
} from './setting.ts';

/*
 * Everything that a server can do wrong, each fault on a real server. The server's texts identify samples (by the seed), so the
 * tests see that every sample has its own completion, that it was stored once, and that no more requests were made than the fault
 * requires.
 */

type Answer = (asked: Asked, response: ServerResponse) => void;

const settings = { ...SETTINGS, n: 4, seed: 0, concurrency: 4 };
const suites = [makeSuite('s', ['a', 'b', 'c'])];
/** Samples of both sides. */
const SAMPLES = 2 * 3 * 4;

const text = (model: string, id: string, index: number): string => `${model} on question ${id}, ${index}`;
const expected = (side: 'old' | 'new'): string[] =>
  ['a', 'b', 'c'].flatMap((id) => [0, 1, 2, 3].map((index) => text(`model-${side}`, id, index)));

const wanted = ({ body }: Asked): number => (typeof body['n'] === 'number' ? body['n'] : 1);

/** The sample that a request asks for: its first, or a following one. */
function nameOf(asked: Asked, place = 0): string {
  const text = question(asked);
  const id = text.slice('question '.length);
  return `${String(asked.body['model'])} on ${text}, ${firstIndexOf(asked, { seed: settings.seed, id }) + place}`;
}

/** The response of a server that supports `n`, with the members of `more` added. */
function answerOf(asked: Asked, more: object = {}, choice: object = {}): Record<string, unknown> {
  return {
    ...chatAnswer(''),
    choices: Array.from({ length: wanted(asked) }, (_, place) => ({
      index: place,
      message: {
        role: 'assistant',
        content: nameOf(asked, place),
      },
      finish_reason: 'stop',
      ...choice,
    })),
    ...more,
  };
}

const answerWell: Answer = (asked, response) => sendJson(response, 200, answerOf(asked));

/** How often a server has its fault before it responds correctly, by model, item and seed; never for any other request. */
const FAULTS: Readonly<Record<string, number>> = {
  'model-old on question a, 0': 1,
  'model-new on question a, 0': 1,
  // With one more, the sample would be given up.
  'model-old on question b, 2': 5,
  'model-new on question c, 2': 2,
};

/** A server that has `fault` for some requests, at most this many times in a row; and how many times in all. */
async function startFaulty(fault: Answer, most = 5): Promise<FakeServer & { readonly faults: number }> {
  const left = new Map(Object.entries(FAULTS).map(([name, times]) => [name, Math.min(times, most)]));
  const faults = [...left.values()].reduce((sum, times) => sum + times, 0);
  const server = await startServer((asked, response) => {
    const name = nameOf(asked);
    const times = left.get(name) ?? 0;
    left.set(name, times - 1);
    return times > 0 ? fault(asked, response) : answerWell(asked, response);
  });
  return { ...server, faults };
}

async function run(
  { baseUrl }: Pick<FakeServer, 'baseUrl'>,
  more: Partial<SamplingRequest> & { readonly timing?: Timing } = {},
): Promise<Drawn & { readonly storeDir: string }> {
  const storeDir = more.storeDir ?? (await makeFolder());
  const { timing = stillTiming(), ...request } = more;
  const sampled = await drawerWith(timing)(makeRequest({ baseUrl, suites, settings, ...request, storeDir }));
  return { ...sampled, storeDir };
}

async function storedLines(storeDir: string): Promise<readonly { key: string; text: string }[]> {
  const files = await readStore(storeDir);
  return files.flatMap(({ text }) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { key: string; text: string }),
  );
}

/** Every sample has its own completion, is in the store once, and a second run sends no requests. */
async function expectExact(
  server: FakeServer,
  { generations, storeDir }: Awaited<ReturnType<typeof run>>,
): Promise<void> {
  const asked = server.asked.length;
  for (const side of ['old', 'new'] as const) {
    expect(generations[side].map((one) => one.text)).toEqual(expected(side));
    expect(generations[side].filter(({ error }) => error !== undefined)).toEqual([]);
  }
  const lines = await storedLines(storeDir);
  expect(lines).toHaveLength(SAMPLES);
  expect(new Set(lines.map(({ key }) => key)).size).toBe(SAMPLES);
  const again = await run(server, { storeDir });
  expect(again.cost).toMatchObject({ requests: 0, cached: SAMPLES });
  expect(again.generations).toEqual(generations);
  expect(server.asked).toHaveLength(asked);
}

const drip = (response: ServerResponse, body: string, everyMs: number): void => {
  const parts = body.match(/.{1,60}/gs) ?? [];
  response.writeHead(200, { 'content-type': 'application/json' });
  const next = (): void => {
    const part = parts.shift();
    if (part === undefined) return void response.end();
    response.write(part);
    setTimeout(next, everyMs);
  };
  next();
};

describe.each([
  ['one sample a request', 1],
  ['two samples a request', 2],
] as const)(
  'retries after a temporary fault, %s, until all samples are there, none twice',
  (_, nPerRequest) => {
    const faults: readonly (readonly [string, Answer])[] = [
      ['a reset before the answer', (_, response) => response.destroy()],
      [
        'a reset in mid-body',
        (asked, response) => {
          const body = JSON.stringify(answerOf(asked));
          response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
          response.write(body.slice(0, -20));
          setTimeout(() => response.destroy(), 5);
        },
      ],
      [
        'a body that ends early, and well by the protocol',
        (asked, response) => sendJson(response, 200, JSON.stringify(answerOf(asked)).slice(0, -20)),
      ],
      ['HTTP 429 without Retry-After', fail(429, 'slow down')],
      ['HTTP 429 with Retry-After in seconds', fail(429, 'slow down', {}, { 'retry-after': '7' })],
      [
        'HTTP 429 with Retry-After as a date',
        fail(429, 'slow down', {}, { 'retry-after': new Date(NOW + 7_000).toUTCString() }),
      ],
      ...[408, 500, 502, 503, 504, 529].map((status) => [`HTTP ${status}`, fail(status, 'later')] as const),
      [
        'HTTP 502 with a page of a proxy',
        (_, response) =>
          void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>'),
      ],
      ['malformed JSON', (_, response) => sendJson(response, 200, '{"choices":[{]}')],
      ['an empty body', (_, response) => sendJson(response, 200, '')],
      ['no choices', (asked, response) => sendJson(response, 200, answerOf(asked, { choices: [] }))],
      [
        'an error under HTTP 200',
        (_, response) => sendJson(response, 200, { error: { code: 502, message: 'the model is down' } }),
      ],
      [
        'a completion that the server broke off',
        (asked, response) => sendJson(response, 200, answerOf(asked, {}, { finish_reason: 'error' })),
      ],
    ];

    it.each(faults)('%s', async (_, fault) => {
      const server = await startFaulty(fault);
      const sampled = await run(server, { settings: { ...settings, nPerRequest } });
      expect(server.asked).toHaveLength(SAMPLES / nPerRequest + server.faults);
      expect(sampled.cost.requests).toBe(server.asked.length);
      await expectExact(server, sampled);
    });

    it('gives up after the timeout if only headers arrive', async () => {
      const server = await startFaulty((_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).flushHeaders();
      }, 1);
      const sampled = await run(server, { settings: { ...settings, nPerRequest, timeoutMs: 300 } });
      expect(server.asked).toHaveLength(SAMPLES / nPerRequest + server.faults);
      await expectExact(server, sampled);
    });

    it('accepts a slow body that arrives in time, with one request', async () => {
      const server = await startFaulty((asked, response) =>
        drip(response, JSON.stringify(answerOf(asked)), 5),
      );
      const sampled = await run(server, { settings: { ...settings, nPerRequest } });
      expect(server.asked).toHaveLength(SAMPLES / nPerRequest);
      await expectExact(server, sampled);
    });

    it('gives up after the timeout on a slow body that never ends, however much of it arrives', async () => {
      const server = await startFaulty((_, response) => drip(response, ' '.repeat(60_000), 20), 1);
      const sampled = await run(server, { settings: { ...settings, nPerRequest, timeoutMs: 300 } });
      expect(server.asked).toHaveLength(SAMPLES / nPerRequest + server.faults);
      await expectExact(server, sampled);
    });

    it('retries a refused connection until the server is up', async () => {
      const gone = await startServer(answerWell);
      await gone.stop();
      const still = stillTiming();
      let up: FakeServer | undefined;
      const timing: Timing = {
        ...still,
        sleep: async (ms, signal) => {
          if (still.slept.length === 9) {
            up = await startServer(answerWell, { port: Number(new URL(gone.baseUrl).port) });
          }
          await still.sleep(ms, signal);
        },
      };
      const sampled = await run(gone, { timing, settings: { ...settings, nPerRequest } });
      if (up === undefined) throw new Error('the server was never started');
      expect(up.asked).toHaveLength(SAMPLES / nPerRequest);
      expect(sampled.cost.requests).toBe(SAMPLES / nPerRequest + still.slept.length);
      await expectExact(up, sampled);
    });
  },
);

describe('waits as long as it should', () => {
  const firstWait = async (answer: Answer): Promise<number | undefined> => {
    const timing = stillTiming();
    let isFirst = true;
    const server = await startServer((asked, response) => {
      if (!isFirst) return answerWell(asked, response);
      isFirst = false;
      return answer(asked, response);
    });
    await run(server, { timing, settings: { ...settings, concurrency: 1 } });
    return timing.slept[0];
  };

  it.each([
    ['a quarter of a minute without Retry-After', {}, 15_000],
    ['as Retry-After says in seconds', { 'retry-after': '7' }, 7_000],
    ['until the date of Retry-After', { 'retry-after': new Date(NOW + 90_000).toUTCString() }, 90_000],
    ['no less where that date is past', { 'retry-after': new Date(NOW - 90_000).toUTCString() }, 500],
    ['as without one where it cannot be read', { 'retry-after': 'soon' }, 15_000],
    ['as LiteLLM passes on', { 'llm_provider-retry-after': '11' }, 11_000],
  ])('%s', async (_, headers, ms) => {
    expect(await firstWait(fail(429, 'slow down', {}, headers))).toBe(ms);
  });
});

describe('accepts an unusual response with a completion: it counts, is stored and requested once', () => {
  const megabytes = 'Σ 1 + 1 = 2, "so" \\ it goes.\n'.repeat(10 * 2 ** 15);
  const oddities: readonly (readonly [string, (asked: Asked) => object | Buffer, object])[] = [
    [
      'finish_reason length',
      (asked) => answerOf(asked, {}, { finish_reason: 'length' }),
      { finish_reason: 'length' },
    ],
    ['missing usage', (asked) => answerOf(asked, { usage: undefined }), { finish_reason: 'stop' }],
    ['usage that is none', (asked) => answerOf(asked, { usage: { prompt_tokens: 'few' } }), {}],
    ['another model than was asked for', (asked) => answerOf(asked, { model: 'another' }), {}],
    [
      'half a surrogate pair',
      (asked) => answerOf(asked, {}, { message: { content: 'x\ud800y' } }),
      { text: 'x\ud800y' },
    ],
    ['over 10 MB', (asked) => answerOf(asked, {}, { message: { content: megabytes } }), { text: megabytes }],
    [
      'invalid UTF-8, which is replaced as elsewhere',
      (asked) => {
        const body = JSON.stringify(answerOf(asked, {}, { message: { content: 'x?y' } }));
        const bytes = Buffer.from(body);
        bytes[body.indexOf('x?y') + 1] = 0xff;
        return bytes;
      },
      { text: 'x\ufffdy' },
    ],
  ];

  it.each(oddities)('%s', async (_, odd, what) => {
    const server = await startServer((asked, response) => {
      if (asked.number > 0) return answerWell(asked, response);
      const body = odd(asked);
      response.writeHead(200, { 'content-type': 'application/json' });
      return void response.end(Buffer.isBuffer(body) ? body : JSON.stringify(body));
    });
    const { generations, storeDir, cost } = await run(server, { settings: { ...settings, concurrency: 1 } });
    expect(server.asked).toHaveLength(SAMPLES);
    expect(cost.requests).toBe(SAMPLES);
    expect(generations.old[0]).toMatchObject({ id: 'a', index: 0, ...what });
    expect(generations.old[0]).not.toHaveProperty('error');
    const again = await run(server, { storeDir });
    expect(server.asked).toHaveLength(SAMPLES);
    expect(again.generations).toEqual(generations);
  });

  const withUsage = (tokens: number): Record<string, unknown> => ({
    usage: { prompt_tokens: 3, completion_tokens: tokens },
  });

  it.each([
    ['returned as reasoning', { content: null, reasoning_content: 'So it is 18.' }, 1],
    ['of 40 tokens that are not returned', { content: '' }, 40],
    ['of 5 tokens that are not returned', { content: ' \n' }, 5],
  ])(
    'counts text %s as empty in the run that got it; the next run requests it again, as the server may be fixed',
    async (_, message, tokens) => {
      const server = await startServer((asked, response) =>
        asked.number > 0
          ? answerWell(asked, response)
          : sendJson(response, 200, answerOf(asked, withUsage(tokens), { message })),
      );
      const { generations, storeDir } = await run(server, { settings: { ...settings, concurrency: 1 } });
      expect(server.asked).toHaveLength(SAMPLES);
      expect(generations.old[0]).toMatchObject({ id: 'a', index: 0, text: message.content ?? '' });
      const again = await run(server, { storeDir });
      expect(server.asked).toHaveLength(SAMPLES + 1);
      expect(again.generations.old[0]?.text.trim()).not.toBe('');
      await run(server, { storeDir });
      expect(server.asked).toHaveLength(SAMPLES + 1);
    },
  );

  it('requests empty completions again if no stored one has text, as the server may have been fixed', async () => {
    let isFixed = false;
    const server = await startServer((asked, response) =>
      isFixed
        ? answerWell(asked, response)
        : sendJson(response, 200, answerOf(asked, withUsage(1), { message: { content: '' } })),
    );
    const { storeDir } = await run(server);
    isFixed = true;
    const again = await run(server, { storeDir });
    expect(server.asked).toHaveLength(2 * SAMPLES);
    expect(again.generations.old.every(({ text }) => text !== '')).toBe(true);
    expect((await run(server, { storeDir })).generations).toEqual(again.generations);
    expect(server.asked).toHaveLength(2 * SAMPLES);
  });

  it.each([null, '', ' \n'])(
    'keeps a completion that the model ended at once (%j): sampling it again would select those with text',
    async (content) => {
      const server = await startServer((asked, response) =>
        asked.number > 0
          ? answerWell(asked, response)
          : sendJson(response, 200, answerOf(asked, withUsage(1), { message: { content } })),
      );
      const { storeDir } = await run(server, { settings: { ...settings, concurrency: 1 } });
      const again = await run(server, { storeDir });
      expect(server.asked).toHaveLength(SAMPLES);
      expect(again.generations.old[0]).toMatchObject({ id: 'a', index: 0, text: content ?? '' });
    },
  );

  it('loses no sample on a server that does not count tokens; the cost is unknown', async () => {
    const server = await startServer((asked, response) =>
      sendJson(response, 200, answerOf(asked, { usage: undefined })),
    );
    const sampled = await run(server);
    expect(sampled.cost).toMatchObject({ prompt_tokens: 0, completion_tokens: 0 });
    expect(sampled.generations.old[0]).not.toHaveProperty('usage');
    await expectExact(server, sampled);
  });

  it('reports in the result that a server names another model', async () => {
    const server = await startServer((asked, response) =>
      sendJson(response, 200, answerOf(asked, { model: 'another' })),
    );
    const { servedBy } = await run(server);
    expect(servedBy.old).toEqual([expect.objectContaining({ model: 'another', completions: SAMPLES / 2 })]);
  });
});

describe('treats an unobtainable sample as failed, never wrong; does not store it, and requests it again next time', () => {
  const FAILED = 'model-old on question b, 2';
  const isIt = (asked: Asked): boolean => nameOf(asked) === FAILED;

  const cases: readonly (readonly [string, Answer, string, number])[] = [
    [
      'finish_reason content_filter',
      (asked, response) => sendJson(response, 200, answerOf(asked, {}, { finish_reason: 'content_filter' })),
      'content filter',
      1,
    ],
    [
      'a prompt that is refused as such',
      fail(400, 'the prompt is too long'),
      'HTTP 400: the prompt is too long',
      1,
    ],
    [
      'a prompt that a filter refused (400, content_filter)',
      fail(400, 'filtered', { code: 'content_filter' }),
      "the server's content policy rejected the prompt (HTTP 400: filtered)",
      1,
    ],
    [
      "a prompt that a filter behind LiteLLM refused (400, with the exception's name and the code 400)",
      fail(
        400,
        "litellm.BadRequestError: litellm.ContentPolicyViolationError: AzureException - The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
        { type: null, param: null, code: '400' },
      ),
      "the server's content policy rejected the prompt (HTTP 400: litellm.BadRequestError: litellm.ContentPolicyViolationError: AzureException - The response was filtered due to the prompt triggering Azure OpenAI's content management policy)",
      1,
    ],
    [
      'a prompt that a filter behind a gateway refused (400, with an inner error)',
      fail(400, 'refused', { code: '400', innererror: { code: 'ResponsibleAIPolicyViolation' } }),
      "the server's content policy rejected the prompt (HTTP 400: refused)",
      1,
    ],
    [
      'a prompt that a filter behind a gateway refused (500, with the words of the filter)',
      fail(500, '<400> InternalError.Algo.DataInspectionFailed: Input text data may be inappropriate', {}),
      "the server's content policy rejected the prompt (HTTP 500: <400> InternalError.Algo.DataInspectionFailed: Input text data may be inappropriate)",
      1,
    ],
    [
      'a prompt that a filter without a code of its own refused',
      fail(400, 'Content Exists Risk', { type: 'invalid_request_error', code: 'invalid_request_error' }),
      "the server's content policy rejected the prompt (HTTP 400: Content Exists Risk)",
      1,
    ],
    [
      'a prompt that a moderation refused (403 with its reasons)',
      fail(403, 'flagged', { code: 403, metadata: { reasons: ['violence'], flagged_input: '…' } }),
      "the server's content policy rejected the prompt (HTTP 403: flagged)",
      1,
    ],
    ['HTTP 500 at every attempt', fail(500, 'out of memory'), 'HTTP 500: out of memory', 6],
    ['malformed JSON at every attempt', (_, r) => sendJson(r, 200, '{'), 'the response is not valid JSON', 6],
  ];

  it.each(cases)('%s', async (_, answer, error, attempts) => {
    let isBad = true;
    const server = await startServer((asked, response) =>
      isBad && isIt(asked) ? answer(asked, response) : answerWell(asked, response),
    );
    const { generations, storeDir } = await run(server);
    expect(generations.old.filter((one) => one.error !== undefined)).toEqual([
      expect.objectContaining({ id: 'b', index: 2, text: '', error }),
    ]);
    expect(generations.new.map((one) => one.text)).toEqual(expected('new'));
    expect(server.asked).toHaveLength(SAMPLES - 1 + attempts);
    expect(await storedLines(storeDir)).toHaveLength(SAMPLES - 1);
    isBad = false;
    const again = await run(server, { storeDir });
    expect(again.cost).toMatchObject({ requests: 1, cached: SAMPLES - 1 });
    await expectExact(server, { ...again, storeDir });
  });
});

describe('ends the run at once on a permanent fault, says what to do, and keeps completions', () => {
  const spent = /^The account for .* has no credit left: .*/u;
  const credit = /Add credit or increase its limit\. Completions received so far are stored/u;
  const refusals: readonly (readonly [string, Answer, RegExp, RegExp])[] = [
    ['401', fail(401, 'wrong key'), /refused access to .*HTTP 401: wrong key/u, /requires an API key/u],
    [
      '403 without reasons of a moderation',
      fail(403, 'not yours', { metadata: {} }),
      /HTTP 403: not yours/u,
      /requires an API key/u,
    ],
    ['402', fail(402, 'no credit'), spent, credit],
    [
      '402 under HTTP 200',
      (_, r) => sendJson(r, 200, { error: { code: 402, message: 'no' } }),
      spent,
      credit,
    ],
    ...[
      'insufficient_quota',
      'billing_hard_limit_reached',
      'billing_not_active',
      'credit_balance_exhausted',
      'organization_spend_limit_exceeded',
      'organization_usage_limit_exceeded',
      'project_spend_limit_exceeded',
    ].map((code) => [`429 with ${code}`, fail(429, 'no quota', { code }), spent, credit] as const),
  ];

  it.each(refusals)('%s', async (_, answer, what, fix) => {
    let isBad = true;
    const timing = stillTiming();
    const server = await startServer((asked, response) =>
      isBad && asked.number >= 7 ? answer(asked, response) : answerWell(asked, response),
    );
    const storeDir = await makeFolder();
    const alone = { ...settings, concurrency: 1 };
    const error = await samplingError(run(server, { storeDir, timing, settings: alone }));
    expect(error.what).toMatch(what);
    expect(error.fix).toMatch(fix);
    expect(timing.slept).toEqual([]);
    expect(server.asked).toHaveLength(8);
    expect(await storedLines(storeDir)).toHaveLength(7);
    isBad = false;
    const again = await run(server, { storeDir, settings: alone });
    expect(again.cost).toMatchObject({ requests: SAMPLES - 7, cached: 7 });
    await expectExact(server, { ...again, storeDir });
  });

  it('tries a certificate from an unknown authority once, and says how to trust it', async () => {
    const timing = stillTiming();
    const server = await startServer(answerWell, { tls: selfSigned() });
    const alone = { ...settings, concurrency: 1 };
    const error = await samplingError(run(server, { timing, settings: alone }));
    expect(error.what).toMatch(/is not reachable at https:.*\(DEPTH_ZERO_SELF_SIGNED_CERT\)/u);
    expect(error.fix).toContain('NODE_EXTRA_CA_CERTS');
    expect(timing.slept).toEqual([]);
    expect(server.asked).toHaveLength(0);
  });

  it('reports a server without TLS', async () => {
    const server = await startServer(answerWell);
    const timing = stillTiming();
    const error = await samplingError(
      run({ baseUrl: server.baseUrl.replace('http:', 'https:') }, { timing }),
    );
    expect(error.fix).toContain('http://');
    expect(timing.slept).toEqual([]);
  });
});
