import { expect, test } from 'vitest';
import { renderingFor } from '../../src/cli/terminal.ts';

const pipe = {};
const terminal = { isTTY: true, columns: 70 };

test.each([
  ['a pipe', pipe, {}, false],
  ['a pipe in a job', pipe, { CI: 'true' }, false],
  ['a pipe with FORCE_COLOR', pipe, { FORCE_COLOR: '1' }, true],
  ['a terminal', terminal, {}, true],
  ['a terminal with NO_COLOR', terminal, { NO_COLOR: '1' }, false],
  ['a terminal with FORCE_COLOR=0', terminal, { FORCE_COLOR: '0' }, false],
  ['a dumb terminal', terminal, { TERM: 'dumb' }, false],
])('%s gets colors if the environment asks for them or it is a capable terminal', (_, to, env, colour) => {
  expect(renderingFor(to, env).colour).toBe(colour);
});

test('only a terminal has a width of its own', () => {
  expect([pipe, terminal].map((to) => renderingFor(to, {}).columns)).toEqual([100, 70]);
});
