import type { Timing } from '../../../timing.ts';

/**
 * Sleeps for `ms`, or until `event` aborts. Returns whether the whole time has passed.
 *
 * @throws the reason of `signal`, if that aborts
 */
export async function sleepUnless(
  event: AbortSignal,
  { ms, timing, signal }: { readonly ms: number; readonly timing: Timing; readonly signal: AbortSignal },
): Promise<boolean> {
  try {
    await timing.sleep(ms, AbortSignal.any([signal, event]));
    return true;
  } catch (error) {
    signal.throwIfAborted();
    if (!event.aborted) throw error;
    return false;
  }
}
