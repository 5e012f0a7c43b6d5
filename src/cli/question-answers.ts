import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { ConfigError } from '../errors.ts';
import type { Ask } from '../init/questions.ts';
import { terminalMessage } from '../result/text/neutralise.ts';

/** Reads answers to questions line by line, from a person or a file. */
export interface Answers {
  readonly ask: Ask;
  readonly close: () => void;
}

/**
 * Answers every question with its default.
 *
 * @throws {ConfigError} with the question, if it has no default
 */
export const fallbacks: Ask = ({ text, fallback = '', option, read }) => {
  const found = read(fallback);
  if ('value' in found) return Promise.resolve(found.value);
  throw new ConfigError({
    what: `this question has no default answer: ${text}`,
    where: '--yes',
    fix:
      option === undefined
        ? 'Run reversal-check init without --yes, or answer the question with an option. To list the options: reversal-check init --help'
        : `Answer it with ${option}, or run reversal-check init without --yes.`,
  });
};

/**
 * Writes questions to `output` and reads one line of `input` per answer. After an invalid answer, it asks again. Lines
 * that arrive early are queued. `onInterrupt` is called for Ctrl-C on a terminal.
 */
export function answersFrom({
  input,
  output,
  onInterrupt,
}: {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
  readonly onInterrupt: () => void;
}): Answers {
  const reader = createInterface({ input, output, terminal: input.isTTY === true });
  reader.on('SIGINT', onInterrupt);
  let ended = false;
  reader.once('close', () => {
    ended = true;
  });
  const lines = reader[Symbol.asyncIterator]();
  return {
    ask: async ({ text, fallback, read }) => {
      for (;;) {
        const proposal = fallback === undefined ? '' : ` [${terminalMessage(fallback)}]`;
        const prompt = `${terminalMessage(text)}${proposal}: `;
        reader.setPrompt(prompt);
        if (ended) output.write(prompt);
        else reader.prompt();
        const next = await lines.next();
        if (next.done === true) throw noAnswer();
        if (input.isTTY !== true) output.write('\n');
        const found = read(next.value.trim() || (fallback ?? ''));
        if ('value' in found) return found.value;
        output.write(`  ${terminalMessage(found.fault)}\n`);
      }
    },
    close: () => reader.close(),
  };
}

const noAnswer = (): ConfigError =>
  new ConfigError({
    what: 'standard input ended before the question was answered, so nothing was written',
    where: 'reversal-check init',
    fix: 'Run the command in a terminal, or accept every proposal: reversal-check init --yes. To list the options that answer a question: reversal-check init --help',
  });
