/**
 * Formats numbers for the screen: four significant digits between 10⁻³ and 10⁵, otherwise scientific notation. The
 * minus sign is U+2212.
 */
const DIGITS = 4;
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A number for the screen: "0", "−0.9075", "1.23×10⁻⁹", "NaN", "∞". */
export function format(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value);
  if (size === Infinity) return `${sign}∞`;
  if (size === 0) return "0"; // −0 too
  const plain = size.toPrecision(DIGITS);
  if (Number(plain) >= 1e-3 && Number(plain) < 1e5) return sign + fixed(plain);
  const [mantissa, exponent] = size.toExponential(2).split("e");
  return `${sign}${mantissa}×10${superscript(Number(exponent))}`;
}

/** A probability for the screen. A probability below 1 never prints as 1; it gets as many nines as it needs. */
export function formatProbability(p: number): string {
  if (!(p > 0.9995 && p < 1)) return format(p);
  for (let digits = 5; digits <= 17; digits++) {
    const text = p.toFixed(digits);
    if (Number(text) < 1) return text;
  }
  return `1 − ${format(1 - p)}`;
}

/** The result of toPrecision without an exponent: 12350 rather than 1.235e+4. */
function fixed(text: string): string {
  return text.includes("e") ? String(Number(text)) : text;
}

function superscript(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]).join("");
  return (exponent < 0 ? "⁻" : "") + digits;
}
