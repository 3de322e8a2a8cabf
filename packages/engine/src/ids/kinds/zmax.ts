/** `zmax[s]@t`: m, the largest z of the outputs, which softmax subtracts from all of them. */
import * as names from "#text/names";
import { pointKind } from "./pointQuantity.ts";

export const zmax = pointKind("zmax", {
  symbol: () => "m",
  plain: () => "m",
  what: () => names.largestZ,
});
