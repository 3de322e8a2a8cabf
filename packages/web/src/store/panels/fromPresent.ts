/** How an exercise that begins at the present epoch names the numbers of the page. */
import { idOf, idText, type QuantityId, updateOf } from "@neural-viz/engine";

/**
 * A number of the page as an exercise that starts at the present epoch names it. A parameter is given there, so its value after the
 * update takes its place.
 */
export function fromPresent(quantity: QuantityId, present: number): QuantityId {
  const id = idOf(quantity);
  if (!("t" in id)) return quantity;
  const later = updateOf(id.t) - present;
  // What is earlier keeps its name, and is refused.
  if (later < 0) return quantity;
  return idText({ ...id, t: id.kind === "parameter" && later === 0 ? 1 : later });
}
