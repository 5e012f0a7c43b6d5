/** A loss that a team has accepted: one measure of one suite, between two versions, until a day. */
export interface Waiver {
  readonly suite: string;
  /**
   * As in a result, without the suite: `coverage/pass@32`. The k of coverage does not matter: it is the same
   * guardrail.
   */
  readonly measure: string;
  readonly old: string;
  readonly new: string;
  readonly reason: string;
  /** Who accepts the loss. */
  readonly by: string;
  /** The last day on which it applies, in UTC: `2026-12-31`. */
  readonly expires: string;
}
