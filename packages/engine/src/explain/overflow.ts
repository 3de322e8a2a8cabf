/** Numbers that are too large for floating point. */
import { captions } from "#text/captions";
import type { Message } from "../text/message.ts";

/** Adds a sentence to the caption if the quantity or one of its inputs isn't finite. */
export function overflowCaption(
  caption: Message,
  value: number,
  inputs: readonly { readonly value: number }[],
): Message {
  if (inputs.some((input) => !Number.isFinite(input.value))) return captions.fromOverflow({ caption });
  return Number.isFinite(value) ? caption : captions.overflowed({ caption });
}
