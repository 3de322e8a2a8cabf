/** `S[s]@t`: S, the sum of e^(zⱼ − m) over all classes but the one with the largest z. */
import * as names from "#text/names";
import { pointKind } from "./pointQuantity.ts";

export const S = pointKind("S", {
  symbol: () => "S",
  plain: () => "S",
  what: () => names.restOfExponentials,
});
