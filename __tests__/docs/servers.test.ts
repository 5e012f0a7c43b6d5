import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/read.ts';
import {
  type Asked,
  chatAnswer,
  firstIndexOf,
  question,
  sendJson,
  startServer,
} from '../sampling/fake-server.ts';
import {
  drawerWith,
  type Drawn,
  makeCheckpoint,
  makeFolder,
  makeRequest,
  makeSuite,
  samplingError,
  stillTiming,
} from '../sampling/setting.ts';

/* docs/servers.md: every configuration in it is parsed, and used with a server that imitates the one that it is for. */

const page = readFileSync(join(import.meta.dirname, '../../docs/servers.md'), 'utf8');

/** The sections of the page by heading, each with its configurations. */
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [heading = ''] = section.split('\n', 1);
      return [
        heading,
        [...section.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, yaml = '']) => yaml),
      ] as const;
    }),
);

interface Imitation {
  readonly answer: (asked: Asked, response: ServerResponse) => void;
  /** Checks the run, or its error, and the requests. */
  readonly shows: (run: Promise<Drawn>, asked: readonly Asked[]) => Promise<void>;
}

const ITEMS = ['a', 'b', 'c'];
const N = 8;
const SAMPLES = 2 * ITEMS.length * N;

const wanted = ({ body }: Asked): number => (typeof body['n'] === 'number' ? body['n'] : 1);

/** As many choices as requested; by default their texts are unique. */
const answers = (
  asked: Asked,
  { count = wanted(asked), text = (place: number) => `${asked.number}.${place}`, more = {} } = {},
): Record<string, unknown> => ({
  ...chatAnswer(''),
  model: asked.body['model'],
  choices: Array.from({ length: count }, (_, index) => ({
    index,
    message: { role: 'assistant', content: text(index) },
    finish_reason: 'stop',
    ...more,
  })),
});

const send = (asked: Asked, response: ServerResponse, how: Parameters<typeof answers>[1] = {}): void =>
  sendJson(response, 200, answers(asked, how));

const failed = ({ generations }: Drawn): readonly string[] =>
  [...generations.old, ...generations.new]
    .map(({ error }) => error)
    .filter((error) => typeof error === 'string');

/** All samples arrived, with `requests` requests. */
const expectAll = async (run: Promise<Drawn>, asked: readonly Asked[], requests: number): Promise<Drawn> => {
  const sampled = await run;
  expect(failed(sampled)).toEqual([]);
  expect(sampled.generations.old.length + sampled.generations.new.length).toBe(SAMPLES);
  expect(asked).toHaveLength(requests);
  return sampled;
};

const BLOCKS = SAMPLES / 8;

