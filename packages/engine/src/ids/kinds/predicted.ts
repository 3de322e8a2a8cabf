/** `predicted@t`: what the gradient predicts of update t to first order, gᵀ·Δw. */
import { allPoints } from "../kind.ts";
import { momentKind } from "./momentQuantity.ts";

export const predicted = momentKind("predicted", "updates", {
  symbol: () => "\\nabla L^{\\top} \\Delta w",
  plain: () => "predicted ΔL",
  about: (_, extent) => allPoints(extent),
  what: ({ t }) => `what the slopes predict of update ${t}`,
  first: 1,
});
