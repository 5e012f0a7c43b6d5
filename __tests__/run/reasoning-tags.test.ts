import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compare } from '../../src/run/compare/compare.ts';
import { findTexts } from '../../src/run/explain/find-texts.ts';
import { readPlan } from '../../src/run/stages/plan.ts';
import { localFiles } from '../../src/cli/files.ts';
import { ALL_OFF, project } from '../e2e/project.ts';
import { withoutEffects } from '../support/without-effects.ts';

const TEXT = '<pad>#### 7</pad>#### 18';

/** Compares one completion with itself under this sampling; returns its folder, result and samples. */
async function compared(sampling: string) {
  const line = { suite: 'sums', id: 'q', index: 0, text: TEXT };
  const folder = project({
    'reversal.yml': `sampling: ${sampling}
suites: [{ name: sums, role: target, items: items.jsonl, grader: numeric }]
${ALL_OFF}
`,
    'items.jsonl': [{ id: 'q', prompt: '9 + 9?', answer: '18' }],
    'old.jsonl': [line],
    'new.jsonl': [line],
  });
  const configPath = join(folder, 'reversal.yml');
  const paths = { old: join(folder, 'old.jsonl'), new: join(folder, 'new.jsonl') };
  const { result, graded } = await compare({
    configPath,
    paths,
    files: localFiles,
    names: {},
    grading: withoutEffects,
    nowMs: 0,
    env: {},
    storeDir: join(folder, 'store'),
    embed: () => Promise.reject(new Error('nothing is embedded')),
  });
  const plan = await readPlan(configPath, localFiles);
  const { textOf } = await findTexts(
    plan.suites.map(({ suite }) => suite),
    { source: { paths }, plan, result, files: localFiles },
  );
  return { sample: graded[0]?.items[0]?.old[0], shown: textOf('sums')('new', 'q', 0) };
}

const TAGS = 'reasoning-tags: [{ open: <pad>, close: </pad> }]';

test('the tags of the configuration apply to grading, comparison and explain', async () => {
  expect(await compared(`{ ${TAGS} }`)).toMatchObject({
    sample: { outcome: 'correct', answer: '18', text: '#### 18' },
    shown: '#### 18',
  });
});

test('kept reasoning is compared and shown, and the answer is read after it', async () => {
  expect(await compared(`{ ${TAGS}, reasoning: keep }`)).toMatchObject({
    sample: { outcome: 'correct', text: TEXT },
    shown: TEXT,
  });
});

test('without the tags, the whole text is the answer', async () => {
  expect(await compared('{}')).toMatchObject({ sample: { text: TEXT }, shown: TEXT });
});
