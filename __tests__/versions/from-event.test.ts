import { describe, expect, test } from 'vitest';
import type { Comparison, ComparisonInputs, Event, PullRequest } from '../../src/versions/comparison.ts';
import { comparisonOf } from '../../src/versions/from-event.ts';
import type { GitObjects } from '../../src/versions/git-objects.ts';
import { createHistory, type History } from '../../src/versions/history.ts';
import { localGit } from '../../src/versions/local-git.ts';
import { localHistory } from '../../src/versions/local-history.ts';
import { createRepository } from '../../src/versions/repository.ts';
import { refusal } from '../support/refusal.ts';
import {
  type Change,
  type TemporaryRepository,
  git,
  temporaryFolder,
  temporaryRepository,
} from '../support/temporary-repository.ts';

const CONFIG = 'checkpoints: { file: model.yaml, version: /serving/revision }\n';

const model = (version: string): string => `serving: { revision: ${version} }\n`;

const project = (more: Readonly<Record<string, Change>> = {}): TemporaryRepository =>
  temporaryRepository({ 'reversal.yml': CONFIG, 'model.yaml': model('v2'), ...more });

const objectsOf = (folder: string): GitObjects => localGit({ folder, env: { PATH: process.env['PATH'] } });

/** The events that leave something to compare. */
type Compared = Exclude<Event, { name: 'gone' }>;

interface Asked {
  readonly inputs?: ComparisonInputs;
  readonly configPath?: string;
  readonly pulls?: readonly PullRequest[];
  readonly sources?: readonly GitObjects[];
  readonly history?: History;
}

const compare = (
  { folder }: Pick<TemporaryRepository, 'folder'>,
  event: Compared,
  {
    inputs = {},
    configPath = 'reversal.yml',
    pulls = [],
    sources = [objectsOf(folder)],
    history = createHistory({ clone: localHistory({ folder, env: { PATH: process.env['PATH'] } }) }),
  }: Asked = {},
): Promise<Comparison> =>
  comparisonOf({
    event,
    inputs,
    configPath,
    repository: createRepository(sources),
    history,
    findPullRequest: (number) => Promise.resolve(pulls.find((pull) => pull.number === number)),
    tryMerge: () => Promise.resolve({ kind: 'unknown', why: 'nothing is merged here' }),
  });

type Merge = ReturnType<TemporaryRepository['trialMerge']>;

const pullRequest = (
  { merge, base, head }: Merge,
  headRepository: string | undefined = 'acme/math',
): Extract<Event, { name: 'pull_request' }> => ({
  name: 'pull_request',
  commit: merge,
  number: 7,
  headCommit: head,
  baseCommit: base,
  baseBranch: 'main',
  headRepository,
  baseRepository: 'acme/math',
  isDependabots: false,
});

/** What a pull request with these changes compares. */
const judged = (
  repository: TemporaryRepository,
  changes: Readonly<Record<string, Change>>,
  asked: Asked = {},
): Promise<Comparison> => {
  repository.commit('change', changes);
  return compare(repository, pullRequest(repository.trialMerge('change')), asked);
};

