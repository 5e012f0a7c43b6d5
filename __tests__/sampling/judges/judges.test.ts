import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { JudgeModel } from '../../../src/servers/judge-model.ts';
import { openBudget } from '../../../src/sampling/budget.ts';
import type { Question } from '../../../src/servers/judge/judge-server.ts';
import { type Judges, type JudgingProgress, judgesWith } from '../../../src/sampling/judges/judges.ts';
import { type Asked, chatAnswer, type FakeServer, sendJson, startServer } from '../fake-server.ts';
import { makeFolder, readStore, samplingError, stillTiming } from '../setting.ts';

const model = ({ baseUrl }: Pick<FakeServer, 'baseUrl'>, more: Partial<JudgeModel> = {}): JudgeModel => ({
  model: 'j',
  baseUrl,
  maxTokens: 64,
  extraBody: {},
  concurrency: 2,
  timeoutMs: 5_000,
  ...more,
});

/** A question with the answer yes or no. */
const about = (text: string): Question<string> => ({
  messages: [
    { role: 'system', content: 'Is it even?' },
    { role: 'user', content: JSON.stringify({ completion: text }) },
  ],
  schema: { type: 'string' },
  read: (content) => (/^(?:yes|no)$/u.test(content) ? content : undefined),
});

async function opened(
  more: { readonly storeDir?: string; readonly signal?: AbortSignal } = {},
): Promise<Judges & { readonly progress: JudgingProgress[]; readonly storeDir: string }> {
  const progress: JudgingProgress[] = [];
  const storeDir = more.storeDir ?? (await makeFolder());
  const judges = judgesWith(stillTiming())({
    env: { JUDGE_KEY: 'sk-planted-0123456789' },
    signal: new AbortController().signal,
    onJudging: (one) => progress.push(one),
    ...more,
    storeDir,
  });
  return { ...judges, progress, storeDir };
}

const say = (text: string) => (_: Asked, response: ServerResponse) =>
  sendJson(response, 200, chatAnswer(text));

const formOf = ({ body }: Asked): string => {
  const format = body['response_format'];
  return typeof format === 'object' && format !== null && 'type' in format ? String(format.type) : 'words';
};

/** A server that accepts only these formats and refuses others with a status. */
const taking =
  (forms: readonly string[], status = 400) =>
  (asked: Asked, response: ServerResponse): void => {
    if (forms.includes(formOf(asked))) say('yes')(asked, response);
    else sendJson(response, status, { error: { message: 'bad request' } });
  };

