/** `dJ@t`: how update t changed the objective. */
import * as names from "#text/names";
import { allPoints } from "../kind.ts";
import { momentKind } from "./momentQuantity.ts";

export const dJ = momentKind("dJ", "updates", {
  symbol: () => "\\Delta J",
  plain: () => "ΔJ",
  about: (_, extent) => allPoints(extent),
  what: ({ t }) => names.objectiveChange(t),
  first: 1,
});
