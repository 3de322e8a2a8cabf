import { regularizerNames } from "#text/labels";
import type { Regularizer } from "../regularizer.ts";

/** L1: R = λ₁ Σ |w|. It pulls every weight to 0 by the same amount; sign(0) = 0. */
export const l1: Regularizer = {
  label: regularizerNames.l1,
  symbol: "\\lambda_1",
  symbols: "\\lambda_1 \\sum |w|",
  termOf: Math.abs,
  scaleOf: (factor) => factor,
  gradientOf: (factor, w) => factor * (w > 0 ? 1 : w < 0 ? -1 : w),
  kinked: true,
  term: ["abs", "w"],
  scale: "factor",
  gradient: ["*", "factor", ["sign", "w"]],
  torch: (factor) => `${factor} * layer.weight.abs().sum()`,
};
