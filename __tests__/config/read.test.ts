import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { parseConfig, readConfig } from '../../src/config/read.ts';
import { refusal } from '../support/refusal.ts';

const SUITE = 'suites: [{ name: gsm8k, role: target, items: a.jsonl, grader: numeric }]\n';

const refused = (text: string): Promise<string> => refusal(() => parseConfig(text, 'reversal.yml'));

const read = (content: Uint8Array | string) =>
  readConfig({
    path: 'reversal.yml',
    readFile: (path) => {
      if (path !== 'reversal.yml') throw new Error(path);
      return Promise.resolve(typeof content === 'string' ? new TextEncoder().encode(content) : content);
    },
  });

describe('mistakes in the values', () => {
  test('a single mistake is one line, with file, line, column, key, what was found and what is expected', async () => {
    expect(await refused(`${SUITE}sampling:\n  temperature: hot\n`)).toBe(
      [
        'reversal.yml:3:16: sampling.temperature: found "hot", expected a number from 0 to 2, or default',
        '  For example: temperature: 0.8',
      ].join('\n'),
    );
  });

  test('all mistakes are reported at once, in the order of the lines', async () => {
    const text = `${SUITE}sampling: { temprature: 1, n: 0, max_tokens: 5 }\ntemperature: 1\ngaurdrails: {}\n`;
    expect(await refused(text)).toBe(
      [
        'reversal.yml: 5 mistakes',
        '  reversal.yml:2:13: sampling.temprature: unknown key',
        '    Did you mean temperature?',
        '  reversal.yml:2:31: sampling.n: found 0, expected a whole number from 1 to 10,000',
        '    For example: n: 32',
        '  reversal.yml:2:34: sampling.max_tokens: unknown key',
        '    Did you mean max-tokens?',
        '  reversal.yml:3:1: temperature: unknown key',
        '    Move it under sampling.',
        '  reversal.yml:4:1: gaurdrails: unknown key',
        '    Did you mean guardrails?',
      ].join('\n'),
    );
  });

  test.each([
    ['sampling: {}', 'reversal.yml:1:1: suites: missing, expected a list of at least one suite'],
    ['[1]', 'reversal.yml:1:1: found a list, expected a mapping with suites and checkpoints'],
    ['suites: []', 'reversal.yml:1:9: suites: found an empty list, expected a list of at least one suite'],
    [`${SUITE}sampling:\n`, 'reversal.yml:2:10: sampling: found nothing, expected a mapping'],
    [
      `${SUITE}guardrails: { coverage: { margin: 2 } }`,
      'guardrails.coverage.margin: found 2, expected an amount above 0 and below 100 with its unit, for example 2 points',
    ],
    [
      `${SUITE}guardrails: { coverage: { margin: 0 points } }`,
      'guardrails.coverage.margin: found "0 points"',
    ],
    [`${SUITE}guardrails: { diversity: { margin: 100% } }`, 'guardrails.diversity.margin: found "100%"'],
    [
      `${SUITE}guardrails: { diversity: true }`,
      'guardrails.diversity: found true, expected off or { margin: 10% }',
    ],
    [
      `${SUITE}guardrails: { ood: { margn: 1 point } }`,
      'guardrails.ood.margn: unknown key\n  Did you mean margin?',
    ],
    [`${SUITE}policy: { min-gain: 1% }`, 'policy.min-gain: found "1%", expected percentage points'],
    [`${SUITE}policy: { fail-on: [reversl] }`, 'found "reversl", expected reversal, regression'],
    [`${SUITE}policy: { fail-on: [skipped] }`, 'policy.fail-on[0]: found "skipped"'],
    [`${SUITE}sampling: { n: 1.5 }`, 'sampling.n: found 1.5, expected a whole number'],
    [`${SUITE}sampling: { top-p: 0 }`, 'sampling.top-p: found 0, expected a number above 0 and up to 1'],
    [
      `${SUITE}sampling: { stop: [] }`,
      'sampling.stop: found an empty list, expected a non-empty string, or a list of them',
    ],
    [`${SUITE}sampling: { timeout: .inf }`, 'sampling.timeout: found Infinity, expected seconds above 0'],
    [
      `${SUITE}sampling: { max-tokens: 1, max-completion-tokens: 2 }`,
      'reversal.yml:2:51: sampling.max-completion-tokens: found together with max-tokens, expected only one of the two',
    ],
    [
      `${SUITE}sampling: { greedy: true, temperature: default }`,
      'sampling.greedy: found true together with temperature: default, which sends no temperature',
    ],
    [`${SUITE}checkpoints: { model: "" }`, 'checkpoints.model: found an empty string'],
    [
      `${SUITE}checkpoints: { old: { modle: x } }`,
      'checkpoints.old.modle: unknown key\n  Did you mean model?',
    ],
    [`${SUITE}checkpoints: { extra-body: { temperature: 1 } }`, 'this is set by sampling.temperature'],
    [
      `${SUITE}checkpoints: { extra-body: { top_p: null } }`,
      'To leave it out of requests, set sampling.top-p: default.',
    ],
    [
      `${SUITE}checkpoints: { extra-body: { a: { b: [.nan] } } }`,
      'extra-body.a: found a value that JSON cannot represent',
    ],
    [`${SUITE}__proto__: { x: 1 }`, 'reversal.yml:2:1: __proto__: unknown key'],
    [`${SUITE}"a\\e[31mb": 1`, String.raw`a\u{1b}[31mb: unknown key`],
  ])('%s', async (text, message) => {
    expect(await refused(text)).toContain(message);
  });

  test('an extra member of the request may have the name of an inherited object member', () => {
    const { config } = parseConfig(`${SUITE}checkpoints: { extra-body: { constructor: 1 } }`, 'reversal.yml');
    expect(config.checkpoints?.extraBody).toEqual({ constructor: 1 });
  });

  test.each([
    ['https://me:hunter2@h/v1', 'a base URL must not contain a user name or password'],
    ['https://h/v1?key=hunter2', 'a base URL must not contain a query (?…) or fragment (#…)'],
    ['https://h/v1#hunter2', 'a base URL must not contain a query (?…) or fragment (#…)'],
    ['https://h/v1?', 'a base URL must not contain a query (?…) or fragment (#…)'],
    ['hunter2', 'this is not a URL'],
    ['ftp://hunter2/', 'a base URL must start with https:// or http://'],
  ])('the base URL %s is refused without being repeated', async (url, message) => {
    for (const checkpoints of [`{ base-url: "${url}" }`, `{ old: { base-url: "${url}" } }`]) {
      const told = await refused(`${SUITE}checkpoints: ${checkpoints}`);
      expect(told).toContain(message);
      expect(told).not.toContain('hunter2');
    }
  });

  test('a key in place of the name of its variable is not repeated', async () => {
    const told = await refused(`${SUITE}checkpoints: { api-key-env: sk-hunter2 }`);
    expect(told).toContain(
      'checkpoints.api-key-env: expected the name of an environment variable, never the secret itself',
    );
    expect(told).not.toContain('hunter2');
  });

  test('more than twenty mistakes are counted, not all shown', async () => {
    const keys = Array.from({ length: 25 }, (_, index) => `zzzzzz${index}: 1`).join('\n');
    const told = await refused(`${SUITE}${keys}\n`);
    expect(told).toMatch(/^reversal\.yml: 25 mistakes\n/);
    expect(told).toMatch(/\n {2}and 5 more mistakes$/);
    expect(told.match(/unknown key/g)).toHaveLength(20);
  });
});

