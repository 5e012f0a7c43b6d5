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

/** An item that its suite's grader cannot grade, because of a flaw of its own. */
export interface ExcludedItem {
  readonly id: string;
  /** Half a sentence: what is wrong with it. */
  readonly reason: string;
}

/** A pinned set of items under one role. Item ids are unique in it. */
export interface Suite {
  readonly name: string;
  readonly role: Role;
  /** Never empty. */
  readonly items: readonly Item[];
  /** The items of its file that are not among `items`, for neither side, and how many the file has; absent where there are none. */
  readonly excluded?: { readonly items: readonly ExcludedItem[]; readonly of: number };
  /** SHA-256 over the canonical items of the whole file, `sha256:…`. */
  readonly hash: string;
}
