import type { Message } from '../evalset/suite.ts';

/** The tools whose logs can be read. */
export const TOOLS = ['lm-eval', 'inspect'] as const;

export type Tool = (typeof TOOLS)[number];

/** One task as logged by a tool for one model. */
export interface TaskLog {
  /** As the tool calls it. */
  readonly task: string;
  /** The file. */
  readonly where: string;
  /** Samples of each item, at least 1. */
  readonly samplesPerItem: number;
  /** The sampling settings, as far as the log has them; they must be the same on both sides. */
  readonly sampling: Readonly<Record<string, unknown>>;
  /** Undefined if the log does not have it. */
  readonly temperature: number | undefined;
  /** How each score was computed, by its name, as far as the log says; must be the same on both sides. */
  readonly scorers: ReadonlyMap<string, unknown>;
  /** Why no sample has its own score; undefined if they have scores, or if nothing was scored. */
  readonly whyUnscored?: string;
  /** By id; never empty. */
  readonly items: ReadonlyMap<string, LoggedItem>;
}

export interface LoggedItem {
  readonly id: string;
  /** The item's own words, if it is a single text. */
  readonly prompt: string | undefined;
  /** Never empty. */
  readonly messages: readonly Message[];
  readonly answer: string | undefined;
  readonly meta: unknown;
  /** The answers to choose from, as shown, if no message contains them. */
  readonly options?: readonly string[];
  /** Whether it is a choice among given answers. */
  readonly choice: boolean;
  /** By index, from 0; a missing sample is included as failed. */
  readonly samples: readonly LoggedSample[];
}

export interface LoggedSample {
  readonly index: number;
  /** Undefined if the tool generated no text and scored given answers by their likelihood. */
  readonly text: string | undefined;
  readonly finishReason?: 'length' | 'content_filter';
  /** Why there is no completion, or no score that could be trusted. */
  readonly error?: string;
  /** By the score's name. */
  readonly scores: ReadonlyMap<string, LoggedScore>;
}

/** A tool's score of a completion. */
export interface LoggedScore {
  /** Undefined if it is neither right nor wrong: partial credit, a number, several values. */
  readonly outcome: 'correct' | 'incorrect' | 'unparseable' | 'failed' | undefined;
  /** As written in the log, for error messages. */
  readonly value: unknown;
  readonly answer?: string;
  readonly reason?: string;
}
