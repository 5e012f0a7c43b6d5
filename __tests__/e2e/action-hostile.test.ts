import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { hasMarker, markerOf } from '../../src/github/publish/comment-text.ts';
import type { Asked } from '../sampling/fake-server.ts';
import { chatAnswer, sendJson, startServer } from '../sampling/fake-server.ts';
import { actsOf } from '../support/platform.ts';
import { NASTY } from '../support/results.ts';
import { type Scene, scene, useModels } from './model-repository.ts';
import { modelYaml } from '../support/model-files.ts';
import { pinned } from './pinned.ts';
import { jsonLines, temporaryFolder } from './project.ts';
import type { ActionRun } from './run-action.ts';

/*
 * Everything that a model, its server or an item can bring into a job, with its possible effects, which must not occur in the
 * comment, the summary, the annotations, the outputs and the log.
 */

useModels();

const FORGED = markerOf('reversal.yml');

const TEXTS = [
  '::set-output name=verdict::progress',
  '::add-mask::a',
  '##[error]forged',
  '::stop-commands::x',
  FORGED,
  `</details>\n\n${FORGED}`,
  'verdict<<ghadelimiter_0\nprogress\nghadelimiter_0',
  '\u001B[2J\u001B]0;title\u0007\u202E\r::error::after a return',
  ...NASTY,
];

const textAt = (place: number): string => TEXTS[place % TEXTS.length] ?? '';

const PLACES = Array.from({ length: TEXTS.length * 2 }, (_, place) => place);

const items = jsonLines(
  PLACES.map((place) => ({
    id: `${place} ${textAt(place)}`,
    prompt: `What is ${place}? ${textAt(place)}`,
    answer: '5',
    group: `${textAt(place)} group`,
  })),
);

const configuration = (baseUrl: string): string => `checkpoints:
  file: model.yaml
  version: /serving/revision
  model: ${JSON.stringify(`${NASTY.at(0) ?? ''} {version}`)}
  base-url: ${baseUrl}
sampling: { n: 4, seed: 1 }
suites: [{ name: sums, role: target, items: items.jsonl, grader: numeric }]
guardrails: { accuracy: off, coverage: off, diversity: { margin: 90% }, hardest-group: off, ood: off }
`;

async function hostileScene(answer: (asked: Asked, response: ServerResponse) => void): Promise<Scene> {
  const { baseUrl } = await startServer(answer);
  const files = { 'reversal.yml': configuration(baseUrl), 'items.jsonl': items };
  const lock = await pinned(files);
  return scene(
    { 'model.yaml': modelYaml('v2') },
    { ...files, 'reversal.lock': lock, 'model.yaml': modelYaml('v1') },
  );
}

const solution = ({ body, number }: Asked): string => {
  const isNew = String(body['model']).endsWith('v2');
  return `${textAt(number)} <<2+${number % 5}=${number}>>\n${textAt(number + 1)}\n#### ${number % 10 < (isNew ? 7 : 3) ? 5 : 6}`;
};

/** Our own hidden lines at the end of a comment. */
const OWN_LINES = /\n<!-- reversal-check-state [^\n]*\n<!-- reversal-check:[^\n]*$/;

function expectHarmless(found: ActionRun, { comments }: Scene, commands: readonly string[]): void {
  expect(found.commands.map(({ name }) => name)).toEqual(['add-mask', ...commands]);
  // oxlint-disable-next-line no-control-regex -- text that would have an effect on a terminal
  expect(found.log.match(/(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu)).toBeNull();
  // The only link is our own, to the log of the run.
  const ours = '[the job log](https://github.test/acme/models/actions/runs/100)';
  expect(actsOf(found.summary.replace(ours, ''))).toEqual([]);
  expect(comments()).toHaveLength(1);
  const [body = ''] = comments();
  expect(hasMarker(body, FORGED)).toBe(true);
  expect(body.split(FORGED)).toHaveLength(2);
  expect(actsOf(body.replace(OWN_LINES, '').replace(ours, ''))).toEqual([]);
  expect(Object.keys(found.outputs).toSorted()).toEqual(
    expect.arrayContaining(['comment-url', 'passed', 'verdict']),
  );
}

describe('hostile text has no effect', () => {
  test('in ids, groups, prompts, completions and the names of models', async () => {
    const hostile = await hostileScene((asked, response) => {
      sendJson(response, 200, chatAnswer(solution(asked)));
    });
    const found = await hostile.run({ inputs: { store: temporaryFolder() } });
    expect(found.code, found.log).toBe(0);
    expectHarmless(found, hostile, ['group', 'endgroup']);
    expect(found.outputs['verdict']).not.toBe('invalid');
  });

  test("in the reasons of an invalid measurement: a server's errors for failed samples", async () => {
    const hostile = await hostileScene((asked, response) => {
      if (asked.number % 3 > 0) sendJson(response, 200, chatAnswer(solution(asked)));
      else sendJson(response, 400, { error: { message: textAt(asked.number) } });
    });
    const found = await hostile.run({ inputs: { store: temporaryFolder() } });
    expect(found.code, found.log).toBe(3);
    expect(found.outputs['verdict']).toBe('invalid');
    expectHarmless(found, hostile, ['group', 'endgroup', 'error']);
  });

  test("in an error: a server's message and its list of models", async () => {
    const hostile = await hostileScene((asked, response) => {
      if (asked.method === 'GET') {
        sendJson(response, 200, { object: 'list', data: TEXTS.map((id) => ({ id, object: 'model' })) });
      } else sendJson(response, 404, { error: { message: TEXTS.join('\n'), code: 'model_not_found' } });
    });
    const found = await hostile.run({ inputs: { store: temporaryFolder() } });
    expect(found.code, found.log).toBe(3);
    expect(found.outputs).toMatchObject({ verdict: '', passed: 'false' });
    expectHarmless(found, hostile, ['group', 'endgroup', 'error']);
  });
});
