import { describe, expect, test } from 'vitest';
import type { Comparison, ComparisonInputs, Event } from '../../src/versions/comparison.ts';
import { comparisonOf } from '../../src/versions/from-event.ts';
import { createHistory, type HistorySource } from '../../src/versions/history.ts';
import { localGit } from '../../src/versions/local-git.ts';
import { localHistory } from '../../src/versions/local-history.ts';
import { createRepository } from '../../src/versions/repository.ts';
import { refusal } from '../support/refusal.ts';
import {
  git,
  temporaryFolder,
  type TemporaryRepository,
  temporaryRepository,
} from '../support/temporary-repository.ts';

/* Comparisons without a pull request: pushes, releases, nights. */

const CONFIG = 'checkpoints: { file: model.yaml, version: /revision, baseline: v0 }\n';

const model = (version: string): string => `revision: ${version}\n`;

const project = (): TemporaryRepository =>
  temporaryRepository({ 'reversal.yml': CONFIG, 'model.yaml': model('v1') });

const env = { PATH: process.env['PATH'] };

/** The events that leave something to compare. */
type Compared = Exclude<Event, { name: 'gone' }>;

const compare = (
  { folder }: Pick<TemporaryRepository, 'folder'>,
  event: Compared,
  { inputs = {}, server }: { readonly inputs?: ComparisonInputs; readonly server?: HistorySource } = {},
): Promise<Comparison> =>
  comparisonOf({
    event,
    inputs,
    configPath: 'reversal.yml',
    repository: createRepository([localGit({ folder, env })]),
    history: createHistory({ clone: localHistory({ folder, env }), server }),
    findPullRequest: () => Promise.resolve(undefined),
    tryMerge: () => Promise.reject(new Error('there is no pull request')),
  });

const head = ({ folder }: TemporaryRepository, name = 'HEAD'): string => git(folder, 'rev-parse', name);

/** A server that knows only that one release is marked as a pre-release. */
const marked = (tag: string): HistorySource => ({
  mergeBase: () => Promise.resolve(undefined),
  tags: () => Promise.resolve(undefined),
  isAncestor: () => Promise.resolve(undefined),
  isOnBranch: () => Promise.resolve(undefined),
  hasEverything: () => Promise.resolve(true),
  isPrerelease: (asked) => Promise.resolve(asked === tag),
});

describe('a push to a branch', () => {
  const push = (
    commit: string,
    before: string | undefined,
    branch = 'main',
    isForced?: boolean,
  ): Compared => ({
    name: 'push',
    commit,
    before,
    branch,
    defaultBranch: 'main',
    isForced,
  });

  test('compares the previous with the current commit, using the files of the previous one', async () => {
    const repository = project();
    const before = head(repository);
    repository.commit('main', { 'README.md': 'words' });
    const after = repository.commit('main', { 'model.yaml': model('v2'), 'reversal.yml': '# mine\n' });
    expect(await compare(repository, push(after, before))).toEqual({
      kind: 'moved',
      old: 'v1',
      new: 'v2',
      base: before,
      head: after,
      headIsTrusted: true,
    });
    const later = repository.commit('main', { 'reversal.yml': CONFIG });
    expect(await compare(repository, push(later, after))).toMatchObject({ kind: 'first-adoption' });
  });

  test('of a new branch starts from where it left the default branch', async () => {
    const repository = project();
    const cut = head(repository);
    repository.commit('side', { 'README.md': 'words' });
    const tip = repository.commit('side', { 'model.yaml': model('v2') });
    repository.commit('main', { 'model.yaml': model('v9') });
    git(repository.folder, 'update-ref', 'refs/remotes/origin/main', 'main');
    expect(await compare(repository, push(tip, undefined, 'side'))).toMatchObject({
      kind: 'moved',
      old: 'v1',
      new: 'v2',
      base: cut,
    });
  });

  test('of a new branch in a clone without its history is not guessed', async () => {
    const repository = project();
    const tip = repository.commit('side', { 'model.yaml': model('v2') });
    const folder = temporaryFolder();
    git(folder, 'clone', '--quiet', '--depth=1', '--branch=side', `file://${repository.folder}`, 'clone');
    const clone = { folder: `${folder}/clone` };
    expect(await refusal(() => compare(clone, push(tip, undefined, 'side')))).toContain(
      'Set fetch-depth: 0 for actions/checkout',
    );
  });

  test('that is the first of all has nothing before it', async () => {
    const repository = project();
    expect(await compare(repository, push(head(repository), undefined))).toMatchObject({
      kind: 'nothing-before',
      new: 'v1',
    });
  });
});

