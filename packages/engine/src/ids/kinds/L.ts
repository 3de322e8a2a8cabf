/** `L@t`: the loss, the mean over all points trained on. */
import * as names from "#text/names";
import { allPoints } from "../kind.ts";
import { momentKind } from "./momentQuantity.ts";

export const L = momentKind("L", "moments", {
  symbol: () => "L",
  plain: () => "L",
  about: (_, extent) => allPoints(extent),
  what: () => names.meanLoss,
});
