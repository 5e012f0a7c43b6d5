import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scene, useModels } from './model-repository.ts';
import { temporaryFolder } from './project.ts';
import { pullRequestEvent } from './run-action.ts';
import { commitTampering, tamperingCases } from './tampering-cases.ts';

/*
 * Pull requests that tamper: each is checked with the files of its base, by which v2 is a reversal, or refused, and always gets a
 * comment. None passes, none is skipped, and none of its code is executed.
 */

/** Looks like a change but is not: the key beside the merge takes precedence, so the version is the base's. */
const UNCHANGED = 'yaml merge override';

useModels();

const names = Object.keys(tamperingCases({ outside: '', witness: '' }));

test('there are at least 67 of them', () => {
  expect(names.length).toBeGreaterThanOrEqual(67);
});

test.each(names)('%s', async (name) => {
  const outside = join(temporaryFolder(), 'outside');
  mkdirSync(outside);
  const witness = join(temporaryFolder(), 'witness');
  const here = await scene({ 'README.md': 'x' });
  const { folder } = here.repository;
  const tamper = tamperingCases({ outside, witness })[name];
  if (tamper === undefined) throw new Error(name);
  commitTampering(folder, tamper);
  const inputs = name.startsWith('out') ? { out: '.reversal-check', store: '' } : {};
  const found = await here.run({ inputs, event: pullRequestEvent(here.repository) });
  const verdict = found.outputs['verdict'] ?? '';
  if (name === UNCHANGED) expect([found.code, verdict]).toEqual([0, 'skipped']);
  else {
    expect(found.code, found.log).not.toBe(0);
    expect(here.comments(), found.log).toHaveLength(1);
    const isRefused = verdict === '' && found.commands.some((each) => each.name === 'error');
    expect(isRefused || verdict === 'reversal', found.log).toBe(true);
  }
  expect(found.log).not.toMatch(/\n\s+at .*\(|This is a bug/u);
  const unasked = found.commands.filter(
    (each) => !['add-mask', 'error', 'warning', 'group', 'endgroup'].includes(each.name),
  );
  expect(unasked).toEqual([]);
  expect([existsSync(witness), readdirSync(outside)]).toEqual([false, []]);
});
