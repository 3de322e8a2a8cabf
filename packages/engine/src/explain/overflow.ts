/** Numbers that are too large for floating point. */
import { captions } from "#text/captions";
import type { Message } from "../text/message.ts";

/** A caption that says so where a quantity, or one it's computed from, isn't a finite number. */
export function overflowCaption(
  caption: Message,
  value: number,
  inputs: readonly { readonly value: number }[],
): Message {
  if (inputs.some((input) => !Number.isFinite(input.value))) return captions.fromOverflow({ caption });
  return Number.isFinite(value) ? caption : captions.overflowed({ caption });
}
