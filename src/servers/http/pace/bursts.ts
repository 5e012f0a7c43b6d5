/** Requests that were sent between two pauses. */
export interface Burst {
  readonly beganAt: number;
  /** Number of requests that were not refused. */
  accepted: number;
}

/**
 * Learns a server's per-minute limit. Between two pauses, a server accepts a burst of requests. If the burst took less
 * than a minute, and the server then accepted nothing for most of a minute, the burst's size is the number of requests
 * that the server accepts per minute. The first burst may be smaller, because earlier requests count toward the limit
 * as well. Any burst may be larger, up to twice, if the server counts the requests of each minute of the clock and a
 * minute ends during the burst. The latest burst therefore replaces earlier ones.
 */
export interface Bursts {
  /** Records that a request is being sent. `isFirst`: it goes first after a pause. */
  readonly sent: (isFirst: boolean) => Burst;
  /** Records that a request of this burst was refused because of a limit. */
  readonly refused: (burst: Burst) => void;
  /**
   * Records that the server accepts requests again after refusing all for `silentMs`. Returns the size of the latest
   * burst that shows a per-minute limit; undefined if there are fewer than two.
   */
  readonly resumed: (silentMs: number) => number | undefined;
}

const MINUTE_MS = 60_000;
/**
 * If a server refuses all requests for at least this long, it has a per-minute limit. Limits on concurrent requests
 * cause shorter silences.
 */
const SHORTEST_SILENCE_MS = 45_000;
const FEWEST_BURSTS = 2;

export function openBursts(now: () => number): Bursts {
  let burst: Burst = { beganAt: now(), accepted: 0 };
  let refusedAt: number | undefined;
  /** The burst that begins if the request that goes first is accepted. */
  let next: Burst | undefined;
  let bursts = 0;
  let latest = 0;
  return {
    sent: (isFirst) => {
      if (isFirst) next = { beganAt: now(), accepted: 0 };
      if (next === undefined && burst.accepted === 0) burst = { beganAt: now(), accepted: 0 };
      const own = next ?? burst;
      own.accepted += 1;
      return own;
    },
    refused: (of) => {
      of.accepted -= 1;
      refusedAt ??= now();
      if (of === next) next = undefined;
    },
    resumed: (silentMs) => {
      const isOfMinute =
        refusedAt !== undefined && refusedAt - burst.beganAt < MINUTE_MS && silentMs >= SHORTEST_SILENCE_MS;
      if (isOfMinute) {
        bursts += 1;
        latest = burst.accepted;
      }
      burst = next ?? { beganAt: now(), accepted: 0 };
      next = undefined;
      refusedAt = undefined;
      return bursts >= FEWEST_BURSTS ? latest : undefined;
    },
  };
}
