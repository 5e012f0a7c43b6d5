import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { logActsOf } from '../support/log-acts.ts';
import { actsOf, nodesOf, parseMarkdown } from '../support/platform.ts';
import { startReplayServer } from '../support/replay-server.ts';
import { NASTY } from '../support/results.ts';
import { sendJson, startServer } from '../sampling/fake-server.ts';
import { project, read, readResult, temporaryFolder, writeFiles } from './project.ts';
import { runCli } from './run-cli.ts';

/*
 * Everything that a model, an item or a file can put into a report or onto a terminal, with its possible effects, which must not
 * occur.
 */

const SECRETIVE = '\u001B[45m\u001B]8;;http://evil.example\u0007link\u001B]8;;\u0007\u202E\u2066\u009B2J';

/** Short enough to be shown nearly whole. */
const NAMES = {
  old: `@octocat #1 GH-1 </details> | \`x\` ![i](p.png) ${SECRETIVE}`,
  new: `<script>alert(1)</script> [l](evil.example) www.evil.example\n::error::x\n##[group]y ${SECRETIVE}`,
} as const;

/** A report names the first three missing and the first three duplicate samples. */
const MISSING = ['@org/team', '#1 GH-1', '</details>'] as const;
const DOUBLE = ['a | b', '``` `', `![i](http://evil.example/i.png) ${SECRETIVE}`] as const;

const TEXTS = [...MISSING, ...DOUBLE, ...NASTY];

const N = 4;

interface Words {
  readonly text: (place: number) => string;
  readonly old: string;
  readonly new: string;
}

const hostile: Words = { text: (place) => TEXTS[place % TEXTS.length] ?? '', ...NAMES };

/** The same project with harmless texts, so that the effects of the hostile ones are visible. */
const tame: Words = {
  text: (place) => `text ${place % TEXTS.length}`,
  old: `before ${'x'.repeat(60)}`,
  new: `after ${'x'.repeat(60)}`,
};

const places = Array.from({ length: TEXTS.length * 2 }, (_, place) => place);

const idOf = ({ text }: Words, place: number): string => `${String(place).padStart(3, '0')} ${text(place)}`;

const itemsOf = (words: Words): readonly object[] =>
  places.map((place) => ({
    id: idOf(words, place),
    prompt: `question ${place}: ${words.text(place)}`,
    answer: '5',
    group: `${words.text(place)} group`,
    cluster: `${words.text(place)} ${place}`,
  }));

interface Sample {
  readonly id: string;
  readonly index: number;
  readonly text: string;
  readonly suite: string;
  readonly error?: string;
}

const samplesOf = (words: Words, rightUpTo: number): readonly Sample[] =>
  places.flatMap((place) =>
    Array.from({ length: N }, (_, index) => ({
      suite: 'sums',
      id: idOf(words, place),
      index,
      text: `${words.text(place)} <<2+${place % 7}=${place}>>\n${words.text(place + 1)}\n#### ${place % 10 < rightUpTo ? 5 : 6}`,
    })),
  );

/** A run in which some samples of old are missing or duplicate, and most of new's failed. */
const broken = (words: Words, side: 'old' | 'new'): readonly Sample[] =>
  samplesOf(words, 3).flatMap((sample, at): readonly Sample[] => {
    const place = Math.floor(at / N);
    if (sample.index === 0 && side === 'old') {
      if (place < MISSING.length) return [];
      if (place < MISSING.length + DOUBLE.length) return [sample, sample];
    }
    return place > 20 && side === 'new' ? [{ ...sample, text: '', error: words.new }] : [sample];
  });

const configuration = (checkpoints = ''): string => `${checkpoints}
sampling: { n: ${N} }
suites:
  - { name: sums, role: target, items: items.jsonl, grader: numeric }
guardrails: { accuracy: off, coverage: off, diversity: { margin: 90% } }
`;

async function compared(
  words: Words,
  samples: { readonly old: readonly Sample[]; readonly new: readonly Sample[] },
): Promise<string> {
  const name = words.new.replaceAll('/', '\u2215');
  const [config, old, candidate] = [`${name}.yml`, `${name} old.jsonl`, `${name} new.jsonl`];
  const folder = project({
    [config]: configuration(),
    'items.jsonl': itemsOf(words),
    [old]: samples.old,
    [candidate]: samples.new,
  });
  const { code, stderr } = await runCli(
    ['compare', old, candidate, '--old', words.old, '--new', words.new, '--config', config, '--out', 'out'],
    { cwd: folder },
  );
  expect(code, stderr).not.toBe(2);
  return join(folder, 'out');
}

const BLOCKS = new Set(
  'root blockquote list listItem table tableRow tableCell heading paragraph code html thematicBreak'.split(
    ' ',
  ),
);

/** The blocks of a report and their nesting, without the content of paragraphs and cells. */
const skeleton = (markdown: string): readonly string[] =>
  nodesOf(parseMarkdown(markdown))
    .filter(
      ({ node, above }) =>
        BLOCKS.has(node.type) && !above.includes('paragraph') && !above.includes('tableCell'),
    )
    .map((found) => [...found.above, found.node.type, ...elements(found)].join(' > '));

const elements = ({ node }: ReturnType<typeof nodesOf>[number]): readonly string[] =>
  node.type === 'html' ? (node.value.match(/<\/?(?:details|summary)>/gu) ?? []) : [];

