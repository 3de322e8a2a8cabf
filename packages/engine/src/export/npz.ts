/**
 * Arrays for NumPy: an .npz is a ZIP of .npy files, and a .npy is a line of Python that tells the shape, then the bytes.
 *
 * Nothing is compressed, so that a ZIP is no more than its headers around the files and a checksum; a library for that
 * would be larger than these lines. Formats: PKWARE's APPNOTE 4.3 and NumPy's numpy.lib.format, version 1.0.
 */

/** A float64 array of rows, columns and so on; `values` in C order (the last index runs fastest). */
export interface NumpyArray {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
}

/** The bytes of an .npz that np.load opens. Names are ASCII. */
export function npz(arrays: readonly NumpyArray[]): Uint8Array {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const array of arrays) {
    const name = ascii(`${array.name}.npy`);
    const contents = npy(array);
    const common = commonHeader(contents, name.length);
    const file = concatenate([little([0x04034b50, 4]), common, name, contents]);
    // made by version 2.0; no comment, disk 0, no attributes; where the file begins
    const rest = little([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
    directory.push(concatenate([little([0x02014b50, 4], [20, 2]), common, rest, name]));
    files.push(file);
    offset += file.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const count = arrays.length;
  const end = little([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2]);
  return concatenate([...files, ...directory, end]);
}

/** What a file's own header and its entry in the directory share: from the version to the length of extras. */
function commonHeader(contents: Uint8Array, nameLength: number): Uint8Array {
  const epoch = 0x0021; // 1 January 1980, so that the same arrays give the same bytes
  return little(
    [20, 2], // readers need version 2.0
    [0, 2], // no flags
    [0, 2], // stored
    [0, 2],
    [epoch, 2],
    [crc32(contents), 4],
    [contents.length, 4],
    [contents.length, 4],
    [nameLength, 2],
    [0, 2],
  );
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

/** The checksum of ZIP and PNG: the remainder by a polynomial over bits, lowest bit first. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Whole numbers with their sizes in bytes, lowest byte first. */
function little(...numbers: readonly (readonly [value: number, size: number])[]): Uint8Array {
  return Uint8Array.from(
    numbers.flatMap(([value, size]) => Array.from({ length: size }, (_, i) => (value >>> (8 * i)) & 0xff)),
  );
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.codePointAt(0)!);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
