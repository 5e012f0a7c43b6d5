/**
 * A server counts as repeating itself once the probability that an honest server would behave this way is at most this
 * value.
 */
const LEAST_PROBABILITY = 0.001;

/**
 * `untested`: a block of identical texts needs a control for each of its samples. `trusted`: the controls of the last
 * such block all agreed with it, so the next one needs a single control. `varies`: the server returned different texts
 * in a block, so it does not repeat itself, and no more controls are needed. `repeats`: it returns one text several
 * times.
 */
export type RepetitionState = 'untested' | 'trusted' | 'varies' | 'repeats';

/**
 * Decides whether a server that returns one text several times repeats itself or serves a confident model. A control is
 * a sample of the same item that was requested alone.
 *
 * If the server samples each text independently, the texts of a block and of its controls are exchangeable. If j of
 * them differ from the block's text, the probability that all j are controls is at most C(m, j) / C(m + k, j), for k
 * texts in the block and m controls. The product over all blocks so far is the inverse of a test martingale. The
 * probability that this product ever falls below 0.001 is therefore at most 0.001 (Ville's inequality), no matter how
 * often it is checked.
 */
export class RepetitionTest {
  #state: RepetitionState = 'untested';
  #probability = 1;

  get state(): RepetitionState {
    return this.#state;
  }

  /** Records that a block has at least two different texts. */
  sawDifferentTexts(): void {
    if (this.#state !== 'repeats') this.#state = 'varies';
  }

  /**
   * Records a block of `texts` identical texts, and how many of the block's controls differ from that text. Controls
   * that failed are not counted. Without controls, nothing changes.
   *
   * @returns whether this block has shown that the server repeats itself
   */
  sawOneText({
    texts,
    controls,
    differing,
  }: {
    readonly texts: number;
    readonly controls: number;
    readonly differing: number;
  }): boolean {
    if (this.#state === 'varies' || this.#state === 'repeats' || controls === 0) return false;
    for (let drawn = 0; drawn < differing; drawn += 1) {
      this.#probability *= (controls - drawn) / (controls + texts - drawn);
    }
    const isConvincing = this.#probability <= LEAST_PROBABILITY;
    this.#state = isConvincing ? 'repeats' : differing === 0 ? 'trusted' : 'untested';
    return isConvincing;
  }
}
