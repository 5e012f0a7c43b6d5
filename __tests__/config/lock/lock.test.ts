import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkLock, compareLock } from '../../../src/config/lock/compare-lock.ts';
import {
  type Lock,
  createLock,
  lockHash,
  lockText,
  parseLock,
  existingLockPath,
  lockPathOf,
  readLock,
} from '../../../src/config/lock/lock.ts';
import { type ConfigInput, configSchema } from '../../../src/config/schema/config.ts';
import type { Suite } from '../../../src/evalset/suite.ts';
import { refusal } from '../../support/refusal.ts';

const HASH = `sha256:${'a'.repeat(64)}`;
const OTHER_HASH = `sha256:${'b'.repeat(64)}`;

const TARGET = { name: 'gsm8k', role: 'target', items: 'a.jsonl', grader: 'numeric' } as const;
const OPEN = { name: 'essays', role: 'open', items: 'b.jsonl' } as const;

const loaded = (name: string, role: Suite['role'], hash: string, count: number): Suite => ({
  name,
  role,
  hash,
  items: Array.from({ length: count }, (_, index) => ({
    id: `${index}`,
    messages: [{ role: 'user', content: 'q' }],
    answer: '1',
    group: undefined,
    cluster: `${index}`,
    meta: undefined,
  })),
});

const lockOf = (input: Partial<ConfigInput> = {}, { hash = HASH, count = 2 } = {}): Lock => {
  const config = configSchema.parse({ suites: [TARGET, OPEN], ...input });
  return createLock({
    config,
    suites: config.suites.map(({ name, role }) => loaded(name, role, hash, count)),
  });
};

describe('the text of a lock', () => {
  test('has hashes, graders and sampling, with sorted keys and a line feed at the end', () => {
    const { prompt } = lockOf().suites['gsm8k'] ?? {};
    expect(lockText(lockOf({ suites: [TARGET] }))).toBe(`{
  "lock": 1,
  "sampling": {
    "api": "chat",
    "extra-body": {},
    "n": 32,
    "reasoning": "strip",
    "temperature": 0.8,
    "top-p": 0.95
  },
  "suites": {
    "gsm8k": {
      "grader": {
        "options": {
          "fallback": "none",
          "tolerance": 0
        },
        "type": "numeric",
        "version": "7"
      },
      "items": {
        "count": 2,
        "hash": "${HASH}"
      },
      "prompt": "${prompt}"
    }
  }
}
`);
  });

  test('is read back as the lock it was written from', () => {
    const lock = lockOf({ sampling: { stop: 'A:', seed: 3, 'max-tokens': 9 } });
    expect(parseLock(lockText(lock), 'reversal.lock')).toEqual(lock);
  });

  test('does not depend on the order of suites or keys, and neither does its hash', () => {
    const body = { b: 1, a: { d: 2, c: 3 } };
    const one = lockOf({ checkpoints: { 'extra-body': body } });
    const other = lockOf({
      suites: [OPEN, TARGET],
      checkpoints: { 'extra-body': { a: { c: 3, d: 2 }, b: 1 } },
    });
    expect(lockText(other)).toBe(lockText(one));
    expect(lockHash(other)).toBe(lockHash(one));
    expect(lockHash(parseLock(lockText(one).replaceAll('\n', '\r\n'), 'reversal.lock'))).toBe(lockHash(one));
  });

  test('is the same for an empty list of reasoning tags as without the key', () => {
    expect(lockText(lockOf({ sampling: { 'reasoning-tags': [] } }))).toBe(lockText(lockOf()));
  });

  test('does not include addresses, names of variables, policy, concurrency, limits per minute or timeout', () => {
    const other = lockOf({
      checkpoints: { model: 'm', 'base-url': 'https://h/v1', 'api-key-env': 'KEY', 'requests-per-minute': 9 },
      sampling: { concurrency: 1, timeout: 5 },
      guardrails: { coverage: 'off' },
      policy: { 'fail-on': [] },
    });
    expect(lockText(other)).toBe(lockText(lockOf()));
  });
});