describe('a request', () => {
  it('is sent once, and never again if its verdict is stored', async () => {
    const server = await startServer(say('yes'));
    const first = await opened();
    const judge = first.of(model(server));
    expect(await judge.stored(about('a'))).toBeUndefined();
    const answers = await Promise.all([judge.ask(about('a')), judge.ask(about('a')), judge.ask(about('b'))]);
    expect(answers.map((answer) => 'verdict' in answer && answer.verdict)).toEqual(['yes', 'yes', 'yes']);
    expect(await judge.stored(about('a'))).toBe('yes');
    await first.close();
    expect(first.cost()).toEqual({ requests: 2, prompt_tokens: 22, completion_tokens: 6, cached: 0 });
    expect(first.progress.at(-1)).toEqual({ done: 2, failed: 0, cached: 0, total: 2 });
    await server.stop();

    const again = await opened({ storeDir: first.storeDir });
    expect(await again.of(model(server)).stored(about('b'))).toBe('yes');
    await again.close();
    expect(again.cost()).toEqual({ requests: 0, prompt_tokens: 0, completion_tokens: 0, cached: 1 });
    expect(server.asked).toHaveLength(2);
  });

  it('leaves no completion and no rubric in the store', async () => {
    const server = await startServer(say('no'));
    const judges = await opened();
    await judges.of(model(server)).ask(about('the completion'));
    await judges.close();
    const [file] = await readStore(judges.storeDir);
    expect(file?.path).toContain('judges/j-');
    expect(file?.text).toMatch(/^\{"key":"[0-9a-f]{64}","content":"no","model":"served-name",/u);
    expect(file?.text).not.toContain('the completion');
    expect(file?.text).not.toContain('even');
  });

  it('is sent again for another model, address or limit, but not for the same digest elsewhere', async () => {
    const server = await startServer(say('yes'));
    const { storeDir } = await opened();
    const requests = async (more: Partial<JudgeModel>): Promise<boolean> => {
      const judges = await opened({ storeDir });
      const stored = await judges.of(model(server, more)).stored(about('a'));
      if (stored === undefined) await judges.of(model(server, more)).ask(about('a'));
      await judges.close();
      return stored === undefined;
    };
    const elsewhere = `${server.baseUrl}/../v1`;
    expect(await requests({})).toBe(true);
    expect(await requests({ concurrency: 1, timeoutMs: 1 })).toBe(false);
    expect(await requests({ baseUrl: elsewhere })).toBe(true);
    expect(await requests({ maxTokens: 65 })).toBe(true);
    expect(await requests({ digest: 'd' })).toBe(true);
    expect(await requests({ digest: 'd', baseUrl: elsewhere })).toBe(false);
  });

  it.each([
    [
      "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.",
      'Set extra-body: { temperature: null } in the grader to leave it out of requests.',
    ],
    [
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      'Set extra-body: { max_tokens: null, max_completion_tokens: 1024 } in the grader.',
    ],
    [
      'max_tokens is too large: 64. This model supports at most 32 completion tokens.',
      'Lower grader.max-tokens.',
    ],
  ])('names the setting that the server refuses: %s', async (message, fix) => {
    const server = await startServer((_, response) => sendJson(response, 400, { error: { message } }));
    const judges = await opened();
    const error = await samplingError(judges.of(model(server)).ask(about('a')));
    expect(error.fix).toBe(fix);
    expect(server.asked).toHaveLength(1);
    await judges.close();
  });

  it('has temperature 0, and values of extra-body override the defaults', async () => {
    const server = await startServer(say('yes'));
    const judges = await opened();
    await judges.of(model(server)).ask(about('a'));
    const extraBody = { max_tokens: null, max_completion_tokens: 9, temperature: 1, model: 'other' };
    await judges.of(model(server, { extraBody })).ask(about('a'));
    expect(server.asked[0]?.body).toMatchObject({
      model: 'j',
      temperature: 0,
      max_tokens: 64,
      stream: false,
    });
    expect(server.asked[1]?.body).toMatchObject({ model: 'j', temperature: 1, max_completion_tokens: 9 });
    expect(server.asked[1]?.body).not.toHaveProperty('max_tokens');
    await judges.close();
  });
});

describe('the response format', () => {
  it.each([
    ['json_schema', [['json_schema'], ['json_schema']], 400],
    ['json_object', [['json_schema', 'json_object'], ['json_object']], 400],
    ['words', [['json_schema', 'json_object', 'words'], ['words']], 422],
  ] as const)(
    'is %s if the server accepts no other, and requested like this from then on',
    async (form, asked, status) => {
      const server = await startServer(taking([form], status));
      const judges = await opened();
      const judge = judges.of(model(server));
      expect(await judge.ask(about('a'))).toMatchObject({ verdict: 'yes' });
      expect(await judge.ask(about('b'))).toMatchObject({ verdict: 'yes' });
      await judges.close();
      expect(server.asked.map(formOf)).toEqual(asked.flat());
    },
  );

  it('is requested once more, equally strictly, after another one; then there is no verdict', async () => {
    const server = await startServer((asked, response) =>
      say(asked.number === 1 || asked.number === 4 ? 'yes' : 'Yes, I think so.')(asked, response),
    );
    const judges = await opened();
    const judge = judges.of(model(server));
    expect(await judge.ask(about('a'))).toMatchObject({ verdict: 'yes' });
    expect(await judge.ask(about('b'))).toEqual({
      failure: 'the judge answered in an unexpected form: "Yes, I think so."',
      byJudge: true,
    });
    expect(await judge.ask(about('c'))).toMatchObject({ verdict: 'yes' });
    await judges.close();
    expect(server.asked.map(formOf)).toEqual(Array.from({ length: 5 }, () => 'json_schema'));
    expect(judges.progress.at(-1)).toEqual({ done: 2, failed: 1, cached: 0, total: 3 });
  });

  it.each([
    [chatAnswer('', 'length'), 'the judge reached max-tokens before it gave a verdict'],
    [chatAnswer('{', 'MAX_TOKENS'), 'the judge reached max-tokens before it gave a verdict'],
    [chatAnswer('', 'SAFETY'), 'a content filter stopped the judge before it gave a verdict'],
    [chatAnswer(null), "the judge's response is empty"],
  ])('is not satisfied by %j', async (answer, failure) => {
    const server = await startServer((_, response) => sendJson(response, 200, answer));
    const judges = await opened();
    expect(await judges.of(model(server)).ask(about('a'))).toEqual({ failure, byJudge: true });
    await judges.close();
  });

  it('is not changed if the server refuses a request in every format', async () => {
    const server = await startServer((asked, response) =>
      JSON.stringify(asked.body).includes('too long')
        ? sendJson(response, 400, { error: { message: 'longer than I can read' } })
        : taking(['json_schema'])(asked, response),
    );
    const judges = await opened();
    const judge = judges.of(model(server));
    const failure = 'HTTP 400: longer than I can read';
    expect(await judge.ask(about('too long'))).toEqual({ failure, byJudge: false });
    expect(await judge.ask(about('a'))).toMatchObject({ verdict: 'yes' });
    expect(await judge.ask(about('too long too'))).toEqual({ failure, byJudge: false });
    await judges.close();
    expect(server.asked).toHaveLength(3 + 1 + 1);
  });
});

describe('a server that fails', () => {
  it('with a filter is asked once, and still supports every format', async () => {
    const server = await startServer((asked, response) => {
      if (asked.number > 0) say('yes')(asked, response);
      else sendJson(response, 400, { error: { message: 'filtered', code: 'content_filter' } });
    });
    const judges = await opened();
    const judge = judges.of(model(server));
    expect(await judge.ask(about('a'))).toMatchObject({ byJudge: false });
    expect(await judge.ask(about('b'))).toMatchObject({ verdict: 'yes' });
    await judges.close();
    expect(server.asked.map(formOf)).toEqual(['json_schema', 'json_schema']);
  });

  it('is retried if that may help, and otherwise fails one verdict', async () => {
    const server = await startServer((asked, response) => {
      if (asked.number < 2)
        sendJson(response, asked.number === 0 ? 429 : 500, { error: { message: 'later' } });
      else say('yes')(asked, response);
    });
    const judges = await opened();
    expect(await judges.of(model(server)).ask(about('a'))).toMatchObject({ verdict: 'yes' });
    await judges.close();
    expect(judges.cost().requests).toBe(3);
  });

  it.each([
    [401, 'The server refused access to the judge (j)', 'grader.api-key-env'],
    [402, 'The account for the judge (j) has no credit left', 'grader.api-key-env'],
    [404, 'The server does not know the model j (the judge)', 'grader.model'],
  ])('with HTTP %i ends the run at once', async (status, what, where) => {
    const server = await startServer(({ path }, response) =>
      path === '/v1/models'
        ? sendJson(response, 200, { data: [{ id: 'another' }] })
        : sendJson(response, status, { error: { message: 'no' } }),
    );
    const judges = await opened();
    const judge = judges.of(model(server, { concurrency: 1 }));
    const all = [about('a'), about('b'), about('c')].map((question) => samplingError(judge.ask(question)));
    for (const error of await Promise.all(all)) {
      expect(error.what).toContain(what);
      expect(error.where).toBe(where);
    }
    await judges.close();
    expect(judges.cost().requests).toBeLessThanOrEqual(3);
  });

  it('by being unreachable ends the run, and stored verdicts are still used', async () => {
    const server = await startServer(say('yes'));
    const first = await opened();
    await first.of(model(server)).ask(about('a'));
    await first.close();
    await server.stop();
    const { storeDir } = first;
    const judges = await opened({ storeDir });
    const judge = judges.of(model(server));
    expect(await judge.stored(about('a'))).toBe('yes');
    expect((await samplingError(judge.ask(about('b')))).what).toContain('is not reachable');
    await judges.close();
  });

  it('never gets its key into an error', async () => {
    const server = await startServer((asked, response) =>
      sendJson(response, 200, chatAnswer(`${asked.headers.authorization} yes`)),
    );
    const judges = await opened();
    const judge = judges.of(model(server, { apiKeyEnv: 'JUDGE_KEY' }));
    const question = { ...about('a'), read: (content: string) => content };
    expect(await judge.ask(question)).toMatchObject({ verdict: 'Bearer [secret] yes' });
    await judges.close();
    const [file] = await readStore(judges.storeDir);
    expect(file?.text).not.toContain('planted');
    const missing = await opened();
    const error = await samplingError(missing.of(model(server, { apiKeyEnv: 'NO_KEY' })).ask(about('a')));
    expect(error).toMatchObject({ where: 'grader.api-key-env' });
    await missing.close();
  });
});

describe('a run that ends early', () => {
  it('because of its budget keeps its verdicts and says how to resume', async () => {
    const server = await startServer(say('yes'));
    const timing = stillTiming();
    const judges = await opened();
    judges.spendFrom(openBudget({ limits: { maxRequests: 2 }, prices: undefined, timing }));
    const judge = judges.of(model(server, { concurrency: 1 }));
    await judge.ask(about('a'));
    await judge.ask(about('b'));
    const error = await samplingError(judge.ask(about('c')));
    expect(error.what).toBe(
      'The budget (max-requests: 2 left for the judge) was used up before the judge (j) had graded every completion.',
    );
    await judges.close();
    expect(server.asked).toHaveLength(2);
    expect(judges.cost().requests).toBe(2);
    const [file] = await readStore(judges.storeDir);
    expect(file?.text.trim().split('\n')).toHaveLength(2);
  });

  it('because of an interrupt keeps its verdicts', async () => {
    const stop = new AbortController();
    const server = await startServer((asked, response) => {
      if (asked.number === 0) say('yes')(asked, response);
      else stop.abort(new Error('interrupted'));
    });
    const judges = await opened({ signal: stop.signal });
    const judge = judges.of(model(server, { concurrency: 1 }));
    await judge.ask(about('a'));
    const errors = await Promise.all(
      [about('b'), about('c')].map((question) => samplingError(judge.ask(question))),
    );
    for (const error of errors) expect(error.what).toBe('Grading by the judge was interrupted.');
    await judges.close();
    const [{ path } = { path: '' }] = await readStore(judges.storeDir);
    expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(1);
  });
});
