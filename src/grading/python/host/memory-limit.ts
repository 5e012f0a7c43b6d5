/** A page of WebAssembly memory, in bytes. */
export const PAGE_BYTES = 65_536;

const MEMORY_SECTION = 5;

/**
 * Changes the maximum size of a module's memory. The module itself declares how much its memory may grow, and a host cannot set a
 * lower limit from outside.
 *
 * @throws Error if the module does not have exactly one memory of its own with a declared maximum
 */
export function withMemoryLimit(module: Uint8Array, pages: number): Uint8Array<ArrayBuffer> {
  let at = 8;
  while (at < module.length) {
    const kind = module[at];
    const size = readNumber(module, at + 1);
    const end = size.next + size.value;
    if (kind === MEMORY_SECTION) {
      const count = readNumber(module, size.next);
      const least = readNumber(module, count.next + 1);
      if (count.value !== 1 || module[count.next] !== 1) break;
      const content = [1, 1, ...numberBytes(least.value), ...numberBytes(Math.max(pages, least.value))];
      const section = [MEMORY_SECTION, ...numberBytes(content.length), ...content];
      const limited = new Uint8Array(at + section.length + module.length - end);
      limited.set(module.subarray(0, at));
      limited.set(section, at);
      limited.set(module.subarray(end), at + section.length);
      return limited;
    }
    at = end;
  }
  throw new Error('the module has no memory that can be limited');
}

/** Reads an unsigned LEB128 number. */
function readNumber(bytes: Uint8Array, start: number): { readonly value: number; readonly next: number } {
  let value = 0;
  let next = start;
  for (let shift = 1; ; shift *= 128) {
    const byte = bytes[next] ?? 0;
    next += 1;
    value += (byte & 127) * shift;
    if (byte < 128) return { value, next };
  }
}

function numberBytes(value: number): readonly number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) + 128);
  }
}
