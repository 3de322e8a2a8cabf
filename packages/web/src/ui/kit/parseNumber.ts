/**
 * Parses a number as people type it: a decimal point or comma, any minus sign, and perhaps a power of ten (2×10^-3).
 * NaN for anything else.
 */
export function parseNumber(text: string): number {
  const typed = text
    .trim()
    .replace("\u2212", "-")
    .replace(",", ".")
    .replace(/\s*×\s*10\^?/, "e");
  return typed === "" ? NaN : Number(typed);
}
