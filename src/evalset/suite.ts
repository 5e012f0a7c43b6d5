/** What a suite measures: the task trained for, one that was not, or one without right answers. */
export type Role = 'target' | 'ood' | 'open';

export interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** One question of an eval set, as it is asked: `system` and `template` of its suite are already applied. */
export interface Item {
  readonly id: string;
  /** The item's own words before the template; absent where it is a conversation. */
  readonly prompt?: string;
  /** Never empty. */
  readonly messages: readonly Message[];
  /** Absent on suites of role `open`, and where the grader needs none. */
  readonly answer: string | undefined;
  readonly group: string | undefined;
  /** The unit that varies independently. Global over suites: the item's own `cluster`, else a hash of its messages. */
  readonly cluster: string;
  readonly meta: unknown;
}

/** A pinned set of items under one role. Item ids are unique in it. */
export interface Suite {
  readonly name: string;
  readonly role: Role;
  /** Never empty. */
  readonly items: readonly Item[];
  /** SHA-256 over the canonical items, `sha256:…`. */
  readonly hash: string;
}
