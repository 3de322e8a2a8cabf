/** `predicted@t`: the change of the loss in update t that the gradient predicts to first order, gᵀ·Δw. */
import * as names from "#text/names";
import { allPoints } from "../kind.ts";
import { momentKind } from "./momentQuantity.ts";

export const predicted = momentKind("predicted", "updates", {
  symbol: () => "\\nabla L^{\\top} \\Delta w",
  plain: () => names.predictedChange,
  about: (_, extent) => allPoints(extent),
  what: ({ t }) => names.lossChangePredicted(t),
  first: 1,
});
