/** `ell[s]@t`: ℓ, the loss of a sample. */
import * as names from "#text/names";
import { pointKind } from "./pointQuantity.ts";

export const ell = pointKind("ell", {
  symbol: () => "\\ell",
  plain: () => "ℓ",
  what: () => names.loss,
});
