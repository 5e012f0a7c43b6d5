import { describe, expect, it } from 'vitest';
import { readCompletion } from '../../src/sampling/completion.ts';
import { redaction } from '../../src/sampling/redaction.ts';
import { chatAnswer } from './fake-server.ts';

const redact = redaction({ secrets: [], baseUrl: 'https://inference.acme.dev/v1' });

describe('readCompletion', () => {
  it('reads a chat answer', () => {
    expect(readCompletion(chatAnswer(' 42\n'), 'chat', redact)).toEqual({
      text: ' 42\n',
      finish_reason: 'stop',
      usage: { prompt_tokens: 11, completion_tokens: 3 },
      model: 'served-name',
      system_fingerprint: 'fp_7',
    });
  });

  it('reads an answer of the completions API', () => {
    const answer = { choices: [{ text: '42', finish_reason: 'length' }] };
    expect(readCompletion(answer, 'completions', redact)).toEqual({ text: '42', finish_reason: 'length' });
  });

  it('reads JSON that came under another content type', () => {
    expect(readCompletion(JSON.stringify(chatAnswer('42')), 'chat', redact).text).toBe('42');
  });

  it.each([
    ['a null content', { content: null }],
    ['no content', { tool_calls: [] }],
  ])('takes %s as an empty text', (_, message) => {
    expect(readCompletion({ choices: [{ message }] }, 'chat', redact)).toEqual({ text: '' });
  });

  it('does without usage, model and reason where they are odd', () => {
    const odd = { ...chatAnswer('42'), usage: { prompt_tokens: -1 }, model: null, system_fingerprint: null };
    expect(readCompletion(odd, 'chat', redact)).toEqual({ text: '42', finish_reason: 'stop' });
    expect(
      readCompletion({ choices: [{ message: { content: '' }, finish_reason: null }] }, 'chat', redact),
    ).toEqual({ text: '' });
  });

  it.each([
    ['is not valid JSON', undefined],
    ['is not valid JSON', '<html>'],
    ['is no completion', null],
    ['is no completion', { error: { message: 'overloaded' } }],
    ['is no completion', { choices: [{}] }],
    ['is no completion', { choices: [{ message: { content: 42 } }] }],
    ['has no choices', { choices: [] }],
    ['was broken off by the server', chatAnswer('half', 'abort')],
    ['was broken off by the server', chatAnswer('half', 'error')],
  ])('an answer that %s is malformed', (what, body) => {
    expect(() => readCompletion(body, 'chat', redact)).toThrow(
      expect.objectContaining({ kind: 'malformed', message: `the answer ${what}`, isTransient: true }),
    );
  });
});
