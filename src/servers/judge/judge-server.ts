import type { JudgeModel } from '../judge-model.ts';
import { openServerSession } from '../http/server-session.ts';
import type { Budget } from '../../sampling/budget.ts';
import { type CompletionChoice, readCompletionResponse } from '../chat/completion-response.ts';
import { openConnection } from '../http/connection.ts';
import { pathOf } from '../http/endpoint.ts';
import { isBusyFailure, RequestFailure } from '../http/request-failure.ts';
import type { Usage } from '../chat/completion.ts';
import { judgeGaveUp } from './judge-errors.ts';
import { mostOf, openThrottle } from '../http/pace/throttle.ts';
import type { Timing } from '../../timing.ts';

/** A question for a judge, and how to read its answer. */
export interface Question<Verdict> {
  readonly messages: readonly { readonly role: 'system' | 'user'; readonly content: string }[];
  /** The JSON Schema of the expected answer. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** Returns undefined if the text is not an answer in the expected form. */
  readonly read: (content: string) => Verdict | undefined;
}

/** A judge's answer, or the reason why there is none. */
export type Answered<Verdict> =
  | { readonly verdict: Verdict; readonly completion: CompletionChoice }
  /** `byJudge` is true if the judge answered in an unexpected form, so the network is not to blame. */
  | { readonly failure: string; readonly byJudge: boolean };

/** The budget and the signals that enforce it. */
export interface Purse {
  readonly budget: Budget | undefined;
  /** Aborts when no more requests may be sent; requests in flight may finish. */
  readonly closed: AbortSignal;
  /** Aborts when requests in flight must stop. */
  readonly over: AbortSignal;
}

/** A run's connection to a judge's server. */
export interface JudgeServer {
  /**
   * Sends requests with retries, at the rate the server allows. First requests an answer that matches a JSON Schema. If
   * the server refuses that, requests any JSON. If it refuses that too, relies on the prompt alone. Later requests use
   * the first of these methods that the server accepts. After an answer in an unexpected form, the same request is sent
   * once more, because a single odd answer does not show what the server supports.
   *
   * @throws {SamplingError} if further requests would be pointless; {BudgetSpent} or an abort error if the request is
   * not allowed
   */
  readonly ask: <Verdict>(question: Question<Verdict>, purse: Purse) => Promise<Answered<Verdict>>;
  readonly spent: () => {
    /** The number of requests sent so far, including retries. */
    readonly requests: number;
    readonly prompt_tokens: number;
    readonly completion_tokens: number;
  };
  readonly close: () => void;
}

/** The methods of requesting an answer in the expected form, strictest first. */
const FORMS = ['json_schema', 'json_object', 'words'] as const;

type Form = (typeof FORMS)[number];

/** The run ends if more than this many consecutive requests fail after all retries. */
const MOST_FAILURES_IN_A_ROW = 20;

/**
 * Maximum number of tokens that a chat template and a schema are assumed to add. Apart from these, the number of tokens
 * is at most the number of bytes, because each token has at least one byte.
 */
const TEMPLATE_TOKENS = 512;

/** The status codes that servers return for a `response_format` that they do not support. */
const REFUSED = new Set([400, 415, 422, 501]);

/** @throws {SamplingError} if an environment variable that the judge needs is missing or unusable */
export function openJudgeServer({
  judge,
  env,
  timing,
  onWarning = () => {},
}: {
  readonly judge: JudgeModel;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timing: Timing;
  /** Called with one sentence about an anomaly that does not stop the run. */
  readonly onWarning?: ((message: string) => void) | undefined;
}): JudgeServer {
  const { concurrency, limits = {}, timeoutMs, maxTokens } = judge;
  const endpoint = { ...judge, side: 'the judge' } as const;
  const throttle = openThrottle({ concurrency, limits, timing });
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
    onPause: onWarning,
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
        path: pathOf(endpoint),
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
        isFree: isBusyFailure,
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

/** Builds a request body. A member of `extraBody` overrides the default member, and `null` removes it. */
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
  if (text.trim() === '') return "the judge's response is empty";
  return `the judge answered in an unexpected form: ${JSON.stringify(text.slice(0, SHOWN_CHARACTERS))}`;
}
