import { regularizerNames } from "#text/labels";
import type { Regularizer } from "../regularizer.ts";

/** L2: R = (λ₂ / 2) Σ w². It pulls every weight to 0 in proportion to its size. */
export const l2: Regularizer = {
  label: regularizerNames.l2,
  symbol: "\\lambda_2",
  symbols: "\\tfrac{\\lambda_2}{2} \\sum w^2",
  termOf: (w) => w * w,
  scaleOf: (factor) => factor / 2,
  gradientOf: (factor, w) => factor * w,
  kinked: false,
  term: ["*", "w", "w"],
  scale: ["/", "factor", 2],
  gradient: ["*", "factor", "w"],
  torch: (factor) => `${factor} / 2 * (layer.weight * layer.weight).sum()`,
};
