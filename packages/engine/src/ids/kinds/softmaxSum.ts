/** `Z[s]@t`: Z = 1 + S, the sum of e^(zⱼ − m) over all classes. */
import * as names from "#text/names";
import { pointKind } from "./pointQuantity.ts";

export const Z = pointKind("Z", {
  symbol: () => "Z",
  plain: () => "Z",
  what: () => names.sumOfExponentials,
});
