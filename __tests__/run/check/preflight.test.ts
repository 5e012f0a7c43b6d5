import { describe, expect, it } from 'vitest';
import { check } from '../../../src/run/check/check.ts';
import type { Checked } from '../../../src/run/stages/conclude.ts';
import { pin } from '../../../src/run/plan/pin.ts';
import { SamplingError } from '../../../src/errors.ts';
import { samplerWith } from '../../../src/sampling/sampler.ts';
import {
  type Asked,
  chatAnswer,
  type FakeServer,
  sendJson,
  startServer,
} from '../../sampling/fake-server.ts';
import { makeFolder, stillTiming } from '../../sampling/setting.ts';
import { anyBudget } from '../../support/any-budget.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { noLooks } from '../../support/no-looks.ts';
import { withoutEffects } from '../../support/without-effects.ts';

const ITEMS = 60;
const N = 4;
const PER_REQUEST = 1;

const itemLines = Array.from({ length: ITEMS }, (_, place) =>
  JSON.stringify({ id: `i${place}`, prompt: `What is ${place}?`, answer: String(place) }),
).join('\n');

const configuration = (baseUrl: string, sampling: string): string => `
checkpoints: { model: 'm-{version}', base-url: ${baseUrl} }
sampling: { n: ${N}, temperature: 1, n-per-request: ${PER_REQUEST}, ${sampling} }
suites:
  - { name: sums, role: target, items: items.jsonl, grader: numeric }
  - { name: others, role: ood, items: items.jsonl, grader: numeric }
guardrails: { accuracy: { margin: 20 points }, coverage: off, diversity: off, ood: { margin: 20 points }, hardest-group: off }
`;

/** The right answer, as a model that can count would give it. */
function rightAnswer({ body }: Asked): string {
  const [, number] = /What is (\d+)\?/u.exec(JSON.stringify(body['messages'])) ?? [];
  return `The answer is ${number}.`;
}

interface Setting {
  readonly server: FakeServer;
  readonly notes: string[];
  readonly askedOf: (version: string) => number;
  readonly run: (options?: { readonly preflight?: boolean }) => Promise<Checked>;
}

/** A check of two versions on one server that answers with `answer`. */
async function setting(
  answer: (asked: Asked) => {
    readonly text: string;
    readonly finish?: string;
    readonly status?: number;
    /** The message of the choice, instead of one with the text. */
    readonly message?: object;
  },
  sampling = 'concurrency: 8',
): Promise<Setting> {
  const server = await startServer((asked, response) => {
    const { text, finish = 'stop', status = 200, message } = answer(asked);
    if (status !== 200) return sendJson(response, status, { error: { message: text } });
    const model = `served-${String(asked.body['model'])}`;
    sendJson(response, 200, {
      ...chatAnswer(text, finish),
      ...(message && { choices: [{ index: 0, message, finish_reason: finish }] }),
      model,
    });
  });
  const contents = {
    'reversal.yml': configuration(server.baseUrl, sampling),
    'items.jsonl': itemLines,
  };
  const { text } = await pin('reversal.yml', memoryFiles(contents));
  const files = memoryFiles({ ...contents, 'reversal.lock': text });
  const storeDir = await makeFolder();
  const notes: string[] = [];
  return {
    server,
    notes,
    askedOf: (version) => server.asked.filter(({ body }) => body['model'] === `m-${version}`).length,
    run: (options = {}) =>
      check({
        configPath: 'reversal.yml',
        versions: { old: 'v1', new: 'v2' },
        files,
        sampler: samplerWith(stillTiming()),
        openBudget: anyBudget,
        grading: withoutEffects,
        openLooks: noLooks,
        nowMs: 0,
        embed: () => Promise.reject(new Error('nothing is to be embedded')),
        storeDir,
        env: {},
        signal: new AbortController().signal,
        onProgress: () => {},
        onNote: (line) => notes.push(line),
        ...options,
      }),
  };
}

/** The error that a check ends with. */
async function failureOf(running: Promise<unknown>): Promise<SamplingError> {
  const error: unknown = await running.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(error instanceof SamplingError)) throw new Error('the check did not end with a SamplingError');
  return error;
}

/** All samples of a side, both suites. */
const ALL = 2 * ITEMS * N;
/** Requests of a side before its suites are examined: 20 samples each, and those of the first request. */
const LOOKED_AT = 2 * 20;