describe('a pull request', () => {
  test('that changes the version is checked with the files of the commit it would merge into', async () => {
    const repository = project();
    repository.commit('change', { 'model.yaml': model('v3') });
    const merge = repository.trialMerge('change');
    expect(await compare(repository, pullRequest(merge))).toEqual({
      kind: 'moved',
      old: 'v2',
      new: 'v3',
      base: merge.base,
      head: merge.merge,
      headIsTrusted: true,
    });
  });

  test('that changes the model file but not the version is unchanged', async () => {
    const answer = await judged(project(), { 'model.yaml': `# note\n${model('"v2"')}other: 1\n` });
    expect(answer).toMatchObject({ kind: 'unchanged', version: 'v2' });
  });

  test('that was cut before the base moved on is unchanged, not a downgrade', async () => {
    const repository = project();
    repository.commit('stale', { 'README.md': 'words' });
    repository.commit('main', { 'model.yaml': model('v3') });
    expect(await compare(repository, pullRequest(repository.trialMerge('stale')))).toMatchObject({
      kind: 'unchanged',
      version: 'v3',
    });
  });

  test('that changed the version and took it back is unchanged', async () => {
    const repository = project();
    repository.commit('change', { 'model.yaml': model('v3') });
    expect(await judged(repository, { 'model.yaml': model('v2') })).toMatchObject({ kind: 'unchanged' });
  });

  test('that reverts a change of the base goes back', async () => {
    const repository = project();
    repository.commit('main', { 'model.yaml': model('v3') });
    expect(await judged(repository, { 'model.yaml': model('v2') })).toMatchObject({
      kind: 'moved',
      old: 'v3',
      new: 'v2',
    });
  });

  test('in a monorepo concerns the model whose file it changes', async () => {
    const own = 'checkpoints: { file: ../models/a.toml, version: /revision }\n';
    const repository = temporaryRepository({
      'gates/a.yml': own,
      'gates/b.yml': own.replace('a.toml', 'b.json'),
      'models/a.toml': 'revision = "a1"\n',
      'models/b.json': '{"revision": 1}\n',
    });
    repository.commit('change', { 'models/b.json': '{"revision": 2}\n' });
    const event = pullRequest(repository.trialMerge('change'));
    expect(await compare(repository, event, { configPath: 'gates/a.yml' })).toMatchObject({
      kind: 'unchanged',
      version: 'a1',
    });
    expect(await compare(repository, event, { configPath: 'gates/b.yml' })).toMatchObject({
      kind: 'moved',
      old: '1',
      new: '2',
    });
  });

  test('is understood from a shallow clone with the server’s help', async () => {
    const repository = project();
    repository.commit('change', { 'model.yaml': model('v3') });
    const merge = repository.trialMerge('change');
    const folder = temporaryFolder();
    git(folder, 'init', '--quiet');
    git(folder, 'fetch', '--quiet', '--depth=1', `file://${repository.folder}`, 'HEAD');
    const event = pullRequest(merge);
    expect(
      await compare(repository, event, { sources: [objectsOf(folder), objectsOf(repository.folder)] }),
    ).toMatchObject({ kind: 'moved', old: 'v2', new: 'v3', base: merge.base });
    expect(await refusal(() => compare(repository, event, { sources: [objectsOf(folder)] }))).toContain(
      'Set fetch-depth: 2 for actions/checkout',
    );
  });

  test('may have any other mistake in its configuration if the version does not change', async () => {
    const broken = `${CONFIG}suites: { what: [is, this] }\nunknown: key\n`;
    const repository = project({ 'reversal.yml': broken });
    expect(await judged(repository, { 'README.md': 'words' })).toMatchObject({ kind: 'unchanged' });
  });
});

const refusedModel = (change: Change): Promise<string> =>
  refusal(() => judged(project(), { 'model.yaml': change }));

