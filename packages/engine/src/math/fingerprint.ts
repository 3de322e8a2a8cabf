/**
 * A fingerprint of a vector. Equal bits give equal fingerprints; different bits almost surely give different ones.
 *
 * FNV-1a with 64 bits over the bytes of the doubles, little-endian. Fowler, Noll & Vo; constants from
 * draft-eastlake-fnv.
 */
const OFFSET = 0xcbf2_9ce4_8422_2325n;
const PRIME = 0x0000_0100_0000_01b3n;

/** The usual bits of NaN. Which of its many a processor gives depends on the processor. */
const NOT_A_NUMBER = 0x7ff8_0000_0000_0000n;

/** The FNV-1a hash of the bytes, as 16 hexadecimal digits. */
export function fnv1a(bytes: Uint8Array): string {
  let hash = OFFSET;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(16, "0");
}

/** The fingerprint of a vector, such as all parameters of a network, as 16 hexadecimal digits. */
export function fingerprint(values: Float64Array): string {
  const view = new DataView(new ArrayBuffer(values.length * 8));
  values.forEach((value, i) => {
    if (Number.isNaN(value)) view.setBigUint64(8 * i, NOT_A_NUMBER, true);
    else view.setFloat64(8 * i, value, true);
  });
  return fnv1a(new Uint8Array(view.buffer));
}
