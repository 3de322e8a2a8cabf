/** Numbers among the arguments. */

/** The number that a text says; NaN for a blank text, which JavaScript takes for 0. */
export function numberOf(text: string): number {
  return text.trim() === "" ? NaN : Number(text);
}
