import type { RequestFailure } from './request-failure.ts';

/** The header that marks a response as streamed by the server. */
export const STREAMED_HEADER = 'x-was-streamed';

/**
 * The forms in which a response can be requested. `whole`: in one piece. `stream-with-usage`: in chunks, the last of
 * which has the token counts. `stream`: in chunks, for servers that do not accept `stream_options`.
 */
const FORMS = ['whole', 'stream-with-usage', 'stream'] as const;

type Form = (typeof FORMS)[number];

const MEMBERS: Readonly<Record<Form, Readonly<Record<string, unknown>>>> = {
  whole: { stream: false },
  'stream-with-usage': { stream: true, stream_options: { include_usage: true } },
  stream: { stream: true },
};

/** The status codes that servers return when they reject a parameter. */
const REFUSED = new Set([400, 404, 405, 415, 422, 501]);

/**
 * Decides whether a server's responses are streamed. Completions do not depend on this. Responses are requested whole.
 * They are streamed only if the server refuses to return them whole (as is the case for Qwen's reasoning models) or
 * streams them anyway.
 */
export class Streaming {
  #form: Form = 'whole';
  readonly #refused = new Set<Form>();

  /** The form for the next request. */
  get form(): Form {
    return this.#form;
  }

  /** Returns the request body's members for a form. */
  membersOf(form: Form): Readonly<Record<string, unknown>> {
    return MEMBERS[form];
  }

  /** Records that the server streamed a response. */
  sawStream(): void {
    // Streams requested from now on will include token counts.
    if (this.#form === 'whole' && this.#refused.size === 0) this.#form = 'stream-with-usage';
  }

  /**
   * Records that a request in this form failed.
   *
   * @returns whether the same request should be sent again in another form
   */
  sawFailure(form: Form, { status, message }: Pick<RequestFailure, 'status' | 'message'>): boolean {
    if (!REFUSED.has(status ?? 0) || !/\bstream|include_usage/i.test(message)) return false;
    this.#refused.add(form);
    if (this.#form === form) this.#form = FORMS.find((one) => !this.#refused.has(one)) ?? 'whole';
    return !this.#refused.has(this.#form);
  }
}
