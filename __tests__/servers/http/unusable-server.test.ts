import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { everySampleFailed } from '../../../src/servers/http/unusable-server.ts';
import type { SamplingRequest } from '../../../src/sampling/sampling-request.ts';
import {
  type Asked,
  chatAnswer,
  sendJson,
  startChatServer,
  startServer,
} from '../../sampling/fake-server.ts';
import { answerWell, fail, runAgainst } from '../../sampling/one-sample.ts';
import {
  drawerWith,
  makeCheckpoint,
  makeFolder,
  makeRequest,
  makeSuite,
  samplingError,
  stillTiming,
  SETTINGS,
} from '../../sampling/setting.ts';

const withKey = (baseUrl: string): SamplingRequest['checkpoints'] => ({
  old: makeCheckpoint('old', baseUrl, { apiKeyEnv: 'ACME_KEY' }),
  new: makeCheckpoint('new', baseUrl, { apiKeyEnv: 'ACME_KEY' }),
});

describe('errors that end the run at once', () => {
  const many = { suites: [makeSuite('s', ['a', 'b', 'c', 'd'])] };

  it.each([401, 403])('HTTP %i: names the variable', async (status) => {
    const server = await startServer(fail(status, 'wrong key'));
    const error = await samplingError(
      drawerWith(stillTiming())(
        makeRequest({
          ...many,
          baseUrl: server.baseUrl,
          storeDir: await makeFolder(),
          checkpoints: withKey(server.baseUrl),
          settings: { ...SETTINGS, concurrency: 1 },
          env: { ACME_KEY: 'sk-live-0123456789' },
        }),
      ),
    );
    expect(error.where).toBe('environment variable ACME_KEY');
    expect(error.what).toBe(`The server refused access to old (model-old): HTTP ${status}: wrong key.`);
    expect(error.fix).toBe(`Set ACME_KEY to a key with access to model-old at ${server.baseUrl}.`);
    expect(error.exitCode).toBe(3);
    expect(server.asked).toHaveLength(1);
    expect(server.asked[0]?.headers.authorization).toBe('Bearer sk-live-0123456789');
  });

  it('HTTP 401 without a configured key: names the setting', async () => {
    const { run, asked } = await runAgainst([fail(401, 'who are you')]);
    const error = await samplingError(run);
    expect(error.where).toBe('checkpoints.api-key-env');
    expect(asked[0]?.headers.authorization).toBe('Bearer none');
  });

  it('an unknown model: names it and up to five models that the server offers', async () => {
    const names = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'];
    const { run, asked } = await runAgainst(
      [
        ({ path }, response) =>
          path === '/v1/models'
            ? sendJson(response, 200, { object: 'list', data: names.map((id) => ({ id, object: 'model' })) })
            : sendJson(response, 404, { error: { message: 'no such model' } }),
      ],
      many,
    );
    const error = await samplingError(run);
    expect(error.what).toBe('The server does not know the model model-old (old): HTTP 404: no such model.');
    expect(error.where).toBe('checkpoints.model');
    expect(error.fix).toContain('The server offers m1, m2, m3, m4, m5.');
    expect(asked.filter(({ path }) => path !== '/v1/models')).toHaveLength(1);
  });

  it('an unknown model on a server that lists none', async () => {
    const { run } = await runAgainst([fail(404, 'not found')]);
    expect((await samplingError(run)).fix).toContain('Most base URLs end in /v1');
  });

  it.each([
    ['FastAPI', 404, { detail: 'Not Found' }],
    ['gin, as Ollama uses it', 404, '404 page not found'],
    ['llama.cpp', 404, { error: { code: 404, message: 'File Not Found', type: 'not_found_error' } }],
    ['OpenAI', 404, { error: { message: 'Invalid URL (POST /chat/completions)', code: null } }],
    ['Express', 404, '<pre>Cannot POST /chat/completions</pre>'],
    ['nginx', 404, '<html><head><title>404 Not Found</title></head></html>'],
    ['a server without words', 404, ''],
    ['LM Studio', 200, { error: 'Unexpected endpoint or method. (POST /chat/completions)' }],
    ['a web page', 200, '<!doctype html><title>Console</title>'],
  ])('a path that the server does not know, in the words of %s', async (_, status, body) => {
    const server = await startServer(({ path }, response) =>
      path.endsWith('/models')
        ? sendJson(response, 404, {})
        : typeof body === 'string'
          ? void response.writeHead(status, { 'content-type': 'text/html' }).end(body)
          : sendJson(response, status, body),
    );
    const baseUrl = server.baseUrl.replace('/v1', '');
    const request = makeRequest({ ...many, baseUrl, storeDir: await makeFolder() });
    const error = await samplingError(
      drawerWith(stillTiming())({ ...request, settings: { ...SETTINGS, concurrency: 1 } }),
    );
    expect(error.what).toContain(`The server for old (model-old) has no /chat/completions at ${baseUrl}: `);
    expect(error.where).toBe('checkpoints.base-url');
    expect(error.fix).toBe(`Check the base URL ${baseUrl}. Most base URLs end in /v1. Try ${baseUrl}/v1.`);
    expect(server.asked.filter(({ path }) => path === '/chat/completions')).toHaveLength(1);
  });

  it('a path that the server does not know although it lists models', async () => {
    const { run } = await runAgainst([
      ({ path }, response) =>
        path === '/v1/models'
          ? sendJson(response, 200, { object: 'list', data: [{ id: 'model-old', object: 'model' }] })
          : sendJson(response, 404, { detail: 'Not Found' }),
    ]);
    expect((await samplingError(run)).fix).toContain('set checkpoints.api: completions');
  });

  it.each([
    ['chat', 'completions', { choices: [{ text: '42' }] }],
    ['completions', 'chat', { choices: [{ message: { content: '42' } }] }],
  ] as const)('a response to %s in the form of %s', async (api, other, body) => {
    const server = await startServer((_, response) => sendJson(response, 200, body));
    const { baseUrl } = server;
    const checkpoints = {
      old: makeCheckpoint('old', baseUrl, { api }),
      new: makeCheckpoint('new', baseUrl, { api }),
    };
    const request = makeRequest({
      baseUrl,
      checkpoints,
      storeDir: await makeFolder(),
      settings: { ...SETTINGS, concurrency: 1 },
    });
    const error = await samplingError(drawerWith(stillTiming())(request));
    expect(error.what).toBe(
      `The server for old (model-old) does not use the expected API: the response has the format of the ${other} API.`,
    );
    expect(error).toMatchObject({ where: 'checkpoints.api', fix: `Set checkpoints.api: ${other}.` });
  });

  it('a web page is retried once the server has responded', async () => {
    const page = (_: Asked, response: ServerResponse): void =>
      void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>');
    const { run, asked } = await runAgainst([answerWell, answerWell, page, answerWell], many);
    const { generations } = await run;
    expect([...generations.old, ...generations.new].every(({ text }) => text === 'fine')).toBe(true);
    expect(asked).toHaveLength(9);
  });

  it.each([
    '/chat/completions: Invalid model name passed in model=model-old. Call `/v1/models` to view available models for your key.',
    'model-old is not a valid model ID',
  ])('an unknown model, as gateways report it with HTTP 400: %s', async (message) => {
    const { run } = await runAgainst([fail(400, message, { type: 'None', param: 'None', code: '400' })]);
    const error = await samplingError(run);
    expect(error.what).toContain('The server does not know the model model-old (old): HTTP 400: ');
    expect(error.where).toBe('checkpoints.model');
  });

  it('an unknown model that the server cannot load, as transformers serve reports it', async () => {
    const { run, asked } = await runAgainst([
      ({ path }, response) =>
        path === '/v1/models'
          ? sendJson(response, 200, { object: 'list', data: [{ id: 'acme/other', object: 'model' }] })
          : void response.writeHead(500, { 'content-type': 'text/plain' }).end('Internal Server Error'),
    ]);
    const error = await samplingError(run);
    expect(error.what).toBe(
      'Every request for the model model-old (old) fails, and the server does not list this model: HTTP 500: Internal Server Error.',
    );
    expect(error.where).toBe('checkpoints.model');
    expect(error.fix).toBe('Check checkpoints.model. The server offers acme/other.');
    expect(asked.filter(({ path }) => path === '/v1/chat/completions')).toHaveLength(6);
  });

  it('a server error is not blamed on a model that the server lists, or on one that answered', async () => {
    for (const [answers, id] of [
      [[], 'model-old@main'],
      [[answerWell, answerWell], 'acme/other'],
    ] as const) {
      const models = { object: 'list', data: [{ id, object: 'model' }] };
      let failures = 0;
      const { run } = await runAgainst(
        [
          ...answers,
          ({ path, body }, response) => {
            if (path === '/v1/models') return sendJson(response, 200, models);
            if (body['model'] !== 'model-old' || failures >= 6)
              return sendJson(response, 200, chatAnswer('fine'));
            failures += 1;
            return void response.writeHead(500).end('Internal Server Error');
          },
        ],
        many,
      );
      const { generations } = await run;
      expect(generations.old.filter(({ error }) => error !== undefined)).toHaveLength(1);
    }
  });

  it.each([
    [{ detail: "Unexpected keys in the request: {'top_k'}" }, "Unexpected keys in the request: {'top_k'}"],
    [
      {
        detail: [{ type: 'missing', loc: ['body', 'x'], msg: 'Field required', input: { prompt: 'secret' } }],
      },
      'body.x: Field required',
    ],
    [{ object: 'error', message: 'the prompt is too long', code: 400 }, 'the prompt is too long'],
  ])('shows what the server says, whatever the form of its error: %j', async (body, said) => {
    const { run } = await runAgainst([(_, response) => sendJson(response, 422, body), answerWell], many);
    expect((await run).generations.old[0]?.error).toBe(`HTTP 422: ${said}`);
  });

  it('an unknown model that the server reports as a bad request', async () => {
    const { run } = await runAgainst([fail(400, 'what model?', { code: 'model_not_found' })]);
    expect((await samplingError(run)).where).toBe('checkpoints.model');
  });

  it.each([
    ['HTTP 429 with insufficient_quota', fail(429, 'you have no credit', { code: 'insufficient_quota' })],
    [
      'HTTP 429 of the type insufficient_quota',
      fail(429, 'you have no credit', { type: 'insufficient_quota' }),
    ],
    ['HTTP 402', fail(402, 'you have no credit')],
  ])('an account without credit: %s', async (_, answer) => {
    const { run, asked, slept } = await runAgainst([answer], many);
    const error = await samplingError(run);
    expect(error.what).toMatch(
      /^The account for old \(model-old\) has no credit left: HTTP 4\d\d: you have no credit\.$/,
    );
    expect(error.fix).toContain('Run the same command again to sample only the rest');
    expect(asked).toHaveLength(1);
    expect(slept).toEqual([]);
  });

  it('a redirect, which could send the headers elsewhere', async () => {
    const elsewhere = await startChatServer();
    const { run } = await runAgainst([
      (_, response) =>
        void response.writeHead(308, { location: `${elsewhere.baseUrl}/chat/completions` }).end(),
    ]);
    expect((await samplingError(run)).where).toBe('checkpoints.base-url');
    expect(elsewhere.asked).toHaveLength(0);
  });

  it('an unreachable server: after its attempts, with the base URL', async () => {
    const gone = await startChatServer();
    await gone.stop();
    const timing = stillTiming();
    const request = makeRequest({
      ...many,
      baseUrl: gone.baseUrl,
      storeDir: await makeFolder(),
      settings: { ...SETTINGS, concurrency: 1 },
    });
    const error = await samplingError(drawerWith(timing)(request));
    expect(error.what).toBe(
      `The server for old (model-old) is not reachable at ${gone.baseUrl}: the connection failed (ECONNREFUSED).`,
    );
    expect(error.fix).toContain('No server is listening there');
    expect(timing.slept).toHaveLength(5);
  });

  it('a host that does not exist', async () => {
    const request = makeRequest({ baseUrl: 'http://nowhere.invalid/v1', storeDir: await makeFolder() });
    const error = await samplingError(drawerWith(stillTiming())(request));
    expect(error.where).toBe('checkpoints.base-url');
    expect(error.what).toMatch(/\((ENOTFOUND|EAI_AGAIN)\)/);
  });

  it('a server that dies: once more than 1% and 20 samples in a row failed', async () => {
    const server = await startServer(({ number }, response) =>
      number < 4 ? sendJson(response, 200, chatAnswer('fine')) : void response.destroy(),
    );
    const request = makeRequest({
      baseUrl: server.baseUrl,
      storeDir: await makeFolder(),
      settings: { ...SETTINGS, n: 100, concurrency: 1 },
    });
    const error = await samplingError(drawerWith(stillTiming())(request));
    expect(error.what).toContain('the last 21 samples failed after all retries');
    expect(error.what).toContain('the connection failed');
    expect(error.fix).toContain('Completions received so far are stored');
    expect(server.asked.length).toBeLessThanOrEqual(4 + 6 * 42);
  });

  it('an unset variable: before any request', async () => {
    const server = await startChatServer();
    const request = makeRequest({
      baseUrl: server.baseUrl,
      storeDir: await makeFolder(),
      checkpoints: withKey(server.baseUrl),
      env: { ACME_KEY: '  ' },
    });
    const error = await samplingError(drawerWith(stillTiming())(request));
    expect(error.what).toContain('ACME_KEY');
    expect(error.what).toContain('is empty');
    expect(error.where).toBe('checkpoints.api-key-env');
    expect(server.asked).toHaveLength(0);
  });
});

