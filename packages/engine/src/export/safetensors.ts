/**
 * Arrays in the safetensors format: the length of a header in eight bytes, lowest first; the header, JSON that tells the
 * type, the shape and the place of each array; then the bytes of all arrays, one after the other, lowest byte first.
 * Format: https://github.com/huggingface/safetensors (Apache 2.0).
 */
import type { NumpyArray } from "./npz.ts";

/** Bytes before the header. */
const PREFIX = 8;
/** The numbers begin at a multiple of this, so that a reader can map them into memory. */
const ALIGNED = 8;

/** The bytes of a file with these float64 arrays, in this order. */
export function safetensors(arrays: readonly NumpyArray[]): Uint8Array {
  let end = 0;
  const entries = arrays.map(({ name, shape, values }) => {
    const begin = end;
    end += 8 * values.length;
    return [name, { dtype: "F64", shape, data_offsets: [begin, end] }] as const;
  });
  const json = JSON.stringify(Object.fromEntries(entries));
  const padded = json.padEnd(Math.ceil(json.length / ALIGNED) * ALIGNED);
  const header = Uint8Array.from(padded, (letter) => letter.codePointAt(0)!); // names are ASCII
  const bytes = new Uint8Array(PREFIX + header.length + end);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(header.length), true);
  bytes.set(header, PREFIX);
  let at = PREFIX + header.length;
  for (const { values } of arrays) {
    for (let i = 0; i < values.length; i++) view.setFloat64(at + 8 * i, values[i]!, true);
    at += 8 * values.length;
  }
  return bytes;
}
