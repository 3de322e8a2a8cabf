/**
 * Arrays for NumPy: an .npz is a ZIP of .npy files, and a .npy is a line of Python that tells the shape, then the bytes.
 * Format: NumPy's numpy.lib.format, version 1.0.
 */
import { ascii, concatenate, little, zip } from "./zip.ts";

/** A float64 array of rows, columns and so on; `values` in C order (the last index runs fastest). */
export interface NumpyArray {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
}

/** The bytes of an .npz that np.load opens. Names are ASCII. */
export function npz(arrays: readonly NumpyArray[]): Uint8Array {
  return zip(arrays.map((array) => ({ name: `${array.name}.npy`, contents: npy(array) })));
}

function npy({ shape, values }: NumpyArray): Uint8Array {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
  const text = `{'descr': '<f8', 'fortran_order': False, 'shape': ${tuple}, }`;
  const preamble = 10;
  const padded = Math.ceil((preamble + text.length + 1) / 64) * 64; // the numbers begin at a multiple of 64
  const header = `${text.padEnd(padded - preamble - 1)}\n`;
  const bytes = new Uint8Array(8 * values.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < values.length; i++) view.setFloat64(8 * i, values[i]!, true);
  return concatenate([
    Uint8Array.of(0x93),
    ascii("NUMPY"),
    Uint8Array.of(1, 0),
    little([header.length, 2]),
    ascii(header),
    bytes,
  ]);
}