describe('a setting that the server refuses ends the run at once, and the error names it', () => {
  const UNSUPPORTED = (member: string): string =>
    `Unsupported parameter: '${member}' is not supported with this model.`;
  const LEAVE_OUT = (key: string): string =>
    `Set ${key}: default to leave it out of requests, so that the server's own value applies, or set it to a value that the server accepts.`;

  it.each([
    [UNSUPPORTED('temperature'), 'sampling.temperature', LEAVE_OUT('sampling.temperature')],
    [UNSUPPORTED('top_p'), 'sampling.top-p', LEAVE_OUT('sampling.top-p')],
    [
      "Unsupported value: 'temperature' does not support 0.8 with this model. Only the default (1) value is supported.",
      'sampling.temperature',
      LEAVE_OUT('sampling.temperature'),
    ],
    [
      '`temperature` and `top_p` cannot both be specified for this model. Please use only one.',
      'sampling.top-p',
      LEAVE_OUT('sampling.top-p'),
    ],
    [
      'litellm.BadRequestError: BedrockException - {"message":"`temperature` is deprecated for this model."}',
      'sampling.temperature',
      LEAVE_OUT('sampling.temperature'),
    ],
    [
      "litellm.UnsupportedParamsError: gpt-5 models don't support temperature=0. Only temperature=1 is supported.",
      'sampling.temperature',
      LEAVE_OUT('sampling.temperature'),
    ],
    [
      'max_tokens is too large: 32000. This model supports at most 16384 completion tokens, whereas you provided 32000.',
      'sampling.max-tokens',
      'Lower sampling.max-tokens.',
    ],
    [
      'The parameter `max_completion_tokens` specified in the request are not valid: integer above maximum value, expected a value <= 12288',
      'sampling.max-completion-tokens',
      'Lower sampling.max-completion-tokens.',
    ],
    [
      `${UNSUPPORTED('max_tokens')} Use 'max_completion_tokens' instead.`,
      'sampling.max-tokens',
      'Set sampling.max-completion-tokens instead of sampling.max-tokens.',
    ],
  ])('%s', async (message, where, fix) => {
    const { run, asked } = await runAgainst([fail(400, message)], {
      suites: [makeSuite('s', ['a', 'b', 'c'])],
    });
    const error = await samplingError(run);
    expect(error.what).toBe(
      `The server for old (model-old) rejects requests because of ${where.slice('sampling.'.length).replaceAll('-', '_')}: HTTP 400: ${message.replace(/\.$/, '')}.`,
    );
    expect(error).toMatchObject({ where, fix });
    expect(asked).toHaveLength(1);
  });

  it('unless the server accepted others, or may accept shorter prompts', async () => {
    const byPrompt =
      "'max_tokens' is too large: 64000. This model's maximum context length is 64001 tokens and your request has 24235 input tokens";
    for (const [answers, message] of [
      [[answerWell, answerWell], UNSUPPORTED('temperature')],
      [[], byPrompt],
    ] as const) {
      const { run } = await runAgainst([...answers, fail(400, message), answerWell], {
        suites: [makeSuite('s', ['a', 'b', 'c'])],
      });
      const { generations } = await run;
      const failed = [...generations.old, ...generations.new].filter(({ error }) => error !== undefined);
      expect(failed).toHaveLength(1);
    }
  });

  it('unless the message only contains the word', async () => {
    const { run } = await runAgainst([fail(400, 'the prompt about temperature is too long'), answerWell], {
      suites: [makeSuite('s', ['a', 'b'])],
    });
    expect((await run).generations.old[1]).toMatchObject({ text: 'fine' });
  });

  it('names the limit if no prompt is short enough', async () => {
    const { run } = await runAgainst([
      fail(400, 'max_tokens is too large: 9. The context length is 9, and your request has 1 input tokens'),
    ]);
    expect((await samplingError(run)).fix).toBe(
      'Lower sampling.max-tokens. Then run the same command again.',
    );
  });
});

