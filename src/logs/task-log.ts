import type { Message } from '../evalset/suite.ts';

/** The tools whose logs can be read. */
export const TOOLS = ['lm-eval', 'inspect'] as const;

export type Tool = (typeof TOOLS)[number];

/** One model's log for one task, as written by a tool. */
export interface TaskLog {
  /** The tool's name for the task. */
  readonly task: string;
  /** The log file. */
  readonly where: string;
  /** Samples per item, at least 1. */
  readonly samplesPerItem: number;
  /** The sampling settings that the log records. They must be the same on both sides. */
  readonly sampling: Readonly<Record<string, unknown>>;
  /** Undefined if the log does not record it. */
  readonly temperature: number | undefined;
  /** How each score was computed, by score name, if the log records it. Must be the same on both sides. */
  readonly scorers: ReadonlyMap<string, unknown>;
  /** The reason why samples do not have their own scores; undefined if they do, or if nothing was scored. */
  readonly whyUnscored?: string;
  /** Keyed by id; never empty. */
  readonly items: ReadonlyMap<string, LoggedItem>;
}

/** An unfinished run's log. Its samples are not read. */
export interface UnfinishedLog {
  readonly task: string;
  readonly where: string;
  /** How the run ended, in the tool's own words. */
  readonly status: string;
}

export interface LoggedItem {
  readonly id: string;
  /** The item's own prompt, if it is a single text. */
  readonly prompt: string | undefined;
  /** Never empty. */
  readonly messages: readonly Message[];
  readonly answer: string | undefined;
  /** The task that the item comes from, if several tasks are compared as one suite. */
  readonly group?: string;
  readonly meta: unknown;
  /** The answer options as shown to the model, if no message contains them. */
  readonly options?: readonly string[];
  /** Whether the item is multiple-choice. */
  readonly choice: boolean;
  /** Ordered by index, from 0. Missing samples are included as failed. */
  readonly samples: readonly LoggedSample[];
}

export interface LoggedSample {
  readonly index: number;
  /** Undefined if the tool did not generate text but scored predefined answers by their likelihood. */
  readonly text: string | undefined;
  readonly finishReason?: 'length' | 'content_filter';
  /** The reason why there is no completion or no trustworthy score. */
  readonly error?: string;
  /** Keyed by score name. */
  readonly scores: ReadonlyMap<string, LoggedScore>;
}

/** A tool's score of a completion. */
export interface LoggedScore {
  /** Undefined if the score is neither right nor wrong: partial credit, a number, several values. */
  readonly outcome: 'correct' | 'incorrect' | 'unparseable' | 'failed' | undefined;
  /** As written in the log, for error messages. */
  readonly value: unknown;
  readonly answer?: string;
  readonly reason?: string;
}
