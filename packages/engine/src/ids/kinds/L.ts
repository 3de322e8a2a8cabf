/** `L@t`: the loss, the mean over all points trained on. */
import { allPoints } from "../kind.ts";
import { momentKind } from "./momentQuantity.ts";

export const L = momentKind("L", "moments", {
  symbol: () => "L",
  plain: () => "L",
  about: (_, extent) => allPoints(extent),
  what: () => "the mean of all points' losses",
});
