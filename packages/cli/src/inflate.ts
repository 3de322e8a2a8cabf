import { inflateRawSync } from "node:zlib";

/** The most bytes of an array of an .npz. */
const MAX_INFLATED = 64 * 2 ** 20;

/** Inflates an array of an .npz. @throws if it is damaged or too large */
export const inflate = (bytes: Uint8Array): Uint8Array =>
  inflateRawSync(bytes, { maxOutputLength: MAX_INFLATED });
