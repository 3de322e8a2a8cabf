/**
 * Reads an .npz, as np.savez and np.savez_compressed write it: a ZIP of .npy files (PKWARE's APPNOTE 4.3, NumPy's
 * numpy.lib.format). Never pickled objects: an array of anything but numbers is refused.
 */
import { bridge } from "#text/bridge";
import { ExperimentError } from "../math/errors.ts";
import type { Dtype } from "./dtype.ts";

/** An array of numbers; `values` in C order (the last index runs fastest). */
export interface ReadArray {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float64Array;
  readonly dtype: Dtype;
}

/** Inflates raw DEFLATE data, which the platform does: zlib in Node, DecompressionStream in a browser. */
export type Inflate = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DEFLATED = 8;

/** The arrays of an .npz, in the order of the file. @throws ExperimentError */
export async function readNpz(bytes: Uint8Array, inflate: Inflate): Promise<ReadArray[]> {
  try {
    const arrays: ReadArray[] = [];
    for (const { name, deflated, contents } of entries(bytes)) {
      // One after the other, so that only one array is inflated at a time.
      // oxlint-disable-next-line no-await-in-loop
      arrays.push(readNpy(name.replace(/\.npy$/, ""), deflated ? await inflate(contents) : contents));
    }
    return arrays;
  } catch (error) {
    if (error instanceof ExperimentError) throw error;
    throw new ExperimentError(bridge.notNpz()); // cut off, or not a ZIP at all
  }
}

interface Entry {
  readonly name: string;
  readonly deflated: boolean;
  readonly contents: Uint8Array;
}

/** The files of a ZIP, by its directory at the end. */
function* entries(bytes: Uint8Array): Generator<Entry> {
  const view = viewOf(bytes);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== DIRECTORY_END) end -= 1;
  if (end < 0) throw new RangeError("no directory");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new RangeError("no entry");
    const method = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 20, true);
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const name = ascii(bytes.subarray(at + 46, at + 46 + nameLength!));
    const local = view.getUint32(at + 42, true);
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (from + size > bytes.length || (method !== 0 && method !== DEFLATED)) throw new RangeError("no file");
    yield { name, deflated: method === DEFLATED, contents: bytes.subarray(from, from + size) };
    at += 46 + nameLength! + extra! + comment!;
  }
}

/** An array in the .npy format, of any version. */
function readNpy(name: string, bytes: Uint8Array): ReadArray {
  if (ascii(bytes.subarray(1, 6)) !== "NUMPY") throw new RangeError("no array");
  const view = viewOf(bytes);
  const long = bytes[6]! > 1;
  const start = long ? 12 : 10;
  const from = start + (long ? view.getUint32(8, true) : view.getUint16(8, true));
  const header = ascii(bytes.subarray(start, from));
  const [, order, size] = /'descr': '([<>])f([48])'/.exec(header) ?? [];
  if (size === undefined) throw new ExperimentError(bridge.notFloats({ name }));
  const shape = /'shape': \(([^)]*)\)/
    .exec(header)![1]!
    .split(",")
    .filter((part) => part.trim() !== "")
    .map(Number);
  const little = order === "<";
  const at = (i: number): number =>
    size === "8" ? view.getFloat64(from + 8 * i, little) : view.getFloat32(from + 4 * i, little);
  const length = shape.reduce((product, side) => product * side, 1);
  const values = Float64Array.from({ length }, (_, i) => at(i));
  const byColumns = header.includes("'fortran_order': True") && shape.length === 2;
  return {
    name,
    shape,
    values: byColumns ? transposed(values, shape[0]!, shape[1]!) : values,
    dtype: size === "8" ? "float64" : "float32",
  };
}

/** A matrix that was stored column by column, row by row. */
function transposed(values: Float64Array, rows: number, columns: number): Float64Array {
  return values.map((_, i) => values[(i % columns) * rows + Math.floor(i / columns)]!);
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

const ascii = (bytes: Uint8Array): string => String.fromCodePoint(...bytes);
