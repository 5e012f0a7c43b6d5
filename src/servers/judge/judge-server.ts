import type { JudgeModel } from '../judge-model.ts';
import { openServerSession } from '../http/server-session.ts';
import type { Budget } from '../../sampling/budget.ts';
import { type CompletionChoice, readCompletionResponse } from '../chat/completion-response.ts';
import { openConnection } from '../http/connection.ts';
import { RequestFailure } from '../http/request-failure.ts';
import type { Usage } from '../chat/completion.ts';
import { judgeGaveUp } from './judge-errors.ts';
import { mostOf, openThrottle } from '../http/throttle.ts';
import type { Timing } from '../../timing.ts';

/** What a judge is asked, and what is read of its answer. */
export interface Question<Verdict> {
  readonly messages: readonly { readonly role: 'system' | 'user'; readonly content: string }[];
  /** JSON Schema of the answer. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** Undefined where the text is no answer of the form that was asked for. */
  readonly read: (content: string) => Verdict | undefined;
}

/** What a judge answered, or why there is no answer. */
export type Answered<Verdict> =
  | { readonly verdict: Verdict; readonly completion: CompletionChoice }
  /** `byJudge`: it answered in another form than it was asked for, so this is no fault of the network. */
  | { readonly failure: string; readonly byJudge: boolean };

/** What may be spent, and until when. */
export interface Purse {
  readonly budget: Budget | undefined;
  /** Aborts when nothing more may be asked; what is under way may end. */
  readonly closed: AbortSignal;
  /** Aborts when what is under way is broken off. */
  readonly over: AbortSignal;
}

/** The server of a judge during a run. */
export interface JudgeServer {
  /**
   * Asks at the server's pace, with retries. The form is asked for by its schema; where the server refuses that, as any JSON; where
   * it refuses that too, in words alone. What it took is what it is asked in from then on. An answer in another form is asked for
   * once more, in the same words: one odd answer says nothing of what the server takes.
   *
   * @throws {SamplingError} where asking on makes no sense; {BudgetSpent} or an abort error where it may not be asked.
   */
  readonly ask: <Verdict>(question: Question<Verdict>, purse: Purse) => Promise<Answered<Verdict>>;
  readonly spent: () => {
    /** Requests sent so far, repeated ones too. */
    readonly requests: number;
    readonly prompt_tokens: number;
    readonly completion_tokens: number;
  };
  readonly close: () => void;
}

/** How the form of an answer is asked for, the strictest first. */
const FORMS = ['json_schema', 'json_object', 'words'] as const;

type Form = (typeof FORMS)[number];

/** After more answers than these that could not be had in a row, all attempts made, the server is given up. */
const MOST_FAILURES_IN_A_ROW = 20;

/** A token has at least one byte; what a template and a schema add is taken to be no more than this. */
const TEMPLATE_TOKENS = 512;

/** What a server says that takes no such `response_format`. */
const REFUSED = new Set([400, 415, 422, 501]);

