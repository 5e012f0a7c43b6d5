import { describe, expect, it } from 'vitest';
import { RepetitionTest, type RepetitionState } from '../../src/sampling/repetition-test.ts';
import { type Random, seededRandom } from '../../src/statistics/random.ts';

const BLOCK = 8;

/** Shows a test up to 500 blocks of a model that returns its preferred text with probability `p`. */
function stateAfterBlocks(random: Random, p: number, { repeats }: { repeats: boolean }): RepetitionState {
  const test = new RepetitionTest();
  const draw = (): number => (random.uniform() < p ? 0 : 1 + random.below(1_000));
  for (let block = 0; block < 500; block += 1) {
    const first = draw();
    const texts = Array.from({ length: BLOCK }, (_, index) => (index === 0 || repeats ? first : draw()));
    if (texts.some((text) => text !== first)) test.sawDifferentTexts();
    else {
      const all = Array.from({ length: BLOCK - 1 }, draw);
      const controls = test.state === 'trusted' && all[0] === first ? all.slice(0, 1) : all;
      const differing = controls.filter((text) => text !== first).length;
      test.sawOneText({ texts: BLOCK, controls: controls.length, differing });
    }
    if (test.state === 'varies' || test.state === 'repeats') break;
  }
  return test.state;
}

describe('RepetitionTest', () => {
  it('needs one block to convict a server if all controls differ', () => {
    const test = new RepetitionTest();
    test.sawOneText({ texts: 8, controls: 7, differing: 7 });
    expect(test.state).toBe('repeats');
  });

  it('trusts a server while controls agree, and tests it again once one differs', () => {
    const test = new RepetitionTest();
    test.sawOneText({ texts: 8, controls: 7, differing: 0 });
    expect(test.state).toBe('trusted');
    test.sawOneText({ texts: 8, controls: 7, differing: 1 });
    expect(test.state).toBe('untested');
  });

  it('learns nothing from a block without controls', () => {
    const test = new RepetitionTest();
    test.sawOneText({ texts: 8, controls: 0, differing: 0 });
    expect(test.state).toBe('untested');
  });

  it('acquits a server for good once a block has different texts', () => {
    const test = new RepetitionTest();
    test.sawDifferentTexts();
    test.sawOneText({ texts: 8, controls: 7, differing: 7 });
    expect(test.state).toBe('varies');
  });

  it.each([0.5, 0.8, 0.9, 0.95, 0.99])(
    'convicts an honest server at most once in 1,000 runs if the model repeats itself with p = %d',
    (p) => {
      const random = seededRandom(7);
      const states = Array.from({ length: 4_000 }, () => stateAfterBlocks(random, p, { repeats: false }));
      // Twelve or more of 4,000 have a probability below 0.001 at a rate of 0.001.
      expect(states.filter((state) => state === 'repeats').length).toBeLessThan(12);
    },
  );

  it.each([0, 0.5, 0.8, 0.9])('convicts a server that repeats the texts of a model with p = %d', (p) => {
    const random = seededRandom(7);
    const states = Array.from({ length: 100 }, () => stateAfterBlocks(random, p, { repeats: true }));
    expect(states.every((state) => state === 'repeats')).toBe(true);
  });
});
