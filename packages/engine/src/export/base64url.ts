/** Bytes as letters that survive mail, tables and addresses: base64url without padding (RFC 4648, section 5). */
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

export function toBase64url(bytes: ArrayLike<number>): string {
  const letters: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const count = Math.min(3, bytes.length - i) + 1;
    for (let k = 0; k < count; k++) letters.push(LETTERS[(group >> (18 - 6 * k)) & 63]!);
  }
  return letters.join("");
}

/** The bytes; undefined if a letter is none of the alphabet's, or if the text isn't the one that its bytes give. */
export function fromBase64url(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of text) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return undefined;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at] = bits >> held;
    at += 1;
  }
  const rest = bits & ((1 << held) - 1);
  return held < 6 && rest === 0 ? bytes : undefined;
}