describe('every change of the requests is a difference, in words', () => {
  const cases: readonly [string, Lock, string][] = [
    ['n', lockOf({ sampling: { n: 16 } }), 'sampling n: pinned 32, now 16'],
    ['temperature', lockOf({ sampling: { temperature: 1 } }), 'sampling temperature: pinned 0.8, now 1'],
    ['top-p', lockOf({ sampling: { 'top-p': 1 } }), 'sampling top-p: pinned 0.95, now 1'],
    [
      'top-p left to the server',
      lockOf({ sampling: { 'top-p': 'default' } }),
      'sampling top-p: pinned 0.95, now "default"',
    ],
    ['max-tokens', lockOf({ sampling: { 'max-tokens': 9 } }), 'sampling max-tokens: pinned nothing, now 9'],
    [
      'max-completion-tokens',
      lockOf({ sampling: { 'max-completion-tokens': 9 } }),
      'sampling max-completion-tokens: pinned nothing, now 9',
    ],
    ['stop', lockOf({ sampling: { stop: ['A:'] } }), 'sampling stop: pinned nothing, now ["A:"]'],
    ['seed', lockOf({ sampling: { seed: 0 } }), 'sampling seed: pinned nothing, now 0'],
    [
      'reasoning',
      lockOf({ sampling: { reasoning: 'keep' } }),
      'sampling reasoning: pinned "strip", now "keep"',
    ],
    [
      'reasoning-tags',
      lockOf({ sampling: { 'reasoning-tags': [{ open: '<a>', close: '</a>' }] } }),
      'sampling reasoning-tags: pinned nothing, now [{"close":"</a>","open":"<a>"}]',
    ],
    [
      'api',
      lockOf({ checkpoints: { api: 'completions' } }),
      'sampling api: pinned "chat", now "completions"',
    ],
    [
      'extra-body',
      lockOf({ checkpoints: { 'extra-body': { top_k: 5 } } }),
      'sampling extra-body: pinned {}, now {"top_k":5}',
    ],
    [
      'suite added',
      lockOf({ suites: [TARGET, OPEN, { ...OPEN, name: 'constructor' }] }),
      'suite constructor: in the configuration, but not pinned',
    ],
    ['suite removed', lockOf({ suites: [TARGET] }), 'suite essays: pinned, but not in the configuration'],
    [
      'system',
      lockOf({ suites: [{ ...TARGET, system: 'Think.' }, OPEN] }),
      'suite gsm8k: its system message or template differs from the pinned one',
    ],
    [
      'template',
      lockOf({ suites: [{ ...TARGET, template: 'Q: {{prompt}}' }, OPEN] }),
      'suite gsm8k: its system message or template differs from the pinned one',
    ],
    [
      'grader',
      lockOf({ suites: [{ ...TARGET, grader: 'exact' }, OPEN] }),
      'suite gsm8k: pinned with grader numeric, now grader exact',
    ],
    [
      'grader option',
      lockOf({ suites: [{ ...TARGET, grader: { type: 'numeric', tolerance: 0.5 } }, OPEN] }),
      'suite gsm8k: grader option tolerance: pinned 0, now 0.5',
    ],
    [
      'role from open',
      lockOf({ suites: [TARGET, { ...OPEN, role: 'ood', grader: 'exact' }] }),
      'suite essays: pinned with no grader, now grader exact',
    ],
  ];

  test.each(cases)('%s', (_, current, sentence) => {
    expect(compareLock({ locked: lockOf(), current })).toEqual({ differences: [sentence], notes: [] });
  });

  test('items: by their number if it changed, else by their content', () => {
    const more = compareLock({ locked: lockOf(), current: lockOf({}, { hash: OTHER_HASH, count: 3 }) });
    expect(more.differences).toContain('suite gsm8k: pinned with 2 items, now 3');
    const edited = compareLock({ locked: lockOf(), current: lockOf({}, { hash: OTHER_HASH }) });
    expect(edited.differences).toContain('suite gsm8k: its 2 items differ from the pinned items');
  });

  test('a lock does not differ from itself, whatever the sampling', () => {
    const sampling = fc.record({
      n: fc.integer({ min: 8, max: 64 }),
      temperature: fc.double({ min: 0.1, max: 2, noNaN: true }),
    });
    fc.assert(
      fc.property(sampling, (settings) => {
        const lock = lockOf({ sampling: settings });
        const reread = parseLock(lockText(lock), 'reversal.lock');
        expect(compareLock({ locked: reread, current: lock })).toEqual({ differences: [], notes: [] });
      }),
      { seed: 1 },
    );
  });
});

const withVersion = (version: string): Lock => {
  const lock = structuredClone(lockOf());
  const grader = lock.suites['gsm8k']?.grader;
  if (grader === null || grader === undefined) throw new Error('gsm8k has a grader');
  grader.version = version;
  return lock;
};

