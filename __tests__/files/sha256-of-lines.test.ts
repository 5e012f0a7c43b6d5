import { expect, test } from 'vitest';
import { sha256, sha256OfLines } from '../../src/files/canonical-json.ts';

test('text hashes the same with CRLF and LF, and with LF as its bytes', () => {
  const text = Buffer.from('print("ä")\n\nx = 1\n');
  const windows = Buffer.from(text.toString().replaceAll('\n', '\r\n'));
  expect(sha256OfLines(windows)).toBe(sha256(text));
  expect(sha256OfLines(text)).toBe(sha256(text));
});

test('a lone CR, other bytes and binary files hash differently', () => {
  const other = [Buffer.from('a\rb'), Buffer.from('a\nb'), Buffer.from([0xff, 0x0d]), Buffer.from('a\r\n\0')];
  expect(new Set(other.map((bytes) => sha256OfLines(bytes))).size).toBe(4);
  expect(sha256OfLines(Buffer.from('a\r\n\0'))).toBe(sha256(Buffer.from('a\r\n\0')));
});
