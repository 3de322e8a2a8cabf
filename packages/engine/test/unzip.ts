/** The files of a ZIP that isn't compressed, by the offsets in its directory, with their checksums verified. */
import { crc32 } from "node:zlib";

/** The text of each file by its name. */
export function unzipped(bytes: Uint8Array): Map<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  const text = (from: number, length: number) => decoder.decode(bytes.subarray(from, from + length));
  const end = bytes.length - 22;
  if (view.getUint32(end, true) !== 0x06054b50) throw new Error("No end of the directory.");
  const files = new Map<string, string>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const crc = view.getUint32(at + 16, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = text(at + 46, nameLength);
    if (text(local + 30, nameLength) !== name) throw new Error(`${name} has another name at its place.`);
    const contents = bytes.subarray(local + 30 + nameLength, local + 30 + nameLength + size);
    if (crc32(contents) !== crc) throw new Error(`${name} is damaged.`);
    files.set(name, decoder.decode(contents));
    at += 46 + nameLength;
  }
  return files;
}
