/** `dL@t`: the change of the loss in update t. */
import * as names from "#text/names";
import { allPoints } from "../kind.ts";
import { momentKind } from "./momentQuantity.ts";

export const dL = momentKind("dL", "updates", {
  symbol: () => "\\Delta L",
  plain: () => "ΔL",
  about: (_, extent) => allPoints(extent),
  what: ({ t }) => names.lossChange(t),
  first: 1,
});
