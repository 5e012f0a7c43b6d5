import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { openJudgeServer } from '../../src/servers/judge/judge-server.ts';
import { systemTiming } from '../../src/timing.ts';
import {
  type Asked,
  chatAnswer,
  type FakeServer,
  firstIndexOf,
  question,
  sendJson,
  startServer,
} from './fake-server.ts';
import {
  drawerWith,
  type Drawn,
  makeFolder,
  makeRequest,
  makeSuite,
  samplingError,
  SETTINGS,
  stillTiming,
} from './setting.ts';

const settings = { ...SETTINGS, n: 8, nPerRequest: 4, seed: 5, concurrency: 3, maxTokens: 50 };
const suites = [makeSuite('s', ['a', 'b', 'c'])];
const SAMPLES = 2 * 3 * 8;

const wanted = ({ body }: Asked): number => (typeof body['n'] === 'number' ? body['n'] : 1);

/** The texts of a request: each names its side, item and index. */
function textsOf(asked: Asked): readonly string[] {
  const id = question(asked).slice('question '.length);
  const first = firstIndexOf(asked, { seed: settings.seed, id });
  return Array.from(
    { length: wanted(asked) },
    (_, place) => `${String(asked.body['model'])} ${id} ${first + place}`,
  );
}

const EXPECTED = ['a', 'b', 'c'].flatMap((id) =>
  Array.from({ length: 8 }, (_, index) => `model-old ${id} ${index}`),
);

/** The events of a response: every choice in three chunks, interleaved, and the usage if it was asked for. */
function eventsOf(asked: Asked): readonly string[] {
  const texts = textsOf(asked);
  const chunk = (index: number, delta: object, finish_reason: string | null = null): object => ({
    object: 'chat.completion.chunk',
    model: 'served-name',
    choices: [{ index, delta, finish_reason }],
  });
  const hasUsage = JSON.stringify(asked.body['stream_options'] ?? {}) === '{"include_usage":true}';
  return [
    ...texts.map((text, index) => chunk(index, { role: 'assistant', content: text.slice(0, 6) })),
    ...texts.map((text, index) => chunk(index, { content: text.slice(6) })),
    ...texts.map((_, index) => chunk(index, {}, 'stop')),
    ...(hasUsage
      ? [{ choices: [], usage: { prompt_tokens: 11, completion_tokens: 10 * texts.length } }]
      : []),
  ].map((event) => `data: ${JSON.stringify(event)}\n\n`);
}

function stream(asked: Asked, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  for (const event of eventsOf(asked)) response.write(event);
  response.end('data: [DONE]\n\n');
}

const refuse = (response: ServerResponse, message: string, status = 400): void =>
  sendJson(response, status, { error: { message, type: 'invalid_request_error' } });

async function run(server: FakeServer, more: Partial<typeof settings> = {}): Promise<Drawn> {
  const storeDir = await makeFolder();
  const sampled = drawerWith(stillTiming());
  return sampled(
    makeRequest({ baseUrl: server.baseUrl, storeDir, suites, settings: { ...settings, ...more } }),
  );
}

function expectAll({ generations }: Drawn): void {
  expect(generations.old.map(({ text }) => text)).toEqual(EXPECTED);
  expect(generations.old.length + generations.new.length).toBe(SAMPLES);
  expect([...generations.old, ...generations.new].filter(({ error }) => error !== undefined)).toEqual([]);
}

