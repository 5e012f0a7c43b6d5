import type * as core from '@actions/core';
import { NAME_LIMIT, SENTENCE_LIMIT, terminalLines, terminalText } from '../../result/text/neutralise.ts';
import type { Annotation } from './annotations.ts';

/** The workflow commands that write to the log, from `@actions/core`, which escapes their arguments. */
export type Commands = Pick<typeof core, 'error' | 'warning' | 'setSecret' | 'startGroup' | 'endGroup'>;

/** A job's log. Text is displayed and never executed as workflow commands. */
export interface JobLog {
  /** Prints lines of text, which may be untrusted. */
  readonly info: (text: string) => void;
  readonly warning: (message: string) => void;
  readonly error: (annotation: Annotation) => void;
  /** Hides a secret in all later output, including its escaped forms in this log, in JSON and in URLs. */
  readonly mask: (secret: string) => void;
  /** Folds the output of `work` into a group. Workflow commands in that output are not executed. */
  readonly group: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

/**
 * The log that the runner reads from standard output. Anything that could move the cursor or start a workflow command
 * is removed from text. In addition, workflow commands are stopped while untrusted text is written; they resume when
 * the runner reads an unguessable word.
 */
export function jobLog({
  commands,
  write,
  randomWord,
}: {
  readonly commands: Commands;
  /** Writes to the same stream as `commands`, in the same order. */
  readonly write: (text: string) => void;
  /** Returns a new unguessable word of letters, digits and dashes. */
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
  /** Issues one command so that it takes effect even while commands are stopped. */
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

/** Minimum length of a form to mask. Masking shorter forms would hide ordinary text. */
const SHORTEST_FORM = 4;

/** The secret itself, followed by the forms that it takes in an escaped log line, in JSON and in a URL. */
function formsOf(secret: string): readonly string[] {
  const changed = [
    ...secret.split(/\r?\n/u),
    terminalLines(secret).join('\n'),
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
  ].filter(({ length }) => length >= SHORTEST_FORM);
  return [...new Set([secret, ...changed])];
}