describe('cannot choose which commit’s files apply', () => {
  test('cannot choose the version’s location or pattern, which the base sets', async () => {
    const repository = project({ 'decoy.yaml': model('v2') });
    const answer = await judged(repository, {
      'model.yaml': model('v3'),
      'reversal.yml': CONFIG.replace('model.yaml', 'decoy.yaml'),
    });
    expect(answer).toMatchObject({ kind: 'moved', old: 'v2', new: 'v3' });
    const told = refusal(() =>
      judged(project(), {
        'model.yaml': model('a/b'),
        'reversal.yml': CONFIG.replace('}', ', version-pattern: .* }'),
      }),
    );
    expect(await told).toContain('found "a/b", expected a version of up to 100 letters');
  });

  test('is not given by a commit that is not a trial merge of its branch', async () => {
    const repository = project();
    const base = git(repository.folder, 'rev-parse', 'main');
    const own = repository.commit('change', { 'reversal.yml': '# mine\n' });
    const head = repository.commit('change', { 'model.yaml': model('v3') });
    const told = refusal(() => compare(repository, pullRequest({ merge: own, head, base })));
    expect(await told).toContain('this is not a trial merge of');
    // A branch may contain merges of its own, whose first parent it chose.
    repository.commit('side', { 'x.txt': 'x' });
    git(repository.folder, 'checkout', '--quiet', 'change');
    git(repository.folder, 'merge', '--quiet', '--no-ff', '--message=own', 'side');
    const merge = git(repository.folder, 'rev-parse', 'HEAD');
    const newest = repository.commit('change', { 'y.txt': 'y' });
    expect(await refusal(() => compare(repository, pullRequest({ merge, head: newest, base })))).toContain(
      'the changes of the pull request are unknown',
    );
  });

  test('is refused if the model file or its folder became a link', async () => {
    const repository = project({ 'other.yaml': model('v2') });
    expect(await refusal(() => judged(repository, { 'model.yaml': { link: 'other.yaml' } }))).toContain(
      'model.yaml, in commit',
    );
  });

  test('fails if it removes the version, however it does so', async () => {
    expect(await refusal(() => judged(project(), { 'model.yaml': null }))).toContain(
      'there is no such file, expected the version.',
    );
    expect(await refusal(() => judged(project(), { 'model.yaml': 'serving: { rev: v3 }\n' }))).toContain(
      '/serving has no revision; it has rev, expected the version.',
    );
    expect(await refusal(() => judged(project(), { 'reversal.yml': null, 'model.yaml': null }))).toContain(
      'model.yaml, /serving/revision, in commit',
    );
  });

  test('is refused for a path that leads out of the repository', async () => {
    const leads = CONFIG.replace('model.yaml', '../../model.yaml');
    const repository = temporaryRepository({ 'a/reversal.yml': leads });
    expect(await refusal(() => judged(repository, {}, { configPath: 'a/reversal.yml' }))).toContain(
      'a/reversal.yml, checkpoints.file: this path leads outside the repository',
    );
  });

  test('is refused for a model file of more than 1 MiB, in Git LFS or not in UTF-8', async () => {
    expect(await refusedModel(`${model('v3')}${'#'.repeat(1_048_576)}`)).toContain(
      'expected at most 1048576',
    );
    expect(await refusedModel(Uint8Array.from([0x61, 0xff]))).toContain('found bytes that are not UTF-8');
    expect(
      await refusedModel('version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 5\n'),
    ).toContain('found a Git LFS pointer, expected the file itself');
  });
});

describe('a pull request that moves the model file', () => {
  const elsewhere = CONFIG.replace('model.yaml', 'models/math.toml').replace('/serving/revision', '/at');

  const away = { 'model.yaml': null, 'reversal.yml': elsewhere };

  test.each<[string, Record<string, Change>]>([
    ['and keeps the version', { ...away, 'models/math.toml': 'at = "v2"\n' }],
    ['and the version', { ...away, 'models/math.toml': 'at = "v3"\n' }],
    ['and deletes the configuration', { 'model.yaml': null, 'reversal.yml': null }],
    ['and leaves the configuration', { 'model.yaml': null, 'live.yaml': 'serving: { revision: v3 }\n' }],
    [
      'by its key, for a decoy',
      {
        'model.yaml': 'serving: { rev: v3 }\ndecoy: v2\n',
        'reversal.yml': CONFIG.replace('/serving/revision', '/decoy'),
      },
    ],
  ])('%s fails if the old location is empty, and says how to do it', async (_, changes) => {
    const told = await refusal(() => judged(project(), changes));
    expect(told).toContain('model.yaml, /serving/revision, in commit');
    expect(told).toContain('two pull requests');
  });

  test.each([
    ['the version as it is', {}, 'v3'],
    ['a new version', { 'model.yaml': 'serving:\n  revision: v2.1\n' }, 'v3'],
  ])('fails if the old location has %s and the new one another', async (_, kept, version) => {
    const changes = { ...kept, 'reversal.yml': elsewhere, 'models/math.toml': `at = "${version}"\n` };
    const told = await refusal(() => judged(project(), changes));
    expect(told).toContain('which has "v3"');
    expect(told).toContain('two pull requests');
  });

  test('works in two steps: the new location beside the old one, then without the old one', async () => {
    const first = { 'reversal.yml': elsewhere, 'models/math.toml': 'at = "v2"\n' };
    expect(await judged(project(), first)).toMatchObject({ kind: 'unchanged', version: 'v2' });
    const repository = project();
    repository.commit('main', first);
    const second = { 'model.yaml': null, 'models/math.toml': 'at = "v3"\n' };
    expect(await judged(repository, second)).toMatchObject({ kind: 'moved', old: 'v2', new: 'v3' });
  });

  test.each<[string, Change]>([
    ['at a file that does not exist', CONFIG.replace('model.yaml', 'absent.yaml')],
    ['at a key that does not exist', CONFIG.replace('/serving/revision', '/serving/absent')],
    ['nowhere', 'suites: []\n'],
    ['at what is no version', CONFIG.replace('/serving/revision', '/serving')],
    ['out of the repository', CONFIG.replace('model.yaml', '../model.yaml')],
    ['by what is no YAML', 'checkpoints: {\n'],
    ['by no configuration', null],
    ['by a pattern that no such version matches', CONFIG.replace(' }', ', version-pattern: x.+ }')],
  ])(
    'fails if it points %s, whatever the version is: the next one could change it unmeasured',
    async (_, config) => {
      for (const version of ['v2', 'v3']) {
        const told = await refusal(() =>
          judged(project(), { 'model.yaml': model(version), 'reversal.yml': config }),
        );
        expect(told).toContain('the next pull request could change the version without being measured');
      }
    },
  );

  test('fails if it replaces the pattern by one that no such version matches', async () => {
    const patterned = (pattern: string): string => CONFIG.replace(' }', `, version-pattern: ${pattern} }`);
    for (const version of ['v2', 'v3']) {
      const repository = project({ 'reversal.yml': patterned('v.+') });
      const changes = { 'model.yaml': model(version), 'reversal.yml': patterned('x.+') };
      const told = await refusal(() => judged(repository, changes));
      expect(told).toContain('the next pull request could change the version without being measured');
    }
  });

  test('fails if the new location is empty as well', async () => {
    const told = refusal(() => judged(project(), { 'model.yaml': null, 'reversal.yml': elsewhere }));
    expect(await told).toContain('model.yaml, /serving/revision, in commit');
  });
});

