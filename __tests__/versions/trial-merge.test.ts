import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Comparison } from '../../src/versions/comparison.ts';
import { comparisonOf } from '../../src/versions/from-event.ts';
import { createHistory } from '../../src/versions/history.ts';
import { localGit } from '../../src/versions/local-git.ts';
import { createRepository } from '../../src/versions/repository.ts';
import { localTrialMerge, type TryMerge } from '../../src/versions/trial-merge.ts';
import { refusal } from '../support/refusal.ts';
import {
  type Change,
  git,
  temporaryFolder,
  type TemporaryRepository,
  temporaryRepository,
  writeTo,
} from '../support/temporary-repository.ts';

/* A server without trial merges, such as Gitea and Forgejo: the event's commit is the head of the pull request. */

const CONFIG = 'checkpoints: { file: model.yaml, version: /revision }\n';
const NOTES = 'one\ntwo\nthree\nfour\nfive\n';
const env = { PATH: process.env['PATH'], HOME: '/nonexistent' };

const project = (): TemporaryRepository =>
  temporaryRepository({ 'reversal.yml': CONFIG, 'model.yaml': 'revision: v2\n', 'notes.txt': NOTES });

const tip = ({ folder }: TemporaryRepository, name: string): string => git(folder, 'rev-parse', name);

/** What a pull request of `change` into `main` compares, with its head checked out. */
const compare = async (
  repository: TemporaryRepository,
  {
    folder = repository.folder,
    headRepository = 'acme/math',
    tryMerge = localTrialMerge({ folder, env }),
    byHand = false,
  }: {
    readonly folder?: string;
    readonly headRepository?: string;
    readonly tryMerge?: TryMerge;
    /** Whether a maintainer gives its number instead of its event. */
    readonly byHand?: boolean;
  } = {},
): Promise<Comparison> => {
  git(repository.folder, 'checkout', '--quiet', '--detach', 'change');
  const pull = {
    number: 7,
    headCommit: tip(repository, 'change'),
    baseCommit: tip(repository, 'main'),
    baseBranch: 'main',
    headRepository,
    baseRepository: 'acme/math',
  };
  return comparisonOf({
    event: byHand
      ? { name: 'workflow_dispatch', commit: pull.baseCommit }
      : { ...pull, name: 'pull_request', commit: pull.headCommit, isDependabots: false },
    inputs: byHand ? { pr: 7 } : {},
    configPath: 'reversal.yml',
    repository: createRepository([localGit({ folder, env })]),
    history: createHistory({}),
    findPullRequest: () => Promise.resolve({ ...pull, isOpen: true, mergeCommit: undefined }),
    tryMerge,
  });
};

const judged = (
  repository: TemporaryRepository,
  changes: Readonly<Record<string, Change>>,
): Promise<Comparison> => {
  repository.commit('change', changes);
  return compare(repository);
};

