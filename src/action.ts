import * as core from '@actions/core';
import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { compareVersions } from './action/compare.ts';
import { failureOf } from './action/failure.ts';
import type { JobOutcome } from './action/job-outcome.ts';
import { type Edges, type JobContext, readJobContext } from './action/job-context.ts';
import { publish } from './action/publish.ts';
import { jobLog } from './github/job/log.ts';
import { writeSummary } from './github/job/summary.ts';

const cancelled = new AbortController();
for (const [name, exitCode] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.on(name, () => {
    // Child processes are ended only if this process exits normally. If this process is killed, they keep running.
    if (cancelled.signal.aborted) process.exit(exitCode);
    cancelled.abort(new Error(name));
  });
}

const edges: Edges = {
  env: process.env,
  folder: process.cwd(),
  log: jobLog({
    commands: core,
    write: (text) => process.stdout.write(text),
    randomWord: randomUUID,
  }),
  stream: process.stdout,
  setOutput: core.setOutput,
  saveState: core.saveState,
  signal: cancelled.signal,
};

const isFile = (path: string): boolean =>
  statSync(join(edges.folder, path), { throwIfNoEntry: false })?.isFile() === true;

/** Runs the Action and returns its exit code. An error becomes a "no result" outcome and is published like a result. */
async function run(): Promise<number> {
  const token = core.getInput('github-token');
  if (token !== '') edges.log.mask(token);
  let place: JobContext | undefined;
  try {
    place = await readJobContext(edges);
    const finding = await foundAt(place);
    await publish(finding, place);
    return finding.exitCode;
  } catch (error) {
    const failure = failureOf(error, { isFile, runUrl: place?.job.runUrl });
    for (const annotation of failure.annotations) edges.log.error(annotation);
    await writeSummary(failure.showing, process.env['GITHUB_STEP_SUMMARY']);
    return failure.exitCode;
  }
}

async function foundAt(place: JobContext): Promise<JobOutcome> {
  try {
    return await compareVersions(place);
  } catch (error) {
    return failureOf(error, { isFile, runUrl: place.job.runUrl });
  }
}

process.exitCode = await run();
