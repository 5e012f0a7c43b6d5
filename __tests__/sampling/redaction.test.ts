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

describe('a key that a server shows in another form', () => {
  const key = 'sk-proj-Zq7x+9/Lm2Vw4Tn8Rb1K';
  const redact = redaction({ secrets: [key], baseUrl });

  it.each([
    ['base64', Buffer.from(key).toString('base64')],
    ['base64 of a header', Buffer.from(`Bearer ${key}`).toString('base64')],
    ['base64 of a pair', Buffer.from(`me:${key}`).toString('base64url')],
    ['base64 within more', Buffer.from(`ab${key}cd`).toString('base64')],
    ['hex', Buffer.from(key).toString('hex')],
    ['hex in capitals', Buffer.from(`x${key}`).toString('hex').toUpperCase()],
    ['its beginning', `${key.slice(0, 14)}****`],
    ['its beginning in base64', Buffer.from(key.slice(0, 15)).toString('base64')],
    ['a part of it', `…${key.slice(5, 20)}…`],
  ])('%s', (_, told) => {
    for (const shown of [redact.message(`bad key ${told}!`), redact.completion(`bad key ${told}!`)]) {
      expect(shown).toContain('[secret]');
      for (const run of [told, key]) {
        for (let at = 0; at + 12 <= run.length; at += 1) {
          const part = run.slice(at, at + 12);
          if (!part.includes('*')) expect(shown, part).not.toContain(part);
        }
      }
    }
  });

  it('leaves ordinary text', () => {
    const text = 'The project sk has 12 apples; 736b2d70 is no key. '.repeat(50);
    expect(redact.completion(text)).toBe(text);
  });

  it('a secret address is blotted out of completions, with its host', () => {
    const secret = redaction({ secrets: [], baseUrl, addressIsSecret: true });
    expect(secret.completion(`at ${baseUrl} or inference.acme.dev`)).toBe('at [secret] or [secret]');
    expect(secret.completion('http://127.0.0.1:80')).toBe('http://127.0.0.1:80');
  });

  it('takes time that grows with the text, not with its square', () => {
    const begins = performance.now();
    redact.completion(key.slice(0, 11).repeat(100_000));
    expect(performance.now() - begins).toBeLessThan(2_000);
  });
});
