/** `r2@t`: R², the share of the targets' variance that the network explains. */
import * as names from "#text/names";
import { allPoints } from "../kind.ts";
import { momentKind } from "./momentQuantity.ts";

export const r2 = momentKind("r2", "moments", {
  symbol: () => "R^2",
  plain: () => "R²",
  about: (_, extent) => allPoints(extent),
  what: () => names.explainedVariance,
});
