/** Hosts that refer to the local machine. Masking them would hide ordinary text without protecting anything. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0)$/u;

/**
 * The texts that reveal a secret address: the address, its host with the port, and its host alone unless that is this
 * machine. If the address is not a URL, returns only the address itself.
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