const IMITATIONS: Readonly<Record<string, Imitation>> = {
  OpenAI: {
    answer: (asked, response) => {
      if (asked.number === 4) {
        return sendJson(response, 429, {
          error: { message: 'limit', type: 'insufficient_quota', code: 'project_spend_limit_exceeded' },
        });
      }
      const left = { 'x-ratelimit-remaining-requests': '4999', 'x-ratelimit-reset-requests': '12ms' };
      return sendJson(response, 200, answers(asked), left);
    },
    shows: async (run, asked) => {
      expect((await samplingError(run)).what).toContain('has no credit left: HTTP 429');
      expect(asked).toHaveLength(5);
      expect(asked[0]?.body).toMatchObject({ n: 8, max_completion_tokens: 1024 });
      expect(asked[0]?.headers.authorization).toBe('Bearer the-key');
    },
  },
  'Azure OpenAI': {
    answer: (asked, response) => {
      if (question(asked).endsWith('b')) {
        return sendJson(response, 400, {
          error: { message: 'The response was filtered', code: 'content_filter' },
        });
      }
      const answer = answers(asked, asked.number === 0 ? { more: { finish_reason: 'content_filter' } } : {});
      return sendJson(response, 200, answer, {
        'x-ratelimit-remaining-tokens': '-1',
        'x-ratelimit-reset-tokens': '0',
      });
    },
    shows: async (run, asked) => {
      const reasons = failed(await run);
      expect(reasons.filter((reason) => reason === 'content filter')).toHaveLength(8);
      expect(reasons.filter((reason) => reason.includes('content policy'))).toHaveLength(16);
      expect(asked).toHaveLength(BLOCKS);
    },
  },
  vLLM: {
    answer: (asked, response) => {
      if (asked.number === 1) return send(asked, response, { more: { finish_reason: 'abort' } });
      return send(asked, response, {
        text: (place) => {
          const id = question(asked).slice('question '.length);
          return `${String(asked.body['model'])} ${question(asked)} ${firstIndexOf(asked, { seed: 1, id }) + place}`;
        },
      });
    },
    shows: async (run, asked) => {
      const { generations } = await expectAll(run, asked, 2 * ITEMS.length + 1);
      expect(generations.old.slice(0, 8).map(({ text }) => text)).toEqual(
        Array.from({ length: 8 }, (_, index) => `acme/math-7b-v1 question a ${index}`),
      );
    },
  },
  SGLang: {
    answer: (asked, response) => {
      if (asked.number === 1) return send(asked, response, { more: { finish_reason: 'abort' } });
      return send(asked, response, { text: () => `${asked.number}` });
    },
    shows: async (run, asked) => {
      const { generations } = await run;
      expect(new Set(generations.old.map(({ text }) => text)).size).toBe(ITEMS.length * N);
      expect(asked.filter((one) => wanted(one) === 1)).not.toEqual([]);
    },
  },
  'llama.cpp server': {
    answer: (asked, response) => {
      if (asked.number < 2) {
        return sendJson(response, 503, {
          error: { code: 503, message: 'Loading model', type: 'unavailable_error' },
        });
      }
      return send(asked, response, { count: 1 });
    },
    shows: async (run, asked) => {
      const { servedBy } = await expectAll(run, asked, SAMPLES + 2);
      expect(asked[0]?.body).toMatchObject({ n: 8, top_k: 0, min_p: 0, seed: expect.any(Number) });
      expect(asked.slice(2).filter((one) => wanted(one) > 1)).toHaveLength(2);
      expect(servedBy.old.map(({ model }) => model)).toEqual(['math-7b-v1']);
    },
  },
  Ollama: {
    answer: (asked, response) => {
      if (asked.body['model'] === 'math-7b:v2') {
        return sendJson(response, 404, {
          error: {
            message: 'model "math-7b:v2" not found',
            type: 'not_found_error',
            param: null,
            code: null,
          },
        });
      }
      return asked.method === 'GET'
        ? sendJson(response, 200, { object: 'list', data: [{ id: 'math-7b:v1', object: 'model' }] })
        : send(asked, response, { count: 1 });
    },
    shows: async (run, asked) => {
      const error = await samplingError(run);
      expect(error.what).toContain('does not know the model math-7b:v2 (new)');
      expect(error.fix).toContain('The server offers math-7b:v1.');
      expect(asked.filter((one) => 'n' in one.body)).toEqual([]);
    },
  },
  'LM Studio': {
    answer: (asked, response) => {
      setTimeout(() => send(asked, response, { count: 1 }), asked.number === 0 ? 100 : 0);
    },
    shows: async (run, asked) => {
      await expectAll(run, asked, SAMPLES);
    },
  },
  'transformers serve': {
    answer: (asked, response) => {
      const known = 'model messages temperature top_p max_tokens seed n stream generation_config'.split(' ');
      const unknown = Object.keys(asked.body).filter((member) => !known.includes(member));
      if (unknown.length > 0) {
        return sendJson(response, 422, { detail: `Unexpected fields in the request: {'${unknown[0]}'}` });
      }
      return sendJson(response, 200, {
        ...answers(asked, { count: 1 }),
        model: `${String(asked.body['model'])}@main`,
      });
    },
    shows: async (run, asked) => {
      const { servedBy } = await expectAll(run, asked, SAMPLES);
      // Without top_k, the server samples from the 50 most likely tokens.
      expect(asked[0]?.body['generation_config']).toBe('{"do_sample": true, "top_k": 0}');
      expect(servedBy.old.map(({ model }) => model)).toEqual(['acme/math-7b-v1@main']);
    },
  },
  LiteLLM: {
    answer: (asked, response) => {
      if (asked.number !== 2) return send(asked, response);
      const message = 'litellm.RateLimitError: Model rate limit exceeded. RPM limit=40, current usage=41';
      return sendJson(
        response,
        429,
        { error: { message, type: 'throttling_error', param: null, code: '429' } },
        { 'llm_provider-retry-after': '60' },
      );
    },
    shows: async (run, asked) => {
      await expectAll(run, asked, BLOCKS + 1);
      expect(asked.map((one) => one.headers.authorization)).toEqual(asked.map(() => 'Bearer the-key'));
    },
  },
  TGI: {
    answer: (asked, response) => {
      if (asked.number % 5 === 1) {
        return sendJson(response, 429, { error: 'Model is overloaded', error_type: 'overloaded' });
      }
      return question(asked).endsWith('c')
        ? sendJson(response, 422, {
            error: 'Input validation error: `inputs` must have less than 1024 tokens',
            error_type: 'validation',
          })
        : send(asked, response, { count: 1 });
    },
    shows: async (run) => {
      const reasons = failed(await run);
      expect(new Set(reasons)).toEqual(
        new Set(['HTTP 422: Input validation error: `inputs` must have less than 1024 tokens']),
      );
      expect(reasons).toHaveLength(16);
    },
  },
  OpenRouter: {
    answer: (asked, response) => {
      if (asked.number === 0) {
        return sendJson(response, 200, { error: { code: 502, message: 'Provider returned error' } });
      }
      if (asked.number === 1) return send(asked, response, { more: { finish_reason: 'error' } });
      if (asked.number === 40) {
        return sendJson(response, 200, { error: { code: 402, message: 'Insufficient credits' } });
      }
      return question(asked).endsWith('a')
        ? sendJson(response, 403, {
            error: { code: 403, message: 'flagged', metadata: { reasons: ['violence'], flagged_input: '…' } },
          })
        : send(asked, response);
    },
    shows: async (run, asked) => {
      expect((await samplingError(run)).what).toContain('has no credit left: HTTP 402: Insufficient credits');
      expect(asked).toHaveLength(41);
      expect(asked[0]?.body['provider']).toEqual({
        order: ['together'],
        allow_fallbacks: false,
        require_parameters: true,
      });
      expect(asked.filter((one) => question(one).endsWith('a')).length).toBeGreaterThanOrEqual(16);
    },
  },
};