const suite = (rest: string): string => `suites: [{ name: a, role: target, items: x, ${rest} }]`;

describe('mistakes in suites', () => {
  test.each([
    [
      suite('grader: numric'),
      'suites[0].grader: found "numric", expected a grader (',
      'Did you mean numeric?',
    ],
    [suite('grader: { type: numric }'), 'suites[0].grader.type: found "numric"', 'Did you mean numeric?'],
    [
      suite('grader: { type: numeric, tolerence: 1 }'),
      'grader.tolerence: unknown key',
      'Did you mean tolerance?',
    ],
    [
      suite('grader: { tolerance: 1 }'),
      'suites[0].grader.type: missing, expected one of exact, numeric',
      'Add ',
    ],
    [
      suite(
        'grader: { type: command, command: [x], files: [../x], known: [{ text: a, answer: a, expected: correct }, { text: b, answer: a, expected: incorrect }] }',
      ),
      `files[0]: found "../x", expected a path inside the configuration's folder`,
      "Write a path inside the configuration's folder",
    ],
    [suite('grader: 5'), 'suites[0].grader: found 5, expected a grader (', 'For example: grader: numeric'],
    [
      suite('system: x'),
      'suites[0].grader: missing, expected a grader for a suite with role target',
      'Add grader with',
    ],
    [
      suite('grader: numeric, template: {{prompt}}'),
      'suites[0].template: found a mapping, expected a string that contains {{prompt}}',
      'For example: template: "Question: {{prompt}}"',
    ],
    [
      suite('grader: numeric, template: Solve'),
      'template: found "Solve", expected a string that contains',
      'For example: ',
    ],
    [
      'suites: [{ name: a, role: open, items: x, grader: numeric }]',
      'suites[0].grader: found on a suite with role open, which has no right answers',
      'Remove it',
    ],
    [
      'suites: [{ name: a, role: open, items: x, hardest-group: 5 }]',
      'suites[0].hardest-group: found on a suite with role open, which has no right answers',
      'Remove it',
    ],
    [
      'suites: [{ name: ../x, role: open, items: x }]',
      'suites[0].name: found "../x", expected a name of up to 64 letters',
      'For example: name: gsm8k',
    ],
    [
      'suites:\n  - { name: Gsm, role: open, items: x }\n  - { name: gsm, role: open, items: y }',
      'reversal.yml:3:13: suites[1].name: "gsm" is also the name of suites[0]',
      'Give each suite a different name.',
    ],
  ])('%s', async (text, what, fix) => {
    const told = await refused(text);
    expect(told).toContain(what);
    expect(told.split('\n').at(-1)).toContain(fix);
  });
});