/** Checks that all renderings of a result have no effect. */
async function expectHarmless(out: string): Promise<void> {
  const markdown = read(out, 'report.md');
  expect(actsOf(markdown)).toEqual([]);
  expect(logActsOf(markdown)).toEqual([]);
  for (const env of [{}, { FORCE_COLOR: '1' }]) {
    const { stdout, stderr, code } = await runCli(['report', join(out, 'result.json')], { cwd: out, env });
    expect(code, stderr).toBe(0);
    expect(logActsOf(stdout)).toEqual([]);
    expect(stdout.includes('\u001B')).toBe('FORCE_COLOR' in env);
  }
  for (const form of ['--markdown', '--json']) {
    const { stdout, stderr, code } = await runCli(['report', join(out, 'result.json'), form], { cwd: out });
    expect(code, stderr).toBe(0);
    expect(logActsOf(stdout)).toEqual([]);
  }
}

const model = (version: string): string => `${NAMES.new} @org/team </details> ${version}`;

describe('in a result', () => {
  test('names of sides and files, groups and completions have no effect, and the report keeps its structure', async () => {
    const runs = await Promise.all(
      [hostile, tame].map((words) => compared(words, { old: samplesOf(words, 3), new: samplesOf(words, 6) })),
    );
    const [out = '', plain = ''] = runs;
    const result = readResult(out);
    expect(result.verdict.status).not.toBe('invalid');
    expect(result.old.version).toBe(NAMES.old);
    expect(result.suites[0]?.groups.map(({ name }) => name)).toContain('</details> group');
    await expectHarmless(out);
    expect(read(out, 'report.md')).toContain('octocat');
    expect(skeleton(read(out, 'report.md'))).toEqual(skeleton(read(plain, 'report.md')));
  });

  test('ids of missing or duplicate items, and errors of servers, have no effect', async () => {
    const [out = '', plain = ''] = await Promise.all(
      [hostile, tame].map((words) =>
        compared(words, { old: broken(words, 'old'), new: broken(words, 'new') }),
      ),
    );
    const { verdict } = readResult(out);
    expect(verdict.status).toBe('invalid');
    for (const text of [...MISSING, ...DOUBLE, NAMES.new]) {
      expect(verdict.reasons.join('\n')).toContain(text);
    }
    await expectHarmless(out);
    expect(skeleton(read(out, 'report.md'))).toEqual(skeleton(read(plain, 'report.md')));
  });

  test("a model's name and its responses over HTTP have no effect", async () => {
    const data = temporaryFolder();
    writeFiles(data, {
      'items.jsonl': itemsOf(hostile),
      'old.jsonl': samplesOf(hostile, 3),
      'new.jsonl': samplesOf(hostile, 6),
    });
    const server = await startReplayServer({
      suites: { sums: join(data, 'items.jsonl') },
      models: { [model('v1')]: join(data, 'old.jsonl'), [model('v2')]: join(data, 'new.jsonl') },
    });
    onTestFinished(server.close);
    writeFiles(data, {
      'reversal.yml': configuration(
        `checkpoints: { base-url: ${server.baseUrl}, model: ${JSON.stringify(model('{version}'))} }`,
      ),
    });
    await runCli(['pin'], { cwd: data });
    const { code, stdout, stderr } = await runCli(['check', '--old', 'v1', '--new', 'v2', '--out', 'out'], {
      cwd: data,
    });
    expect(code, stderr).not.toBe(2);
    expect(logActsOf(stdout + stderr)).toEqual([]);
    expect(readResult(join(data, 'out')).new.model).toBe(model('v2'));
    await expectHarmless(join(data, 'out'));
  });
});

describe('in an error', () => {
  test("a server's message and its list of models have no effect", async () => {
    const { baseUrl } = await startServer((asked, response) =>
      asked.method === 'GET'
        ? sendJson(response, 200, { object: 'list', data: TEXTS.map((id) => ({ id, object: 'model' })) })
        : sendJson(response, 404, { error: { message: TEXTS.join('\n'), code: 'model_not_found' } }),
    );
    const folder = project({
      'reversal.yml': configuration(
        `checkpoints: { base-url: ${baseUrl}, model: ${JSON.stringify(`${NAMES.new} {version}`)} }`,
      ),
      'items.jsonl': itemsOf(hostile),
    });
    await runCli(['pin'], { cwd: folder });
    const { code, stdout, stderr } = await runCli(['check', '--old', 'v1', '--new', 'v2'], { cwd: folder });
    expect(code).toBe(3);
    expect(stderr).toContain('does not know the model');
    expect(logActsOf(stdout + stderr)).toEqual([]);
  });

  test('keys and values of a configuration, and lines of an eval set, have no effect', async () => {
    const folder = project({
      'reversal.yml': `${JSON.stringify(SECRETIVE)}: 1\nsuites: ${JSON.stringify(TEXTS.slice(0, -1).filter((text) => text.isWellFormed()))}\n`,
      'good.yml': configuration(),
      'items.jsonl': [...itemsOf(hostile), ...itemsOf(hostile)],
    });
    for (const [file, said] of [
      ['reversal.yml', 'unknown key'],
      ['good.yml', 'is also on line 1'],
    ] as const) {
      const { code, stdout, stderr } = await runCli(['pin', '--config', file], { cwd: folder });
      expect(code).toBe(2);
      expect(stderr).toContain(said);
      expect(logActsOf(stdout + stderr)).toEqual([]);
    }
  });
});
