import type { EncodedSide } from './boilerplate.ts';
import { Boilerplate } from './boilerplate.ts';
import type { EligibleItem, ItemSamples } from './samples.ts';
import { Vocabulary } from './tokens.ts';

/** The graded samples of a suite as numbers of tokens: read once, for every measure that looks at words. */
export class EncodedTexts {
  /** By place of the item, then of the sample, right or wrong. */
  readonly old: EncodedSide;
  readonly new: EncodedSide;
  /** Different tokens of both sides together. */
  readonly vocabularySize: number;
  /** D of all texts of one side of an item, for each n, once it was looked for. */
  readonly dissimilarityOf = new Map<readonly Int32Array[], readonly (number | undefined)[]>();
  #boilerplate: Boilerplate | undefined;

  constructor(items: readonly EligibleItem[]) {
    const vocabulary = new Vocabulary();
    const encode = ({ samples }: ItemSamples): Int32Array[] =>
      samples.map(({ text }) => vocabulary.encode(text));
    this.old = items.map((item) => encode(item.old));
    this.new = items.map((item) => encode(item.new));
    this.vocabularySize = vocabulary.size;
  }

  get boilerplate(): Boilerplate {
    this.#boilerplate ??= new Boilerplate([this.old, this.new], this.vocabularySize);
    return this.#boilerplate;
  }
}