test('every server of the page has an imitation, and every imitation is on the page', () => {
  expect([...sections.keys()]).toEqual(Object.keys(IMITATIONS));
});

describe.each([...sections])('%s', (heading, configurations) => {
  test.each(configurations)('accepts the configuration:\n%s', (yaml) => {
    expect(parseConfig(yaml, 'reversal.yml').config.checkpoints).toBeDefined();
  });

  test('receives the requests that the page describes', async () => {
    const { checkpoints, sampling } = parseConfig(configurations[0] ?? '', 'reversal.yml').config;
    const imitation = IMITATIONS[heading];
    if (checkpoints === undefined || imitation === undefined) throw new Error('nothing to imitate');
    const server = await startServer(imitation.answer);
    const name = (version: string): string => (checkpoints.model ?? '').replace('{version}', version);
    const common = {
      api: checkpoints.api,
      extraBody: checkpoints.extraBody,
      ...(checkpoints.apiKeyEnv === undefined ? {} : { apiKeyEnv: checkpoints.apiKeyEnv }),
    };
    const request = makeRequest({
      baseUrl: server.baseUrl,
      storeDir: await makeFolder(),
      suites: [makeSuite('s', ITEMS)],
      checkpoints: {
        old: makeCheckpoint('old', server.baseUrl, { ...common, model: name('v1') }),
        new: makeCheckpoint('new', server.baseUrl, { ...common, model: name('v2') }),
      },
      settings: { ...sampling, n: N, concurrency: 1 },
      env: checkpoints.apiKeyEnv === undefined ? {} : { [checkpoints.apiKeyEnv]: 'the-key' },
    });
    await imitation.shows(drawerWith(stillTiming())(request), server.asked);
  });
});

test('transformers serve gets one request at a time, because each request sets the seed of the whole server', () => {
  const [yaml = ''] = sections.get('transformers serve') ?? [];
  expect(parseConfig(yaml, 'reversal.yml').config.sampling).toMatchObject({ seed: 1, concurrency: 1 });
});
