/** A number as people type it, with a decimal point or comma and either minus; undefined when it is none. */
export function readNumber(text: string): number | undefined {
  const typed = text.trim().replace("−", "-").replace(",", ".");
  const value = typed === "" ? NaN : Number(typed);
  return Number.isFinite(value) ? value : undefined;
}
