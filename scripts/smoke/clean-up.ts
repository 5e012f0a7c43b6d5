import { artifacts, caches, openIssues, openPulls } from './find.ts';
import { git } from './git.ts';
import type { SmokeJob } from './job.ts';

/**
 * Closes the pull request and the issue, and deletes branch, artifact and caches, whatever of them there is. One that fails does not
 * keep the others. Throws at the end if any failed. GitHub deletes neither pull requests nor issues, so these stay, closed.
 */
export async function cleanUp(job: SmokeJob): Promise<void> {
  const { github, repository, branch, tell } = job;
  const failures: unknown[] = [];
  const attempt = async (what: string, remove: () => Promise<number>): Promise<void> => {
    try {
      tell(`${what}: ${await remove()}`);
    } catch (error) {
      failures.push(error);
      tell(`${what}: failed`);
    }
  };
  const each = async <T>(found: Promise<readonly T[]>, remove: (one: T) => Promise<unknown>) => {
    const all = await found;
    for (const one of all) await remove(one);
    return all.length;
  };
  await attempt('closed pull requests', () =>
    each(openPulls(job), async ({ number }) =>
      github.pulls.update({ ...repository, pull_number: number, state: 'closed' }),
    ),
  );
  await attempt('closed issues', () =>
    each(openIssues(job), async ({ number }) =>
      github.issues.update({
        ...repository,
        issue_number: number,
        state: 'closed',
        state_reason: 'not_planned',
      }),
    ),
  );
  await attempt('deleted branches', async () => {
    const there = git('ls-remote', 'origin', `refs/heads/${branch}`) !== '';
    if (there) git('push', '--quiet', 'origin', '--delete', branch);
    return Promise.resolve(Number(there));
  });
  await attempt('deleted artifacts', () =>
    each(artifacts(job), async ({ id }) => github.actions.deleteArtifact({ ...repository, artifact_id: id })),
  );
  await attempt('deleted caches', () =>
    each(caches(job), async ({ id = 0 }) =>
      github.actions.deleteActionsCacheById({ ...repository, cache_id: id }),
    ),
  );
  if (failures.length > 0) throw new AggregateError(failures, 'not everything was cleaned up');
}
