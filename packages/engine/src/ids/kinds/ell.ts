/** `ell[s]@t`: ℓ, the loss of a sample. */
import { pointKind } from "./pointQuantity.ts";

export const ell = pointKind("ell", {
  symbol: () => "\\ell",
  plain: () => "ℓ",
  what: () => "the price of this point's answer",
});
