import { z } from 'zod';

const tensorSchema = z.object({
  dtype: z.literal('F16'),
  shape: z.array(z.int().min(0)),
  data_offsets: z.tuple([z.int().min(0), z.int().min(0)]),
});
const headerSchema = z.record(z.string(), tensorSchema);

/**
 * The numbers of a safetensors file of 16-bit floats as 32-bit floats, one tensor after the other in the order of their positions
 * in the file. The graphs refer to positions in these numbers.
 *
 * @throws if the file does not have this format, or is cut off.
 */
export function readSafetensors(file: Uint8Array): Float32Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const headerBytes = Number(view.getBigUint64(0, true));
  const text = new TextDecoder().decode(file.subarray(8, 8 + headerBytes));
  const header = headerSchema.parse(JSON.parse(text));
  const values = file.subarray(8 + headerBytes);
  const end = Math.max(0, ...Object.values(header).map(({ data_offsets: [, last] }) => last));
  if (end !== values.length)
    throw new Error(`the header speaks of ${end} bytes of numbers, and ${values.length} follow`);
  const halves = new DataView(values.buffer, values.byteOffset, values.byteLength);
  return Float32Array.from({ length: end / 2 }, (_, place) => halves.getFloat16(2 * place, true));
}
