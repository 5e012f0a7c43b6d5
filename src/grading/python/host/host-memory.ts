/** Maximum length of a string in bytes. Longer strings are cut off; real paths and names are shorter. */
const MAX_TEXT = 8192;

/**
 * Lets the host read and write the attached interpreter's memory. Addresses may be passed as signed numbers, as
 * WebAssembly does.
 */
export class HostMemory {
  #memory: WebAssembly.Memory | undefined;

  attach(memory: WebAssembly.Memory): void {
    this.#memory = memory;
  }

  /** Grows the memory by this many bytes. Returns whether it succeeded. */
  grow(bytes: number): boolean {
    const memory = this.#attached;
    const pages = Math.ceil((bytes >>> 0) / 65_536) - memory.buffer.byteLength / 65_536;
    try {
      memory.grow(Math.max(0, pages));
      return true;
    } catch {
      return false;
    }
  }

  get view(): DataView {
    return new DataView(this.#attached.buffer);
  }

  bytes(address: number, length: number): Uint8Array {
    return new Uint8Array(this.#attached.buffer, address >>> 0, length >>> 0);
  }

  /** A zero-terminated text, or its first {@link MAX_TEXT} bytes. */
  text(address: number): string {
    const start = address >>> 0;
    const text = new Uint8Array(this.#attached.buffer).subarray(start, start + MAX_TEXT);
    const end = text.indexOf(0);
    return new TextDecoder().decode(end === -1 ? text : text.subarray(0, end));
  }

  /** The memory described by a list of buffers, each an address and a length. */
  buffers(address: number, count: number): readonly Uint8Array[] {
    const { view } = this;
    return Array.from({ length: count >>> 0 }, (_, place) => {
      const at = (address >>> 0) + 8 * place;
      return this.bytes(view.getUint32(at, true), view.getUint32(at + 4, true));
    });
  }

  setNumber(address: number, value: number): void {
    this.view.setUint32(address >>> 0, value, true);
  }

  setLong(address: number, value: bigint): void {
    this.view.setBigInt64(address >>> 0, value, true);
  }

  get #attached(): WebAssembly.Memory {
    if (this.#memory === undefined) throw new Error('the host is not attached to an interpreter');
    return this.#memory;
  }
}
