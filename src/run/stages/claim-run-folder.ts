import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { ConfigError } from '../../errors.ts';
import { readRegularFile } from '../../files/regular-file.ts';
import { isRunning, thisProcess } from '../../processes/owner.ts';

const NAME = 'run.lock';
/**
 * How often a run updates its claim to show that it is alive, and the maximum age of the last update if the run's
 * process cannot be looked up.
 */
const SIGN_EVERY_MS = 20_000;
const LONGEST_SILENCE_MS = 120_000;
const PAUSE_MS = 20;

const claimSchema = z.object({ id: z.string(), pid: z.number(), owner: z.string() });

/**
 * Reserves a run's folder, which is created if needed, until the returned function is called. A killed run's claim does
 * not count.
 *
 * @throws {ConfigError} if the folder cannot be created or written, or if another run is writing to it
 */
export async function claimRunFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, NAME);
  const claim = { id: randomUUID(), pid: process.pid, owner: thisProcess() };
  const text = `${JSON.stringify(claim)}\n`;
  const created = await orRefuse(folder, async () => {
    const first = await mkdir(folder, { recursive: true });
    while (!(await wrote(path, text))) {
      const other = await readClaim(path);
      if (other?.isAlive === true) throw inUse(folder, path, other.pid);
      if (other !== undefined && (await replaced(path, text, other))) break;
    }
    return first;
  });
  const timer = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, SIGN_EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    const found = await readClaim(path);
    if (found?.id === claim.id) await rm(path, { force: true });
    // Removes the folder if it was created unnecessarily. This fails if the folder contains anything.
    if (created !== undefined) await rmdir(folder).catch(() => {});
  };
}

/** Writes a file that must not exist yet. Returns false if it exists. */
async function wrote(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') return false;
    throw error;
  }
}

interface Found {
  readonly text: string;
  readonly id: string | undefined;
  readonly pid: number | undefined;
  readonly isAlive: boolean;
}

/** The claim at `path`; undefined if there is none. A claim that cannot be read counts as alive while it is new. */
async function readClaim(path: string): Promise<Found | undefined> {
  try {
    const silentMs = Date.now() - (await stat(path)).mtimeMs;
    const text = (await readRegularFile(path)).toString();
    const { data } = claimSchema.safeParse(parsed(text));
    const runs = data && isRunning(data.owner);
    return { text, id: data?.id, pid: data?.pid, isAlive: runs ?? silentMs < LONGEST_SILENCE_MS };
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Replaces a dead run's claim. Returns false if another run replaces it at the same time. The new claim is first
 * written next to the old claim, which only one run can do at a time.
 */
async function replaced(path: string, text: string, dead: Found): Promise<boolean> {
  const beside = `${path}.new`;
  if (!(await wrote(beside, text))) {
    const other = await readClaim(beside);
    if (other?.isAlive === false) await rm(beside, { force: true });
    await wait(PAUSE_MS);
    return false;
  }
  if ((await readClaim(path))?.text === dead.text) {
    await rename(beside, path);
    return true;
  }
  await rm(beside, { force: true });
  return false;
}

async function orRefuse<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    throw new ConfigError({
      what: `cannot write to this folder: ${cause.message}`,
      where: folder,
      fix: 'Choose a folder that this process can create and write to: --out FOLDER',
      cause,
    });
  }
}

function inUse(folder: string, path: string, pid: number | undefined): ConfigError {
  return new ConfigError({
    what: `another run${pid === undefined ? '' : ` (process ${pid})`} is writing to this folder`,
    where: folder,
    fix: `Wait until it has ended, or choose another folder with --out. Both runs can use the same --store. If no such run exists, delete ${path}.`,
  });
}

function isSystemError(cause: unknown): cause is NodeJS.ErrnoException {
  return cause instanceof Error && 'syscall' in cause;
}
