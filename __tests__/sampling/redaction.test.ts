import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redaction } from '../../src/sampling/redaction.ts';

const baseUrl = 'https://inference.acme.dev:8443/v1';

describe('a message', () => {
  const redact = redaction({ secrets: ['sk-a"b/c', 'abc', ''], baseUrl });

  it('holds no secret, as written, as JSON or as part of a URL', () => {
    expect(redact.message('key sk-a"b/c')).toBe('key [secret]');
    expect(redact.message(JSON.stringify({ key: 'sk-a"b/c' }))).toBe('{"key":"[secret]"}');
    expect(redact.message(`?key=${encodeURIComponent('sk-a"b/c')}`)).toBe('?key=[secret]');
    expect(redact.message('short abc')).toBe('short [secret]');
  });

  it('holds no host', () => {
    expect(redact.message('at inference.acme.dev:8443 and inference.acme.dev')).toBe('at [host] and [host]');
    expect(redact.message('see https://docs.example.com/x?y=1, or 10.0.0.7:80')).toBe('see [url] or [host]');
  });

  it('is one line of at most 300 characters without control characters', () => {
    expect(redact.message(' a\r\n::error::b\u001b[31m\u0000c\u202e ')).toBe('a ::error::b [31m c');
    expect(redact.message('x'.repeat(1_000))).toHaveLength(300);
  });

  it('never holds the secret, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 8, maxLength: 30 }).filter((secret) => secret.trim() === secret),
        fc.string(),
        fc.string(),
        (secret, before, after) => {
          const shown = redaction({ secrets: [secret], baseUrl }).message(`${before}${secret}${after}`);
          expect('[secret][host][url]'.includes(secret) || !shown.includes(secret)).toBe(true);
        },
      ),
    );
  });
});

describe('a completion', () => {
  it('is left as it is but for secrets of 8 characters or more', () => {
    const redact = redaction({ secrets: ['12', 'abcdefgh'], baseUrl });
    const text = 'at https://inference.acme.dev:8443\n12 apples\u0000';
    expect(redact.completion(text)).toBe(text);
    expect(redact.completion('x abcdefgh y')).toBe('x [secret] y');
  });
});
