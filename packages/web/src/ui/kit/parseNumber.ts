/**
 * A number as people type it: with a decimal point or comma, either minus, and perhaps a power of ten (2×10^-3). NaN for
 * what is none.
 */
export function parseNumber(text: string): number {
  const typed = text
    .trim()
    .replace("\u2212", "-")
    .replace(",", ".")
    .replace(/\s*×\s*10\^?/, "e");
  return typed === "" ? NaN : Number(typed);
}