describe('first adoption', () => {
  const adopted = { 'reversal.yml': CONFIG, 'model.yaml': model('v3') };

  test.each<[string, Record<string, Change>, string]>([
    ['no configuration', {}, 'reversal.yml, in commit HASH: there is no such file'],
    [
      'a configuration that names no file',
      { 'reversal.yml': 'suites: []\n' },
      'reversal.yml in commit HASH, checkpoints.file: missing, so the model version cannot be located',
    ],
    [
      'no model file',
      { 'reversal.yml': CONFIG },
      'model.yaml, /serving/revision, in commit HASH: there is no such file, expected the version',
    ],
    [
      'a configuration that nobody can read',
      { 'reversal.yml': 'checkpoints: {\n' },
      'reversal.yml:2:1: in commit HASH: ',
    ],
    [
      'a version that nobody can use',
      { 'reversal.yml': CONFIG, 'model.yaml': model('1.10') },
      'model.yaml, /serving/revision, in commit HASH: found the number 1.10',
    ],
  ])('on a base with %s is reported with its reason', async (_, base, reason) => {
    const repository = temporaryRepository(base);
    repository.commit('change', adopted);
    const merge = repository.trialMerge('change');
    const answer = await compare(repository, pullRequest(merge));
    expect(answer).toMatchObject({ kind: 'first-adoption', base: merge.base, head: merge.merge });
    if (answer.kind !== 'first-adoption') return;
    expect(answer.reason).toContain(reason.replace('HASH', merge.base.slice(0, 10)));
  });

  test('fails if the adopted version cannot be read either, and says what to fix', async () => {
    const repository = temporaryRepository({});
    expect(await refusal(() => judged(repository, { 'reversal.yml': CONFIG }))).toContain(
      'model.yaml, /serving/revision, in commit',
    );
    expect(await refusal(() => judged(temporaryRepository({}), {}))).toContain('reversal.yml, in commit');
  });

  test('is never concluded from a missing history', async () => {
    const repository = project();
    repository.commit('change', { 'model.yaml': model('v3') });
    const event = pullRequest(repository.trialMerge('change'));
    const objects = objectsOf(repository.folder);
    const base = git(repository.folder, 'rev-parse', 'main');
    const lost = git(repository.folder, 'rev-parse', 'main:model.yaml');
    for (const without of [base, lost]) {
      const some =
        <T>(ask: (id: string) => Promise<T>) =>
        (id: string) =>
          id === without ? Promise.resolve(undefined) : ask(id);
      const source: GitObjects = {
        commit: some(objects.commit),
        tree: some(objects.tree),
        blob: some(objects.blob),
      };
      expect(await refusal(() => compare(repository, event, { sources: [source] }))).toContain(
        'this part of the history is not in the checkout',
      );
    }
  });
});

