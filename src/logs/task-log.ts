import type { Message } from '../evalset/suite.ts';

/** The tools whose logs are read. */
export const TOOLS = ['lm-eval', 'inspect'] as const;

export type Tool = (typeof TOOLS)[number];

/** One task as a tool logged it for one model. */
export interface TaskLog {
  /** As the tool calls it. */
  readonly task: string;
  /** The file. */
  readonly where: string;
  /** Samples of each item, at least 1. */
  readonly samplesPerItem: number;
  /** How completions were drawn, as far as the log says: to be the same on both sides. */
  readonly sampling: Readonly<Record<string, unknown>>;
  /** Undefined where the log does not say. */
  readonly temperature: number | undefined;
  /** What each score was made with, by its name, as far as the log says: to be the same on both sides. */
  readonly scorers: ReadonlyMap<string, unknown>;
  /** Why no sample has a score of its own; undefined where they have, or where nothing was scored. */
  readonly whyUnscored?: string;
  /** By id; never empty. */
  readonly items: ReadonlyMap<string, LoggedItem>;
}

export interface LoggedItem {
  readonly id: string;
  /** The item's own words, where it is one text. */
  readonly prompt: string | undefined;
  /** Never empty. */
  readonly messages: readonly Message[];
  readonly answer: string | undefined;
  readonly meta: unknown;
  /** The answers to choose from, as they were shown, where no message holds them. */
  readonly options?: readonly string[];
  /** Whether it is a choice among given answers. */
  readonly choice: boolean;
  /** By index, from 0; one that the log should have and has not is there as failed. */
  readonly samples: readonly LoggedSample[];
}

export interface LoggedSample {
  readonly index: number;
  /** Undefined where the tool drew no text, but scored given answers by their likelihood. */
  readonly text: string | undefined;
  readonly finishReason?: 'length' | 'content_filter';
  /** Why there is no completion, or no score that could be trusted. */
  readonly error?: string;
  /** By the score's name. */
  readonly scores: ReadonlyMap<string, LoggedScore>;
}

/** What a tool made of a completion. */
export interface LoggedScore {
  /** Undefined where it is neither right nor wrong: partial credit, a number, several values. */
  readonly outcome: 'correct' | 'incorrect' | 'unparseable' | 'failed' | undefined;
  /** As the log has it, for an error. */
  readonly value: unknown;
  readonly answer?: string;
  readonly reason?: string;
}
