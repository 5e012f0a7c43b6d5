import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { git } from './git.ts';
import { CONFIG, type SmokeJob } from './job.ts';

const TRIES = 30;
const PAUSE_MS = 2000;

/**
 * Pushes a branch that moves the version, opens its pull request, and waits until the server has tried the merge, which it does a
 * few seconds later. Sets the output `pr`. The workspace is left at the commit.
 */
export async function open(job: SmokeJob): Promise<void> {
  const { github, repository, branch, base, run, setOutput, tell } = job;
  git('checkout', '--quiet', '--detach');
  const file = CONFIG.replace('reversal.yml', 'model.yaml');
  writeFileSync(file, 'version: sft-4\n');
  git('add', file);
  const author = ['-c', 'user.name=smoke test', '-c', 'user.email=smoke-test@users.noreply.github.com'];
  git(...author, 'commit', '--quiet', '--message', 'Move the version, for the smoke test');
  git('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`);
  const { data: pull } = await github.pulls
    .create({
      ...repository,
      base,
      head: branch,
      title: `Smoke test ${run}: do not merge`,
      body: 'Opened by the workflow `smoke`, which closes it at its end.',
    })
    .catch((error: unknown) => {
      throw new Error(
        'could not open a pull request: switch on "Allow GitHub Actions to create and approve pull requests" under Settings › Actions › General',
        { cause: error },
      );
    });
  setOutput('pr', String(pull.number));
  tell(`Opened pull request #${pull.number} from ${branch}.`);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const { data } = await github.pulls.get({ ...repository, pull_number: pull.number });
    if (data.mergeable === true && data.merge_commit_sha !== null) return;
    await wait(PAUSE_MS);
  }
  throw new Error(`the server has not tried to merge #${pull.number} within a minute`);
}
