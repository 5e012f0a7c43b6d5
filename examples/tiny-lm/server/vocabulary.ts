/** The vocabulary of the model: the text is split into words, numbers, marks and line ends, each one token. */
export interface Vocabulary {
  readonly size: number;
  /** The tokens before a prompt, between it and its solution, and after the solution. */
  readonly start: number;
  readonly solve: number;
  readonly end: number;
  /** @throws UnknownWord */
  readonly encode: (text: string) => number[];
  /** The text that encodes to these tokens; `end` and the other special tokens have no text. */
  readonly decode: (tokens: readonly number[]) => string;
}

export class UnknownWord extends Error {
  override readonly name = 'UnknownWord';

  constructor(word: string) {
    super(`The model has no token for ${JSON.stringify(word)}; its words are in vocabulary.json.`);
  }
}

const TOKEN = /\n|\d+|\w+|[^\w\s]/g;
const CLOSING = new Set(['.', ',', '?', ':', '\n']);

/** @param words the text of every token by its number; special tokens are in angle brackets. */
export function createVocabulary(words: readonly string[]): Vocabulary {
  const ids = new Map(words.map((word, id) => [word, id]));
  const id = (word: string): number => {
    const found = ids.get(word);
    if (found === undefined) throw new UnknownWord(word);
    return found;
  };
  const special = ['<pad>', '<start>', '<solve>', '<end>'].map(id);
  const [, start = 0, solve = 0, end = 0] = special;
  return {
    size: words.length,
    start,
    solve,
    end,
    encode: (text) => (text.match(TOKEN) ?? []).map(id),
    decode(tokens) {
      let text = '';
      for (const token of tokens) {
        const word = words[token];
        if (word === undefined || special.includes(token)) continue;
        const joined = CLOSING.has(word) || text === '' || text.endsWith('\n');
        text += joined ? word : ` ${word}`;
      }
      return text;
    },
  };
}