describe('a server that only streams', () => {
  it.each([
    'parameter.enable_thinking must be set to false for non-streaming calls',
    'This model only support stream mode, please enable the stream parameter to access the model.',
  ])('is recognized by its first refusal, for each side: %s', async (message) => {
    const server = await startServer((asked, response) =>
      asked.body['stream'] === true ? stream(asked, response) : refuse(response, message),
    );
    const drawn = await run(server);
    expectAll(drawn);
    // Two sides, three items, two blocks.
    expect(server.asked).toHaveLength(2 * 3 * 2 + 2);
    expect(drawn.cost).toMatchObject({
      requests: 14,
      prompt_tokens: 12 * 11,
      completion_tokens: SAMPLES * 10,
    });
  });

  it('may have its reason in another form of error', async () => {
    const server = await startServer((asked, response) =>
      asked.body['stream'] === true
        ? stream(asked, response)
        : sendJson(response, 400, { detail: 'Stream must be set to true' }),
    );
    expectAll(await run(server));
  });

  it('gets no stream_options if it refuses them', async () => {
    const server = await startServer((asked, response) => {
      if (asked.body['stream'] !== true) return refuse(response, 'only streaming is supported');
      if ('stream_options' in asked.body) {
        return sendJson(response, 422, {
          object: 'error',
          message: {
            detail: [{ type: 'extra_forbidden', loc: ['body', 'stream_options', 'include_usage'] }],
          },
        });
      }
      stream(asked, response);
    });
    const drawn = await run(server);
    expectAll(drawn);
    expect(server.asked).toHaveLength(2 * 3 * 2 + 4);
    expect(drawn.cost.completion_tokens).toBe(0);
  });

  it.each(['text/event-stream', 'application/json', 'text/plain'])(
    'streams even if it was not asked to, as %s: the response counts, and the next one has token counts',
    async (type) => {
      const server = await startServer((asked, response) => {
        response.writeHead(200, { 'content-type': type });
        for (const event of eventsOf(asked)) response.write(event);
        response.end('data: [DONE]\n\n');
      });
      const drawn = await run(server);
      expectAll(drawn);
      expect(server.asked).toHaveLength(2 * 3 * 2);
      expect(server.asked.filter(({ body }) => body['stream'] === false).length).toBe(2);
      expect(drawn.cost.completion_tokens).toBe((SAMPLES - 8) * 10);
    },
  );

  it('may be the server of a judge', async () => {
    const server = await startServer((asked, response) => {
      if (asked.body['stream'] !== true) return refuse(response, 'only streaming is supported');
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const event = { choices: [{ index: 0, delta: { content: 'yes' }, finish_reason: 'stop' }] };
      response.end(`data: ${JSON.stringify(event)}\n\ndata: [DONE]\n\n`);
    });
    const judge = openJudgeServer({
      judge: {
        model: 'j',
        baseUrl: server.baseUrl,
        maxTokens: 50,
        concurrency: 1,
        timeoutMs: 5_000,
        extraBody: {},
      },
      env: {},
      timing: stillTiming(),
    });
    const never = new AbortController().signal;
    const answer = await judge.ask(
      {
        messages: [{ role: 'user', content: 'Is it?' }],
        schema: {},
        read: (content) => (content === 'yes' ? true : undefined),
      },
      { budget: undefined, closed: never, over: never },
    );
    judge.close();
    expect(answer).toMatchObject({ verdict: true });
  });
});

describe('a server that does not stream', () => {
  it('is not asked to because of a word in an error', async () => {
    const server = await startServer((_, response) => refuse(response, 'the upstream server refused'));
    await samplingError(run(server, { n: 1, nPerRequest: 1 }));
    expect(server.asked.every(({ body }) => body['stream'] === false)).toBe(true);
  });

  it('is asked once in each form if it refuses all of them, and its words end the run', async () => {
    const server = await startServer((_, response) => refuse(response, 'no stream of any kind'));
    const error = await samplingError(run(server, { n: 1, nPerRequest: 1, concurrency: 1 }));
    expect(error.message).toContain('no stream of any kind');
    const forms = server.asked
      .filter(({ body }) => body['model'] === 'model-old')
      .map(({ body }) => [body['stream'], 'stream_options' in body]);
    expect(forms.slice(0, 3)).toEqual([
      [false, false],
      [true, true],
      [true, false],
    ]);
    expect(forms.slice(3).every(([isStream]) => isStream === false)).toBe(true);
  });
});