describe('the first answer of each side', () => {
  it('is reported in a line: model, samples, finish reason, tokens, answers, and that the seed is not checked', async () => {
    const { run, notes } = await setting((asked) => ({ text: rightAnswer(asked) }));
    await run();
    expect(notes).toHaveLength(2);
    expect(notes.toSorted()[1]).toMatch(
      /^preflight, old: m-v1 \(reported as served-m-v1\); 1 of 1\ssample in the first response; finish reason stop; 11 prompt and 3 completion tokens; answers found in 1 of 1 \(answer-marker\)\. The seed is not checked\.$/u,
    );
  });

  it('is stored as a sample: nothing is requested twice', async () => {
    const { run, server } = await setting((asked) => ({ text: rightAnswer(asked) }));
    const { result } = await run();
    expect(result.verdict.status).toBe('unchanged');
    expect(server.asked).toHaveLength(2 * ALL);
  });

  it('ends the run before the other side is paid for if the side is dead', async () => {
    const { run, askedOf } = await setting((asked) =>
      asked.body['model'] === 'm-v2' ? { text: 'out of order', status: 500 } : { text: rightAnswer(asked) },
    );
    const error = await failureOf(run());
    expect(error.message).toContain('out of order');
    expect(askedOf('v1')).toBe(1);
  });

  it('does not take a side that refuses one item for dead', async () => {
    const { run } = await setting((asked) =>
      JSON.stringify(asked.body['messages']).includes('What is 0?')
        ? { text: 'this item is refused', status: 400 }
        : { text: rightAnswer(asked) },
    );
    const { result } = await run();
    expect(result.suites[0]?.outcomes.old.failed).toBe(N);
  });
});

describe('the first 20 samples of a suite', () => {
  const unread = (of: (asked: Asked) => boolean) => (asked: Asked) => ({
    text: of(asked) ? 'It was 3 of them. Then came 4. What a day' : rightAnswer(asked),
  });

  it('stop the run if they are unparseable, with examples and what to change', async () => {
    const { run, askedOf } = await setting(unread(({ body }) => body['model'] === 'm-v2'));
    const error = await failureOf(run());
    expect(error.message).toMatch(
      /suite sums: The first 20 samples of sums \(new\) fail for the same reason: no answer could be read\. .*\n {4}i0: … It was 3 of them\. Then came 4\. What a day\n {4}i1: /u,
    );
    expect(error.message.match(/What a day/gu)).toHaveLength(3);
    expect(error.message).toMatch(/template.*fallback.*--no-preflight/u);
    expect(askedOf('v1') + askedOf('v2')).toBe(2 * LOOKED_AT);
  });

  it('are kept, so that the same command stops again without a request', async () => {
    const { run, server } = await setting(unread(() => true));
    await failureOf(run());
    const before = server.asked.length;
    await failureOf(run());
    expect(server.asked.length - before).toBeLessThanOrEqual(2);
  });

  it('are not examined with --no-preflight, and the check continues', async () => {
    const { run, server } = await setting(unread(() => true));
    await failureOf(run());
    const { result } = await run({ preflight: false });
    expect(result.verdict.status).toBe('invalid');
    expect(server.asked).toHaveLength(2 * ALL);
  });

  it('stop the run if all are truncated, with advice to raise the limit', async () => {
    const { run, askedOf } = await setting(() => ({ text: '<think>let me see', finish: 'length' }));
    const error = await failureOf(run());
    expect(error.message).toMatch(
      /are cut off by the token limit, 20 of them during reasoning.*max-tokens/su,
    );
    expect(askedOf('v1')).toBe(LOOKED_AT);
  });

  it('stop the run if all are empty', async () => {
    const { run } = await setting(() => ({ text: '' }));
    expect((await failureOf(run())).message).toMatch(
      /the completion is empty.*\n {4}i0: the completion is empty; nothing/u,
    );
  });

  it('stop the run if they are reasoning without content, and are requested again once the server is fixed', async () => {
    let isFixed = false;
    const { run, server } = await setting((asked) => ({
      text: rightAnswer(asked),
      ...(!isFixed && { message: { content: null, reasoning_content: rightAnswer(asked) } }),
    }));
    expect((await failureOf(run())).message).toMatch(
      /fail for the same reason: the server returned reasoning but no text\. .*reasoning parser.*these samples will be requested again\.$/su,
    );
    const before = server.asked.length;
    isFixed = true;
    const { result } = await run();
    expect(result.verdict.status).toBe('unchanged');
    expect(server.asked.length - before).toBe(2 * ALL);
  });

  it('do not stop it if one is parseable', async () => {
    const { run, server } = await setting(unread((asked) => rightAnswer(asked) !== 'The answer is 10.'));
    await run();
    expect(server.asked).toHaveLength(2 * ALL);
  });

  it('do not stop it if they are wrong answers', async () => {
    const { run, server } = await setting(() => ({ text: 'The answer is -1.' }));
    const { result } = await run();
    expect(result.verdict.status).toBe('invalid');
    expect(server.asked).toHaveLength(2 * ALL);
  });
});
