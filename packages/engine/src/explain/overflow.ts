/** Numbers that are too large for floating point. */

/** What a caption adds where a quantity, or one it's computed from, isn't a finite number; empty where all are. */
export function overflowCaption(value: number, inputs: readonly { readonly value: number }[]): string {
  if (inputs.some((input) => !Number.isFinite(input.value))) {
    return " It's computed from a number that overflowed, so it has no meaning.";
  }
  return Number.isFinite(value) ? "" : " It overflowed: a number here is too large for floating point.";
}
