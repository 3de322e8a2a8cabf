/** `p[s]@t`: ŷ, the predicted probability that a point belongs to class 1. */
import * as names from "#text/names";
import { pointKind } from "./pointQuantity.ts";

export const p = pointKind("p", {
  symbol: () => "\\hat y",
  plain: () => "ŷ",
  what: () => names.prediction,
});
