/** The parts of an update in words. */
import type { Part } from "../../worker/review/protocol.ts";
import { messages } from "#text/ownCode";

/** "Gradient, layer 2". */
export function partName({ stage, layer }: Pick<Part, "stage" | "layer">): string {
  const name = messages.stage[stage];
  return layer === undefined ? name : messages.inLayer(name, layer);
}

/** Whether its numbers agree; undefined where none could be compared. */
export function partAgrees({ agree, differ }: Pick<Part, "agree" | "differ">): boolean | undefined {
  return agree + differ === 0 ? undefined : differ === 0;
}

/** "2 of 6 differ", or why nothing is said. */
export function partVerdict(part: Part): string {
  const { agree, differ, recorded } = part;
  if (!recorded) return messages.notRecorded;
  if (agree + differ === 0) return messages.notComparable;
  return differ === 0 ? messages.agreeing(agree) : messages.differing(differ, agree + differ);
}
