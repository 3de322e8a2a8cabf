/** `conf[s]@t`: |2ŷ − 1|, the confidence, 0 to 1. */
import * as names from "#text/names";
import { pointKind } from "./pointQuantity.ts";

export const conf = pointKind("conf", {
  symbol: () => "\\mathrm{conf}",
  plain: () => names.confidence,
  what: () => names.confidenceIs,
});