describe('the pull request is merged here, and checked as on a server with trial merges', () => {
  test('with the same files and the same two versions', async () => {
    const repository = project();
    repository.commit('change', { 'model.yaml': 'revision: v3\n' });
    const server = repository.trialMerge('change');
    const answer = await compare(repository);
    expect(answer).toEqual({
      kind: 'moved',
      old: 'v2',
      new: 'v3',
      base: server.base,
      head: expect.stringMatching(/^[0-9a-f]{40}$/),
      headIsTrusted: true,
    });
    const merged = answer.kind === 'moved' ? answer.head : '';
    expect(git(repository.folder, 'rev-parse', `${merged}^{tree}`)).toBe(
      git(repository.folder, 'rev-parse', `${server.merge}^{tree}`),
    );
    expect(git(repository.folder, 'rev-parse', `${merged}^1`, `${merged}^2`).split('\n')).toEqual([
      server.base,
      server.head,
    ]);
  });

  test('is unchanged if cut before the base moved on, not a downgrade; and both sides count', async () => {
    const stale = project();
    stale.commit('change', { 'notes.txt': NOTES.replace('five', 'FIVE') });
    stale.commit('main', { 'model.yaml': 'revision: v3\n', 'notes.txt': NOTES.replace('one', 'ONE') });
    const answer = await compare(stale);
    expect(answer).toMatchObject({ kind: 'unchanged', version: 'v3' });
    const merged = answer.kind === 'unchanged' ? answer.head : '';
    expect(git(stale.folder, 'show', `${merged}:notes.txt`)).toBe('ONE\ntwo\nthree\nfour\nFIVE');
  });

  test('cannot choose its base files by branching off an old commit', async () => {
    const repository = project();
    repository.commit('change', { 'model.yaml': 'revision: v3\n' });
    repository.commit('main', { 'reversal.lock': 'stricter\n' });
    const answer = await compare(repository);
    expect(answer).toMatchObject({ kind: 'moved', base: tip(repository, 'main') });
  });

  test('nothing in the workspace changes, and the same merge gives the same commit', async () => {
    const repository = project();
    const answer = await judged(repository, { 'model.yaml': 'revision: v3\n' });
    const state = () => [
      git(repository.folder, 'rev-parse', 'HEAD'),
      git(repository.folder, 'status', '--porcelain'),
      git(repository.folder, 'for-each-ref'),
    ];
    const before = state();
    expect(await compare(repository)).toEqual(answer);
    expect(state()).toEqual(before);
  });

  test("runs no merge driver from the clone's settings; also merges a clone that borrows its objects", async () => {
    const repository = project();
    repository.commit('change', { 'model.yaml': 'revision: v3\n', 'notes.txt': 'change\n' });
    repository.commit('main', { 'notes.txt': 'main\n' });
    const borrower = join(temporaryFolder(), 'clone');
    git(repository.folder, 'clone', '--quiet', '--shared', '--no-checkout', '.', borrower);
    for (const folder of [repository.folder, borrower]) {
      const ran = join(temporaryFolder(), 'ran');
      git(folder, 'config', 'merge.planted.driver', `touch '${ran}'`);
      writeTo(folder, { '.git/info/attributes': '* merge=planted\n' });
      expect(
        await localTrialMerge({ folder, env })(tip(repository, 'main'), tip(repository, 'change')),
      ).toEqual({
        kind: 'conflicts',
      });
      expect(existsSync(ran)).toBe(false);
    }
  });

  test('works in a SHA-256 repository', async () => {
    const repository = temporaryRepository({ 'notes.txt': NOTES }, { format: 'sha256' });
    const head = repository.commit('change', { 'notes.txt': 'change\n' });
    const base = repository.commit('main', { 'other.txt': 'main\n' });
    expect(await localTrialMerge({ folder: repository.folder, env })(base, head)).toMatchObject({
      kind: 'merged',
      commit: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test("a fork's is not measured unless a maintainer names its number, and even then is not trusted", async () => {
    const repository = project();
    repository.commit('change', { 'model.yaml': 'revision: v3\n' });
    const headRepository = 'somebody/math';
    expect(await compare(repository, { headRepository })).toMatchObject({
      kind: 'not-measurable',
      old: 'v2',
      new: 'v3',
    });
    expect(await compare(repository, { headRepository, byHand: true })).toMatchObject({
      kind: 'moved',
      old: 'v2',
      new: 'v3',
      base: tip(repository, 'main'),
      headIsTrusted: false,
    });
  });
});

describe('is refused', () => {
  test('if it conflicts with its base', async () => {
    const repository = project();
    repository.commit('change', { 'model.yaml': 'revision: v3\n' });
    repository.commit('main', { 'model.yaml': 'revision: v4\n' });
    const told = await refusal(() => compare(repository));
    expect(told).toContain(`it conflicts with its base, ${tip(repository, 'main').slice(0, 10)}`);
    expect(told).toContain('Resolve the conflicts');
  });

  test('if the clone is shallow, missing, lacks a commit, or has no common history', async () => {
    const repository = project();
    repository.commit('change', { 'model.yaml': 'revision: v3\n' });
    const told = (tryMerge: TryMerge): Promise<string> => refusal(() => compare(repository, { tryMerge }));

    const shallow = temporaryFolder();
    git(shallow, 'init', '--quiet');
    git(shallow, 'fetch', '--quiet', '--depth=1', `file://${repository.folder}`, 'main', 'change');
    expect(await told(localTrialMerge({ folder: shallow, env }))).toMatch(
      /reversal-check could not create one: the clone is shallow\n {2}Set fetch-depth: 0 for actions\/checkout/,
    );
    expect(await told(localTrialMerge({ folder: temporaryFolder(), env }))).toContain(
      'the workspace contains no clone',
    );
    expect(
      await told(localTrialMerge({ folder: repository.folder, env: { PATH: '/nonexistent' } })),
    ).toContain('Git is not installed on this machine');
    expect(
      await refusal(() =>
        compare(repository, { byHand: true, tryMerge: localTrialMerge({ folder: shallow, env }) }),
      ),
    ).toMatch(/the clone is shallow\n.*ref: refs\/pull\/7\/head and fetch-depth: 0/u);
    const here = localTrialMerge({ folder: repository.folder, env });
    expect(await told((base) => here(base, '0'.repeat(40)))).toContain('git merge-tree failed: ');
    git(repository.folder, 'checkout', '--quiet', '--orphan', 'other');
    git(repository.folder, 'commit', '--quiet', '--allow-empty', '--message=start');
    const other = tip(repository, 'other');
    expect(await told((base) => here(base, other))).toContain('unrelated histories');
  });
});
