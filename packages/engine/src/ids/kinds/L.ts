/** `L@t`: the loss, averaged over all training points. */
import * as names from "#text/names";
import { allPoints } from "../kind.ts";
import { momentKind } from "./momentQuantity.ts";

export const L = momentKind("L", "moments", {
  symbol: () => "L",
  plain: () => "L",
  about: (_, extent) => allPoints(extent),
  what: () => names.meanLoss,
});
