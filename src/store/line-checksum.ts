import { crc32 } from 'node:zlib';

/** The length of the end of a line: `,"sum":"`, eight digits, a quotation mark and the closing brace. */
const TAIL_LENGTH = ',"sum":"00000000"}'.length;
const SPACE = 0x20;
const TAIL = /^,"(.{3})":"(.{8})"\}$/su;

/** Adds the CRC-32 of a JSON object's text as the object's last member. */
export function withChecksum(line: string): string {
  const open = line.slice(0, -1);
  return `${open},"sum":"${sumOf(open)}"}`;
}

/**
 * Whether a line matches its checksum. A line without a checksum, as written by older versions, is valid. A line whose
 * checksum has a damaged name or value is invalid.
 */
export function isSound(line: string): boolean {
  // Ignores trailing whitespace that Git or an editor may have added, such as the CR of CRLF. Otherwise, the checksum
  // would not be found.
  let end = line.length;
  while (end > 0 && line.charCodeAt(end - 1) <= SPACE) end -= 1;
  const [, name, sum] = TAIL.exec(line.slice(Math.max(0, end - TAIL_LENGTH), end)) ?? [];
  if (name === undefined) return true;
  return name === 'sum' && sum === sumOf(line.slice(0, end - TAIL_LENGTH));
}

function sumOf(text: string): string {
  return crc32(text).toString(16).padStart(8, '0');
}
