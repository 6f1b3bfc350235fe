import type { CallOptions } from './types.js';

/** One signal for all that ends a call: what the caller aborts, and its time. */
export function signalOf({ signal, timeout }: CallOptions): AbortSignal | undefined {
  const signals = [signal, timeout === undefined ? undefined : AbortSignal.timeout(timeout)].filter((one) => one !== undefined);
  return signals.length > 1 ? AbortSignal.any(signals) : signals[0];
}
