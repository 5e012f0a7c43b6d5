import { describe, expect, it } from 'vitest';
import { openChunkStream } from '../../../src/servers/http/chunk-stream.ts';

/** A stream of these events, in parts of three characters. */
function bodyOf(events: readonly unknown[], end = 'data: [DONE]\n\n'): unknown {
  const text = events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('') + end;
  const stream = openChunkStream();
  for (const part of text.match(/.{1,3}/gs) ?? []) stream.feed(part);
  const body = stream.body();
  return body === undefined ? undefined : JSON.parse(body);
}

const chunk = (delta: object, finish_reason: string | null = null, index = 0): object => ({
  object: 'chat.completion.chunk',
  model: 'served',
  choices: [{ index, delta, finish_reason }],
});
const usageOf = (completion_tokens: number): object => ({ usage: { prompt_tokens: 7, completion_tokens } });

describe('a stream of chunks', () => {
  it('becomes the body of a response in one piece', () => {
    const events = [
      { ...chunk({ role: 'assistant', content: '' }), system_fingerprint: 'fp_7' },
      chunk({ content: 'It is' }),
      chunk({ content: ' 4.' }),
      chunk({}, 'stop'),
      { choices: [], usage: { prompt_tokens: 7, completion_tokens: 3, total_tokens: 10 } },
    ];
    expect(bodyOf(events)).toEqual({
      model: 'served',
      system_fingerprint: 'fp_7',
      choices: [{ index: 0, message: { content: 'It is 4.' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 7, completion_tokens: 3, total_tokens: 10 },
    });
  });

  it('has several choices, whose chunks may be interleaved', () => {
    const events = [
      chunk({ content: 'one' }, null, 1),
      chunk({ content: 'zero' }, null, 0),
      chunk({ content: '!' }, 'length', 1),
      chunk({}, 'stop', 0),
    ];
    expect(bodyOf(events)).toMatchObject({
      choices: [
        { index: 1, message: { content: 'one!' }, finish_reason: 'length' },
        { index: 0, message: { content: 'zero' }, finish_reason: 'stop' },
      ],
    });
  });

  it('keeps reasoning apart, in members and in parts', () => {
    expect(bodyOf([chunk({ reasoning_content: 'hm' }), chunk({ content: '4' }, 'stop')])).toMatchObject({
      choices: [{ message: { content: '4', reasoning: 'hm' } }],
    });
    const thinking = { type: 'thinking', thinking: [{ type: 'text', text: 'hm' }] };
    expect(bodyOf([chunk({ content: [thinking] }), chunk({ content: '4' }, 'stop')])).toMatchObject({
      choices: [{ message: { content: [thinking, '4'] } }],
    });
  });

  it('may be that of the completions API', () => {
    const events = [
      { choices: [{ index: 0, text: 'It ', finish_reason: null }] },
      { choices: [{ index: 0, text: 'is', finish_reason: 'stop' }] },
    ];
    expect(bodyOf(events)).toMatchObject({ choices: [{ text: 'It is', finish_reason: 'stop' }] });
  });

  it.each([
    ['once, at the end', [chunk({}, 'stop'), { choices: [], ...usageOf(9) }], 9],
    [
      'so far, in every chunk',
      [
        { ...chunk({}), ...usageOf(4) },
        { ...chunk({}, 'stop'), ...usageOf(9) },
      ],
      9,
    ],
    [
      'by choice, as llama.cpp does',
      [
        chunk({}, 'stop', 0),
        { choices: [], ...usageOf(4) },
        chunk({}, 'stop', 1),
        { choices: [], ...usageOf(5) },
      ],
      9,
    ],
  ])('reports its tokens %s', (_, events, tokens) => {
    expect(bodyOf(events)).toMatchObject({ usage: { prompt_tokens: 7, completion_tokens: tokens } });
  });

  it('may end without [DONE], without an empty line, and with comments', () => {
    const last = `: keep-alive\n\ndata: ${JSON.stringify(chunk({}, 'stop'))}`;
    expect(bodyOf([chunk({ content: '4' })], last)).toMatchObject({
      choices: [{ message: { content: '4' } }],
    });
  });

  it.each([
    ['a choice has no end', [chunk({ content: 'ha' })]],
    [
      'one of two choices has no end',
      [chunk({ content: 'ha' }, 'stop', 0), chunk({ content: 'ha' }, null, 1)],
    ],
    ['nothing arrived', []],
  ])('is broken if %s, even after [DONE]', (_, events) => {
    expect(bodyOf(events)).toBeUndefined();
    expect(bodyOf(events, '')).toBeUndefined();
  });

  it('is the error that a server reports in it, whatever came before', () => {
    const error = { code: 429, message: 'slow down' };
    expect(bodyOf([chunk({ content: 'ha' }, 'stop'), { error }])).toEqual({ error });
    expect(bodyOf([chunk({ content: 'ha' })], `event: error\ndata: ${JSON.stringify(error)}\n\n`)).toEqual({
      error,
    });
  });

  it('is an event that is not JSON, so that the response is not JSON either', () => {
    const stream = openChunkStream();
    stream.feed('data: {"choices": [\n\n');
    expect(stream.isOver()).toBe(true);
    expect(stream.body()).toBe('{"choices": [');
  });
});
