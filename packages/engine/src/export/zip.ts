/**
 * ZIP files. Nothing is compressed, so that a ZIP is no more than its headers around the files and a checksum; a library
 * for that would be larger than these lines. Format: PKWARE's APPNOTE 4.3.
 */

/** A file in a ZIP. Its name is ASCII and may have folders in it. */
export interface ZippedFile {
  readonly name: string;
  readonly contents: Uint8Array;
}

/** The bytes of a ZIP with these files. The same files give the same bytes. */
export function zip(contained: readonly ZippedFile[]): Uint8Array {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name: path, contents } of contained) {
    const name = ascii(path);
    const common = commonHeader(contents, name.length);
    const file = concatenate([little([0x04034b50, 4]), common, name, contents]);
    // made by version 2.0; no comment, disk 0, no attributes; where the file begins
    const rest = little([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
    directory.push(concatenate([little([0x02014b50, 4], [20, 2]), common, rest, name]));
    files.push(file);
    offset += file.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const count = contained.length;
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
export function little(...numbers: readonly (readonly [value: number, size: number])[]): Uint8Array {
  return Uint8Array.from(
    numbers.flatMap(([value, size]) => Array.from({ length: size }, (_, i) => (value >>> (8 * i)) & 0xff)),
  );
}

/** The bytes of a text in ASCII. */
export function ascii(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** The bytes of all parts, one after the other. */
export function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