describe("a fork's pull request", () => {
  test.each([
    ['fork', 'somebody/math'],
    ['deleted fork', undefined],
  ])('(%s) is not measured if the version changes, and says how it can be', async (_, headRepository) => {
    const repository = project();
    repository.commit('change', { 'model.yaml': model('v3') });
    const merge = repository.trialMerge('change');
    const event = { ...pullRequest(merge), headRepository };
    const answer = await compare(repository, event);
    expect(answer).toMatchObject({ kind: 'not-measurable', old: 'v2', new: 'v3', base: merge.base });
    if (answer.kind !== 'not-measurable') return;
    expect(answer.ways).toHaveLength(2);
    expect(answer.ways[1]).toContain('workflow_dispatch) with pr: 7');
    expect(answer.ways[0]).toContain('merge queue');
  });

  test('is skipped like any other if the version does not change', async () => {
    const repository = project();
    repository.commit('change', { 'README.md': 'words' });
    const event = pullRequest(repository.trialMerge('change'), 'somebody/math');
    expect(await compare(repository, event)).toMatchObject({ kind: 'unchanged' });
  });

  test('is not a fork if only the case of the name differs', async () => {
    const repository = project();
    repository.commit('change', { 'model.yaml': model('v3') });
    const event = pullRequest(repository.trialMerge('change'), 'Acme/Math');
    expect(await compare(repository, event)).toMatchObject({ kind: 'moved', headIsTrusted: true });
  });
});

describe("Dependabot's pull request", () => {
  const moved = async (headRepository?: string): Promise<Comparison> => {
    const repository = project();
    repository.commit('change', { 'model.yaml': model('v3') });
    const merge = repository.trialMerge('change');
    return compare(repository, { ...pullRequest(merge, headRepository), isDependabots: true });
  };

  test('is measured if no secret is missing, and otherwise says how it can be', async () => {
    expect(await moved()).toMatchObject({
      kind: 'moved',
      headIsTrusted: true,
      withoutSecrets: {
        reason: "Dependabot's pull request runs without secrets, so the models cannot be sampled",
        ways: [expect.stringContaining('merge queue'), expect.stringContaining('with pr: 7')],
      },
    });
  });

  test("is treated as a fork's if it comes from one", async () => {
    expect(await moved('somebody/math')).toMatchObject({
      kind: 'not-measurable',
      reason: expect.stringContaining("a fork's"),
    });
  });
});

const dispatch = ({ folder }: TemporaryRepository): Compared => ({
  name: 'workflow_dispatch',
  commit: git(folder, 'rev-parse', 'main'),
});
const pullOf = ({ merge, base, head }: Merge, more: Partial<PullRequest> = {}): PullRequest => ({
  number: 7,
  isOpen: true,
  mergeCommit: merge,
  headCommit: head,
  baseCommit: base,
  baseBranch: 'main',
  headRepository: 'somebody/math',
  baseRepository: 'acme/math',
  ...more,
});