describe('a check', () => {
  test('continues if nothing differs, and with a note if only the engine has a newer grader', () => {
    expect(checkLock({ locked: lockOf(), current: lockOf(), path: 'reversal.lock' })).toEqual([]);
    expect(checkLock({ locked: lockOf(), current: withVersion('12'), path: 'reversal.lock' })).toEqual([
      'suite gsm8k: pinned with version 7 of grader numeric, but this reversal-check has version 12, which grades both sides',
    ]);
  });

  test('is refused if the engine has an older grader', async () => {
    const told = await refusal(() =>
      checkLock({ locked: withVersion('12'), current: lockOf(), path: 'reversal.lock' }),
    );
    expect(told).toContain(
      'pinned with version 12 of grader numeric, but this reversal-check has version 7, which is older',
    );
  });

  test('is refused with one difference in one sentence, with several in a list', async () => {
    const one = await refusal(() =>
      checkLock({ locked: lockOf(), current: lockOf({ sampling: { n: 16 } }), path: 'reversal.lock' }),
    );
    expect(one).toBe(
      'reversal.lock: sampling n: pinned 32, now 16\n  If you intend this change, run reversal-check pin and commit the lock, so that reviewers see the difference.',
    );
    const two = await refusal(() =>
      checkLock({
        locked: lockOf(),
        current: lockOf({ sampling: { n: 16, seed: 1 } }),
        path: 'reversal.lock',
      }),
    );
    expect(two).toMatch(
      /^reversal\.lock: 2 differences from the pinned inputs\n {2}sampling n: pinned 32, now 16\n {2}sampling seed: pinned nothing, now 1\n/,
    );
  });
});

const inLatin1 = () => Promise.resolve(Uint8Array.of(0x7b, 0xff, 0x7d));

describe('a file that is not a lock', () => {
  const FIX = '\n  Write the lock again with reversal-check pin, and commit it.';

  test.each([
    ['not JSON', 'lock: 1', `reversal.lock: this file is not JSON, expected a lock${FIX}`],
    ['a list', '[]', `reversal.lock: found an empty list, expected a mapping${FIX}`],
    [
      'a newer lock',
      '{"lock": 2}',
      'reversal.lock: found lock version 2, expected 1: a newer reversal-check wrote this lock\n  Update reversal-check to the version that wrote the lock.',
    ],
    [
      'a merge conflict',
      '{\n<<<<<<< ours\n"lock": 1\n=======\n>>>>>>> theirs\n}',
      `reversal.lock:2:1: found an unresolved merge conflict${FIX}`,
    ],
    [
      'a hash that is none',
      lockText(lockOf({ suites: [TARGET] })).replace(HASH, 'sha256:x'),
      'suites.gsm8k.items.hash: found "sha256:x"',
    ],
    [
      'an unknown member',
      '{"lock": 1, "sampling": {}, "suites": {}, "x": 1}',
      `reversal.lock: x: unknown key${FIX}`,
    ],
  ])('%s', async (_, text, message) => {
    expect(await refusal(() => parseLock(text, 'reversal.lock'))).toContain(message);
  });

  test.each([
    ['reversal.yml', 'reversal.lock'],
    ['ci/reversal.yaml', 'ci/reversal.lock'],
    ['ci/math.yml', 'ci/math.lock'],
    ['math', 'math.lock'],
  ])('the lock of %s is %s', (configPath, path) => {
    expect(lockPathOf(configPath)).toBe(path);
  });

  test.each([
    ['its own lock', ['ci/math.lock', 'ci/reversal.lock'], 'ci/math.lock'],
    ['the lock that version 0.1 wrote for it', ['ci/reversal.lock'], 'ci/reversal.lock'],
    ['not the lock of another configuration', ['ci/reversal.lock', 'ci/reversal.yml'], 'ci/math.lock'],
    ['its own lock, which does not exist yet', [], 'ci/math.lock'],
  ])('ci/math.yml is checked with %s', async (_, there, path) => {
    const readIfThere = (each: string) =>
      Promise.resolve(there.includes(each) ? new Uint8Array() : undefined);
    expect(await existingLockPath('ci/math.yml', readIfThere)).toBe(path);
  });

  test('a missing lock says how to create it', async () => {
    const error = Object.assign(new Error('no'), { code: 'ENOENT' });
    expect(
      await refusal(() => readLock({ path: 'reversal.lock', readFile: () => Promise.reject(error) })),
    ).toBe('reversal.lock: there is no such file\n  Write the lock with reversal-check pin, and commit it.');
  });

  test('a lock that nests too deep is refused before it is traversed', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const text = `{"lock":1,"sampling":{"n":${deep}},"suites":{}}`;
    expect(() => parseLock(text, 'reversal.lock')).toThrow('more than 200 levels deep');
  });

  test('a lock in another encoding is refused with that reason', async () => {
    expect(await refusal(() => readLock({ path: 'reversal.lock', readFile: inLatin1 }))).toContain(
      'bytes that are not UTF-8',
    );
  });
});
