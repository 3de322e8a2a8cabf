/** `R@t`: the penalty on the weights after t updates. */
import * as names from "#text/names";
import { allPoints } from "../kind.ts";
import { momentKind } from "./momentQuantity.ts";

export const R = momentKind("R", "moments", {
  symbol: () => "R",
  plain: () => "R",
  about: (_, extent) => allPoints(extent),
  what: () => names.penalty,
});
