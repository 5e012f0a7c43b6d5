import { crc32 } from 'node:zlib';

/** A line ends with `,"sum":"`, eight digits, a quotation mark and the closing brace. */
const TAIL_LENGTH = ',"sum":"00000000"}'.length;
const SPACE = 0x20;
const TAIL = /^,"(.{3})":"(.{8})"\}$/su;

/** The text of a JSON object with its own CRC-32 added as the last member. */
export function withChecksum(line: string): string {
  const open = line.slice(0, -1);
  return `${open},"sum":"${sumOf(open)}"}`;
}

/**
 * Whether a line matches its checksum. A line without one, as older versions wrote, counts as valid; a line whose checksum
 * has a damaged name or value does not.
 */
export function isSound(line: string): boolean {
  // Git or an editor may add white space, such as the CR of CRLF; without this, the checksum would seem to be absent.
  let end = line.length;
  while (end > 0 && line.charCodeAt(end - 1) <= SPACE) end -= 1;
  const [, name, sum] = TAIL.exec(line.slice(Math.max(0, end - TAIL_LENGTH), end)) ?? [];
  if (name === undefined) return true;
  return name === 'sum' && sum === sumOf(line.slice(0, end - TAIL_LENGTH));
}

function sumOf(text: string): string {
  return crc32(text).toString(16).padStart(8, '0');
}
