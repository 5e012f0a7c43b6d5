/** Measures the time during which at least one promise is pending. */
export interface Stopwatch {
  readonly during: <T>(pending: Promise<T>) => Promise<T>;
  readonly seconds: () => number;
}

export function openStopwatch(now: () => number): Stopwatch {
  let pendingNow = 0;
  let began = 0;
  let totalMs = 0;
  return {
    during: async (pending) => {
      if (pendingNow === 0) began = now();
      pendingNow += 1;
      try {
        return await pending;
      } finally {
        pendingNow -= 1;
        if (pendingNow === 0) totalMs += now() - began;
      }
    },
    seconds: () => (totalMs + (pendingNow === 0 ? 0 : now() - began)) / 1000,
  };
}
