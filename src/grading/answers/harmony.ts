import { mentions } from './mentions.ts';

/**
 * Matches a channel message's header, up to its content: `<|channel|>final<|message|>`. The header may specify a
 * recipient (`to=functions.f`) and a type (`<|constrain|>json`).
 */
const HEADER =
  /<\|channel\|>\s{0,9}(analysis|commentary|final)\b[^<\n]{0,200}(?:<\|constrain\|>[^<\n]{0,200})?<\|message\|>/g;
const END = /<\|(?:end|return|call|start|channel)\|>/g;

/**
 * Matches the start of text whose headers lack the special tokens, which servers may leave out:
 * `analysis…assistantfinal…`.
 */
const BARE_START = /^\s*(?:analysis|commentary|assistant(?:final|commentary|analysis))/;
const BARE_FINAL = 'assistantfinal';

/** The harmony format's documentation. */
export const HARMONY_SOURCE = 'openai/harmony, docs/format.md';

/**
 * The visible answer in text in OpenAI's harmony format: the last message of the channel `final`, at any position.
 * Empty if there are only other channels (`analysis`, `commentary`); undefined if the text has no channels or only
 * mentions them. Linear in the length of the text.
 */
export function harmonyAnswer(text: string): string | undefined {
  if (!text.includes('<|channel|>')) return bareAnswer(text);
  const isMentioned = mentions(text);
  const headers = [...text.matchAll(HEADER)].filter(({ index }) => !isMentioned(index));
  if (headers.length === 0) return undefined;
  const final = headers.findLast(([, channel]) => channel === 'final');
  if (final === undefined) return '';
  const start = final.index + final[0].length;
  END.lastIndex = start;
  return text.slice(start, END.exec(text)?.index);
}

function bareAnswer(text: string): string | undefined {
  if (!BARE_START.test(text)) return undefined;
  const final = text.lastIndexOf(BARE_FINAL);
  return final === -1 ? undefined : text.slice(final + BARE_FINAL.length);
}
