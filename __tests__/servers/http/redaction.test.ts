import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redaction } from '../../../src/servers/http/redaction.ts';
import { processorMs } from '../../support/processor-time.ts';

const baseUrl = 'https://inference.acme.dev:8443/v1';

describe('a message', () => {
  const redact = redaction({ secrets: ['sk-a"b/c', 'abc', ''], baseUrl });

  it('contains no secret, whether plain, as JSON or as part of a URL', () => {
    expect(redact.message('key sk-a"b/c')).toBe('key [secret]');
    expect(redact.message(JSON.stringify({ key: 'sk-a"b/c' }))).toBe('{"key":"[secret]"}');
    expect(redact.message(`?key=${encodeURIComponent('sk-a"b/c')}`)).toBe('?key=[secret]');
    expect(redact.message('short abc')).toBe('short [secret]');
  });

  it('contains no host', () => {
    expect(redact.message('at inference.acme.dev:8443 and inference.acme.dev')).toBe('at [host] and [host]');
    expect(redact.message('see https://docs.example.com/x?y=1, or 10.0.0.7:80')).toBe('see [url] or [host]');
  });

  it('is one line of at most 300 characters without control characters', () => {
    expect(redact.message(' a\r\n::error::b\u001b[31m\u0000c\u202e ')).toBe('a ::error::b [31m c');
    expect(redact.message('x'.repeat(1_000))).toHaveLength(300);
  });

  it('never contains the secret, at any position', () => {
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
  it('is unchanged except for secrets of 8 characters or more', () => {
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

  const codes = [...Buffer.from(key)];
  const inHex = codes.map((code) => code.toString(16));
  it.each([
    ['backwards', Array.from(key).toReversed().join('')],
    ['capitals', key.toUpperCase()],
    ['percent signs', inHex.map((code) => `%${code}`).join('')],
    ['escapes of JSON', inHex.map((code) => `\\u00${code}`).join('')],
    ['escapes of JSON in JSON', inHex.map((code) => `\\\\u00${code}`).join('')],
    ['escapes of a string', inHex.map((code) => `\\x${code}`).join('')],
    ['references of HTML', codes.map((code) => `&#${code};`).join('')],
    ['references of HTML in hex', inHex.map((code) => `&#x${code.toUpperCase()};`).join('')],
    ['a list of bytes', JSON.stringify(codes)],
    ['a dump of bytes', inHex.join(' ')],
    ['a dump with colons', inHex.join(':')],
    ['a dump in code', inHex.map((code) => `0x${code}`).join(', ')],
    ['UTF-16', Buffer.from(key, 'utf16le').toString('latin1')],
    ['UTF-16, the other way round', Buffer.from(key, 'utf16le').swap16().toString('latin1')],
    ['base64 of UTF-16', Buffer.from(key, 'utf16le').toString('base64')],
    ['spelled', Array.from(key).join(' ')],
    ['with what shows nothing', Array.from(key).join('\u200B')],
    ['over lines', Array.from(key).join('\r\n')],
    ['percent signs twice', inHex.map((code) => `%25${code}`).join('')],
    ['quoted-printable', inHex.map((code) => `=${code.toUpperCase()}`).join('')],
    ['code points of a string', inHex.map((code) => `\\u{${code}}`).join('')],
    ['code points of Python', inHex.map((code) => `\\U000000${code}`).join('')],
    ['code points of Unicode', inHex.map((code) => `U+00${code}`).join(' ')],
    ['escapes of old browsers', inHex.map((code) => `%u00${code}`).join('')],
    ['escapes of style sheets', inHex.map((code) => `\\0000${code}`).join('')],
    ['octal escapes', codes.map((code) => `\\${code.toString(8).padStart(3, '0')}`).join('')],
    ['a list in octal', codes.map((code) => `0o${code.toString(8)}`).join(', ')],
    ['zeros and ones', codes.map((code) => code.toString(2).padStart(8, '0')).join(' ')],
    ['references without semicolons', codes.map((code) => `&#${code}`).join('')],
    ['references with zeros', codes.map((code) => `&#${String(code).padStart(7, '0')};`).join('')],
    ['a list over lines', JSON.stringify(codes, null, 6)],
    [
      'a dump in groups',
      Buffer.from(key)
        .toString('hex')
        .match(/.{1,4}/gu)
        ?.join(' ') ?? '',
    ],
    ['a list of characters', JSON.stringify(Array.from(key))],
    ['hyphens between', Array.from(key).join('-')],
    ['added up', Array.from(key).join("' + '")],
    ['each with a backslash', Array.from(key, (one) => `\\${one}`).join('')],
  ])('%s', (_, told) => {
    for (const shown of [redact.message(`bad key ${told}!`), redact.completion(`bad key ${told}!`)]) {
      expect(shown).toContain('[secret]');
      for (let at = 1; at + 12 <= told.length; at += 1) expect(shown).not.toContain(told.slice(at, at + 12));
    }
  });

  it.each([
    ['JSON that escapes for HTML', key.replaceAll('+', '\\u002B')],
    ['JSON that escapes slashes', key.replaceAll('/', '\\/')],
    [
      'a URL that escapes all signs',
      key.replaceAll(/[^a-z0-9]/giu, (one) => `%${one.charCodeAt(0).toString(16)}`),
    ],
    ['HTML that escapes all signs', key.replaceAll(/[^a-z0-9]/giu, (one) => `&#${one.charCodeAt(0)};`)],
    ['a shell', key.replaceAll(/[^a-z0-9]/giu, (one) => `\\${one}`)],
  ])('whose signs alone are escaped: %s', (_, told) => {
    expect(redact.completion(`bad key ${told}!`)).toBe('bad key [secret]!');
    expect(redact.message(`bad key ${told}!`)).toBe('bad key [secret]!');
  });

  it.each([
    ['over escaped lines', key.match(/.{1,7}/gu)?.join('\\n') ?? ''],
    ['over lines of HTML', key.match(/.{1,7}/gu)?.join('<br>') ?? ''],
    ['in parts', key.match(/.{1,7}/gu)?.join('\n') ?? ''],
    ['in quotes', key.match(/.{1,7}/gu)?.join('" + "') ?? ''],
    [
      'in full width',
      key.replaceAll(/[!-~]/gu, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0)),
    ],
  ])('%s: omits the whole message', (_, told) => {
    expect(redact.message(`bad key ${told}!`)).toBe('[secret]');
  });

  it('hides a host completely, in capitals too, if it shares words with a secret', () => {
    const shared = redaction({ secrets: ['sk-inference.acme-word'], baseUrl });
    expect(shared.message('at inference.acme.dev or INFERENCE.ACME.DEV:8443')).toBe('at [host] or [host]');
  });

  it('keeps text that only resembles the secret', () => {
    const text = `12, 34, 115, 107, 45, 99, 100, 101, 102, 103 and 0x73, 0x6b and a b c d e f g h i %20%20%20%20%20%20%20%20%20 ${'\\u0041'.repeat(9)}`;
    expect(redact.completion(text)).toBe(text);
    expect(redact.message(text)).toBe(text);
  });

  it('keeps ordinary text', () => {
    const text = 'The project sk has 12 apples; 736b2d70 is no key. '.repeat(50);
    expect(redact.completion(text)).toBe(text);
  });

  it('removes a secret address from completions, with its host', () => {
    const secret = redaction({ secrets: [], baseUrl, addressIsSecret: true });
    expect(secret.completion(`at ${baseUrl} or inference.acme.dev`)).toBe('at [secret] or [secret]');
    expect(secret.completion('http://127.0.0.1:80')).toBe('http://127.0.0.1:80');
  });

  it('is looked for in a completion of 40 MB', { timeout: 300_000 }, () => {
    const text = 'a '.repeat(20_000_000);
    expect(redact.completion(text).length).toBe(text.length);
  });

  it('is found in a long list of bytes, wherever it stands', () => {
    const others = '65, '.repeat(12_345);
    const shown = redact.completion(`${others}${codes.join(', ')}, ${others}`);
    expect(shown).not.toContain(codes.slice(3, 12).join(', '));
    expect(shown).toContain('[secret]');
  });

  it('takes time linear in the length of the text', () => {
    for (const unit of [
      key.slice(0, 11),
      '%73%6b',
      '\\u0073',
      '&#115;',
      '115, ',
      '73 ',
      's ',
      '7',
      ' ',
      '0x',
      '\\',
    ]) {
      const begins = processorMs();
      redact.completion(unit.repeat(100_000));
      redact.message(unit.repeat(100_000));
      expect(processorMs() - begins, unit).toBeLessThan(4_000);
    }
  });
});
