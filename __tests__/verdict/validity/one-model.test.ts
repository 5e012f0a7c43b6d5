import { describe, expect, it } from 'vitest';
import type { Completion } from '../../../src/servers/chat/completion.ts';
import type { ServedBy } from '../../../src/store/served-by.ts';
import { oneModel, sameCompletions } from '../../../src/verdict/validity/one-model.ts';

const names = { old: 'math-v1', new: 'math-v2' };

const some = (count: number, more: (index: number) => Partial<Completion> = () => ({})): Completion[] =>
  Array.from({ length: count }, (_, index) => ({
    suite: 's',
    id: 'a',
    index,
    text: `text ${index}`,
    ...more(index),
  }));

describe('completions of two models', () => {
  it('are counted if each equals the other’s character by character', () => {
    expect(sameCompletions({ old: some(7), new: some(7) })).toBe(7);
    expect(sameCompletions({ old: [], new: [] })).toBe(0);
  });

  it.each([
    ['differ in one', some(7), some(7, (index) => (index === 3 ? { text: 'another' } : {}))],
    ['are lacking on one side', some(8), some(7)],
    [
      'failed',
      some(7, () => ({ text: '', error: 'HTTP 500' })),
      some(7, () => ({ text: '', error: 'HTTP 500' })),
    ],
  ])('are not counted if they %s', (_, old, candidate) => {
    expect(sameCompletions({ old, new: candidate })).toBeUndefined();
  });
});

describe('one model under two names', () => {
  it('is shown by 50 completions or more, over all suites', () => {
    expect(oneModel({ names, same: [20, 30] })).toEqual({
      ...names,
      cause: 'same-completions',
      completions: 50,
    });
    expect(oneModel({ names, same: [20, 29] })).toBeUndefined();
    expect(oneModel({ names, same: [60, undefined] })).toBeUndefined();
    expect(oneModel({ names, same: [] })).toBeUndefined();
  });

  const stacks = (...models: (string | null)[]): ServedBy[] =>
    models.map((model) => ({
      model,
      fingerprint: null,
      completions: 3,
      oldest: '2026-11-02T08:00:00.000Z',
      newest: '2026-11-02T08:00:00.000Z',
    }));

  it('is shown by the one server that reports it for both', () => {
    const by = { old: stacks('base'), new: stacks('base') };
    const told = { ...names, cause: 'same-model', model: 'base' };
    expect(oneModel({ names, same: [undefined], served: { by, atOneAddress: true } })).toEqual(told);
    expect(oneModel({ names, same: [undefined], served: { by, atOneAddress: false } })).toBeUndefined();
  });

  it.each([
    ['names the models that were asked for', stacks('math-v1'), stacks('math-v2')],
    ['names one of them now and then', stacks('base'), stacks('base', 'math-v2')],
    ['says nothing', stacks(null), stacks(null)],
    ['said nothing of one side', [], stacks('base')],
  ])('is not shown if the server %s', (_, old, candidate) => {
    const served = { by: { old, new: candidate }, atOneAddress: true };
    expect(oneModel({ names, same: [undefined], served })).toBeUndefined();
  });

  it('is not reported if a model is compared with itself', () => {
    const itself = { old: 'math-v1', new: 'math-v1' };
    const by = { old: stacks('math-v1'), new: stacks('math-v1') };
    expect(oneModel({ names: itself, same: [99], served: { by, atOneAddress: true } })).toBeUndefined();
  });
});