describe('a side without any completion', () => {
  const refusing = (message: string) =>
    startServer(({ body }, response) =>
      body['model'] === 'model-old'
        ? sendJson(response, 200, chatAnswer('fine'))
        : sendJson(response, 400, { error: { message } }),
    );

  it('ends with the reason, even if the other side is complete', async () => {
    const server = await refusing('the prompt has no end.');
    const request = makeRequest({
      baseUrl: server.baseUrl,
      storeDir: await makeFolder(),
      settings: { ...SETTINGS, n: 1, concurrency: 1 },
    });
    const error = await samplingError(drawerWith(stillTiming())(request));
    expect(error.what).toBe(
      'All 2 samples of new (model-new) failed, 2 of them with: HTTP 400: the prompt has no end.',
    );
  });

  it('ends after a few failures if there was no success before', async () => {
    const server = await refusing('the prompt has no end');
    const request = makeRequest({
      baseUrl: server.baseUrl,
      storeDir: await makeFolder(),
      settings: { ...SETTINGS, n: 8, concurrency: 1 },
    });
    const error = await samplingError(drawerWith(stillTiming())(request));
    expect(error.what).toBe(
      'The server for new (model-new) returns no completions: the last 4 samples failed after all retries, most recently with: HTTP 400: the prompt has no end.',
    );
  });

  it('names the most frequent of several reasons', () => {
    const failed = ['odd', 'common', 'common'].map((error, index) => ({
      suite: 's',
      id: 'a',
      index,
      text: '',
      error,
    }));
    const checkpoint = makeRequest({ baseUrl: 'http://127.0.0.1:1/v1', storeDir: 'nowhere' }).checkpoints.new;
    expect(everySampleFailed(checkpoint, { inHand: 0, failed })?.what).toContain('2 of them with: common.');
    expect(everySampleFailed(checkpoint, { inHand: 0, failed: [] })).toBeUndefined();
    expect(everySampleFailed(checkpoint, { inHand: 1, failed })).toBeUndefined();
  });
});
