/** `Lbatch@t`: the mean loss over the points of update t + 1. */
import { pointsOfUpdate } from "../kind.ts";
import { momentKind } from "./momentQuantity.ts";

export const Lbatch = momentKind("Lbatch", "updates", {
  symbol: () => "L_{\\text{batch}}",
  plain: () => "L of the batch",
  about: (_, extent) => pointsOfUpdate(extent),
  what: () => "the mean loss of the next update's points",
});
