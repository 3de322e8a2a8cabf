/** Reads the safetensors format, which `export/safetensors.ts` describes. It can't hold code, as pickle can. */
import { weights as text } from "#text/weights";
import type { ReadArray } from "../bridge/readNpz.ts";
import { ExperimentError } from "../math/errors.ts";
import { isObject } from "../schema/index.ts";

/** Bytes before the header. */
const PREFIX = 8;
const sizes: Readonly<Record<string, 4 | 8>> = { F32: 4, F64: 8 };

/** The arrays of a file, in the order of its header. @throws ExperimentError */
export function readSafetensors(bytes: Uint8Array): ReadArray[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length < PREFIX ? Infinity : Number(view.getBigUint64(0, true));
  const start = PREFIX + length;
  if (!(start <= bytes.length)) throw new ExperimentError(text.notSafetensors());
  return Object.entries(headerIn(bytes.subarray(PREFIX, start)))
    .filter(([name]) => name !== "__metadata__")
    .map(([name, entry]) => arrayOf(name, entry, view, start));
}

function headerIn(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const header: unknown = JSON.parse(utf8(bytes));
    if (isObject(header)) return header;
  } catch {
    // Not JSON, or not UTF-8: the same sentence.
  }
  throw new ExperimentError(text.notSafetensors());
}

/** @throws URIError if the bytes aren't UTF-8 */
const utf8 = (bytes: Uint8Array): string =>
  decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""));

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function arrayOf(name: string, entry: unknown, view: DataView, start: number): ReadArray {
  if (!isObject(entry)) throw new ExperimentError(text.notSafetensors());
  const { dtype, shape, data_offsets: offsets } = entry;
  const size = Object.hasOwn(sizes, String(dtype)) ? sizes[String(dtype)] : undefined;
  if (size === undefined) throw new ExperimentError(text.type({ name, found: String(dtype) }));
  if (!Array.isArray(shape) || !shape.every(isCount) || !Array.isArray(offsets) || !offsets.every(isCount)) {
    throw new ExperimentError(text.notSafetensors());
  }
  const [begin, end] = offsets as readonly number[];
  const count = shape.reduce((product, side) => product * side, 1);
  if (begin === undefined || end! - begin !== size * count || start + end! > view.byteLength) {
    throw new ExperimentError(text.notSafetensors());
  }
  const at = (i: number): number =>
    size === 8 ? view.getFloat64(start + begin + 8 * i, true) : view.getFloat32(start + begin + 4 * i, true);
  return {
    name,
    shape,
    values: Float64Array.from({ length: count }, (_, i) => at(i)),
    dtype: size === 8 ? "float64" : "float32",
  };
}