describe('a stream that breaks', () => {
  const half = (asked: Asked): string =>
    eventsOf(asked)
      .slice(0, 2 * wanted(asked))
      .join('');
  const open = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
  };
  type Answer = (asked: Asked, response: ServerResponse) => void;
  const breaks: readonly (readonly [string, Answer])[] = [
    [
      'because the connection is lost',
      (asked, response) => {
        open(response);
        response.write(half(asked), () => response.destroy());
      },
    ],
    [
      'and ends as if it were complete',
      (asked, response) => {
        open(response);
        response.end(half(asked));
      },
    ],
    [
      'and has [DONE]',
      (asked, response) => {
        open(response);
        response.end(`${half(asked)}data: [DONE]\n\n`);
      },
    ],
    [
      'inside an event',
      (asked, response) => {
        open(response);
        response.end(half(asked).slice(0, -20));
      },
    ],
    [
      'with an error',
      (asked, response) => {
        open(response);
        response.end(`${half(asked)}data: {"error":{"code":502,"message":"the model failed"}}\n\n`);
      },
    ],
    [
      'with an error that has no code',
      (asked, response) => {
        open(response);
        response.end(`${half(asked)}event: error\ndata: {"message":"the model failed"}\n\n`);
      },
    ],
    [
      'because the server aborted it',
      (asked, response) => {
        open(response);
        response.end(`${eventsOf(asked).join('').replaceAll('"stop"', '"abort"')}data: [DONE]\n\n`);
      },
    ],
  ];

  it.each(breaks)('%s is requested again, and no half of the text counts', async (_, fault) => {
    const server = await startServer((asked, response) =>
      asked.number % 3 === 0 ? fault(asked, response) : stream(asked, response),
    );
    expectAll(await run(server));
    expect(server.asked.length).toBeGreaterThan(12);
  });

  it('at every attempt fails: it is never a wrong answer', async () => {
    const server = await startServer((asked, response) => {
      if (question(asked).endsWith('b') && asked.body['model'] === 'model-old') {
        open(response);
        response.end(half(asked));
      } else stream(asked, response);
    });
    const { generations } = await run(server, { nPerRequest: 1, n: 2 });
    expect(generations.old.filter(({ id }) => id === 'b').map(({ error, text }) => [error, text])).toEqual([
      ['the connection failed (STREAM_BROKE_OFF)', ''],
      ['the connection failed (STREAM_BROKE_OFF)', ''],
    ]);
  });

  it('is ended by the time limit, even if it always sends more', async () => {
    const server = await startServer((asked, response) => {
      if (asked.number > 0) return stream(asked, response);
      open(response);
      const timer = setInterval(() => response.write(': keep-alive\n\n'), 20);
      response.on('close', () => clearInterval(timer));
    });
    const began = performance.now();
    expectAll(await run(server, { timeoutMs: 300 }));
    expect(performance.now() - began).toBeGreaterThan(300);
  });

  it('keeps its connection when it ends well', async () => {
    const ports = new Set<number | undefined>();
    const server = await startServer((asked, response) => {
      ports.add(response.socket?.remotePort);
      stream(asked, response);
    });
    const drawn = await drawerWith(systemTiming)(
      makeRequest({
        baseUrl: server.baseUrl,
        storeDir: await makeFolder(),
        suites,
        settings: { ...settings, concurrency: 1 },
      }),
    );
    expectAll(drawn);
    // Each side has a connection of its own.
    expect(ports.size).toBe(2);
  });
});

it.each(['application/json', 'text/event-stream'])(
  'a server that answers whole, as %s, is not asked to stream',
  async (type) => {
    const server = await startServer((asked, response) =>
      sendJson(
        response,
        200,
        {
          ...chatAnswer(''),
          choices: textsOf(asked).map((text, index) => ({
            index,
            message: { content: text },
            finish_reason: 'stop',
          })),
        },
        { 'content-type': type },
      ),
    );
    expectAll(await run(server));
    expect(server.asked.every(({ body }) => body['stream'] === false && !('stream_options' in body))).toBe(
      true,
    );
  },
);
