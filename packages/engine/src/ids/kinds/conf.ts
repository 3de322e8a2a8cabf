/** `conf[s]@t`: how far the answer is from undecided, 0 to 1. */
import { pointKind } from "./pointQuantity.ts";

export const conf = pointKind("conf", {
  symbol: () => "\\mathrm{conf}",
  plain: () => "confidence",
  what: () => "how sure the answer is",
});
