import * as core from '@actions/core';
import { randomUUID } from 'node:crypto';
import { CACHE_STATE, loadCache } from './action/keep-completions.ts';
import { readNote, saveCompletions } from './github/job/completion-cache.ts';
import { jobLog } from './github/job/log.ts';

/** The post step. It saves the completions for later runs, regardless of the job's outcome. It never fails the job. */
const log = jobLog({
  commands: core,
  write: (text) => process.stdout.write(text),
  randomWord: randomUUID,
});
const note = readNote(core.getState(CACHE_STATE));
if (note !== undefined) {
  const kept = await saveCompletions({
    note,
    load: loadCache,
    onWarning: (message) => log.warning(message),
  });
  log.info(`Completions: ${kept}.`);
}