describe('workflow_dispatch', () => {
  test('compares the given versions, even equal ones, with the files of the commit it runs on', async () => {
    const repository = project();
    const event = dispatch(repository);
    for (const inputs of [
      { old: 'v1', new: 'v9' },
      { old: 'v1', new: 'v1' },
    ]) {
      const commit = git(repository.folder, 'rev-parse', 'main');
      expect(await compare(repository, event, { inputs })).toEqual({
        kind: 'moved',
        ...inputs,
        base: commit,
        head: commit,
        headIsTrusted: true,
      });
    }
  });

  test('measures a pull request by its number, and does not trust a fork', async () => {
    const repository = project();
    repository.commit('change', { 'model.yaml': model('v3') });
    const merge = repository.trialMerge('change');
    const asked = { inputs: { pr: 7 }, pulls: [pullOf(merge)] };
    expect(await compare(repository, dispatch(repository), asked)).toEqual({
      kind: 'moved',
      old: 'v2',
      new: 'v3',
      base: merge.base,
      head: merge.merge,
      headIsTrusted: false,
    });
    const own = { ...asked, pulls: [pullOf(merge, { headRepository: 'acme/math' })] };
    expect(await compare(repository, dispatch(repository), own)).toMatchObject({ headIsTrusted: true });
  });

  test.each<[string, ComparisonInputs, Partial<PullRequest>, string]>([
    [
      'nothing',
      {},
      {},
      'the inputs old and new: missing, but workflow_dispatch does not determine which versions to compare',
    ],
    ['old alone', { old: 'v1' }, {}, 'the input new: missing, expected both old and new'],
    ['new alone', { new: 'v1' }, {}, 'the input old: missing, expected both old and new'],
    ['both ways', { old: 'v1', new: 'v2', pr: 7 }, {}, 'the input pr: found together with old and new'],
    [
      'a number that is none',
      { pr: 1.5 },
      {},
      'the input pr: found 1.5, expected the number of a pull request',
    ],
    ['an unknown pull request', { pr: 8 }, {}, 'found no pull request 8 in this repository'],
    ['a closed one', { pr: 7 }, { isOpen: false }, 'pull request 7 is closed'],
    ['one with conflicts', { pr: 7 }, { mergeCommit: undefined }, 'pull request 7 has no trial merge'],
    [
      'one that has just changed',
      { pr: 7 },
      { headCommit: 'f'.repeat(40) },
      'this is not a trial merge of ffffffffff',
    ],
  ])('with %s is refused', async (_, inputs, more, told) => {
    const repository = project();
    repository.commit('change', { 'model.yaml': model('v3') });
    const pulls = [pullOf(repository.trialMerge('change'), more)];
    expect(await refusal(() => compare(repository, dispatch(repository), { inputs, pulls }))).toContain(told);
  });
});

describe('other events', () => {
  test('pull_request_target is refused with the safe alternative', async () => {
    const told = await refusal(() => compare(project(), { name: 'pull_request_target' }));
    expect(told).toContain('on: pull_request_target: this event gives code from forks access to secrets');
    expect(told).toContain('with: pr: ${{ inputs.pr }}');
    const inputs = { old: 'v1', new: 'v2' };
    expect(await refusal(() => compare(project(), { name: 'pull_request_target' }, { inputs }))).toBe(told);
  });

  test('a merge group is checked with the files of the commit it would merge into', async () => {
    const repository = project();
    repository.commit('change', { 'model.yaml': model('v3') });
    const { merge, base } = repository.trialMerge('change');
    const event: Event = { name: 'merge_group', commit: merge, baseCommit: base };
    expect(await compare(repository, event)).toEqual({
      kind: 'moved',
      old: 'v2',
      new: 'v3',
      base,
      head: merge,
      headIsTrusted: true,
    });
  });

  test('an event without a change compares the given versions, and asks for them otherwise', async () => {
    const repository = project();
    const commit = git(repository.folder, 'rev-parse', 'main');
    const event: Event = { name: 'other', event: 'repository_dispatch', commit };
    const inputs = { old: 'v1', new: 'v2' };
    expect(await compare(repository, event, { inputs })).toMatchObject({ kind: 'moved', ...inputs });
    expect(await refusal(() => compare(repository, event))).toContain(
      'repository_dispatch does not determine which versions to compare',
    );
    expect(await refusal(() => compare(repository, event, { inputs: { pr: 7 } }))).toContain(
      'the input pr: it is set on repository_dispatch, but it only works on workflow_dispatch',
    );
  });

  test('a pull request with given versions still uses the files of its base, and is skipped if they are equal', async () => {
    const repository = project();
    repository.commit('change', { 'README.md': 'words' });
    const merge = repository.trialMerge('change');
    const event = pullRequest(merge);
    expect(await compare(repository, event, { inputs: { old: 'a', new: 'b' } })).toMatchObject({
      kind: 'moved',
      base: merge.base,
      head: merge.merge,
    });
    expect(await compare(repository, event, { inputs: { old: 'a', new: 'a' } })).toMatchObject({
      kind: 'unchanged',
    });
    const bare = temporaryRepository({});
    const given = judged(bare, { 'reversal.yml': CONFIG }, { inputs: { old: 'a', new: 'b' } });
    expect(await given).toMatchObject({ kind: 'first-adoption' });
  });
});
