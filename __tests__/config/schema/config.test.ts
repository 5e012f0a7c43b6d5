import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { configSchema } from '../../../src/config/schema/config.ts';
import { parseConfig } from '../../../src/config/read.ts';
import type { Policy } from '../../../src/config/policy.ts';

const SUITE = { name: 'gsm8k', role: 'target', items: 'a.jsonl', grader: 'numeric' } as const;

describe('defaults', () => {
  test('of the policy: every guardrail on at 2 points or 10%, and not counted as written', () => {
    const config = configSchema.parse({ suites: [SUITE] });
    const policy: Policy = config.policy;
    const twoPoints = { margin: { kind: 'points', fraction: 0.02 } };
    expect(policy).toEqual({
      guardrails: {
        accuracy: twoPoints,
        coverage: twoPoints,
        diversity: { margin: { kind: 'relative', fraction: 0.1 } },
        ood: twoPoints,
        'hardest-group': twoPoints,
      },
      suiteGuardrails: new Map(),
      failOn: ['reversal', 'regression', 'invalid'],
      minGain: 0,
    });
    expect(config.writtenGuardrails).toEqual([]);
  });

  test('of the sampling, in the units of the code', () => {
    expect(configSchema.parse({ suites: [SUITE] }).sampling).toEqual({
      n: 32,
      nWritten: false,
      temperature: 0.8,
      topP: 0.95,
      greedy: false,
      reasoning: 'strip',
      reasoningTags: [],
      concurrency: 'auto',
      nPerRequest: 'auto',
      timeoutMs: 600_000,
    });
  });

  test('of the checkpoints, if they are given', () => {
    expect(configSchema.parse({ suites: [SUITE] }).checkpoints).toBeUndefined();
    expect(configSchema.parse({ suites: [SUITE], checkpoints: {} }).checkpoints).toEqual({
      api: 'chat',
      extraBody: {},
      old: {},
      new: {},
    });
  });

  test('n = 32 in the file counts as written', () => {
    expect(configSchema.parse({ suites: [SUITE], sampling: { n: 32 } }).sampling).toMatchObject({
      n: 32,
      nWritten: true,
    });
  });
});

test('every key is stored in its own place', () => {
  const { config } = parseConfig(
    `
checkpoints:
  model: m-{version}
  base-url: https://h/{version}/v1
  api-key-env: KEY
  headers-env: HEADERS
  extra-body: { top_k: 5 }
  api: completions
  requests-per-minute: 40
  old: { base-url: "http://localhost:1/v1", api-key-env: OLD_KEY, model: frozen, digest: abc, tokens-per-minute: 9000 }
sampling:
  { n: 8, temperature: 1, top-p: 1, max-tokens: 9, stop: "A:", seed: 3, reasoning: keep, reasoning-tags: [{ open: <a>, close: </a> }], concurrency: 2, n-per-request: 4, timeout: 1.5, max-age: 14d }
suites:
  - { name: a, role: target, items: a.jsonl, grader: { type: numeric }, system: S, template: "T {{prompt}}", hardest-group: 5 }
  - { name: b, role: open, items: b.jsonl }
guardrails:
  coverage: off
  diversity: {}
  accuracy: { margin: 2.2 points }
policy: { fail-on: [reversal, reversal, inconclusive], min-gain: 1 point }
`,
    'reversal.yml',
  );
  expect(config).toMatchObject({
    checkpoints: {
      model: 'm-{version}',
      baseUrl: 'https://h/{version}/v1',
      apiKeyEnv: 'KEY',
      headersEnv: 'HEADERS',
      extraBody: { top_k: 5 },
      api: 'completions',
      limits: { requestsPerMinute: 40 },
      old: {
        baseUrl: 'http://localhost:1/v1',
        apiKeyEnv: 'OLD_KEY',
        model: 'frozen',
        digest: 'abc',
        limits: { tokensPerMinute: 9_000 },
      },
      new: {},
    },
    sampling: {
      n: 8,
      nWritten: true,
      temperature: 1,
      topP: 1,
      maxTokens: 9,
      stop: ['A:'],
      seed: 3,
      reasoning: 'keep',
      reasoningTags: [{ open: '<a>', close: '</a>' }],
      concurrency: 2,
      nPerRequest: 4,
      timeoutMs: 1500,
      maxAgeMs: 14 * 24 * 3_600_000,
    },
    suites: [
      {
        name: 'a',
        role: 'target',
        grader: { type: 'numeric' },
        system: 'S',
        template: 'T {{prompt}}',
        hardestGroup: '5',
      },
      { name: 'b', role: 'open', items: 'b.jsonl' },
    ],
    policy: {
      guardrails: {
        coverage: 'off',
        diversity: { margin: { kind: 'relative', fraction: 0.1 } },
        accuracy: { margin: { kind: 'points', fraction: 0.022 } },
      },
      failOn: ['reversal', 'inconclusive'],
      minGain: 0.01,
    },
    writtenGuardrails: ['accuracy', 'coverage', 'diversity'],
  });
});

