/** The names of an exercise's numbers without markup, and the points that they belong to. */
import { idOf, plainOf, type QuantityId } from "@neural-viz/engine";
import { messages } from "#text/exercise";
import type { Book } from "./progress.ts";

/** The point of a quantity, from 1; undefined if it belongs to none or to all. */
export function pointOf(quantity: QuantityId): number | undefined {
  const id = idOf(quantity);
  return "point" in id && id.point?.kind === "sample" ? id.point.s : undefined;
}

/** A number's name, with its point where its symbol has one. */
export function nameOf({ symbol }: Pick<Book, "symbol">, id: QuantityId): string {
  const name = plainOf(idOf(id));
  const point = pointOf(id);
  return point !== undefined && symbol(id).includes(`[${point}]`) ? messages.ofPoint(name, point) : name;
}
