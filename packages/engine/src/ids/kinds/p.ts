/** `p[s]@t`: ŷ, the probability of class 1 that the network gives a point. */
import { pointKind } from "./pointQuantity.ts";

export const p = pointKind("p", {
  symbol: () => "\\hat y",
  plain: () => "ŷ",
  what: () => "the network's answer",
});
