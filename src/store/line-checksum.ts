import { crc32 } from 'node:zlib';

/** `,"sum":"` and eight digits stand at the end of a line, before the brace that closes it. */
const TAIL_LENGTH = ',"sum":"00000000"}'.length;
const SPACE = 0x20;
const TAIL = /^,"(.{3})":"(.{8})"\}$/su;

/** A JSON object's text with the CRC-32 of itself as its last member. */
export function withChecksum(line: string): string {
  const open = line.slice(0, -1);
  return `${open},"sum":"${sumOf(open)}"}`;
}

/**
 * Whether a line is as it was written, as far as its checksum tells. One without a checksum, as older versions wrote them, counts as sound, but not one
 * whose checksum has another name or value by a changed character.
 */
export function isSound(line: string): boolean {
  // A checkout or an editor may add white space, as CRLF; without this the checksum would count as absent.
  let end = line.length;
  while (end > 0 && line.charCodeAt(end - 1) <= SPACE) end -= 1;
  const [, name, sum] = TAIL.exec(line.slice(Math.max(0, end - TAIL_LENGTH), end)) ?? [];
  if (name === undefined) return true;
  return name === 'sum' && sum === sumOf(line.slice(0, end - TAIL_LENGTH));
}

function sumOf(text: string): string {
  return crc32(text).toString(16).padStart(8, '0');
}