/** @throws {SamplingError} where an environment variable that the judge needs is missing or unusable. */
export function openJudgeServer({
  judge,
  env,
  timing,
}: {
  readonly judge: JudgeModel;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timing: Timing;
}): JudgeServer {
  const { concurrency, timeoutMs, maxTokens } = judge;
  const endpoint = { ...judge, side: 'the judge' } as const;
  const throttle = openThrottle({ concurrency, timing });
  const { post, models, close, redact } = openConnection({
    endpoint,
    timeoutMs,
    env,
    timing,
    heard: throttle.heard,
  });
  const most = MOST_FAILURES_IN_A_ROW + mostOf(concurrency);
  const session = openServerSession({
    endpoint,
    models,
    timing,
    throttle,
    mostInARow: most,
    mostAtFirst: MOST_FAILURES_IN_A_ROW,
    gaveUp: (failure, failedInARow) => judgeGaveUp({ failure, judge, failedInARow }),
  });
  const tokens = { prompt: 0, completion: 0 };
  let taken: Form | undefined;
  let unsent = 0;

  const send = async (
    question: Question<unknown>,
    form: Form,
    { over, budget }: Purse,
  ): Promise<{ readonly completion: CompletionChoice; readonly usage?: Usage }> => {
    let isSent = false;
    const request = async (): Promise<{ readonly completion: CompletionChoice; readonly usage?: Usage }> => {
      isSent = true;
      const { completions, usage } = await post({
        path: '/chat/completions',
        body: requestBody(judge, question, form),
        signal: over,
        read: (body) => readCompletionResponse(body, 'chat', redact),
      });
      tokens.prompt += usage?.prompt_tokens ?? 0;
      tokens.completion += usage?.completion_tokens ?? 0;
      const [completion = { text: '' }] = completions;
      return { completion, ...(usage && { usage }) };
    };
    if (budget === undefined) return request();
    try {
      return await budget.spend({
        side: 'judge',
        most: { prompt: mostTokensOf(question), completion: maxTokens },
        send: request,
        usage: ({ usage }) => usage && { prompt: usage.prompt_tokens, completion: usage.completion_tokens },
      });
    } catch (error) {
      if (!isSent) unsent += 1;
      throw error;
    }
  };

  return {
    close,
    spent: () => ({
      requests: session.requests() - unsent,
      prompt_tokens: tokens.prompt,
      completion_tokens: tokens.completion,
    }),
    ask: async (question, purse) => {
      let form: Form = taken ?? FORMS[0];
      let misfits = 0;
      let refusedFirst: RequestFailure | undefined;
      for (;;) {
        const next = taken === undefined ? FORMS[FORMS.indexOf(form) + 1] : undefined;
        const mayRefuse = (failure: RequestFailure): boolean =>
          next !== undefined && failure.kind !== 'moderated' && REFUSED.has(failure.status ?? 0);
        const answer = await session.ask(() => send(question, form, purse), purse.closed, mayRefuse);
        if (answer instanceof RequestFailure) {
          if (!mayRefuse(answer) || next === undefined) {
            return { failure: (refusedFirst ?? answer).message, byJudge: false };
          }
          refusedFirst ??= answer;
          form = next;
          continue;
        }
        const { completion } = answer;
        const verdict = question.read(completion.text);
        if (verdict !== undefined) {
          taken ??= form;
          return { verdict, completion };
        }
        misfits += 1;
        if (misfits > 1) return { failure: misfit(completion), byJudge: true };
      }
    },
  };
}

/** The body of a request. A member of `extraBody` wins over ours, and one that is null leaves ours out. */
function requestBody(
  { model, maxTokens, extraBody }: JudgeModel,
  { messages, schema }: Question<unknown>,
  form: Form,
): Record<string, unknown> {
  const body = {
    temperature: 0,
    max_tokens: maxTokens,
    ...extraBody,
    model,
    messages,
    ...formatOf(form, schema),
    stream: false,
  };
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}

function formatOf(form: Form, schema: Question<unknown>['schema']): Readonly<Record<string, unknown>> {
  if (form === 'words') return {};
  if (form === 'json_object') return { response_format: { type: form } };
  return { response_format: { type: form, json_schema: { name: 'verdict', strict: true, schema } } };
}

function mostTokensOf({ messages }: Question<unknown>): number {
  return messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), TEMPLATE_TOKENS);
}

const SHOWN_CHARACTERS = 200;

function misfit({ text, finish_reason }: CompletionChoice): string {
  if (finish_reason === 'length') return 'the judge reached max-tokens before it gave a verdict';
  if (finish_reason === 'content_filter')
    return 'a content filter stopped the judge before it gave a verdict';
  if (text.trim() === '') return 'the response of the judge is empty';
  return `the judge answered in an unexpected form: ${JSON.stringify(text.slice(0, SHOWN_CHARACTERS))}`;
}
