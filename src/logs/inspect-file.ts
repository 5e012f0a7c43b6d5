import { ConfigError } from '../errors.ts';
import { DEEPEST_JSON, isTooDeep } from '../files/json-depth.ts';
import { decodeUtf8 } from '../files/utf8.ts';
import { type ZipEntry, zipEntries } from '../files/zip/zip-entries.ts';
import { type InspectHeader, inspectHeader, inspectLog } from './inspect.ts';
import { parsePythonJson } from './python-json.ts';
import type { TaskLog, UnfinishedLog } from './task-log.ts';

/** Maximum size of an unpacked JSON text in bytes. V8 strings have at most 2^29 - 24 characters. */
const MOST_TEXT_BYTES = 500_000_000;

/** Maximum number of bytes to unpack from one log. A larger log is either a zip bomb or too large to read in one go. */
const MOST_LOG_BYTES = 50_000_000_000;

const HEADER = 'header.json';
const STARTED = '_journal/start.json';
/** Ids may contain slashes, such as `HumanEval/0`. */
const SAMPLE = /^samples\/.+_epoch_\d+\.json$/u;
const CHUNKED = /^samples\/.+_epoch_\d+\/sample\.json$/u;
const FIX =
  'Specify an .eval or .json log that Inspect wrote. If the log is incomplete, write it again with Inspect.';

/** Maximum size of a packed archive in bytes. Some systems cannot read a larger file into memory. */
const MOST_ARCHIVE_BYTES = 2 ** 31 - 1;

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

function parse(bytes: Uint8Array, where: string): unknown {
  const refuse = (what: string, cause?: unknown): never => {
    throw new ConfigError({ what, where, fix: FIX, cause });
  };
  if (bytes.length > MOST_TEXT_BYTES) refuse(`is larger than the limit of ${MOST_TEXT_BYTES} bytes`);
  const text = decodeUtf8(bytes) ?? refuse('found bytes that are not UTF-8, expected JSON');
  if (isTooDeep(text))
    refuse(
      `contains lists and objects nested more than ${DEEPEST_JSON} levels deep, expected an Inspect log`,
    );
  try {
    return parsePythonJson(text);
  } catch (error) {
    return refuse('is not valid JSON', error);
  }
}

/** Maximum number of bytes to read from a log that begins with `head`. */
export function mostBytesOf(head: Uint8Array): number {
  return isZip(head) ? MOST_ARCHIVE_BYTES : MOST_TEXT_BYTES;
}

/** Whether a JSON file looks like a log. Log folders may contain other files too. */
export function looksLikeLog(bytes: Uint8Array): boolean {
  if (isZip(bytes)) return true;
  const head = Buffer.from(bytes.subarray(0, 500)).toString('utf8');
  return /^\s*\{\s*"version"\s*:/u.test(head) && head.includes('"eval"');
}

/**
 * Reads an Inspect log, either packed (`.eval`) or in JSON. Nothing from an archive is written to disk, and its samples
 * are unpacked one at a time. If two entries have the same name, the last one wins, as in Inspect. If the run did not
 * finish, only its header is read.
 *
 * @throws {ConfigError} as `inspectHeader` and `inspectLog` do, and if the file is damaged or too large when unpacked
 */
export function readInspect(bytes: Uint8Array, where: string): TaskLog | UnfinishedLog {
  if (isZip(bytes)) return readArchive(bytes, where);
  const value = parse(bytes, where);
  const header = inspectHeader(value, where);
  if (header.status !== FINISHED) return unfinished(header, where);
  const samples: unknown =
    typeof value === 'object' && value !== null && 'samples' in value ? value.samples : [];
  return inspectLog(header, Array.isArray(samples) ? samples : [], where);
}

const FINISHED = 'success';

const unfinished = ({ status, eval: { task } }: InspectHeader, where: string): UnfinishedLog => ({
  task,
  where,
  status,
});

function readArchive(bytes: Uint8Array, where: string): TaskLog | UnfinishedLog {
  const entries = new Map<string, ZipEntry>();
  for (const entry of zipEntries(bytes, { maxBytes: MOST_TEXT_BYTES, where, fix: FIX }))
    entries.set(entry.name, entry);
  const header = headerOf(entries, where);
  if (header.status !== FINISHED) return unfinished(header, where);
  const chunked = [...entries.keys()].find((name) => CHUNKED.test(name));
  if (chunked !== undefined) {
    throw new ConfigError({
      what: `the sample ${chunked} is stored in chunks, which reversal-check cannot read`,
      where,
      fix: 'Convert the log to JSON: inspect log convert --to json LOG --output-dir FOLDER',
    });
  }
  return inspectLog(header, samplesOf(entries.values(), where), where);
}

function headerOf(entries: ReadonlyMap<string, ZipEntry>, where: string): InspectHeader {
  const entry = entries.get(HEADER) ?? entries.get(STARTED);
  if (entry === undefined)
    throw new ConfigError({ what: 'this archive is not a log that Inspect wrote', where, fix: FIX });
  return inspectHeader(parse(entry.read(), `${where}: ${entry.name}`), where);
}

function* samplesOf(entries: Iterable<ZipEntry>, where: string): Generator {
  let unpacked = 0;
  for (const { name, read } of entries) {
    if (!SAMPLE.test(name)) continue;
    const bytes = read();
    unpacked += bytes.length;
    if (unpacked > MOST_LOG_BYTES) {
      const what = `unpacks to more than ${MOST_LOG_BYTES} bytes`;
      throw new ConfigError({
        what,
        where,
        fix: 'Specify a log with fewer samples, or one that was written with --no-log-images.',
      });
    }
    yield parse(bytes, `${where}: ${name}`);
  }
}