describe('a release', () => {
  const release = (repository: TemporaryRepository, tag: string): Compared => ({
    name: 'tag',
    event: 'push',
    commit: git(repository.folder, 'rev-parse', `${tag}^{commit}`),
    tag,
  });

  /** Releases on `main`, each with a version of the model; every other tag is annotated. */
  const released = (...tags: readonly (readonly [tag: string, version: string])[]): TemporaryRepository => {
    const repository = project();
    for (const [at, [tag, version]] of tags.entries()) {
      repository.commit('main', { 'model.yaml': model(version) });
      git(repository.folder, 'tag', ...(at % 2 === 0 ? ['-a', '-m', 'x'] : []), tag);
    }
    return repository;
  };

  test('is compared with the previous one, using its own files', async () => {
    const repository = released(['v1.9.0', 'v1'], ['v1.10.0', 'v2'], ['v1.11.0', 'v3']);
    const at = git(repository.folder, 'rev-parse', 'v1.11.0^{commit}');
    expect(await compare(repository, release(repository, 'v1.11.0'))).toEqual({
      kind: 'moved',
      old: 'v2',
      new: 'v3',
      base: at,
      head: at,
      headIsTrusted: true,
    });
  });

  test('skips pre-releases, by name and by their mark, and other series', async () => {
    const repository = released(
      ['v1.0.0', 'v1'],
      ['v1.1.0', 'v2'],
      ['v2.0.0-rc.1', 'v3'],
      ['tokenizer-v1.9.0', 'v4'],
      ['v2.0.0', 'v5'],
    );
    expect(await compare(repository, release(repository, 'v2.0.0'))).toMatchObject({ old: 'v2' });
    expect(
      await compare(repository, release(repository, 'v2.0.0'), { server: marked('v1.1.0') }),
    ).toMatchObject({ old: 'v1' });
    expect(await compare(repository, release(repository, 'v2.0.0-rc.1'))).toMatchObject({ old: 'v2' });
  });

  test('of an older line is compared with its own ancestor, not with newer releases', async () => {
    const repository = released(['v1.0.0', 'v1'], ['v2.0.0', 'v2']);
    git(repository.folder, 'checkout', '--quiet', '-b', 'line', 'v1.0.0^{commit}');
    repository.commit('line', { 'model.yaml': model('v1b') });
    git(repository.folder, 'tag', 'v1.0.1');
    expect(await compare(repository, release(repository, 'v1.0.1'))).toMatchObject({ old: 'v1', new: 'v1b' });
    git(repository.folder, 'tag', 'v2.0.1');
    expect(await compare(repository, release(repository, 'v2.0.1'))).toMatchObject({ kind: 'unchanged' });
  });

  test('has nothing before it if it is the first, or if there was no model before', async () => {
    const repository = released(['v1.0.0', 'v1']);
    expect(await compare(repository, release(repository, 'v1.0.0'))).toMatchObject({
      kind: 'nothing-before',
      new: 'v1',
    });
    const late = temporaryRepository({ 'README.md': 'words' });
    git(late.folder, 'tag', 'v1.0.0');
    late.commit('main', { 'reversal.yml': CONFIG, 'model.yaml': model('v1') });
    git(late.folder, 'tag', 'v1.1.0');
    expect(await compare(late, release(late, 'v1.1.0'))).toMatchObject({
      kind: 'nothing-before',
      reason: expect.stringContaining('The previous release, v1.0.0, has no version'),
    });
  });

  test('is not skipped if the previous version cannot be read, or the clone lacks history or tags', async () => {
    const repository = released(['v1.0.0', '{ a: b }'], ['v1.1.0', 'v2']);
    expect(await refusal(() => compare(repository, release(repository, 'v1.1.0')))).toContain(
      'expected a version',
    );
    const folder = temporaryFolder();
    git(folder, 'clone', '--quiet', '--depth=1', '--branch=v1.1.0', `file://${repository.folder}`, 'clone');
    const event = release(repository, 'v1.1.0');
    expect(await refusal(() => compare({ folder: `${folder}/clone` }, event))).toContain(
      'cannot read the tags of the repository',
    );
  });

  test('needs a number, or the two versions', async () => {
    const repository = released(['latest', 'v1']);
    expect(await refusal(() => compare(repository, release(repository, 'latest')))).toContain(
      'found a tag without a number',
    );
    const inputs = { old: 'v1', new: 'v2' };
    expect(await compare(repository, release(repository, 'latest'), { inputs })).toMatchObject({
      kind: 'moved',
      ...inputs,
    });
  });
});

describe('a night', () => {
  test('compares the baseline with today’s version, even if both are the same', async () => {
    const repository = project();
    const event: Event = { name: 'schedule', commit: head(repository) };
    expect(await compare(repository, event)).toMatchObject({
      kind: 'moved',
      old: 'v0',
      new: 'v1',
      isScheduled: true,
    });
    const commit = repository.commit('main', { 'model.yaml': model('v0') });
    expect(await compare(repository, { ...event, commit })).toMatchObject({
      kind: 'moved',
      old: 'v0',
      new: 'v0',
      isScheduled: true,
    });
    const inputs = { old: 'v7', new: 'v8' };
    expect(await compare(repository, event, { inputs })).toMatchObject({ ...inputs, isScheduled: true });
  });

  test('is refused without a baseline, or with an invalid one', async () => {
    const repository = project();
    const commit = repository.commit('main', { 'reversal.yml': CONFIG.replace(', baseline: v0', '') });
    expect(await refusal(() => compare(repository, { name: 'schedule', commit }))).toContain(
      'checkpoints.baseline: missing',
    );
    for (const bad of ['v3; touch x', '../../x', '$(x)', 'refs/pr/12']) {
      const at = repository.commit('main', {
        'reversal.yml': CONFIG.replace('baseline: v0', `baseline: ${JSON.stringify(bad)}`),
      });
      expect(await refusal(() => compare(repository, { name: 'schedule', commit: at }))).toContain(
        `checkpoints.baseline: found ${JSON.stringify(bad)}`,
      );
    }
  });
});