const nine = (name: string): string => Array.from({ length: 9 }, () => `*${name}`).join(', ');

const failing = (error: Error) =>
  readConfig({
    path: 'reversal.yml',
    readFile: async () => {
      throw error;
    },
  });

describe('mistakes in the YAML', () => {
  test.each([
    ['', 'reversal.yml:1:1: the file is empty, expected a configuration'],
    ['# only a comment\n', 'reversal.yml:1:1: the file is empty'],
    [`${SUITE}sampling: {}\nsampling: {}`, 'reversal.yml:3:1: this mapping contains the same key twice'],
    [`${SUITE}sampling:\n\tn: 8`, 'reversal.yml:3:1: this line is indented with a tab'],
    [`${SUITE}---\na: 1`, 'reversal.yml:2:1: a second document starts here (---)'],
    ['suites: *x', 'reversal.yml:1:9: this alias (*name) has no anchor (&name) before it'],
    ['suites: &x [*x]', 'reversal.yml:1:13: this alias (*name) is inside its own anchor'],
    ['suites: !secret x', 'reversal.yml:1:9: this value has an unknown tag (!name)'],
    ['suites: a: b', 'reversal.yml:1:9: this value contains a second colon, so YAML reads it as a mapping'],
    ['suites: [a', 'reversal.yml:1:11: this is not YAML: Flow sequence'],
    ['suites\nsampling: {}', 'reversal.yml:1:1: this line has no colon, so YAML joins it with the next line'],
    [`<<<<<<< ours\n${SUITE}=======\n>>>>>>> theirs`, 'reversal.yml:1:1: found an unresolved merge conflict'],
  ])('%j', async (text, message) => {
    expect(await refusal(() => read(text))).toContain(message);
  });

  test('excessive opening brackets are refused without a crash', async () => {
    expect(await refused('['.repeat(20_000))).toContain(
      'reversal.yml: lists or mappings are nested too deeply',
    );
  });

  test('aliases that would expand a thousandfold are refused before they expand', async () => {
    const bomb = `a: &a [1, 1, 1]\nb: &b [${nine('a')}]\nc: &c [${nine('b')}]\nd: &d [${nine('c')}]\ne: [${nine('d')}]`;
    expect(await refused(bomb)).toBe(
      'reversal.yml: the aliases (*name) in this file expand to too many values\n  Write the values instead of the aliases.',
    );
  });

  test('bytes that are not UTF-8 are reported with their line, UTF-16 by its name', async () => {
    const latin1 = Buffer.from(`${SUITE}# caf\u00e9\n`, 'latin1');
    expect(await refusal(() => read(latin1))).toBe(
      'reversal.yml:2: found bytes that are not UTF-8, expected UTF-8\n  Save the file in UTF-8.',
    );
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(SUITE, 'utf16le')]);
    expect(await refusal(() => read(utf16))).toContain('reversal.yml:1: found UTF-16 text, expected UTF-8');
  });

  test('a missing file is reported with what to do; any other error is not a ConfigError', async () => {
    const missing = Object.assign(new Error('no'), { code: 'ENOENT' });
    expect(await refusal(() => failing(missing))).toContain(
      'reversal.yml: there is no such file\n  Create it',
    );
    await expect(failing(new TypeError('a bug'))).rejects.toThrow(TypeError);
  });
});

const hash = (text: string): string => parseConfig(text, 'reversal.yml').hash;

describe('the hash', () => {
  test('does not depend on comments, layout, anchors or the order of keys; does depend on values', () => {
    const block = `
# which
sampling:
  temperature: 0.80
  n: 16
suites:
  - role: target # the task
    name: gsm8k
    grader: "numeric"
    items: a.jsonl
`;
    const flow = `${SUITE}sampling: { n: 16, temperature: 0.8 }`;
    expect(hash(block)).toBe(hash(flow));
    expect(hash(flow)).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(hash(flow)).not.toBe(hash(`${SUITE}sampling: { n: 16, temperature: 0.7 }`));
  });

  test('does not depend on a byte order mark or CRLF', async () => {
    const plain = await read(`${SUITE}sampling:\n  n: 16\n`);
    const marked = await read(`\uFEFF${SUITE}sampling:\n  n: 16\n`.replaceAll('\n', '\r\n'));
    expect(marked.hash).toBe(plain.hash);
    expect(marked.config).toEqual(plain.config);
  });
});

test('random text is refused by a ConfigError that names the file, never by a crash', async () => {
  const fragments = [
    'suites',
    ':',
    ' ',
    '\n',
    '[',
    ']',
    '{',
    '}',
    '-',
    '&a',
    '*a',
    '"',
    '0',
    'off',
    'name',
    'role',
    '|',
    '%',
  ];
  const text = fc.array(fc.oneof(fc.constantFrom(...fragments), fc.string())).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(text, async (input) => {
      expect(await refused(input)).toMatch(/^reversal\.yml:/);
    }),
    { numRuns: 300, seed: 1 },
  );
});
