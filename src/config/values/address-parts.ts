/** Matches hosts that refer to the local machine. Masking them would hide ordinary text without protecting anything. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0)$/u;

/**
 * Returns the strings that would reveal a secret address: the address, its host with the port, and (unless it is the
 * local machine) its host alone. If the address is not a URL, returns only the address itself.
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
