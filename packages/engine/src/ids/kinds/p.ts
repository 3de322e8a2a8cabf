/** `p[s]@t`: ŷ, the probability of class 1 that the network gives a point. */
import * as names from "#text/names";
import { pointKind } from "./pointQuantity.ts";

export const p = pointKind("p", {
  symbol: () => "\\hat y",
  plain: () => "ŷ",
  what: () => names.prediction,
});
