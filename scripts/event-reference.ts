import { isOfFork } from '../src/action/job-context.ts';
import { checkKeyOf } from '../src/action/check-key.ts';
import { publishTargetOf } from '../src/action/publish-target.ts';
import type { Event } from '../src/versions/comparison.ts';
import { readEvent } from '../src/github/job/event.ts';
import { readInputs } from '../src/github/job/inputs.ts';
import { markdownTable } from './markdown-table.ts';

/* Documents what each event does, using the code that reads events and decides where a run is shown. */

/** An event as GitHub sends it: its name, its action or another distinction, and its payload. */
interface Example {
  readonly event: string;
  readonly action: string;
  readonly payload: object;
  /** Workflow inputs that also affect the outcome. */
  readonly inputs?: Readonly<Record<string, string>>;
}

const COMMIT = 'a'.repeat(40);
const NONE = '0'.repeat(40);

const pull = (action: string, state = 'open', from = 'acme/models'): object => ({
  action,
  pull_request: {
    number: 7,
    state,
    head: { sha: COMMIT, repo: { full_name: from } },
    base: { sha: COMMIT, ref: 'main', repo: { full_name: 'acme/models' } },
  },
});

const push = (ref: string, more: object = {}): object => ({
  ref,
  before: COMMIT,
  after: COMMIT,
  repository: { default_branch: 'main' },
  ...more,
});

const group = (action: string): object => ({
  action,
  merge_group: { head_sha: COMMIT, base_sha: COMMIT },
});

const release = (action: string): object => ({ action, release: { tag_name: 'v1.2.0' } });

const EXAMPLES: readonly Example[] = [
  ...['opened', 'synchronize', 'reopened', 'edited', 'any other, while open'].map((action) => ({
    event: 'pull_request',
    action,
    payload: pull(action),
  })),
  { event: 'pull_request', action: 'any, from a fork', payload: pull('opened', 'open', 'stranger/models') },
  { event: 'pull_request', action: 'closed', payload: pull('closed', 'closed') },
  { event: 'pull_request', action: 'any other, once closed', payload: pull('labeled', 'closed') },
  { event: 'pull_request_target', action: 'any', payload: pull('opened') },
  { event: 'merge_group', action: 'checks_requested', payload: group('checks_requested') },
  { event: 'merge_group', action: 'destroyed', payload: group('destroyed') },
  { event: 'push', action: 'of a branch', payload: push('refs/heads/main') },
  { event: 'push', action: 'of a new branch', payload: push('refs/heads/topic', { before: NONE }) },
  {
    event: 'push',
    action: 'of `gh-readonly-queue/…`, a branch of the merge queue',
    payload: push('refs/heads/gh-readonly-queue/main/pr-7-x', { before: NONE }),
  },
  {
    event: 'push',
    action: 'that deletes a branch',
    payload: push('refs/heads/topic', { after: NONE, deleted: true }),
  },
  { event: 'push', action: 'of a tag', payload: push('refs/tags/v1.2.0') },
  {
    event: 'push',
    action: 'that deletes a tag',
    payload: push('refs/tags/v1.2.0', { after: NONE, deleted: true }),
  },
  ...['published', 'released', 'prereleased', 'created', 'edited', 'unpublished', 'deleted'].map(
    (action) => ({
      event: 'release',
      action,
      payload: release(action),
    }),
  ),
  { event: 'delete', action: 'of a branch or a tag', payload: { ref: 'topic', ref_type: 'branch' } },
  { event: 'schedule', action: '', payload: {} },
  { event: 'workflow_dispatch', action: 'with `pr`', payload: {}, inputs: { INPUT_PR: '7' } },
  {
    event: 'workflow_dispatch',
    action: 'with `old` and `new`',
    payload: {},
    inputs: { INPUT_OLD: 'v1', INPUT_NEW: 'v2' },
  },
  { event: 'any other', action: '', payload: {} },
];

function whatHappens(event: Event): string {
  switch (event.name) {
    case 'pull_request':
      return isOfFork(event)
        ? '`invalid` if the version changed, because a fork has no secrets'
        : 'compared with the commit that it would merge into';
    case 'pull_request_target':
      return 'refused';
    case 'merge_group':
      return 'compared with the commit that the queue would merge it into';
    case 'push':
      return event.before === undefined
        ? 'compared with the commit where it split off from the default branch'
        : 'compared with the commit before';
    case 'tag':
      return 'compared with the previous release';
    case 'schedule':
      return 'the current version is compared with `checkpoints.baseline`';
    case 'workflow_dispatch':
      return 'compares the versions that the inputs determine';
    case 'gone':
      return '`skipped`: passes, makes no requests, leaves comment and issue unchanged';
    case 'other':
      return 'requires the inputs `old` and `new`';
  }
}

/** Joins consecutive actions of one event that have the same effect into one row. */
function together(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const done: (readonly string[])[] = [];
  for (const row of rows) {
    const [event = '', action = '', ...rest] = row;
    const [eventBefore, actions = '', ...restBefore] = done.at(-1) ?? [];
    const isSame = eventBefore === event && restBefore.join() === rest.join();
    if (isSame) done.pop();
    done.push([event, isSame ? `${actions}; ${action}` : action, ...rest]);
  }
  return done;
}

/** The table of events, computed by the Action's own code. */
export const eventReference = async (): Promise<string> => {
  const rows = await Promise.all(
    EXAMPLES.map(async ({ event: name, action, payload, inputs: given = {} }) => {
      const job = { name, path: 'event.json', commit: COMMIT };
      const event = await readEvent(job, () => Promise.resolve(Buffer.from(JSON.stringify(payload))));
      const inputs = readInputs(given);
      const at = publishTargetOf({ event, inputs });
      const where = {
        comment: 'the comment',
        issue: `the issue \`${checkKeyOf({ event, inputs })}\``,
        nowhere: '–',
      }[at.kind];
      return [name === 'any other' ? name : `\`${name}\``, action, whatHappens(event), where];
    }),
  );
  return markdownTable(['Event', 'Action', 'What happens', 'Also shown in'], together(rows));
};
