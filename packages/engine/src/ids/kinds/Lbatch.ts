/** `Lbatch@t`: the average loss over the points of update t + 1. */
import * as names from "#text/names";
import { pointsOfUpdate } from "../kind.ts";
import { momentKind } from "./momentQuantity.ts";

export const Lbatch = momentKind("Lbatch", "updates", {
  symbol: () => "L_{\\text{batch}}",
  plain: () => names.batchLoss,
  about: (_, extent) => pointsOfUpdate(extent),
  what: () => names.meanBatchLoss,
});
