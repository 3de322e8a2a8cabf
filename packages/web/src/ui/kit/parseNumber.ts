/**
 * Parses a number as people type it: a decimal point or comma, any minus sign, perhaps a power of ten (2×10^-3), or one such
 * number divided by another (1/3). NaN for anything else.
 */
export function parseNumber(text: string): number {
  const [numerator, denominator, ...more] = text.split(/[/\u2044\u2215]/);
  if (more.length > 0) return NaN;
  if (denominator === undefined) return parseDecimal(numerator!);
  const divisor = parseDecimal(denominator);
  return divisor === 0 ? NaN : parseDecimal(numerator!) / divisor;
}

function parseDecimal(text: string): number {
  const typed = text
    .trim()
    .replace("\u2212", "-")
    .replace(",", ".")
    .replace(/\s*×\s*10\^?/, "e");
  return typed === "" ? NaN : Number(typed);
}
