import type { Message } from '../evalset/suite.ts';

/** The tools whose logs can be read. */
export const TOOLS = ['lm-eval', 'inspect'] as const;

export type Tool = (typeof TOOLS)[number];

/** One model's log of one task, as written by a tool. */
export interface TaskLog {
  /** The tool's name for the task. */
  readonly task: string;
  /** The log file. */
  readonly where: string;
  /** Samples per item, at least 1. */
  readonly samplesPerItem: number;
  /** The sampling settings, as far as the log has them. They must be the same on both sides. */
  readonly sampling: Readonly<Record<string, unknown>>;
  /** Undefined if the log does not have it. */
  readonly temperature: number | undefined;
  /** How each score was computed, by score name, as far as the log records it. It must be the same on both sides. */
  readonly scorers: ReadonlyMap<string, unknown>;
  /** Why no sample has its own score; undefined if they have scores, or if nothing was scored. */
  readonly whyUnscored?: string;
  /** Keyed by id; never empty. */
  readonly items: ReadonlyMap<string, LoggedItem>;
}

/** A log of a run that did not finish, so its samples are not read. */
export interface UnfinishedLog {
  readonly task: string;
  readonly where: string;
  /** How the run ended, in the tool's own word. */
  readonly status: string;
}

export interface LoggedItem {
  readonly id: string;
  /** The item's own text, if it is a single text. */
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
  /** Undefined if the tool generated no text and instead scored given answers by their likelihood. */
  readonly text: string | undefined;
  readonly finishReason?: 'length' | 'content_filter';
  /** Why there is no completion, or no trustworthy score. */
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
