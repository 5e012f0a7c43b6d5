import { describe, expect, it } from 'vitest';
import {
  readCompletionResponse,
  type CompletionChoice,
} from '../../../src/servers/chat/completion-response.ts';
import { redaction } from '../../../src/servers/http/redaction.ts';
import { chatAnswer } from '../../sampling/fake-server.ts';

const redact = redaction({ secrets: [], baseUrl: 'https://inference.acme.dev/v1' });

/** The only completion of a response, with the usage of the response. */
function readOne(body: unknown, api: 'chat' | 'completions' = 'chat'): CompletionChoice {
  const { completions, usage } = readCompletionResponse(body, api, redact);
  const [only, ...others] = completions;
  if (only === undefined || others.length > 0) throw new Error('expected one completion');
  return { ...only, ...(usage && { usage }) };
}

describe('readCompletions', () => {
  it('reads a chat response', () => {
    expect(readOne(chatAnswer(' 42\n'))).toEqual({
      text: ' 42\n',
      finish_reason: 'stop',
      usage: { prompt_tokens: 11, completion_tokens: 3 },
      model: 'served-name',
      system_fingerprint: 'fp_7',
    });
  });

  it('reads a response of the completions API', () => {
    const answer = { choices: [{ text: '42', finish_reason: 'length' }] };
    expect(readOne(answer, 'completions')).toEqual({ text: '42', finish_reason: 'length' });
  });

  it('reads the finish reason in any spelling, and keeps one that it does not know', () => {
    expect(readOne(chatAnswer('4', 'MAX_TOKENS')).finish_reason).toBe('length');
    expect(readOne(chatAnswer('4', 'RECITATION')).finish_reason).toBe('content_filter');
    expect(readOne(chatAnswer('4', 'tool_calls')).finish_reason).toBe('tool_calls');
  });

  it('reads JSON with another content type', () => {
    expect(readOne(JSON.stringify(chatAnswer('42'))).text).toBe('42');
  });

  it.each([
    ['a null content', { content: null }],
    ['no content', { tool_calls: [] }],
  ])('reads %s as an empty text', (_, message) => {
    expect(readOne({ choices: [{ message }] })).toEqual({ text: '' });
  });

  it('reads a content in parts: texts are the completion, thinking is not', () => {
    const content = [
      { type: 'thinking', thinking: [{ type: 'text', text: 'Is it 7?' }], closed: true },
      { type: 'text', text: 'It ' },
      { type: 'reference', reference_ids: [1] },
      { type: 'text', text: 'is 4.' },
    ];
    expect(readOne({ choices: [{ message: { content } }] })).toEqual({
      text: 'It is 4.',
      reasoning_bytes: 8,
    });
  });

  it.each([
    ['reasoning_content', { content: null, reasoning_content: 'It is 4.' }],
    ['reasoning', { content: '\n', reasoning: 'It is 4.' }],
    ['thinking parts', { content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'It is 4.' }] }] }],
    ['a thinking part with text', { content: [{ type: 'thinking', thinking: 'It is 4.', signature: 'x' }] }],
    ['a reasoning part', { content: [{ type: 'reasoning', text: 'It is 4.' }] }],
  ])('marks a completion whose text is all in %s', (_, message) => {
    const { text, reasoning_only } = readOne({ choices: [{ message }] });
    expect(text.trim()).toBe('');
    expect(reasoning_only).toBe(true);
  });

  it.each([
    ['text as well', { content: '4', reasoning_content: 'It is 4.' }],
    ['no reasoning either', { content: null, reasoning_content: '' }],
    ['an odd reasoning', { content: null, reasoning: { effort: 'low' } }],
  ])('does not mark a completion with %s', (_, message) => {
    expect(readOne({ choices: [{ message }] })).not.toHaveProperty('reasoning_only');
  });

  it('accepts odd or missing usage, model and reason', () => {
    const odd = { ...chatAnswer('42'), usage: { prompt_tokens: -1 }, model: null, system_fingerprint: null };
    expect(readOne(odd)).toEqual({ text: '42', finish_reason: 'stop' });
    expect(readOne({ choices: [{ message: { content: '' }, finish_reason: null }] })).toEqual({ text: '' });
  });

  it('reads several completions in the order of their index, whatever their order in the response', () => {
    const choice = (index: number): unknown => ({ index, text: `text ${index}`, finish_reason: 'stop' });
    const body = {
      choices: [choice(2), choice(0), choice(1)],
      usage: { prompt_tokens: 5, completion_tokens: 9 },
    };
    const { completions, usage } = readCompletionResponse(body, 'completions', redact);
    expect(completions.map(({ text }) => text)).toEqual(['text 0', 'text 1', 'text 2']);
    expect(usage).toEqual({ prompt_tokens: 5, completion_tokens: 9 });
  });

  it("recognizes a usage that is the first completion's, as llama.cpp's server returns it", () => {
    const choices = [{ text: 'one' }, { text: 'two' }];
    const usage = { prompt_tokens: 5, completion_tokens: 9 };
    const read = (body: object): unknown =>
      readCompletionResponse({ usage, ...body }, 'completions', redact).usageIsOfFirst;
    expect(read({ choices, timings: { predicted_n: 9 } })).toBe(true);
    expect(read({ choices, timings: { predicted_n: 4 } })).toBeUndefined();
    expect(read({ choices: choices.slice(1), timings: { predicted_n: 9 } })).toBeUndefined();
    expect(read({ choices, timings: 'fast' })).toBeUndefined();
  });

  it.each([
    [502, 'the model failed', 'status', 'HTTP 502: the model failed'],
    ['429', 'slow down', 'status', 'HTTP 429: slow down'],
    ['content_filter', 'filtered', 'moderated', 'HTTP 200: filtered'],
    [
      null,
      'litellm.ContentPolicyViolationError: no',
      'moderated',
      'HTTP 200: litellm.ContentPolicyViolationError',
    ],
  ])('reads an error with the code %s in a response with HTTP status 200', (code, message, kind, words) => {
    expect(() => readOne({ error: { code, message } })).toThrow(
      expect.objectContaining({ kind, message: expect.stringContaining(words) }),
    );
  });

  it('reads none of several completions if the server cut one short', () => {
    const body = { choices: [{ text: 'whole' }, { text: 'ha', finish_reason: 'abort' }] };
    expect(() => readCompletionResponse(body, 'completions', redact)).toThrow('was cut off');
  });

  it.each([
    ['is not valid JSON', undefined],
    ['is not valid JSON', '{"choices": ['],
    ['is a web page', '<html>'],
    ['is a web page', '\n<!DOCTYPE html><title>Sign in</title>'],
    ['contains no completion', null],
    ['contains no completion', []],
    ['contains no completion: it is an empty object', {}],
    ['contains no completion, only `choices`', { choices: [{}] }],
    ['contains no completion, only `choices`', { choices: [{ message: { content: 42 } }] }],
    ['contains no completion, only `a`, `b`, `c`, `d`, `e`, …', { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 }],
    ['has HTTP status 200 but is an error: overloaded', { error: { message: 'overloaded.' } }],
    [
      'has HTTP status 200 but is an error: Unexpected endpoint or method. (POST /chat/completions)',
      { error: 'Unexpected endpoint or method. (POST /chat/completions)' },
    ],
    ['has the format of the completions API', { choices: [{ text: '42' }] }],
    ['has no choices', { choices: [] }],
    ['was cut off by the server', chatAnswer('half', 'abort')],
    ['was cut off by the server', chatAnswer('half', 'error')],
    ['was cut off by the server', chatAnswer('half', 'insufficient_system_resource')],
  ])('treats a response that %s as malformed', (what, body) => {
    expect(() => readCompletionResponse(body, 'chat', redact)).toThrow(
      expect.objectContaining({ kind: 'malformed', message: `the response ${what}`, isTransient: true }),
    );
  });
});
