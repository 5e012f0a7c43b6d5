import { describe, expect, it } from 'vitest';
import { probe } from '../../../src/run/probe/probe.ts';
import { SamplingError } from '../../../src/errors.ts';
import { renderProbeTerminal, serialiseProbe } from '../../../src/report/probe.ts';
import { estimateSampling } from '../../../src/sampling/estimate/estimate.ts';
import { sample } from '../../../src/sampling/sampler.ts';
import { type Asked, chatAnswer, sendJson, startServer } from '../../sampling/fake-server.ts';
import { makeFolder, readStore } from '../../sampling/setting.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { withoutEffects } from '../../support/without-effects.ts';

const ITEMS = 40;
const HOSTILE = '\u001B[31m::error::boo\n##[group]';

const lines = Array.from({ length: ITEMS }, (_, place) =>
  JSON.stringify({ id: `i${place + 10}`, prompt: `What is ${place}?`, answer: String(place) }),
).join('\n');

/** Old answers; new writes no readable answer, and text that must not have an effect in a log. */
function answer({ body }: Asked): Record<string, unknown> {
  const [, number] = /What is (\d+)\?/u.exec(JSON.stringify(body['messages'])) ?? [];
  const isOld = body['model'] === 'm-v1';
  const given = chatAnswer(isOld ? `The answer is ${number}.` : `${HOSTILE} One. Then ${number} came. Bye`);
  return {
    ...given,
    usage: {
      prompt_tokens: 20,
      completion_tokens: 10,
      ...(isOld && { completion_tokens_details: { reasoning_tokens: 4 } }),
    },
  };
}

async function probing(itemsOfSuite = 3, answering = answer) {
  const server = await startServer((asked, response) => sendJson(response, 200, answering(asked)));
  const files = memoryFiles({
    'items.jsonl': lines,
    'reversal.yml': `
checkpoints: { model: 'm-{version}', base-url: ${server.baseUrl} }
sampling: { n: 4, temperature: 1, max-tokens: 64, n-per-request: 4, concurrency: 2 }
prices: { old: { prompt: 1, completion: 2 }, new: { prompt: 1, completion: 2 } }
suites:
  - { name: sums, role: target, items: items.jsonl, grader: numeric, template: "Q: {{prompt}}" }
  - { name: talk, role: open, items: items.jsonl }
guardrails: { coverage: off, accuracy: { margin: 20 points } }
`,
  });
  const storeDir = await makeFolder();
  const run = () =>
    probe({
      configPath: 'reversal.yml',
      versions: { old: 'v1', new: 'v2' },
      files,
      itemsOfSuite,
      sampler: sample,
      estimator: estimateSampling,
      grading: withoutEffects,
      storeDir,
      env: {},
      signal: new AbortController().signal,
      onProgress: () => {},
    });
  return { run, server, storeDir };
}

describe('a probe', () => {
  it('samples three items of each suite, evenly spread, once from each side', async () => {
    const { run, server } = await probing();
    const { suites } = await run();
    expect(server.asked).toHaveLength(2 * 2 * 3);
    expect(suites.map(({ items }) => items.map(({ id }) => id))).toEqual([
      ['i10', 'i30', 'i49'],
      ['i10', 'i30', 'i49'],
    ]);
  });

  it('shows the prompt as sent, completion, answer, rule, both grades and tokens', async () => {
    const { run } = await probing();
    const { suites } = await run();
    expect(suites[0]?.items[0]).toEqual({
      id: 'i10',
      messages: [{ role: 'user', content: 'Q: What is 0?' }],
      right_answer: '0',
      old: {
        text: 'The answer is 0.',
        finish_reason: 'stop',
        outcome: 'correct',
        answer: '0',
        rule: 'answer-marker',
        lenient: null,
        reason: null,
        tokens: { prompt: 20, completion: 10, reasoning: 4 },
      },
      new: expect.objectContaining({ outcome: 'unparseable', lenient: 'correct', rule: null }),
    });
    expect(suites[1]?.items[0]?.old).toMatchObject({ outcome: null, answer: null });
  });

  it('projects the rest of the check from the measured tokens, and the time', async () => {
    const { run } = await probing();
    const { projected } = await run();
    // Each side and suite has 40 items with one request of 4 samples; one sample of 3 items is stored.
    expect(projected.sides.map(({ requests, stored }) => [requests, stored])).toEqual(
      Array.from({ length: 4 }, () => [40, 3]),
    );
    expect(projected.sides[0]?.completionTokens).toEqual({ tokens: 10 * (160 - 3), basis: 'store' });
    expect(projected.meanMs).toBeGreaterThan(0);
  });

  it('keeps its samples: a second one sends no requests, and has no time to project from', async () => {
    const { run, server, storeDir } = await probing();
    await run();
    const { projected } = await run();
    expect(server.asked).toHaveLength(12);
    expect(projected.meanMs).toBeUndefined();
    expect((await readStore(storeDir)).length).toBeGreaterThan(0);
  });

  it('samples the requested number of items, or all if there are fewer', async () => {
    const { run, server } = await probing(1);
    expect((await run()).suites[0]?.items.map(({ id }) => id)).toEqual(['i10']);
    expect(server.asked).toHaveLength(4);
    const all = await probing(1000);
    expect((await all.run()).suites[0]?.items).toHaveLength(ITEMS);
  });

  it('fails if a side returns no completion', async () => {
    const { run } = await probing(3, ({ body }) =>
      body['model'] === 'm-v2' ? { error: { code: 401, message: 'no key' } } : answer({ body } as Asked),
    );
    await expect(run()).rejects.toBeInstanceOf(SamplingError);
  });

  it('on a terminal has no active text, and ends with the projection', async () => {
    const { run } = await probing();
    const probed = await run();
    const text = renderProbeTerminal(probed, { columns: 100 });
    const line = text.replaceAll(/[\n\u00A0]/gu, ' ');
    expect(text).not.toContain('\u001B');
    expect(text).not.toMatch(/::error|##\[/u);
    expect(text).toContain(
      'sums/i10\n    > user: Q: What is 0?\n  right answer: 0\n  old (m-v1): correct, answer 0',
    );
    expect(line).toMatch(/The rest of the check needs 160 requests, .*\$/u);
    expect(line).toMatch(
      /A request took .* s on average, so the remaining requests will take about \d+.s with 2 at a time\.\s*$/u,
    );
    expect(JSON.parse(serialiseProbe(probed))).toMatchObject({
      projected: { concurrency: 2 },
    });
  });
});
