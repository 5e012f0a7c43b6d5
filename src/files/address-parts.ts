/** Hosts that name no machine to anybody else: a mask on one would blot out ordinary text and hide nothing. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0)$/u;

/**
 * What gives a secret address away: itself, its host with the port, and its host alone, unless that is this machine. Nothing but itself
 * where it is no URL.
 */
export function addressParts(address: string): readonly string[] {
  const parts = [address, address.replace(/\/+$/u, '')];
  if (!URL.canParse(address)) return parts;
  const { host, hostname } = new URL(address);
  if (hostname === '') return parts;
  return [
    ...new Set(
      LOOPBACK.test(hostname) ? [...parts, ...(host === hostname ? [] : [host])] : [...parts, host, hostname],
    ),
  ];
}