test('off switches a guardrail off in YAML 1.2, where it is text, and in 1.1, where it is false', () => {
  const body =
    'suites: [{ name: a, role: target, items: x, grader: numeric }]\nguardrails: { coverage: off }\n';
  for (const text of [body, `%YAML 1.1\n---\n${body}`, body.replace('off', 'false')]) {
    const { config } = parseConfig(text, 'reversal.yml');
    expect(config.policy.guardrails.coverage).toBe('off');
    expect(config.writtenGuardrails).toEqual(['coverage']);
  }
});

test.each([
  ['2 points', 'points', 0.02],
  ['1 point', 'points', 0.01],
  ['0.5points', 'points', 0.005],
  ['10%', 'relative', 0.1],
  [' 7.5 % ', 'relative', 0.075],
])('the margin "%s"', (margin, kind, fraction) => {
  const config = configSchema.parse({ suites: [SUITE], guardrails: { coverage: { margin } } });
  expect(config.policy.guardrails.coverage).toEqual({ margin: { kind, fraction } });
});

describe('the JSON Schema', () => {
  const json = z.toJSONSchema(configSchema, { io: 'input' });
  const published = z.fromJSONSchema(json);

  test.each([
    { suites: [SUITE] },
    { suites: [SUITE], guardrails: { coverage: 'off', diversity: false, ood: { margin: '3%' } } },
    { suites: [{ ...SUITE, grader: { type: 'numeric' }, 'hardest-group': 5 }], sampling: { stop: ['a'] } },
    { suites: [SUITE], checkpoints: { model: 'm', 'base-url': 'https://h/v1', 'extra-body': { a: [1] } } },
  ])('accepts what the schema accepts: %j', (input) => {
    expect(configSchema.safeParse(input).success).toBe(true);
    expect(published.safeParse(input).success).toBe(true);
  });

  test.each([
    {},
    { suites: [] },
    { suites: [{ ...SUITE, grader: 'numric' }] },
    { suites: [{ ...SUITE, template: 'no place' }] },
    { suites: [SUITE], sampling: { temprature: 1 } },
    { suites: [SUITE], sampling: { n: 0 } },
    { suites: [SUITE], guardrails: { coverage: { margin: '2' } } },
    { suites: [SUITE], guardrails: { coverage: true } },
    { suites: [SUITE], checkpoints: { 'api-key-env': 'sk-1' } },
  ])('refuses what the schema refuses: %j', (input) => {
    expect(configSchema.safeParse(input).success).toBe(false);
    expect(published.safeParse(input).success).toBe(false);
  });

  test('shows editors the defaults of optional keys', () => {
    expect(json.properties).toMatchObject({
      sampling: { properties: { n: { default: 32 }, 'top-p': { default: 0.95 } } },
      guardrails: { properties: { diversity: { default: { margin: '10%' } } } },
    });
  });
});
