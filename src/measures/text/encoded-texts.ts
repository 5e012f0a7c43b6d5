import type { EncodedSide } from './boilerplate.ts';
import { Boilerplate, LONGEST_NGRAM } from './boilerplate.ts';
import { compressedSide } from './compressed-side.ts';
import { countsForDiversity } from '../diversity/counting-samples.ts';
import type { NgramValues } from './ngram-diversity.ts';
import { ItemNgrams } from './ngram-diversity.ts';
import type { EligibleItem, ItemSamples } from '../samples.ts';
import { Vocabulary } from './tokens.ts';

/** The n-gram values of each item, for n = 1 … 4. */
type SideNgrams = readonly (readonly NgramValues[])[];

type CompressedSide = readonly (number | undefined)[];

/** Called for each item of each side with the completed share, from 0 to 1, of this part of the work. */
export type OnTextProgress = (part: 'encoding' | 'n-grams', share: number) => void;

/** A suite's graded samples as token numbers. Each text is read once for all wording measures. */
export class EncodedTexts {
  /** The texts' tokens, indexed by item, then by sample, whether right or wrong. */
  readonly old: EncodedSide;
  readonly new: EncodedSide;
  /** Number of different tokens on both sides together. */
  readonly vocabularySize: number;
  readonly #items: readonly EligibleItem[];
  #boilerplate: Boilerplate | undefined;
  #ngrams: { readonly old: SideNgrams; readonly new: SideNgrams } | undefined;
  readonly #onProgress: OnTextProgress;
  #compressed: { readonly old: CompressedSide; readonly new: CompressedSide } | undefined;

  constructor(items: readonly EligibleItem[], onProgress: OnTextProgress = () => {}) {
    const vocabulary = new Vocabulary();
    let read = 0;
    const encode = ({ samples }: ItemSamples): Int32Array[] => {
      read += 1;
      onProgress('encoding', read / (2 * items.length));
      return samples.map(({ text }) => vocabulary.encode(text));
    };
    this.#items = items;
    this.#onProgress = onProgress;
    this.old = items.map((item) => encode(item.old));
    this.new = items.map((item) => encode(item.new));
    this.vocabularySize = vocabulary.size;
  }

  get boilerplate(): Boilerplate {
    this.#boilerplate ??= new Boilerplate([this.old, this.new], this.vocabularySize);
    return this.#boilerplate;
  }

  /**
   * N-gram values by item, computed on first access. Boilerplate is determined from all graded samples, whether right or
   * wrong.
   */
  get ngrams(): { readonly old: SideNgrams; readonly new: SideNgrams } {
    this.#ngrams ??= { old: this.#ngramsOf('old'), new: this.#ngramsOf('new') };
    return this.#ngrams;
  }

  /** The compression ratio of each item's texts, computed on first access. */
  get compressed(): { readonly old: CompressedSide; readonly new: CompressedSide } {
    this.#compressed ??= {
      old: compressedSide(this.old, this.vocabularySize),
      new: compressedSide(this.new, this.vocabularySize),
    };
    return this.#compressed;
  }

  #ngramsOf(side: 'old' | 'new'): SideNgrams {
    const memory = new ItemNgrams(this.boilerplate);
    const before = side === 'old' ? 0 : this.#items.length;
    return this.#items.map((item, place) => {
      this.#onProgress('n-grams', (before + place + 1) / (2 * this.#items.length));
      memory.read(this[side][place] ?? [], item[side].samples.map(countsForDiversity));
      return Array.from({ length: LONGEST_NGRAM }, () => memory.next());
    });
  }
}
