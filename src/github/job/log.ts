import type * as core from '@actions/core';
import { NAME_LIMIT, SENTENCE_LIMIT, terminalLines, terminalText } from '../../result/text/neutralise.ts';
import type { Annotation } from './annotations.ts';

/** The commands that a job's log obeys: those of `@actions/core`, which escapes what they are given. */
export type Commands = Pick<typeof core, 'error' | 'warning' | 'setSecret' | 'startGroup' | 'endGroup'>;

/** The log of a job. Whatever it is given is shown and nothing of it is obeyed. */
export interface JobLog {
  /** Lines of text, which may be anybody's. */
  readonly info: (text: string) => void;
  readonly warning: (message: string) => void;
  readonly error: (annotation: Annotation) => void;
  /** Hides a secret in all that follows, also as this log, JSON and a URL write it. */
  readonly mask: (secret: string) => void;
  /** Shows what is written while `work` runs as one fold; commands in it are not obeyed. */
  readonly group: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

/**
 * The log as the runner reads it from standard output. Texts are cleaned of what could move a cursor or begin a command, and
 * what is anybody's is written while the runner is told to obey nothing until it reads a word that nobody can guess.
 */
export function jobLog({
  commands,
  write,
  randomWord,
}: {
  readonly commands: Commands;
  /** Writes where `commands` are written, in the same order. */
  readonly write: (text: string) => void;
  /** A fresh word of letters, digits and dashes that cannot be guessed. */
  readonly randomWord: () => string;
}): JobLog {
  let word: string | undefined;
  const stop = (): void => {
    word = randomWord();
    write(`::stop-commands::${word}\n`);
  };
  const resume = (): void => {
    write(`::${word ?? ''}::\n`);
    word = undefined;
  };
  /** Lets one command through where commands are stopped. */
  const obeyed = (issue: () => void): void => {
    const wasStopped = word !== undefined;
    if (wasStopped) resume();
    issue();
    if (wasStopped) stop();
  };
  return {
    info: (text) => {
      const wasStopped = word !== undefined;
      if (!wasStopped) stop();
      write(`${terminalLines(text).join('\n')}\n`);
      if (!wasStopped) resume();
    },
    warning: (message) => {
      obeyed(() => commands.warning(terminalText(message, SENTENCE_LIMIT), { title: 'reversal-check' }));
    },
    error: ({ title, message, file, line, column }) => {
      obeyed(() =>
        commands.error(terminalLines(message).join('\n'), {
          title: terminalText(title, NAME_LIMIT),
          ...(file === undefined ? {} : { file }),
          ...(line === undefined ? {} : { startLine: line }),
          ...(column === undefined ? {} : { startColumn: column }),
        }),
      );
    },
    mask: (secret) =>
      obeyed(() => {
        for (const form of formsOf(secret)) commands.setSecret(form);
      }),
    group: async (name, work) => {
      commands.startGroup(terminalText(name, NAME_LIMIT));
      stop();
      try {
        return await work();
      } finally {
        resume();
        commands.endGroup();
      }
    },
  };
}

/** Shorter forms would hide ordinary text. */
const SHORTEST_FORM = 4;

/** A secret first as it is, then as it is written where its own text is changed: an inert log, JSON, a URL. */
function formsOf(secret: string): readonly string[] {
  const changed = [
    ...secret.split(/\r?\n/u),
    terminalLines(secret).join('\n'),
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
  ].filter(({ length }) => length >= SHORTEST_FORM);
  return [...new Set([secret, ...changed])];
}
